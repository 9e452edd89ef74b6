"""Spoils workspaces at random and runs the program on them.

    python3 Tests/faults/mutate.py PROGRAM TIMES [FIRST]

Each workspace is the fixture with a few exports and its configuration changed: bytes flipped, cut out, doubled, put elsewhere;
quotes, separators, line ends, encodings, numbers, dates and depths as nobody would write them. The run must end with 0, 1 or 2
(never by a signal), within 10 seconds of the processor and a gibibyte, and leave a pack or none.
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

FIXTURE = Path(__file__).parents[2] / "fixtures/st-helens"
PACK = "quarterly-2025-26-Q3"
SECONDS, BYTES = 10, 1 << 30

NASTY = [b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b'"', b'""', b"\r", b"\n\n", b",", b";", b"\t", b"=1+1", b"&a", b"*a",
         b"9" * 400, b"-1", b"1e308", b"NaN", b"31/02/2025", b"0000-00-00", b"99/99/9999", "\u202e".encode(),
         "\u2028".encode(), b"\xc0\x80", b"{" * 40, b"[" * 40, b"  " * 80, b"- " * 80, b"!!binary ", b"<script>", b"|",
         b"../../etc/passwd", b"%s%n", b"\x1b[2J", b"A" * 70000]


def spoil(data, generator):
    data = bytearray(data)
    for _ in range(generator.choice([1, 1, 2, 5, 20])):
        at = generator.randrange(len(data) + 1)
        kind = generator.randrange(8)
        if kind == 0 and data:
            data[at % len(data)] ^= 1 << generator.randrange(8)
        elif kind == 1:
            del data[at:at + generator.choice([1, 10, 1000, 100000])]
        elif kind == 2:
            data[at:at] = generator.choice(NASTY)
        elif kind == 3:
            piece = bytes(data[at:at + generator.choice([10, 200, 5000])])
            data[at:at] = piece * generator.choice([1, 3])
        elif kind == 4:
            lines = data.split(b"\n")
            generator.shuffle(lines)
            data = bytearray(b"\n".join(lines))
        elif kind == 5:
            old, new = generator.choice([(b",", b";"), (b"\n", b"\r"), (b",", b"\t"), (b":", b" :"), (b" ", b"\xc2\xa0"), (b'"', b"'")])
            data = bytearray(bytes(data).replace(old, new))
        elif kind == 6:
            data = bytearray(bytes(data).decode("utf-8", "replace").encode(generator.choice(["utf-16", "cp1252", "utf-7"]), "replace"))
        else:
            data = data[:at]
    return bytes(data)


def main(program, times, first=0):
    statuses, slowest, largest, faults = {}, 0.0, 0, 0
    with tempfile.TemporaryDirectory(prefix="qareport-mutate-") as folder:
        folder = Path(folder)
        for number in range(first, first + times):
            generator = random.Random(f"20251231-{number}")
            workspace, out = folder / "workspace", folder / "out"
            for old in (workspace, out):
                shutil.rmtree(old, ignore_errors=True)
            shutil.copytree(FIXTURE, workspace, ignore=shutil.ignore_patterns("output"))
            files = sorted(workspace.rglob("*.csv"))
            chosen = generator.sample(files, min(len(files), generator.choice([1, 3, 10])))
            if generator.random() < 0.4:
                chosen.append(workspace / "qareport.yaml")
            for file in chosen:
                file.write_bytes(spoil(file.read_bytes(), generator))
            process = subprocess.Popen(
                [program, "quarterly", "--workspace", workspace, "--period", "2025-26-Q3", "--out", out, "--quiet",
         "--templates", FIXTURE.parents[1] / "templates"],
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            alarm = threading.Timer(120, process.kill)
            alarm.start()
            _, code, usage = os.wait4(process.pid, 0)
            alarm.cancel()
            status = process.returncode = os.waitstatus_to_exitcode(code)
            # Of the processor, so that a busy machine is no fault; who waits without using it is stopped by the alarm.
            seconds = usage.ru_utime + usage.ru_stime
            largest = max(largest, usage.ru_maxrss << 10)
            slowest = max(slowest, seconds)
            statuses[status] = statuses.get(status, 0) + 1
            left = sorted(p.name for p in out.iterdir()) if out.is_dir() else []
            whole = left == [PACK] if status in (0, 1) else left == []
            if status not in (0, 1, 2) or seconds > SECONDS or not whole:
                faults += 1
                names = [str(f.relative_to(workspace)) for f in chosen]
                print(f"workspace {number}: status {status}, {seconds:.1f} s, left {left}; spoiled {names}")
    if largest > BYTES:
        faults += 1
        print(f"a run took {largest >> 20} MB")
    print(f"{times} spoiled workspaces: status " + ", ".join(f"{s} {n} times" for s, n in sorted(statuses.items())) +
          f"; slowest {slowest:.1f} s, largest {largest >> 20} MB; faults {faults}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], *map(int, sys.argv[2:])))
