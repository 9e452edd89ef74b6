"""Kills a run at random moments and looks at what is left.

    python3 Tests/faults/kill.py PROGRAM TIMES

A workspace is changed to and fro between two states. Each run is killed (or, one in five, asked to stop) at a random
moment of a whole run's length; then the pack must be the one of the old or of the new state, byte for byte, and nothing
may stand beside it but what the program names as unfinished, and nothing at all where it was asked to stop. A last
whole run must clear that away. Ends with 1 where any of this does not hold.
"""

import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FIXTURE = Path(__file__).parents[2] / "fixtures/st-helens"
PACK = "quarterly-2025-26-Q3"


def contents(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def start(program, workspace, out):
    return subprocess.Popen(
        [program, "quarterly", "--workspace", workspace, "--period", "2025-26-Q3", "--out", out, "--quiet"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def run(program, workspace, out):
    process = start(program, workspace, out)
    if process.wait() not in (0, 1):
        sys.exit(f"a whole run ended with {process.returncode}")


def main(program, times):
    random.seed(20251231)
    seen = {"the old pack": 0, "the new pack": 0, "no pack yet": 0}
    faults = unfinished = asked = 0
    with tempfile.TemporaryDirectory(prefix="qareport-kill-") as folder:
        folder = Path(folder)
        workspace, out = folder / "workspace", folder / "out"
        shutil.copytree(FIXTURE, workspace, ignore=shutil.ignore_patterns("output"))
        exports = sorted(p for p in workspace.rglob("*.csv") if "audit" in p.name.lower())
        export = exports[-1]
        whole = export.read_bytes()
        states = [whole, whole[: whole.rstrip(b"\r\n").rfind(b"\n") + 1]]
        packs, length = [], 0.0
        for number, state in enumerate(states):
            export.write_bytes(state)
            began = time.monotonic()
            run(program, workspace, folder / f"state{number}")
            length = max(length, time.monotonic() - began)
            packs.append(contents(folder / f"state{number}" / PACK))
        assert packs[0] != packs[1], "the two states give the same pack"
        expected = None
        for turn in range(times):
            new = packs[turn % 2]
            export.write_bytes(states[turn % 2])
            process = start(program, workspace, out)
            time.sleep(random.uniform(0, 1.1 * length))
            asking = random.random() < 0.2
            process.send_signal(random.choice([signal.SIGTERM, signal.SIGINT]) if asking else signal.SIGKILL)
            status = process.wait()
            asked += asking
            pack = contents(out / PACK) if (out / PACK).is_dir() else None
            if pack == new:
                seen["the new pack"] += 1
                expected = new
            elif pack == expected:
                seen["no pack yet" if pack is None else "the old pack"] += 1
            else:
                faults += 1
                print(f"turn {turn}: neither pack is there whole")
            beside = {p.name for p in out.iterdir()} - {PACK} if out.is_dir() else set()
            unfinished += bool(beside)
            strange = beside - {f".{PACK}.qareport-partial", f".{PACK}.qareport-lock"}
            # Before its first line the program has not taken the signals over: the system ends it, and nothing is there.
            if strange or asking and beside and status in (130, 143):
                faults += 1
                print(f"turn {turn}: left behind {sorted(strange or beside)}, status {status}")
        run(program, workspace, out)
        beside = [p.name for p in out.iterdir() if p.name != PACK]
        if beside or contents(out / PACK) != packs[(times - 1) % 2]:
            faults += 1
            print(f"the last whole run left {beside}")
    print(f"{times} runs of {length:.2f} s stopped, {asked} of them asked to: " +
          ", ".join(f"{what} {count}" for what, count in seen.items()) +
          f"; unfinished work beside it {unfinished} times; faults {faults}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
