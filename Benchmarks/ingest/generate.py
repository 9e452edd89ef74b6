#!/usr/bin/env python3
"""A workspace with one export of so many invented audits, the same for the same seed.

    python3 Benchmarks/ingest/generate.py ROWS FOLDER [SEED]

22 columns, two of them free text, about 643 bytes an audit: England's year is 1,000,000 of them. One text in 50 has a
line break in it, one in 20 a quotation in doubled marks; one audit in 12 is not completed and one in 40 has no grade.
"""
import random
import sys
from pathlib import Path

COLUMNS = ("audit_id,child_id,service,team,level_of_need,pathway,worker,auditor,auditor_team,audit_type,selection,"
           "allocated_date,due_date,submitted_date,completed_date,overall_grade,moderator,moderated_grade,"
           "moderation_date,family_feedback_obtained,strengths,areas_for_development")
SERVICES = ["Early Help", "Front Door", "Assessment & Intervention", "Child Protection & CIN", "Children in Care",
            "Leaving Care", "Fostering", "Adoption", "SEND & Disabilities", "Youth Justice", "Edge of Care",
            "Safeguarding Unit"]
GRADES = ["Outstanding", "Good", "Requires Improvement", "Inadequate"]
AUTHORITIES = 153
OPENINGS = ["The plan", "The assessment", "The chronology", "The record", "Supervision", "The visit", "The review",
            "Life story work", "The safety plan", "Management oversight"]
MIDDLES = ["sets out clearly what is expected of the family", "does not yet say who will do what, and by when",
           "shows how the child's own words changed the decision", "was completed late, and the reason is not recorded",
           "brings together health, school and the family network", "repeats earlier wording without analysis",
           "is kept up to date and read by the whole team", "weighs risk and protective factors step by step"]
ENDINGS = ["so that the next worker can follow it.", "and the family has a copy they understand.",
           "which the team manager raised in supervision.", "although the last visit was within timescale.",
           "and the reviewing officer agreed.", "but the child was not seen alone."]

FRAMEWORK = """authority: England
title: An invented national study
grades: {scale: [Outstanding, Good, Requires Improvement, Inadequate], good_or_better: Good}
services:
""" + "".join(f"  - {name}\n" for name in SERVICES) + """domains: [Assessment]
audit_types:
  - {name: Case audit, selection: random}
  - {name: Thematic audit, selection: targeted}
  - {name: Re-audit, selection: targeted, reaudit: true}
"""


def texts(source):
    """2,000 texts as CSV cells, 40 to about 450 bytes."""
    made = []
    for _ in range(2000):
        sentences = [f"{source.choice(OPENINGS)} {source.choice(MIDDLES)} {source.choice(ENDINGS)}"
                     for _ in range(source.randint(1, 3))]
        text = ("\r\n" if source.random() < 1 / 50 else " ").join(sentences)
        if source.random() < 1 / 20:
            text += ' "I know what happens next," the child said.'
        made.append('"' + text.replace('"', '""') + '"')
    return made


def days(first):
    """Every day of a year from a first one on, ISO."""
    from datetime import date, timedelta
    return [(first + timedelta(days=day)).isoformat() for day in range(365)]


def main(rows, folder, seed=2025):
    from datetime import date
    source = random.Random(seed)
    pool, year = texts(source), days(date(2025, 4, 1))
    later = year + days(date(2026, 4, 1))
    exports = Path(folder) / "exports"
    exports.mkdir(parents=True, exist_ok=True)
    (Path(folder) / "frameworks").mkdir(exist_ok=True)
    (Path(folder) / "frameworks" / "england.yaml").write_text(FRAMEWORK, encoding="utf-8")
    (Path(folder) / "qareport.yaml").write_text("framework: england\n", encoding="utf-8")
    with open(exports / "audits.csv", "w", encoding="utf-8", newline="") as file:
        file.write(COLUMNS + "\r\n")
        lines = []
        for row in range(rows):
            # One draw a row; its bits choose everything.
            bits = source.getrandbits(160)

            def pick(count):
                nonlocal bits
                bits, place = divmod(bits, count)
                return place

            authority = pick(AUTHORITIES)
            service = SERVICES[pick(len(SERVICES))]
            team = f"{service} {authority + 1}"
            day = pick(340)
            done = "" if pick(12) == 0 else later[day + pick(25)]
            grade = "" if not done or pick(40) == 0 else GRADES[(1, 1, 0, 2, 1, 2, 3, 1)[pick(8)]]
            moderated = grade and pick(3) == 0
            lines.append(
                f"A{authority + 1:03d}-{row:07d},{2000000 + pick(700000)},{service},{team},Level {pick(3) + 2},"
                f"{('Child in need', 'Child protection', 'Looked after', 'Early help')[pick(4)]},"
                f"Worker {pick(9000)},Auditor {pick(1200)},Quality Assurance {authority + 1},"
                f"{('Case audit', 'Case audit', 'Thematic audit', 'Re-audit')[pick(4)]},"
                f"{('random', 'random', 'targeted', '')[pick(4)]},{year[day]},{later[day + 14]},{done},{done},{grade},"
                f"{f'Moderator {pick(400)}' if moderated else ''},{grade if moderated else ''},"
                f"{later[day + 24] if moderated else ''},{('yes', 'no', 'n/a')[pick(3)]},"
                f"{pool[pick(2000)]},{pool[pick(2000)]}\r\n")
            if len(lines) == 20000:
                file.write("".join(lines))
                lines = []
        file.write("".join(lines))


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], *(int(text) for text in sys.argv[3:4]))
