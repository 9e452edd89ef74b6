"""Counts what a quarterly report's figures are made of: csv and Counter, one pass over each export.

Dates are ISO text, so that they are compared as they stand. Every count is kept under the key
(measure, first, second, period, service, team), `first` and `second` being places on two axes.
"""
import csv
import sys
from bisect import bisect_right
from collections import Counter, defaultdict
from datetime import date, timedelta

SELECTIONS = ["random", "targeted", "quota", "unstated", "re-audit"]
STAGES = ["1", "2", "3"]
OUTCOMES = ["upheld", "partly upheld", "not upheld", "withdrawn", "resolved"]
DECISIONS = ["sign off", "return to panel", "de-escalate", "follow-up report", "other decision"]
AGE_BANDS = [(0, "Under 1"), (1, "1 to 4"), (5, "5 to 9"), (10, "10 to 15"), (16, "16 and over")]
# What the framework says of audits that do not say how their child was chosen.
RULES = {"Case audit": "random", "Thematic audit": "targeted"}


def months_on(day, months):
    year, month = divmod(int(day[:4]) * 12 + int(day[5:7]) - 1 + months, 12)
    month += 1
    last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(1)).day
    return f"{year}-{month:02d}-{min(int(day[8:]), last):02d}"


class Periods:
    """The report's quarter, then the seven before it."""

    def __init__(self, slug, as_at):
        year, quarter = int(slug[:4]), int(slug[-1])
        self.slugs, self.firsts, self.closes, self.of_month = [], [], [], {}
        for _ in range(8):
            month = quarter * 3 + 1
            first = f"{year + month // 13}-{(month - 1) % 12 + 1:02d}-01"
            name = f"{year}-{(year + 1) % 100:02d}-Q{quarter}"
            last = months_on(first, 3)
            last = (date.fromisoformat(last) - timedelta(1)).isoformat()
            self.slugs.append(name)
            self.firsts.append(first)
            self.closes.append(min(last, as_at))
            for step in range(3):
                self.of_month[months_on(first, step)[:7]] = name
            year, quarter = (year, quarter - 1) if quarter > 1 else (year - 1, 4)
        self.as_at = as_at
        self.at_close = list(zip(self.slugs, self.closes))

    def happened(self, day):
        return self.of_month.get(day[:7]) if day and day <= self.as_at else None


def easter(year):
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    el = (32 + 2 * e + 2 * i - h - k) % 7
    month, day = divmod(h + el - 7 * ((a + 11 * h + 22 * el) // 451) + 114, 31)
    return date(year, month, day + 1)


class WorkingDays:
    """Monday to Friday less the bank holidays of England and Wales."""

    def __init__(self, first, last):
        closed = {date(2023, 5, 8)}
        for year in range(first, last + 1):
            closed |= {easter(year) - timedelta(2), easter(year) + timedelta(1)}
            may, late, august = date(year, 5, 1), date(year, 5, 31), date(year, 8, 31)
            closed |= {may + timedelta(-may.weekday() % 7), late - timedelta(late.weekday()),
                       august - timedelta(august.weekday())}
            for day in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
                while day.weekday() > 4 or day in closed:
                    day += timedelta(1)
                closed.add(day)
        day, self.days = date(first, 1, 1), []
        while day.year <= last:
            if day.weekday() < 5 and day not in closed:
                self.days.append(day.isoformat())
            day += timedelta(1)

    def after(self, day, count):
        return self.days[bisect_right(self.days, day) + count - 1]


def rows(folder, name):
    """The rows of an export as dictionaries."""
    with open(folder / "exports" / f"{name}.csv", encoding="utf-8", newline="") as file:
        header, *cells = csv.reader(file)
    return [dict(zip(header, row)) for row in cells]


class Figures:
    """Counts and shares by key, and the lists of records the report names."""

    def __init__(self, folder, lists, period, as_at):
        self.lists, self.periods, self.as_at = lists, Periods(period, as_at), as_at
        self.hits, self.of, self.ids = Counter(), Counter(), defaultdict(set)
        self.agreement = defaultdict(Counter)
        self.values = {}
        self.exports = {name: rows(folder, name) for name in (
            "audits", "dip-samples", "complaints", "performance", "observations", "supervision-audits", "feedback",
            "actions", "activity", "caseload", "staff")}
        self.who = self.characteristics()
        self.lists_of_records = defaultdict(list)

    def count(self, measure, period, service, first="", second="", hit=True):
        """A record among those of its service and of all; `hit` says whether it is above the line of a share."""
        for who in ("", service) if service else ("",):
            key = measure, first, second, period, who, ""
            self.of[key] += 1
            if hit:
                self.hits[key] += 1

    def count_all(self, measure, period, first="", second="", hit=True, team=""):
        """A record among those of all services, or of a team."""
        key = measure, first, second, period, "", team
        self.of[key] += 1
        if hit:
            self.hits[key] += 1

    def different(self, measure, period, service, child, first="", second="", team="", per_service=True):
        self.ids[measure, first, second, period, "", team].add(child)
        if per_service and service:
            self.ids[measure, first, second, period, service, team].add(child)

    def characteristics(self):
        """By child: its age band, sex, ethnicity and disability, as the caseload has them."""
        who = {}
        for row in self.exports["caseload"]:
            age = int(row["age"]) if row["age"] else None
            band = next((name for start, name in reversed(AGE_BANDS) if age is not None and age >= start), "")
            who[row["child_id"]] = [(axis, place) for axis, place in (
                ("age_band", band), ("sex", row["sex"]),
                ("ethnicity", "" if row["ethnicity"] == "Not known" else row["ethnicity"]),
                ("disability", row["disability"])) if place]
        return who
