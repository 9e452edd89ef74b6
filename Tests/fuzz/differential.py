#!/usr/bin/env python3
"""Well-formed CSV divided by the program's reader and by Python's csv module, cell by cell.

    python3 Tests/fuzz/differential.py PROGRAM [FILES] [SEED]

Writes random tables in every way csv.writer can put them, reads each back with csv.reader and with `PROGRAM records
FILE`, and stops at the first difference, keeping the file.
"""
import csv
import random
import subprocess
import sys
import tempfile
from pathlib import Path

CHARACTERS = list("abcXYZ0189 .;'/-_") + [",", '"', "\n", "\r", "\r\n", "\t", "é", "“", "£", "\u00a0", "😀", '""', ",,"]
ENDS = ["\n", "\r\n", "\r"]
QUOTING = [csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC]


def table(source):
    width = source.randint(1, 6)
    longest = source.choice([0, 3, 12, 12, 300])
    def cell():
        return "".join(source.choice(CHARACTERS) for _ in range(source.randint(0, longest)))
    return [[cell() for _ in range(source.choice([width, width, width, 1, width + 2]))]
            for _ in range(source.randint(1, 400))]


def main(program, files=60, seed=2025):
    source = random.Random(seed)
    records = cells = 0
    with tempfile.TemporaryDirectory() as folder:
        for number in range(files):
            path = Path(folder) / f"{number}.csv"
            with open(path, "w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file, lineterminator=source.choice(ENDS), quoting=source.choice(QUOTING))
                writer.writerows(table(source))
            with open(path, encoding="utf-8", newline="") as file:
                rows = list(csv.reader(file))
            expected = b"".join(
                b"".join(b"%d:%s" % (len(text), text) for text in (cell.encode() for cell in row)) + b"\n" for row in rows)
            read = subprocess.run([program, "records", path], stdout=subprocess.PIPE)
            if read.returncode or read.stdout != expected:
                kept = Path(tempfile.gettempdir()) / "differential.csv"
                kept.write_bytes(path.read_bytes())
                sys.exit(f"the readers differ on {kept} (file {number} of seed {seed}, status {read.returncode})")
            records += len(rows)
            cells += sum(map(len, rows))
    print(f"{files} files, {records:,} records, {cells:,} cells: the same as Python's csv in every one")


if __name__ == "__main__":
    main(sys.argv[1], *(int(text) for text in sys.argv[2:4]))
