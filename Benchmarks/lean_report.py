#!/usr/bin/env python3
"""The core of a quarterly report in lean Python: csv and Counter, nothing else.

    python3 Benchmarks/lean_report.py WORKSPACE

What an analyst with some Python would run on exports that are already clean: it decodes no spelling, checks nothing
and draws nothing. It prints its counts as CSV in the columns `measure,service,category,period,numerator,denominator`.
"""
import csv
import sys
from collections import Counter
from pathlib import Path

AS_AT = "2025-12-31"
RULE = {"Case audit": "random", "Thematic audit": "targeted"}


def quarter(day):
    year, month = int(day[:4]), int(day[5:7])
    if month < 4:
        return f"{year - 1}-{year % 100:02d}-Q4"
    return f"{year}-{(year + 1) % 100:02d}-Q{(month - 1) // 3}"


def rows(folder, name):
    with open(folder / "exports" / f"{name}.csv", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def final_grade(audit):
    if audit["panel_grade"] and audit["panel_date"] and audit["panel_date"] <= AS_AT:
        return audit["panel_grade"]
    if audit["moderated_grade"] and audit["moderation_date"] and audit["moderation_date"] <= AS_AT:
        return audit["moderated_grade"]
    return audit["overall_grade"] or audit["initial_overall_grade"]


def main(folder):
    hits, totals = Counter(), Counter()

    def count(measure, service, category, period, hit=True):
        for who in ("", service):
            totals[measure, who, category, period] += 1
            hits[measure, who, category, period] += hit

    for audit in rows(folder, "audits"):
        day = audit["completed_date"]
        if not day or day > AS_AT:
            continue
        service, period = audit["service"], quarter(day)
        count("audits.completed", service, "", period)
        if audit["audit_type"] == "Re-audit" or audit["previous_audit_id"]:
            continue
        if (audit["selection"] or RULE.get(audit["audit_type"])) == "random" and final_grade(audit):
            count("audits.grade", service, final_grade(audit), period)
    for answer in rows(folder, "dip-samples"):
        if answer["response"] in ("yes", "partly", "no"):
            count("dip.met", answer["service"], answer["standard"], quarter(answer["sample_date"]),
                  answer["response"] == "yes")
    for answer in rows(folder, "feedback"):
        if answer["rating"]:
            count("feedback.positive", answer["service"], answer["question"], quarter(answer["date"]),
                  answer["rating"] in ("Strongly agree", "Agree"))
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["measure", "service", "category", "period", "numerator", "denominator"])
    for key in sorted(totals):
        out.writerow([*key, hits[key], totals[key]])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
