#!/usr/bin/env python3
"""The whole quarterly report at the scale of an authority, a region and England, beside raw libcsv over the same bytes.

    python3 Benchmarks/scales.py PROGRAM [ROWS …]

Each workspace is one export of so many invented audits with two columns of free text (Benchmarks/ingest/generate.py), kept
in ~/.cache/qareport-bench. PROGRAM makes a report of it in all formats, themes and all; the peers are libcsv in C with
empty callbacks on one thread, and, up to 100,000 audits, Python's csv counting audits by service, team, quarter and
grade. Prints processor time, wall time, peak memory and the processor time a row less what starting costs.
"""
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "ingest"))
from bench import CACHE, workspace  # noqa: E402

PERIOD = "2025-26-Q3"


def run(command, accepted=(0,)):
    """Processor seconds, wall seconds and peak MiB of one run."""
    start = time.perf_counter()
    child = subprocess.Popen([str(word) for word in command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = child.stderr.read().decode()
    _, status, used = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in accepted:
        sys.exit(f"{command[0]} ended with {child.returncode}: {said[-500:]}")
    return used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024


def report(program, folder):
    with tempfile.TemporaryDirectory() as out:
        return run([program, "quarterly", "--workspace", folder, "--period", PERIOD, "--out", out, "--quiet"], (0, 1))


def show(label, figures, against=None):
    processor, wall, peak = figures
    ratios = f"   {processor / against[0]:7.1f} {wall / against[1]:7.1f}" if against else ""
    print(f"{label:44} {processor:9.2f} {wall:9.2f} {peak:9.0f}{ratios}   load {os.getloadavg()[0]:.1f}", flush=True)


def main(program, *sizes):
    raw = CACHE / "raw"
    CACHE.mkdir(parents=True, exist_ok=True)
    subprocess.run(["cc", "-O2", "-o", raw, HERE / "ingest/peers/raw.c", "-lcsv"], check=True)
    start = report(program, workspace(1))
    print(f"{os.cpu_count()} processors. Ratios: processor and wall time, against raw libcsv\n")
    print(f"{'':44} {'processor':>9} {'wall s':>9} {'peak MiB':>9}")
    show("a report of one audit", start)
    costs = {}
    for rows in sizes or (5_000, 100_000, 1_000_000):
        folder = workspace(rows)
        export = folder / "exports/audits.csv"
        parsed = run([raw, "parse", export])
        ours = report(program, folder)
        costs[rows] = (ours[0] - start[0]) / rows
        print(f"\n{rows:,} audits, {export.stat().st_size / 1e6:.0f} MB")
        show("  the whole report", ours, parsed)
        show("  libcsv in C, empty callbacks", parsed)
        if rows <= 100_000:
            show("  Python's csv, one aggregate", run([sys.executable, HERE / "ingest/peers/peer.py", "csv", export]))
    print("\nprocessor time a row: " + ", ".join(f"{cost * 1e6:.1f} µs at {rows:,}" for rows, cost in costs.items()))


if __name__ == "__main__":
    main(sys.argv[1], *(int(text) for text in sys.argv[2:]))
