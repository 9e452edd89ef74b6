"""Attacks public packs of random authorities by integer linear programming.

    python3 attack.py PROGRAM [AUTHORITIES] [SEED]

For every authority the program makes the public packs of two consecutive quarters and, for the truth, the internal
ones. The attacker has both public packs, the threshold and the rules of docs/disclosure.md, and knows that counts are
whole. For every withheld number he asks for the least and the greatest value that agree with everything he knows
(scipy's HiGHS, exact on whole numbers). The attack succeeds where the two are the same.

Checks of the attacker himself: the truth must lie within his bounds, and of tables from which only the small numbers
were taken he must recover some. Needs scipy; ends with 1 where a number was recovered or a check failed.
"""

import csv
import itertools
import multiprocessing
import random
import subprocess
import sys
import tempfile
from collections import Counter
from functools import partial
from pathlib import Path

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

UP_TO = 5
MOST = 3000
SERVICES = ["Early Help", "Front Door", "Fostering", "Leaving Care", "Youth Justice", "Children in Care", "SEND"]
GRADES = ["Outstanding", "Good", "Requires Improvement", "Inadequate"]
STANDARDS = ["Child seen within timescale", "Child seen alone", "Chronology up to date"]
QUESTIONS = ["I feel listened to", "Things are better for my family", "I know what the plan is"]
RATINGS = ["Strongly agree", "Agree", "Disagree"]
DOMAINS = ["Assessment", "Planning", "Case recording"]
QUARTERS = {"2025-26-Q2": (7, 8, 9), "2025-26-Q3": (10, 11, 12)}


def write_authority(folder, chance):
    """A workspace with anything from a handful to hundreds of records of each kind."""
    services = SERVICES[: chance.randint(2, len(SERVICES))]
    exports = folder / "exports"
    exports.mkdir()
    (folder / "qareport.yaml").write_text(
        "framework: st-helens\nservices:\n" + "".join(f"  - {name}\n" for name in services))

    def records(largest):
        """A service and a day each; services of very different size, some rows of none."""
        for months in QUARTERS.values():
            for service in services + ([""] if chance.random() < 0.3 else []):
                size = chance.choice([0, chance.randint(1, 8)] + 3 * [chance.randint(1, largest)])
                for _ in range(size):
                    yield service, f"{chance.randint(1, 28):02}/{chance.choice(months):02}/2025"

    def write(name, header, rows):
        with open(exports / f"{name}.csv", "w", newline="") as file:
            csv.writer(file).writerows([header, *rows])

    ids = itertools.count(1)
    good = chance.uniform(0.3, 1)
    grade = lambda: chance.choice(GRADES[:2] if chance.random() < good else GRADES[2:] + [""])
    targeted = chance.choice([0, 0, 0.1, 0.4])
    write(
        "audits",
        ["audit_id", "child_id", "service", "audit_type", "selection", "completed_date", "overall_grade"]
        + [f"domain: {name}" for name in DOMAINS],
        [[f"A{next(ids)}", f"C{next(ids)}", service, "Case audit",
          "targeted" if chance.random() < targeted else "random", day, grade()] + [grade() for _ in DOMAINS]
         for service, day in records(80)])
    yes = chance.uniform(0.3, 1)
    write(
        "dip_samples", ["sample_id", "sample_date", "child_id", "service", "standard", "response"],
        [[f"D{number}", day, f"C{number}", service, standard,
          "yes" if chance.random() < yes else chance.choice(["no", "partly", "n/a"])]
         for number, (service, day) in enumerate(records(30)) for standard in STANDARDS])
    write(
        "complaints",
        ["reference", "procedure", "type", "received_date", "stage", "stage_started_date", "responded_date",
         "service", "outcome"],
        [[f"K{next(ids)}", "statutory", chance.choice(["complaint", "complaint", "compliment"]), day, "1", day,
          chance.choice([day, ""]), service, chance.choice(["upheld", "not upheld"])]
         for service, day in records(30)])
    write("observations", ["observation_id", "date", "service", "worker"],
          [[f"O{next(ids)}", day, service, "Someone"] for service, day in records(20)])
    write("supervision_audits", ["id", "date", "service", "grade"],
          [[f"S{next(ids)}", day, service, "Good"] for service, day in records(20)])
    write("feedback", ["feedback_id", "date", "source", "service", "question", "rating"],
          [[f"F{next(ids)}", day, "parent", service, question, chance.choice(RATINGS)]
           for service, day in records(40) for question in QUESTIONS if chance.random() < 0.8])


def figures(program, workspace, period, audience, out):
    done = subprocess.run(
        [program, "quarterly", "--workspace", workspace, "--period", period, "--audience", audience, "--out", out,
         "--format", "data", "--quiet"], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        raise SystemExit(f"the program ended with {done.returncode}: {done.stderr}")
    name = f"quarterly-{period}" + ("" if audience == "internal" else f"-{audience}")
    with open(Path(out) / name / "figures.csv", newline="") as file:
        return {row["figure"]: row for row in csv.DictReader(file) if row["period"] == period or audience == "public"}


class System:
    """Whole numbers from 0 to MOST under linear constraints, some of which hold only where a switch is on."""

    def __init__(self):
        self.count, self.least, self.greatest, self.rows = 0, [], [], []

    def number(self, least=0, greatest=MOST):
        self.least.append(least)
        self.greatest.append(greatest)
        self.count += 1
        return self.count - 1

    def hold(self, terms, least, greatest):
        self.rows.append((terms, least, greatest))

    def one_of(self, *cases):
        """At least one case holds: each a list of (terms, least, greatest)."""
        switches = [self.number(0, 1) for _ in cases]
        self.hold({switch: 1 for switch in switches}, 1, len(cases))
        slack = 4 * MOST
        for switch, case in zip(switches, cases):
            for terms, least, greatest in case:
                self.hold({**terms, switch: -slack}, least - slack, np.inf)
                self.hold({**terms, switch: slack}, -np.inf, greatest + slack)

    def extreme(self, variable, direction):
        matrix = np.zeros((len(self.rows), self.count))
        for row, (terms, _, _) in enumerate(self.rows):
            for column, factor in terms.items():
                matrix[row, column] += factor
        goal = np.zeros(self.count)
        goal[variable] = direction
        constraints = (
            [LinearConstraint(matrix, [r[1] for r in self.rows], [r[2] for r in self.rows])] if self.rows else [])
        found = milp(goal, integrality=np.ones(self.count), bounds=Bounds(self.least, self.greatest),
                     constraints=constraints)
        return round(found.x[variable]) if found.x is not None else None

    def range(self, variable):
        return self.extreme(variable, 1), self.extreme(variable, -1)


def whole(row, column="value"):
    return int(float(row[column])) if row[column] else None


def counts_by_service(pack, measure):
    rows = [row for row in pack.values() if row["measure"] == measure and not row["dimension"] and not row["team"]]
    total = next(row for row in rows if not row["service"])
    return total, [row for row in rows if row["service"]]


def attack_counts(pack, measure, remainder_is_none, naive=False):
    """Bounds of every withheld count by service; cases of the rule are united."""
    total, rows = counts_by_service(pack, measure)
    if total["status"] == "not_available":
        return {}
    withheld = [row["figure"] for row in rows + [total] if row["status"] == "suppressed"]
    shown = [whole(row) for row in rows if row["status"] == "ok"]
    bounds = {figure: [] for figure in withheld}

    def system():
        equations = System()
        cells = {row["figure"]: equations.number() if row["status"] == "suppressed" else
                 equations.number(whole(row), whole(row)) for row in rows}
        rest = equations.number(0, 0 if remainder_is_none else MOST)
        whole_total = whole(total) if total["status"] == "ok" else None
        cells[total["figure"]] = equations.number(*((whole_total, whole_total) if whole_total is not None
                                                    else (1, UP_TO)))
        equations.hold({**{cells[row["figure"]]: 1 for row in rows}, rest: 1, cells[total["figure"]]: -1}, 0, 0)
        return equations, cells, rest

    def unite(equations, cells):
        for figure in withheld:
            least, greatest = equations.range(cells[figure])
            if least is not None:
                bounds[figure] += [least, greatest]

    if total["status"] == "suppressed" or naive:
        # A total is withheld that is small, or whose cells above 0 are all of one small value.
        equations, cells, _ = system()
        if naive:
            for figure in withheld:
                equations.hold({cells[figure]: 1}, 1, UP_TO)
        unite(equations, cells)
        for value in range(1, UP_TO + 1) if total["status"] == "suppressed" and not naive else ():
            equations, cells, rest = system()
            equations.greatest[cells[total["figure"]]] = MOST
            for cell in [cells[row["figure"]] for row in rows] + [rest]:
                equations.one_of([({cell: 1}, 0, 0)], [({cell: 1}, value, value)])
            unite(equations, cells)
        return bounds
    least_shown = min([number for number in shown if number > 0], default=MOST)
    # Every withheld cell is small; or the small ones are all of one value and the others of the next.
    equations, cells, rest = system()
    for figure in withheld:
        equations.hold({cells[figure]: 1}, 1, min(UP_TO, least_shown - 1))
    unite(equations, cells)
    for value in range(1, UP_TO + 1):
        equations, cells, rest = system()
        larger = equations.number(UP_TO + 1, max(UP_TO + 1, least_shown - 1))
        for figure in withheld:
            equations.one_of([({cells[figure]: 1}, value, value)], [({cells[figure]: 1, larger: -1}, 0, 0)])
        equations.one_of([({rest: 1}, 0, 0)], [({rest: 1}, value, value)], [({rest: 1, larger: -1}, 0, MOST)])
        equations.one_of(*[[({cells[figure]: 1}, value, value)] for figure in withheld], [({rest: 1}, value, value)])
        unite(equations, cells)
    return bounds


def share(equations, row):
    """The part and the whole of a share."""
    if row["status"] == "ok":
        part, all_of = whole(row, "numerator"), whole(row, "denominator")
        return equations.number(part, part), equations.number(all_of, all_of)
    if row["status"] == "suppressed":
        part, all_of = equations.number(), equations.number(1)
        equations.hold({part: 1, all_of: -1}, -MOST, 0)
        return part, all_of
    return equations.number(0, 0), equations.number(0, 0)


def unsafe(part, all_of):
    """Why a share may be withheld."""
    return [
        [({part: 1}, 1, UP_TO)], [({all_of: 1, part: -1}, 1, UP_TO)], [({all_of: 1}, 1, UP_TO)],
        [({part: 1}, 0, 0), ({all_of: 1}, 1, 2 * UP_TO)], [({all_of: 1, part: -1}, 0, 0), ({all_of: 1}, 1, 2 * UP_TO)],
    ]


def attack_shares(pack):
    """Bounds of (figure, column) of every withheld share and grade."""
    equations, wanted = System(), {}
    single = lambda measure: next(
        (row for row in pack.values() if row["measure"] == measure and not row["dimension"] and not row["service"]), None)

    def population(row):
        if row is None or row["status"] == "not_available":
            return equations.number(0, 0)
        return equations.number(whole(row), whole(row)) if row["status"] == "ok" else equations.number(1)

    completed, received = population(single("audits.completed")), population(single("complaints.received"))
    children = population(single("dip.children"))
    audits_withheld = (single("audits.completed") or {}).get("status") == "suppressed"
    few_children = (single("dip.children") or {}).get("status") == "suppressed"
    complaints_withheld = (single("complaints.received") or {}).get("status") == "suppressed"
    for row in pack.values():
        if row["unit"] not in ("proportion", "") or row["measure"] == "indicator.value":
            continue
        if row["measure"] not in (
            "audits.good_or_better", "dip.met", "feedback.positive", "complaints.within_timescale"):
            continue
        part, all_of = share(equations, row)
        audits = row["measure"] == "audits.good_or_better"
        if audits:
            equations.hold({all_of: 1, completed: -1}, -MOST, 0)
        if row["status"] == "suppressed":
            reasons = unsafe(part, all_of)
            free = False
            if audits:
                free = audits_withheld
                if not row["dimension"]:
                    reasons.append([({completed: 1, all_of: -1}, 1, UP_TO)])
            if row["measure"] == "dip.met":
                free = few_children
            if row["measure"] == "complaints.within_timescale":
                free = complaints_withheld
                reasons += [[({received: 1, all_of: -1}, 1, UP_TO)], [({received: 1, all_of: -1}, -UP_TO, -1)]]
            if free:
                # Everything of the kind is withheld; a share of nothing too.
                equations.least[all_of] = 0
            else:
                equations.one_of(*reasons)
            wanted[row["figure"], "numerator"] = part
            wanted[row["figure"], "denominator"] = all_of
        if audits and not row["dimension"]:
            overall, overall_part, overall_of = row, part, all_of
    grades = [row for row in pack.values() if row["measure"] == "audits.grade"]
    if grades and grades[0]["status"] != "not_available":
        cells = [equations.number() if row["status"] == "suppressed" else equations.number(whole(row), whole(row))
                 for row in grades]
        for row, cell in zip(grades, cells):
            if row["status"] == "suppressed":
                wanted[row["figure"], "value"] = cell
        good = GRADES.index("Good") + 1
        equations.hold({**{cell: 1 for cell in cells[:good]}, overall_part: -1}, 0, 0)
        equations.hold({**{cell: 1 for cell in cells}, overall_of: -1}, 0, 0)
        if overall["status"] == "ok":
            for side in (range(good), range(good, len(cells))):
                if any(grades[position]["status"] == "suppressed" for position in side):
                    equations.one_of(*[[({cells[position]: 1}, 1, UP_TO)] for position in side])
    return {key: list(equations.range(variable)) for key, variable in wanted.items()}


COUNTS = ["audits.completed", "observations.completed", "supervision_audits.completed", "complaints.received",
          "compliments.received"]


def attack(program, seed, authority):
    """What became of one authority's packs: counts, and a line for everything that should not be."""
    chance = random.Random(f"{seed} {authority}")
    result, lines = Counter(authorities=1), []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_authority(folder, chance)
        packs = {
            period: tuple(figures(program, name, period, audience, folder / "out") for audience in ("public", "internal"))
            for period in QUARTERS}
    # Nothing of one quarter may be in the other's pack: that is what makes them safe beside one another.
    for period, (public, _) in packs.items():
        if any(row["period"] != period for row in public.values()):
            lines.append(f"authority {authority}: the pack of {period} holds figures of another quarter")
            result["wrong"] += 1
    for public, truth in packs.values():
        result["published"] += sum(row["status"] == "ok" for row in public.values())
        bounds = {}
        naive = {
            figure: {**row, "status": "suppressed" if 1 <= (whole(row) or 0) <= UP_TO else row["status"]}
            for figure, row in truth.items() if row["measure"] in COUNTS}
        for measure in COUNTS:
            total, rows = counts_by_service(truth, measure)
            none = total["status"] == "ok" and whole(total) == sum(whole(row) for row in rows)
            for figure, found in attack_counts(public, measure, none).items():
                bounds[figure, "value"] = [min(found), max(found)] if found else [None, None]
            for found in attack_counts(naive, measure, none, naive=True).values():
                result["naive withheld"] += 1
                result["naive recovered"] += bool(found) and min(found) == max(found)
        bounds.update(attack_shares(public))
        for (figure, column), (least, greatest) in bounds.items():
            result["withheld"] += 1
            number = whole(truth[figure], column)
            if column == "denominator" and number is None:
                number = whole(truth[figure], "n")
            result["narrowed"] += least is not None and greatest - least == 1
            if least is None or (number is not None and not least <= number <= greatest):
                result["wrong"] += 1
                lines.append(f"authority {authority} {figure} {column}: the attacker has {least} to {greatest}, "
                             f"the truth is {number}")
            elif least == greatest:
                result["recovered"] += 1
                lines.append(f"authority {authority} {figure} {column}: recovered {least}")
    return result, lines


def main():
    program, authorities = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 10
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 20251231
    total = Counter()
    with multiprocessing.Pool(2) as pool:
        for result, lines in pool.imap(partial(attack, program, seed), range(authorities)):
            total.update(result)
            print(*lines, sep="\n", end="\n" if lines else "", flush=True)
            if total["authorities"] % 10 == 0:
                print(dict(total), file=sys.stderr, flush=True)
    print(f"seed {seed}: {total['authorities']} authorities, two quarters each; {total['published']} figures published, "
          f"{total['withheld']} numbers withheld, {total['recovered']} recovered, {total['narrowed']} narrowed to two "
          f"values; {total['wrong']} bounds without the truth")
    print(f"the same attacker where only small numbers are withheld: {total['naive recovered']} of "
          f"{total['naive withheld']} recovered")
    sys.exit(1 if total["recovered"] or total["wrong"] or not total["naive recovered"] or not total["withheld"] else 0)


if __name__ == "__main__":
    main()
