#!/usr/bin/env python3
"""One authority, two years: the whole quarterly report beside lean Python that makes the core of the same report.

    python3 Benchmarks/authority.py PROGRAM [RUNS]

Makes clean exports with the fixture's generator and runs both in turn on the same files, each into a folder that is not
there yet, with all outputs. Every figure of the peer, with its interval, must be the program's. Prints how many were
compared, the medians of processor time and wall time, and the ratio of the pairs. QAREPORT_PEERS names a Python with
XlsxWriter; without it the peer writes no workbook, and it says so. Where it has pyahocorasick, the peer runs with that too.
Needs PyYAML for what is typed in beforehand.
"""
import csv
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
PEERS = os.environ.get("QAREPORT_PEERS") or sys.executable
NUMBERS = ("numerator", "denominator", "value", "lower", "upper", "n")
# The peer works no interval of kappa out.
NOT_MADE = {"moderation.kappa": ("lower", "upper"), "panel.kappa": ("lower", "upper")}


def timed(command, accepted):
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in accepted:
        sys.exit(f"{command[0]} ended with {done.returncode}: {done.stderr[-500:]}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall


def figures(path):
    names = ("measure", "service", "team", "dimension", "category", "dimension2", "category2", "period")
    with open(path, encoding="utf-8", newline="") as file:
        return {tuple(row[name] for name in names): row for row in csv.DictReader(file)}


def compare(peer, program):
    """How many figures both have; ends where one is not equal, or the program has none."""
    for key, row in peer.items():
        found = program.get(key)
        if found is None:
            sys.exit(f"the program has no figure {key}")
        if found["status"] != row["status"]:
            sys.exit(f"{key}: {found['status']} and {row['status']}")
        for name in NUMBERS:
            if name in NOT_MADE.get(key[0], ()):
                continue
            one, other = found[name], row[name]
            if (one == "") != (other == "") or one and abs(float(one) - float(other)) > 1e-9 * max(1, abs(float(one))):
                sys.exit(f"{key}: {name} {one} and {other}")
    return len(peer)


def main(program, runs=7):
    folder = Path(tempfile.mkdtemp(prefix="qareport-bench-"))
    try:
        subprocess.run([sys.executable, ROOT / "fixtures/generate/generate.py", "--seed", "2025", "--out", folder,
                        "--tidy"], check=True, stdout=subprocess.DEVNULL)
        shutil.copy(ROOT / "fixtures/st-helens/qareport.yaml", folder)
        lists, ours, theirs = folder / "lists", folder / "ours", folder / "theirs"
        subprocess.run([sys.executable, HERE / "lean/prepare.py", folder, ROOT / "templates", lists], check=True)
        report = [program, "quarterly", "--workspace", folder, "--period", QUARTER, "--out", ours, "--templates",
                  ROOT / "templates", "--quiet"]
        peer = [PEERS, HERE / "lean_report.py", folder, lists, theirs]
        peers = {"lean Python": peer}
        if subprocess.run([PEERS, "-c", "import ahocorasick"], stderr=subprocess.DEVNULL).returncode == 0:
            peers["with pyahocorasick"] = [*peer, "ahocorasick"]
        print("| peer | | report | peer | ratio, median of pairs | least of each |\n|---|---|---:|---:|---:|---:|")
        for name, peer in peers.items():
            pairs = []
            for _ in range(runs + 1):
                shutil.rmtree(ours, ignore_errors=True)
                shutil.rmtree(theirs, ignore_errors=True)
                pairs.append((timed(report, (0, 1)), timed(peer, (0,))))
            made = figures(ours / f"quarterly-{QUARTER}/figures.csv")
            compared = compare(figures(theirs / "figures.csv"), made)
            for label, at in (("processor s", 0), ("wall s", 1)):
                one = statistics.median(a[at] for a, _ in pairs[1:])
                other = statistics.median(b[at] for _, b in pairs[1:])
                ratio = statistics.median(a[at] / b[at] for a, b in pairs[1:])
                least = f"{min(a[at] for a, _ in pairs):.2f}, {min(b[at] for _, b in pairs):.2f}"
                print(f"| {name} | {label} | {one:.2f} | {other:.2f} | {ratio:.2f} | {least} |", flush=True)
        workbook = "" if (theirs / "report.xlsx").exists() else "; the peer wrote no workbook: no XlsxWriter"
        print(f"\n{compared:,} figures compared of the program's {len(made):,}, all equal{workbook}; {runs} pairs; "
              f"load {os.getloadavg()[0]:.1f}")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main(sys.argv[1], *(int(text) for text in sys.argv[2:3]))
