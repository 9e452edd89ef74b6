"""Runs on a workspace of very many exports.

    python3 Tests/faults/many.py PROGRAM FILES
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HEADER = "audit_id,child_id,service,audit_type,selection,completed_date,overall_grade\n"


def main(program, files):
    with tempfile.TemporaryDirectory(prefix="qareport-many-") as folder:
        folder = Path(folder)
        (folder / "qareport.yaml").write_text("framework: st-helens\nservices: [Early Help]\n")
        for number in range(files):
            export = folder / f"exports/{number // 500}/audits-{number}.csv"
            export.parent.mkdir(parents=True, exist_ok=True)
            export.write_text(HEADER + f"A{number},C{number},Early Help,Case audit,random,07/10/2025,Good\n")
        began = time.monotonic()
        result = subprocess.run(
            [program, "quarterly", "--workspace", folder, "--period", "2025-26-Q3", "--quiet",
             "--templates", Path(__file__).parents[2] / "templates"],
            capture_output=True, text=True)
        seconds = time.monotonic() - began
        figures = folder / "output/quarterly-2025-26-Q3/figures.csv"
        counted = figures.is_file() and f",{files}," in next(
            (l for l in figures.read_text().splitlines() if l.startswith("audits-completed--all--2025-26-q3,")), "")
        largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10
    print(f"{files} exports of one row: status {result.returncode}, {seconds:.1f} s, {largest} MB, " +
          ("all counted" if counted else f"not all counted {result.stderr[-300:]}"))
    return 0 if result.returncode in (0, 1) and counted else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
