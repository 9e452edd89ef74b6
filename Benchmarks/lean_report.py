#!/usr/bin/env python3
"""The core of a quarterly report in lean Python: csv, Counter, plain strings, XlsxWriter where it is installed.

    python3 Benchmarks/lean_report.py WORKSPACE LISTS OUT [ahocorasick]

What an analyst with some Python would run on exports that are already clean: it decodes no spelling and checks nothing.
LISTS is what Benchmarks/lean/prepare.py wrote down. docs/performance.md says which parts of the report it makes. With the last word themes are told by pyahocorasick's compiled
automaton, which leaves out the phrases with gaps.
"""
import gc
import pickle
import sys
from pathlib import Path

# A short run that keeps all it makes: looking for garbage would be for nothing.
gc.disable()
sys.path.insert(0, str(Path(__file__).resolve().parent / "lean"))
import audits  # noqa: E402
import files  # noqa: E402
import grid  # noqa: E402
import others  # noqa: E402
import tables  # noqa: E402
import words  # noqa: E402
from figures import Figures  # noqa: E402

PERIOD, AS_AT = "2025-26-Q3", "2025-12-31"


def main(workspace, lists, out, compiled=False):
    with open(lists, "rb") as file:
        lists = pickle.load(file)
    figures = Figures(workspace, lists, PERIOD, AS_AT)
    audits.count(figures)
    others.count(figures)
    rows = grid.lay_out(figures)
    comments = words.read(figures, lists, compiled)
    report = tables.make(figures, rows, comments)
    out.mkdir(parents=True, exist_ok=True)
    files.write_figures(rows, out)
    files.write_html(report, out / "report.html")
    files.write_markdown(report, out / "report.md")
    files.write_workbook(report, out / "report.xlsx")


if __name__ == "__main__":
    main(*(Path(text) for text in sys.argv[1:4]), sys.argv[4:] == ["ahocorasick"])
