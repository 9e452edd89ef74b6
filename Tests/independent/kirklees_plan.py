#!/usr/bin/env python3
"""Counts the service-activity schedule of Kirklees from the document's own tables, without the program.

    kirklees_plan.py kirklees-service-activity.txt > kirklees-plan.csv

The document is text as a word processor exports it: a cell is a line that begins with a tab, and the lines after it
up to the next; a table's heads are Activity, How, Purpose, Lead and Frequency. What comes out is one row an activity:
the table's number, service, activity, lead, frequency as written, and the frequency as this script understands it
(`times`, `per`), which knows nothing of how the program does. `per` is blank where nothing can be due.
"""

import csv
import re
import sys

HEADS = ("activity", "how", "purpose", "lead", "frequency")


def cells_of(text):
    cells = []
    for line in text.split("\n"):
        if re.match(r"^ ?\t", line):
            cells.append([line.split("\t", 1)[1]])
        elif cells:
            cells[-1].append(line)
    return [[tidy(line) for line in cell if tidy(line)] for cell in cells]


def tidy(text):
    text = re.sub(r"\[bookmark:[^\]]*\]", "", text)
    text = text.replace("\u2019", "'").replace("\u2013", "-").replace("\xa0", " ")
    return re.sub(r"\s+", " ", text).strip()


def is_head(cells):
    return len(cells) == 5 and all(cell and cell[0].lower().startswith(head) for cell, head in zip(cells, HEADS))


def tables(cells):
    """The title and the body of every table; the title is in the cells between the body before and the heads."""
    heads = [i for i in range(len(cells) - 4) if is_head(cells[i : i + 5])]
    for number, head in enumerate(heads):
        end = heads[number + 1] if number + 1 < len(heads) else len(cells)
        yield number + 1, cells[head - 1][-1:], cells[head + 5 : end]


def rows(body):
    """Rows of five cells. A cell whose neighbours are not of its row is the name of a second service or a title."""
    i = 0
    while i < len(body):
        row = body[i : i + 5]
        if is_title(row):
            yield row[0][0], None
            i += 1
        elif len(row) >= 3 and row[1][:1] == ["To be developed."]:
            yield None, row[:1] + [[], [], [], []]
            i += 3
        elif len(row) == 5:
            yield None, row
            i += 5
        elif len(row) <= 3:  # the directorate, its part and the service that the next table is of
            break
        else:
            raise SystemExit(f"cells that are no row: {row!r}")


def is_title(row):
    """A service's name stands alone: what follows it is another row's activity, with how it is done."""
    return len(row) == 5 and row[0] == ["Local Offer"]


REMARK = re.compile(r"^(weekly|monthly|quarterly|yearly|annual|every|plus|\d+ ?x)", re.I)


def written(cell):
    """The frequency's own lines: the first, and those after it that begin as a frequency does."""
    return [line for n, line in enumerate(cell) if n == 0 or REMARK.match(line)]


NOTHING = re.compile(
    r"^$|^as |^ongoing|^tbc|^launch in|^one time", re.I)  # as required, as requested, as agreed, as available
WORDS = [
    (r"every conference", (1, "conference")),
    (r"every placement", (1, "placement")),
    (r"every referral", (1, "referral")),
    (r"steps down", (1, "plan ended")),
    (r"midway between", (1, "review")),
    (r"drafts and final", (1, "plan issued")),
    (r"every two years", (1, "two years")),
    (r"every 6 months|^6 monthly", (1, "half year")),
    (r"^bi-annually", (2, "year")),
    (r"^weekly / fortnightly|^fortnightly", (1, "2 weeks")),
    (r"^twice weekly", (2, "week")),
    (r"^6 ?/ ?8 weekly", (1, "8 weeks")),
    (r"^6 weekly|^monthly - six weekly", (1, "6 weeks")),
    (r"^bi-monthly", (1, "two months")),
    (r"^weekly or monthly", (1, "month")),
    (r"2 areas per month|min 2 per month", (2, "month")),
    (r"^(\d+) ?x ?(per )?year", None),
    (r"quarterly", (1, "quarter")),
    (r"annual|yearly$|^yearly", (1, "year")),
    (r"termly", (1, "term")),
    (r"weekly", (1, "week")),
    (r"month", (1, "month")),
]


def understood(text):
    if NOTHING.search(text):
        return "", ""
    for pattern, meaning in WORDS:
        found = re.search(pattern, text, re.I)
        if found:
            return meaning or (int(found.group(1)), "year")
    raise SystemExit(f"not understood: {text!r}")


def main(path):
    with open(path, encoding="utf-8") as file:
        cells = cells_of(file.read())
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["table", "service", "activity", "lead", "as_written", "times", "per"])
    for number, title, body in tables(cells):
        service = title[0]
        for name, row in rows(body):
            if name:
                service = name
                continue
            activity, lead, frequency = " ".join(row[0]), row[3], written(row[4])
            if not activity:
                continue
            # A cell that holds several frequencies, with a lead for each, is so many activities.
            parts = list(zip(lead, frequency)) if len(lead) > 1 and len(lead) == len(frequency) else [
                (" ".join(lead), " ".join(frequency))
            ]
            for who, when in parts:
                out.writerow([number, service, activity, who, when, *understood(when)])


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(sys.argv[1])
