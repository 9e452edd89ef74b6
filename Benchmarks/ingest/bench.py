#!/usr/bin/env python3
"""Reading exports beside what a user would otherwise run.

    python3 Benchmarks/ingest/bench.py PROGRAM [ROWS [RUNS]]

Counts invented audits by service, team, quarter and grade with the shipped reader and its decoders, with libcsv in C,
and with those of Python's csv, pandas, Polars and DuckDB that are installed (in the Python of QAREPORT_PEERS, else in
this one). All must print the same bytes. Each peer runs in turn with the program, after a run of each that is not
counted; ratios are the medians of the pairs. The export is made once and kept in ~/.cache/qareport-bench.
"""
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
CACHE = Path.home() / ".cache/qareport-bench"
PEERS = {"csv": "csv", "pandas": "pandas, pyarrow", "polars": "polars", "duckdb": "duckdb"}


def run(command):
    """Output, processor seconds, wall seconds and peak MiB of one run."""
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        child = subprocess.Popen(command, stdout=output)
        _, status, used = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            sys.exit(f"{' '.join(map(str, command))} ended with {child.returncode}")
        output.seek(0)
        return output.read(), used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024


def workspace(rows):
    folder = CACHE / f"audits-{rows}"
    if not (folder / "made").exists():
        subprocess.run([sys.executable, HERE / "generate.py", str(rows), folder], check=True)
        (folder / "made").touch()
    return folder


def version(python, modules):
    """The versions of some modules in a Python, or None where one is missing."""
    code = f"import {modules}\nprint(', '.join(m.__name__ + ' ' + m.__version__ for m in ({modules},)))"
    if modules == "csv":
        code = "import platform; print('Python', platform.python_version())"
    found = subprocess.run([python, "-c", code], capture_output=True, text=True)
    return found.stdout.strip() if found.returncode == 0 else None


def compare(label, ours, theirs, runs, same=True):
    """Runs two commands in turn and prints the medians and the ratios of the pairs."""
    pairs = [(run(ours), run(theirs)) for _ in range(runs + 1)][1:]
    if same and any(a[0] != b[0] for a, b in pairs):
        sys.exit(f"{label}: the figures differ")
    median = statistics.median
    cells = [label.ljust(34)]
    for at in (1, 2, 3):
        cells.append(f"{median(a[at] for a, _ in pairs):8.2f} {median(b[at] for _, b in pairs):8.2f} "
                     f"{median(a[at] / b[at] for a, b in pairs):6.2f}")
    print("  ".join(cells) + f"  {os.getloadavg()[0]:5.1f}", flush=True)


def growth(program, small, large):
    """Processor time a row of a full reading, at two sizes, less what starting costs."""
    def cost(rows, runs):
        return statistics.median(run([program, "read", workspace(rows)])[1] for _ in range(runs))
    start = cost(1, 5)
    few, many = (cost(small, 9) - start) / small, (cost(large, 1) - start) / large
    print(f"full reading, microseconds a row: {few * 1e6:.2f} at {small:,}, {many * 1e6:.2f} at {large:,}, "
          f"ratio {many / few:.2f}")


def main(program, rows=1_000_000, runs=3):
    python = os.environ.get("QAREPORT_PEERS", sys.executable)
    folder = workspace(rows)
    export = folder / "exports/audits.csv"
    raw = CACHE / "raw"
    subprocess.run(["cc", "-O2", "-o", raw, HERE / "peers/raw.c", "-lcsv"], check=True)
    ours = [program, "aggregate", folder]
    print(f"{rows:,} audits, {export.stat().st_size / 1e6:.0f} MB; {os.cpu_count()} processors; medians of {runs}\n")
    print(" " * 34 + "  processor s, peer, ratio  wall s, peer, ratio       peak MiB, peer, ratio     load")
    compare("libcsv, nothing done to the cells", [program, "parse", export], [raw, "parse", export], runs)
    compare("aggregate: libcsv in C", ours, [raw, "aggregate", export], runs)
    for name, modules in PEERS.items():
        found = version(python, modules)
        if not found:
            print(f"{name}: not installed in {python}, left out")
            continue
        command = [python, HERE / "peers/peer.py", name, export]
        compare(f"aggregate: {found}", ours, command, 1 if name == "csv" else runs)
    growth(program, 5_000, rows)


if __name__ == "__main__":
    main(sys.argv[1], *(int(text) for text in sys.argv[2:4]))
