#!/usr/bin/env python3
"""Takes each rule of the frameworks' files out and expects the test of its obligation to fail.

    prove.py TEST-BUNDLE [ID...]

The bundle is what `swift build --build-tests` makes. Which rules stand behind which id is in removals.yaml. A rule is cut
out of the file's own text, so that everything else of it stays byte for byte; the program must still read what is left
without a fault (`test.programs` beside the bundle: `qareport framework check`). First all tests must pass with the files as
they are. Prints a table for docs/proofs.md; exits with 1 where a test does not fail, a file cannot be read or an id has no
rule. Needs Python with PyYAML.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
FRAMEWORKS = {"KI": "kirklees", "DO": "dorset", "HA": "haringey", "SH": "st-helens"}
SUITES = {"KI": "Kirklees", "DO": "Dorset", "HA": "Haringey", "SH": "StHelens"}
STEP = re.compile(r"\.?([a-z_]+)|\[((?:[^\[\]])+)\]")


def named(node):
    """What an entry of a list or section is called, and the service it is about."""
    if isinstance(node, yaml.ScalarNode):
        return node.value, ""
    fields = {key.value: value for key, value in node.value} if isinstance(node, yaml.MappingNode) else {}
    name = fields.get("name") or fields.get("activity")
    service = fields.get("service")
    return (name.value if name else ""), (service.value if service else "")


class Removal:
    """The stretch of text that a path names."""

    def __init__(self, text):
        self.text = text
        self.root = yaml.compose(text, Loader=yaml.SafeLoader)

    def stretch(self, path):
        node, stretch, position = self.root, None, 0
        while position < len(path):
            step = STEP.match(path, position)
            if not step:
                raise SystemExit(f"not a path: {path}")
            key, entry = step.groups()
            node, stretch = self.step(node, key, entry, path)
            position = step.end()
        return stretch

    def step(self, node, key, entry, path):
        wanted, _, service = (entry or key).partition("@")
        if isinstance(node, yaml.MappingNode):
            for place, (name, value) in enumerate(node.value):
                if name.value == wanted:
                    following = node.value[place + 1][0] if place + 1 < len(node.value) else None
                    return value, self.cut(node, name, value, following)
        elif isinstance(node, yaml.SequenceNode):
            for place, value in enumerate(node.value):
                name, of = named(value)
                if name == wanted and (not service or of == service):
                    following = node.value[place + 1] if place + 1 < len(node.value) else None
                    return value, self.cut(node, value, value, following)
        raise SystemExit(f"nothing in the file is at {path}")

    def cut(self, parent, first, value, following):
        start, end = first.start_mark.index, value.end_mark.index
        if parent.flow_style:
            if following is not None:
                return start, following.start_mark.index
            before = self.text.rfind(",", parent.start_mark.index, start)
            return (before if before > 0 else start), end
        # Whole lines: from the entry's own, with its dash, to the line of the next, or of what has less indentation.
        start = self.text.rfind("\n", 0, start) + 1
        if following is not None:
            return start, self.text.rfind("\n", 0, following.start_mark.index) + 1
        line = self.text.rfind("\n", 0, end) + 1
        if not self.text[line:end].strip():
            return start, line
        return start, self.text.find("\n", end) + 1


def without(text, paths):
    for path in paths:
        start, end = Removal(text).stretch(path)
        text = text[:start] + text[end:]
    return text


def run(bundle, test, templates=None):
    environment = dict(os.environ)
    environment.pop("QAREPORT_TEST_TEMPLATES", None)
    if templates:
        environment["QAREPORT_TEST_TEMPLATES"] = templates
    done = subprocess.run(
        [bundle, "--testing-library", "swift-testing", "--filter", test], env=environment,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
    ran = re.search(r"Test run with (\d+) tests?", done.stdout)
    if not ran or ran.group(1) == "0":
        raise SystemExit(f"no test ran for {test}:\n{done.stdout[-2000:]}")
    return done.returncode == 0


def main(bundle, chosen):
    program = str(pathlib.Path(bundle).with_name("qareport"))
    removals = yaml.safe_load((pathlib.Path(__file__).with_name("removals.yaml")).read_text(encoding="utf-8"))
    ids = [f"{start}-{number}" for start, count in (("KI", 15), ("DO", 15), ("HA", 16), ("SH", 17))
           for number in range(1, count + 1)]
    if set(removals) != set(ids):
        raise SystemExit(f"ids without rules, or rules without an id: {sorted(set(removals) ^ set(ids))}")
    if not run(bundle, "ObligationTests\\."):
        raise SystemExit("the tests do not pass with the files as they are")
    faults, taken, begun = [], 0, time.time()
    print("| id | rules taken out, one after the other | tests that failed |\n|---|---|---:|")
    for id in chosen or ids:
        start = id[:2]
        framework = FRAMEWORKS[start]
        text = (ROOT / f"templates/frameworks/{framework}.yaml").read_text(encoding="utf-8")
        test = f"{SUITES[start]}(Obligation|Plan|Sample)Tests/{id.replace('-', '').lower()}[A-Za-z]*\\("
        failed = 0
        for rule in removals[id]:
            with tempfile.TemporaryDirectory() as folder:
                file = pathlib.Path(folder, "frameworks", f"{framework}.yaml")
                file.parent.mkdir()
                file.write_text(without(text, rule.split(" + ")), encoding="utf-8")
                check = subprocess.run([program, "framework", "check", str(file)], capture_output=True, text=True)
                if check.returncode != 0:
                    faults.append(f"{id}: without {rule} the file cannot be read: {check.stderr.strip()[:300]}")
                elif run(bundle, test, folder):
                    faults.append(f"{id}: the test passes without {rule}")
                else:
                    failed += 1
                taken += 1
        rules = "; ".join(removals[id])
        print(f"| {id} | {rules} | {failed} of {len(removals[id])} |", flush=True)
    print(f"\n{taken} rules taken out in {time.time() - begun:.0f} s, {len(faults)} of which no test noticed or no file was left of")
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2:]))
