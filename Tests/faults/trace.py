"""Traces the system calls of a run: no socket, and no file but those that may be touched.

    python3 Tests/faults/trace.py PROGRAM

Then the same run without any network (unshare -n), which must give the same bytes. Needs strace, and for the second run
root; says what it could not do.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACK = "quarterly-2025-26-Q3"

# What the loader, the C library and the Swift runtime open of their own accord, on any run of any program.
SYSTEM = [
    r"/etc/ld\.so\.cache", r"/etc/ld\.so\.preload", r"/etc/localtime", r"/proc/self/exe", r"/proc/self/maps",
    r"/proc/stat", r"/sys/devices/system/cpu/(online|possible)", r"/sys/fs/cgroup/.*", r"/proc/self/cgroup",
    r"/proc/meminfo", r"/dev/urandom", r"/usr/lib/locale/.*", r"/usr/share/locale/.*",
    r"(/usr)?/lib(64)?/(.*/)?[^/]*\.so[.0-9]*", r"/.*/usr/lib/swift/linux/[^/]*\.so", r"/usr/lib/ssl/.*",
    r"/proc/self/status", r"/proc/self/auxv", r"/proc/self/mountinfo", r"/proc/sys/.*",
    # Whether there is a reporter of crashes; it is only looked for.
    r"/.*/swift-backtrace", r"/.*/libexec/swift(/linux)?(/[^/]*)?",
]


def main(program):
    program = Path(program).resolve()
    if not shutil.which("strace"):
        print("system calls: not traced, since strace is not installed")
        return 0
    with tempfile.TemporaryDirectory(prefix="qareport-trace-") as folder:
        folder = Path(folder)
        workspace = folder / "workspace"
        shutil.copytree(ROOT / "fixtures/st-helens", workspace, ignore=shutil.ignore_patterns("output"))
        run = [program, "quarterly", "--workspace", workspace, "--period", "2025-26-Q3", "--quiet",
               "--templates", ROOT / "templates", "--out"]
        calls = folder / "calls"
        traced = subprocess.run(["strace", "-f", "-qq", "-s", "4096", "-o", calls, "-e", "trace=%network,%file"] + run + [folder / "out"],
                                capture_output=True, text=True)
        if traced.returncode not in (0, 1):
            sys.exit(f"the traced run ended with {traced.returncode}: {traced.stderr[-500:]}")
        sockets, strange, touched = [], set(), set()
        # Beside the program's own folder: the libraries of its build, the shipped templates, and the look for them.
        own = [workspace, folder / "out", ROOT / "templates", program, program.parent, program.parents[1] / "share",
               program.parents[1] / "lib"]
        parents = {str(p) for o in own for p in [o, *o.parents]}
        network = re.compile(r"^\d+ +(socket|connect|bind|sendto|sendmsg|recvfrom|recvmsg|listen|accept4?|socketpair)\(")
        for line in calls.read_text().splitlines():
            if network.match(line):
                sockets.append(line)
            for path in re.findall(r'"((?:[^"\\]|\\.)*)"', line.split("execve(")[0] if "execve(" in line else line):
                if not path.startswith("/"):
                    continue  # beneath a folder that was opened by its whole path
                path = os.path.normpath(path)
                if path in parents or any(path.startswith(str(o) + "/") or path == str(o) for o in own):
                    continue
                # The search for templates upwards from the program asks for a Package.swift in each folder.
                if os.path.basename(path) == "Package.swift" and os.path.dirname(path) in parents:
                    continue
                (touched if any(re.fullmatch(s, path) for s in SYSTEM) else strange).add(path)
        for line in sockets:
            print("a socket: " + line)
        for path in sorted(strange):
            print("a file that is not the run's: " + path)
        print(f"system calls of a run: {len(sockets)} with sockets, {len(strange)} with strange files, "
              f"{len(touched)} files of the loader's and the runtime's")
        if "-v" in sys.argv:
            print("\n".join(sorted(touched)))
        if os.geteuid() == 0:
            offline = subprocess.run(["unshare", "-n"] + run + [folder / "offline"], capture_output=True, text=True)
            same = subprocess.run(["diff", "-r", folder / "out" / PACK, folder / "offline" / PACK]).returncode == 0
            print(f"without a network: status {offline.returncode}, " + ("the same bytes" if same else "other bytes"))
            if not same:
                return 1
        else:
            print("without a network: not run, since unshare -n needs root")
        return 1 if sockets or strange else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
