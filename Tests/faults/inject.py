"""Lets system calls of a run fail one by one and looks at what is left.

    python3 Tests/faults/inject.py PROGRAM TIMES

strace has one call of a run, or all from one on, end with an error: a disk that cannot be read or written, a file system that
cannot exchange two folders or lock a file, too many open files, no memory, no threads. The run must end with 2, say so, and
leave the old pack whole and nothing beside it; or make the new pack whole in spite of it. Only where memory fails may it
end by a signal, and where removing fails may unfinished work be left, which a last whole run must clear away. Needs strace; says so and ends
with 0 without it.
"""

import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

FIXTURE = Path(__file__).parents[2] / "fixtures/st-helens"
PACK = "quarterly-2025-26-Q3"
# The calls, what they end with, and whether what cannot be said or cleared away is forgiven.
MEMORY, REMOVING = "memory", "removing"
FAULTS = [
    ("renameat2", "EINVAL", None), ("fsync", "EIO", None), ("write", "EIO", None), ("write", "ENOSPC", None),
    ("mkdir", "EACCES", None), ("pread64", "EIO", None), ("read", "EIO", None), ("openat", "EMFILE", None),
    ("openat", "EACCES", None), ("lseek", "EIO", None), ("getdents64", "EIO", REMOVING), ("newfstatat", "EIO", REMOVING),
    ("flock", "ENOLCK", None), ("fchmod", "EPERM", None), ("close", "EIO", None), ("unlink", "EIO", REMOVING),
    ("unlinkat", "EIO", REMOVING), ("rmdir", "EBUSY", REMOVING), ("clone3", "EAGAIN", None), ("getrandom", "ENOSYS", None),
    ("mmap", "ENOMEM", MEMORY), ("brk", "ENOMEM", MEMORY), ("mprotect", "ENOMEM", MEMORY),
]


def contents(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def main(program, times):
    if not shutil.which("strace"):
        print("system calls that fail: not tested, since strace is not installed")
        return 0
    generator = random.Random(20251231)
    outcomes, faults = {"the new pack": 0, "the old pack and why": 0, "ended for want of memory": 0}, 0
    with tempfile.TemporaryDirectory(prefix="qareport-inject-") as folder:
        folder = Path(folder)
        workspace, out = folder / "workspace", folder / "out"
        shutil.copytree(FIXTURE, workspace, ignore=shutil.ignore_patterns("output"))
        export = sorted(p for p in workspace.rglob("*.csv") if "audit" in p.name.lower())[-1]
        whole = export.read_bytes()
        states = [whole, whole[: whole.rstrip(b"\r\n").rfind(b"\n") + 1]]

        def run(into, before=()):
            return subprocess.run(
                [*before, program, "quarterly", "--workspace", workspace, "--period", "2025-26-Q3", "--out", into,
                 "--quiet", "--templates", FIXTURE.parents[1] / "templates"],
                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, errors="replace")

        packs = []
        for number, state in enumerate(states):
            export.write_bytes(state)
            run(folder / f"state{number}")
            packs.append(contents(folder / f"state{number}" / PACK))
        # How often a run makes each call: the second run, which finds a pack there.
        shutil.copytree(folder / "state0", out)
        run(out, ["strace", "-f", "-qq", "-c", "-o", folder / "calls"])
        lines = [line.split() for line in (folder / "calls").read_text().splitlines()]
        counts = {words[-1]: int(words[3]) for words in lines if len(words) in (5, 6) and words[3].isdigit()}
        possible = [f for f in FAULTS if counts.get(f[0])]
        for turn in range(times):
            call, error, forgiven = possible[turn % len(possible)]
            when = f"{generator.randint(1, counts[call])}{generator.choice(['', '+'])}"
            old, new = packs[1 - turn % 2], packs[turn % 2]
            shutil.rmtree(out)
            shutil.copytree(folder / f"state{1 - turn % 2}", out)
            export.write_bytes(states[turn % 2])
            result = run(out, ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}",
                               "-e", f"inject={call}:error={error}:when={when}"])
            pack = contents(out / PACK) if (out / PACK).is_dir() else None
            # An old pack that cannot be looked at may hold somebody's files, and is kept.
            beside = sorted(p.name for p in out.iterdir() if p.name not in (PACK, f"{PACK}.kept-1"))
            said = result.stderr.strip() or (call == "write" and when.endswith("+"))
            status = result.returncode
            if status in (0, 1) and pack == new and (not beside or forgiven == REMOVING):
                outcomes["the new pack"] += 1
            elif status == 2 and said and pack in (old, new) and (not beside or forgiven):
                outcomes["the old pack and why"] += 1
            elif (status < 0 or status > 64) and forgiven == MEMORY and pack in (old, new):
                outcomes["ended for want of memory"] += 1
            elif status == 127:
                # The loader could not start the program: nothing of it ran.
                outcomes["the old pack and why"] += pack == old
            else:
                faults += 1
                which = "old" if pack == old else "new" if pack == new else "neither"
                if which == "neither" and pack:
                    which += f" {sorted(k for k in set(pack) | set(new) if pack.get(k) != new.get(k))}"
                print(f"{call} {error} at {when}: status {status}, {which}, beside it {beside}: {result.stderr[-300:]}")
            strange = set(beside) - {f".{PACK}.qareport-partial", f".{PACK}.qareport-lock"}
            if strange:
                faults += 1
                print(f"{call} {error} at {when}: left {sorted(strange)}")
        run(out)
        if contents(out / PACK) != packs[(times - 1) % 2] or [p for p in out.iterdir() if p.name.startswith(".")]:
            faults += 1
            print(f"the last whole run left {sorted(p.name for p in out.iterdir())}")
    print(f"{times} runs with a system call that fails, of {len(possible)} kinds: " +
          ", ".join(f"{what} {count}" for what, count in outcomes.items()) + f"; faults {faults}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
