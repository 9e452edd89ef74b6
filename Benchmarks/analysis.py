#!/usr/bin/env python3
"""The processor time of counting alone: an authority's two years, and invented audits from 5,000 to 1,000,000.

    python3 Benchmarks/analysis.py PROGRAM [ROWS …]

PROGRAM is analysis-bench, which reads a workspace and then makes all figures and readings of eight quarters several times,
as a report does; its reading is not counted. Prints the least and the median of the times, and for the invented audits the
time a row, less what a single audit takes: figures are made for every service and quarter, however few rows there are.
"""
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(HERE / "ingest"))
from bench import workspace  # noqa: E402

PERIOD = "2025-26-Q3"


def measure(program, folder, times):
    """Rows, figures, least and median seconds."""
    said = subprocess.run([program, folder, ROOT / "templates", PERIOD, str(times)], check=True,
                          capture_output=True, text=True).stdout.split("\n")
    seconds = [float(line.split()[-1]) for line in said if "figures" in line]
    return int(said[0].split()[1]), int(said[1].split()[0]), min(seconds), statistics.median(seconds)


def main(program, *sizes):
    print(f"| exports | rows | figures | ms, least | ms, median | µs a row less one audit's |\n|---|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, ROOT / "fixtures/generate/generate.py", "--seed", "2025", "--out", folder,
                        "--tidy"], check=True, stdout=subprocess.DEVNULL)
        shutil.copy(ROOT / "fixtures/st-helens/qareport.yaml", folder)
        rows, figures, least, middle = measure(program, folder, 15)
        print(f"| an authority's two years | {rows:,} | {figures:,} | {least * 1e3:.1f} | {middle * 1e3:.1f} | |", flush=True)
    start = measure(program, workspace(1), 15)[2]
    for size in sizes or (5_000, 50_000, 100_000, 1_000_000):
        rows, figures, least, middle = measure(program, workspace(size), 7 if size < 1_000_000 else 3)
        print(f"| audits | {rows:,} | {figures:,} | {least * 1e3:.1f} | {middle * 1e3:.1f} | "
              f"{(least - start) / rows * 1e6:.2f} |", flush=True)
    print(f"\none audit: {start * 1e3:.1f} ms; load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main(sys.argv[1], *(int(text) for text in sys.argv[2:]))
