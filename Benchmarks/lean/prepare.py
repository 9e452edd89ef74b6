#!/usr/bin/env python3
"""Writes down, as one file, what an analyst with lean Python would have typed into the script: lists of names, targets,
the plan and the lexicon, taken from the framework and the workspace. Not part of what is timed.

    python3 Benchmarks/lean/prepare.py WORKSPACE TEMPLATES LISTS
"""
import itertools
import pickle
import re
import sys
from pathlib import Path

import yaml

MOST_SPELLINGS = 60
MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}


def load(path):
    with open(path, encoding="utf-8") as file:
        return yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def names(items):
    return [item["name"] if isinstance(item, dict) else item for item in items]


def listed(value):
    return [] if value is None else value if isinstance(value, list) else [value]


def plan_line(line):
    """A line as (activity, as written, due, done): due is (times, months) by the calendar, a service or a role."""
    due, done = line.get("due"), line.get("done")
    if due and "per_person" in due:
        due = {"times": due["times"], "roles": listed(due["per_person"]["role"])}
    elif due and "each" in due:
        (dataset, what), = due["each"].items()
        due = {"each": dataset, "what": what or {}}
    elif due:
        due = {"times": due["times"], "months": MONTHS[due["per"]], "per_service": bool(due.get("per_service"))}
    if done is not None:
        (dataset, what), = done.items()
        if dataset == "activity":
            done = {"dataset": "activity", "what": listed(what) or [line["activity"]]}
        else:
            done = {"dataset": dataset, "what": {key: value if key == "count" else listed(value)
                                                 for key, value in (what or {}).items()}}
    return {"activity": line["activity"], "as_written": line["as_written"], "due": due, "done": done}


def spellings(phrase, words):
    """The sequences of words a phrase of the lexicon stands for; `..` is a gap. None where they are too many."""
    if "!" in phrase:
        return None
    parts = []
    for part in re.findall(r"\([^)]*\)\??|\$\w+|@\S+|=\S+|\S+", phrase.lower()):
        if part[0] in "@=":
            continue
        if part[0] == "$":
            parts.append([word.split() for word in words[part[1:]]])
        elif part[0] == "(":
            inner = part.rstrip("?")[1:-1].split("|")
            parts.append([word.split() for word in inner] + ([[]] if part.endswith("?") else []))
        else:
            parts.append([[part]])
    count = 1
    for part in parts:
        count *= len(part)
    if count > MOST_SPELLINGS:
        return None
    return [[word for piece in way for word in piece] for way in itertools.product(*parts)]


def lexicon(taxonomy):
    """All phrases as one tree of words: `word*` begins so, `..` is a gap, `.` holds the theme and which way it tells."""
    tree, used, left_out = {}, 0, 0
    for position, theme in enumerate(taxonomy["themes"]):
        for way in ("says", "strengths", "concerns"):
            for phrase in theme.get(way) or []:
                ways = spellings(str(phrase), taxonomy["words"])
                if ways is None:
                    left_out += 1
                    continue
                used += 1
                for words in ways:
                    node = tree
                    for word in words:
                        node = node.setdefault(word, {})
                    node["."] = [position, way]
    return {"tree": tree, "phrases": used, "left_out": left_out,
            "themes": [theme["name"] for theme in taxonomy["themes"]]}


def main(workspace, templates, lists):
    own = load(workspace / "qareport.yaml")
    framework = load(templates / f"frameworks/{own['framework']}.yaml")
    changed = {line["activity"]: line for line in own.get("plan", [])}
    feedback = framework["feedback"]
    indicators = [dict(name=item["name"], unit=item["unit"], kind=item["kind"], polarity=item["polarity"],
                       **own["indicators"].get(item["name"], {})) for item in framework["indicators"]]
    written = {
        "services": list(own["services"]), "levels": own["levels_of_need"],
        "grades": names(framework["grades"]["scale"]), "domains": names(framework["domains"]),
        "audit_types": names(framework["audit_types"]), "standards": names(framework["standards"]),
        "questions": names(feedback["questions"]), "ratings": names(feedback["ratings"]),
        "positive": feedback["positive"], "indicators": indicators,
        "plan": [plan_line({**line, **changed.get(line["activity"], {})}) for line in framework["plan"]],
        "lexicon": lexicon(load(templates / "themes/childrens-services.yaml")),
        "words": sorted(word for word in open(templates / "themes/words-en.txt", encoding="utf-8").read().split()),
    }
    with open(lists, "wb") as file:
        pickle.dump(written, file, protocol=5)


if __name__ == "__main__":
    main(*(Path(text) for text in sys.argv[1:4]))
