#!/usr/bin/env python3
"""Where the processor time of a report goes, stage by stage, over all its threads.

    python3 Benchmarks/stages.py PROGRAM WORKSPACE [FUNCTION [RATE]]

Runs PROGRAM under Linux' perf (samples of processor time with the calls that led there) and counts each sample for the
stage whose function stands innermost among those calls. With FUNCTION, a piece of a function's name, it shows instead what
the samples below that function are in: by the function itself, with all that it calls.
"""
import collections
import os
import subprocess
import sys
import tempfile
from pathlib import Path

PERIOD = "2025-26-Q3"
ROOT = Path(__file__).resolve().parent.parent
# Stages by a piece of a function's name, the first that fits; the innermost function counts.
STAGES = [
    ("ThemeFiles.read", "themes: reading the lexicon"), ("ThemeEngine.init", "themes: making the automaton"),
    ("GatheredComments", "themes and redaction of comments"), ("CommentReadings.init", "themes and redaction of comments"),
    ("ThemeSummary.init", "themes and redaction of comments"), ("ThemeRecords", "themes and redaction of comments"),
    ("WorkspaceReader.read", "start: workspace and framework"), ("Templates.page", "start: workspace and framework"),
    ("Pipeline.readExports", "reading exports"), ("ExportReader", "reading exports"),
    ("FigureMaker.findings", "analysis: counting"), ("FigureMaker.init", "analysis: counting"),
    ("FigureMaker.figures", "analysis: counting"), ("FigureMaker.recordLists", "analysis: lists of records"),
    ("Disclosure.disclose", "analysis: disclosure"), ("ReportPlan.report", "composing the report"),
    ("NarrativePlacement", "composing the report"),
    ("WorkbookRenderer", "workbook"), ("PageRenderer", "page"), ("MarkdownRenderer", "Markdown"),
    ("FigureFiles", "files of figures"), ("collectFigures", "files of figures"),
    ("PackContents.Rows", "index of rows and records"), ("OldPack", "taking the old pack away"),
    ("SHA256", "hashing"), ("PackFolder", "writing to the disk"), ("FolderTree", "writing to the disk"),
    ("Console.show", "telling of problems"), ("RejectsFile", "rejects and manifest"), ("Manifest", "rejects and manifest"),
]


def stacks(program, workspace, folder, rate):
    """The functions of each sample, innermost first, and the seconds a sample stands for."""
    data = os.path.join(folder, "perf.data")
    command = [program, "quarterly", "--workspace", workspace, "--period", PERIOD, "--out", os.path.join(folder, "out"),
               "--templates", str(ROOT / "templates"), "--quiet"]
    subprocess.run(["perf", "record", "-q", "-F", str(rate), "-e", "cpu-clock", "--call-graph", "fp", "-o", data, *command],
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    script = subprocess.run(["perf", "script", "-i", data, "-F", "ip,sym"], capture_output=True, text=True).stdout
    names = sorted({line.split(None, 1)[1] for line in script.splitlines() if line.strip()})
    shown = subprocess.run(["swift", "demangle", "--simplified", "--compact"], input="\n".join(names), text=True,
                           capture_output=True).stdout.splitlines()
    plain = dict(zip(names, shown))
    for block in script.split("\n\n"):
        lines = [line.split(None, 1)[1] for line in block.splitlines() if line.strip()]
        if lines:
            yield [plain[name] for name in lines], 1 / rate


def stage(functions):
    for name in functions:
        for piece, label in STAGES:
            if piece in name:
                return label
    return "start and end of the program, and what no stage owns"


def main(program, workspace, function="-", rate="10000"):
    seconds = collections.Counter()
    total = 0
    with tempfile.TemporaryDirectory() as folder:
        for functions, share in stacks(program, workspace, folder, int(rate)):
            total += share
            if function == "-":
                seconds[stage(functions)] += share
                continue
            below = next((at for at, name in enumerate(functions) if function in name), None)
            for name in set(functions[:below]) if below is not None else ():
                seconds[name[:130]] += share
    print(f"{total * 1000:.0f} ms of processor time, load {os.getloadavg()[0]:.1f}\n")
    for label, used in seconds.most_common(60):
        print(f"| {label} | {used * 1000:.0f} | {used / total:.0%} |")


if __name__ == "__main__":
    main(*sys.argv[1:])
