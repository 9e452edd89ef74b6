#!/usr/bin/env python3
"""Makes every report of every framework by the commands of its page in docs/ and puts each through the four checkers.

    reports.py PROGRAM [FRAMEWORK...]

The commands are the lines of the page's blocks of bash that begin with `qareport`; they are run from the repository with an
output folder of their own. The page must make every report that the program says the framework has, in every audience that
a meeting receives it in (`qareport framework show`). The checkers are found as ../shared/checkers, or in
QAREPORT_CHECKERS, set up by their setup.sh. Prints a table for docs/proofs.md and what the checkers warn of; exits with 1 where
a command fails, a report is missing or a checker finds a fault.
"""

import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
CHECKERS = pathlib.Path(os.environ.get("QAREPORT_CHECKERS", ROOT / "../shared/checkers"))
FRAMEWORKS = ["kirklees", "dorset", "haringey", "st-helens"]
MAKING = {"quarterly", "annual", "highlight", "report"}
LINE = re.compile(r"^(FAIL|warn) (\S+) (\S+): (.*)$")


def commands(page):
    """The commands of a page, as lists of words."""
    blocks = re.findall(r"^```bash\n(.*?)^```", page, re.M | re.S)
    lines = "".join(blocks).replace("\\\n", " ").splitlines()
    return [shlex.split(line, comments=True) for line in lines if line.startswith("qareport ")]


def name_and_audience(words):
    name = words[2] if words[1] == "report" else words[1]
    audience = words[words.index("--audience") + 1] if "--audience" in words else None
    return name, audience


def wanted(program, framework):
    """The framework's reports, each with the audience it has by itself and with those of the meetings it goes to."""
    shown = subprocess.run([program, "framework", "show", framework], capture_output=True, text=True, check=True).stdout
    own = {}
    for name, audience in re.findall(r"^  (\S+): .*; for the audience (\w+)", section(shown, "Reports"), re.M):
        own[name] = audience
    pairs = {(name, None) for name in own}
    for names, audience in re.findall(r"receives ([^;]+);.*?for the audience (\w+)", section(shown, "Meetings")):
        for name in names.split(", "):
            if audience != "internal" and own[name] == "internal":
                pairs.add((name, audience))
    return pairs


def section(text, heading):
    found = re.search(rf"^{heading}\n(.*?)(?=^\S|\Z)", text, re.M | re.S)
    if not found:
        raise SystemExit(f"framework show has no part {heading}")
    return found.group(1)


def check(name, files):
    """Faults and warnings of one checker: which of them, in which file, what."""
    done = subprocess.run([CHECKERS / "bin" / name, "--max", "1000", *files], capture_output=True, text=True, errors="replace")
    found = [match.groups() for match in map(LINE.match, done.stdout.splitlines()) if match]
    last = done.stdout.strip().splitlines()[-1] if done.stdout.strip() else ""
    # Every fault that the checker counts must have been read here.
    counted = re.match(rf"{name}: .*?(\d+) faults", last)
    if not counted:
        raise SystemExit(f"{name} did not come to its end: {done.stderr.strip()[-500:]}")
    if int(counted.group(1)) != sum(1 for kind, *_ in found if kind == "FAIL"):
        raise SystemExit(f"{name}: its faults could not be read: {last}")
    return found


def make(program, words, folder):
    """The packs of one command, its exit status and what it said."""
    done = subprocess.run([program, *words[1:], "--out", folder, "--quiet"], cwd=ROOT, capture_output=True, text=True)
    packs = sorted(path for path in folder.iterdir() if not path.name.startswith(".")) if folder.exists() else []
    return packs, done.returncode, done.stderr.strip()


def judge(packs, scratch):
    """What the checkers find, by pack. The pages and workbooks go through together, under the names of their packs."""
    names = {pack: f"{place}-{pack.name}" for place, pack in enumerate(packs)}
    found = {pack: [] for pack in packs}
    for checker, kind in (("check-xlsx", "xlsx"), ("check-html", "html")):
        copies = {f"{names[pack]}.{kind}": pack for pack in packs}
        for name, pack in copies.items():
            shutil.copy(pack / f"report.{kind}", scratch / name)
        for severity, file, rule, text in check(checker, [scratch / name for name in copies]):
            found[copies[file]].append((severity, rule, text))
    for pack in packs:
        for checker, kinds in (("check-md", ["md"]), ("check-agree", ["xlsx", "html", "md"])):
            for severity, _, rule, text in check(checker, [pack / f"report.{kind}" for kind in kinds]):
                found[pack].append((severity, rule, text))
    return found


def main(program, frameworks):
    program = str(pathlib.Path(program).resolve())
    if not (CHECKERS / "bin/check-agree").exists():
        raise SystemExit(f"no checkers in {CHECKERS}: set them up there, or say in QAREPORT_CHECKERS where they are")
    faults, warnings, made, begun = [], [], 0, time.time()
    print("| framework | report | audience | packs | exit | sheets | faults | warnings |\n|---|---|---|---:|---:|---:|---:|---:|", flush=True)
    for framework in frameworks:
        lines = commands((ROOT / f"docs/{framework}.md").read_text(encoding="utf-8"))
        making = [words for words in lines if words[1] in MAKING]
        for name, audience in sorted(wanted(program, framework) - {name_and_audience(words) for words in making}, key=str):
            faults.append(f"docs/{framework}.md makes no {name}" + (f" for the {audience}" if audience else ""))
        with tempfile.TemporaryDirectory(prefix="qareport-reports-") as folder:
            runs = []
            for place, words in enumerate(making):
                runs.append((words, *make(program, words, pathlib.Path(folder, str(place)))))
            scratch = pathlib.Path(folder, "scratch")
            scratch.mkdir()
            found = judge([pack for run in runs for pack in run[1]], scratch)
            for words, packs, status, said in runs:
                name, audience = name_and_audience(words)
                wrong = [f"{severity} {framework} {pack.name}: {rule}: {text}" for pack in packs for severity, rule, text in found[pack]]
                failed = [text for text in wrong if text.startswith("FAIL")]
                if status not in (0, 1) or not packs:
                    failed.append(f"FAIL {framework}: {shlex.join(words)} ended with {status}: {said[:300]}")
                sheets = max(map(count, packs), default=0)
                if sheets > 40:
                    failed.append(f"FAIL {framework} {name}: a workbook of {sheets} sheets")
                faults += failed
                for text in failed:
                    print(text, file=sys.stderr, flush=True)
                warned = [text for text in wrong if text.startswith("warn")]
                warnings += warned
                made += len(packs)
                print(f"| {framework} | `{name}` | {audience or 'its own'} | {len(packs)} | {status} | {sheets} | {len(failed)} | {len(warned)} |",
                      flush=True)
    print(f"\n{made} packs, {len(faults)} faults, {len(warnings)} warnings, {time.time() - begun:.0f} s")
    print("\n".join(faults + warnings))
    return 1 if faults else 0


def count(pack):
    """The sheets of a pack's workbook."""
    with zipfile.ZipFile(pack / "report.xlsx") as book:
        return len(re.findall(r"<sheet ", book.read("xl/workbook.xml").decode("utf-8")))


if __name__ == "__main__":
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    unknown = set(sys.argv[2:]) - set(FRAMEWORKS)
    if unknown:
        raise SystemExit(f"no page of {', '.join(sorted(unknown))}")
    sys.exit(main(sys.argv[1], sys.argv[2:] or FRAMEWORKS))
