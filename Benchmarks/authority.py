#!/usr/bin/env python3
"""One authority, two years: the whole quarterly report beside lean Python that only counts.

    python3 Benchmarks/authority.py PROGRAM [RUNS]

Makes clean exports with the fixture's generator, runs both in turn on the same files, compares the counts they have
in common and prints the medians of processor time and wall time and the ratio of the pairs.
"""
import csv
import io
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
QUARTER = "2025-26-Q3"


def timed(command, accepted):
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in accepted:
        sys.exit(f"{command[0]} ended with {done.returncode}: {done.stderr[-500:]}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall, done.stdout


def compare(peer, figures):
    """Every count of the peer must be the program's; shares under five records the program keeps to itself."""
    names = {"audits.grade": "grade", "dip.met": "standard", "feedback.positive": "question"}
    ours = {}
    for row in figures:
        if not row["team"] and row["dimension"] == names.get(row["measure"], "") \
                and row["category2"] in ("", "random"):
            ours[row["measure"], row["service"], row["category"], row["period"]] = row
    compared = 0
    for row in csv.DictReader(io.StringIO(peer)):
        key = row["measure"], row["service"], row["category"], row["period"]
        found = ours.get(key)
        if found is None or found["status"] == "insufficient" and int(row["denominator"]) < 5:
            if found is None and row["period"] >= "2023-24-Q4":
                sys.exit(f"the program has no figure {key}")
            continue
        compared += 1
        if int(found["numerator"]) != int(row["numerator"]):
            sys.exit(f"{key}: {found['numerator']} and {row['numerator']}")
    return compared


def main(program, runs=7):
    folder = Path(tempfile.mkdtemp(prefix="qareport-bench-"))
    try:
        subprocess.run([sys.executable, ROOT / "fixtures/generate/generate.py", "--seed", "2025", "--out", folder,
                        "--tidy"], check=True, stdout=subprocess.DEVNULL)
        shutil.copy(ROOT / "fixtures/st-helens/qareport.yaml", folder)
        report = [program, "quarterly", "--workspace", str(folder), "--period", QUARTER, "--quiet"]
        peer = [sys.executable, str(HERE / "lean_report.py"), str(folder)]
        pairs = [(timed(report, (0, 1)), timed(peer, (0,))) for _ in range(runs + 1)][1:]
        with open(folder / f"output/quarterly-{QUARTER}/figures.csv", encoding="utf-8", newline="") as file:
            compared = compare(pairs[0][1][2], csv.DictReader(file))
        for label, at in (("processor s", 0), ("wall s", 1)):
            ours = statistics.median(a[at] for a, _ in pairs)
            theirs = statistics.median(b[at] for _, b in pairs)
            ratio = statistics.median(a[at] / b[at] for a, b in pairs)
            print(f"{label:12} report {ours:.3f}   lean Python {theirs:.3f}   ratio {ratio:.2f}")
        print(f"{compared} counts compared, all equal; {runs} pairs; load {os.getloadavg()[0]:.1f}")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main(sys.argv[1], *(int(text) for text in sys.argv[2:3]))
