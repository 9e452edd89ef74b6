#!/usr/bin/env python3
"""Scores `qareport themes` on the NHS patient comments, on the half that was not looked at while tuning.

  python3 Benchmarks/themes/nhs.py text_data.csv path/to/qareport [held|tune]

The halves are drawn with a fixed seed. Sign: strength or concern against criticality, 1 to 5 or -1 to -5; comments
with 0 or with no number are left out. Label: the one label each comment has. Beside it: the rule that the question
tells it all (the commoner sign of each question, from the other half), and VADER where vaderSentiment is installed.
"""
import csv, os, random, subprocess, sys, tempfile
from collections import Counter, defaultdict

LABELS = {"care": "Care received", "staff": "Staff", "none": "Couldn't be improved", "comms": "Communication",
          "environment": "Environment/ facilities", "access": "Access", "misc": "Miscellaneous",
          "transition": "Transition/coordination", "dignity": "Dignity"}

def balanced(pairs):
    good = [p == g for g, p in pairs if g > 0]
    bad = [p == g for g, p in pairs if g < 0]
    return sum(good) / len(good), sum(bad) / len(bad)

def show(name, pairs):
    g, b = balanced(pairs)
    print(f"{name:28s} balanced accuracy {(g + b) / 2:.3f} (good {g:.3f}, bad {b:.3f}, n {len(pairs)})")

def main(path, program, part):
    rows = list(csv.DictReader(open(path, encoding="utf-8-sig", errors="replace", newline="")))
    order = list(range(len(rows)))
    random.Random(11).shuffle(order)
    half = set(order[:len(rows) // 2])
    tune = [i for i in range(len(rows)) if i in half]
    held = [i for i in range(len(rows)) if i not in half]
    used, other = (tune, held) if part == "tune" else (held, tune)
    sign = {}
    for i, r in enumerate(rows):
        try:
            c = int(r["criticality"])
        except ValueError:
            continue
        if c and -5 <= c <= 5:
            sign[i] = 1 if c > 0 else -1
    with tempfile.TemporaryDirectory() as folder:
        comments, out = os.path.join(folder, "c.csv"), os.path.join(folder, "p.csv")
        with open(comments, "w", newline="", encoding="utf-8") as f:
            w = csv.writer(f)
            w.writerow(["id", "source", "service", "text"])
            w.writerows([i, rows[i]["question"], "", rows[i]["feedback"]] for i in used)
        subprocess.run([program, "themes", comments, "--predictions", out,
                        "--taxonomy", "templates/themes/nhs-patient-experience.yaml"], check=True)
        found = {int(r["id"]): (r["theme"], r["polarity"]) for r in csv.DictReader(open(out, encoding="utf-8"))}
    value = {"strength": 1, "concern": -1, "neutral": 0}
    signed = [i for i in used if i in sign]
    show("qareport", [(sign[i], value[found[i][1]] if i in found else 0) for i in signed])
    by = defaultdict(Counter)
    for i in other:
        if i in sign:
            by[rows[i]["question"]][sign[i]] += 1
    show("the question tells it all", [(sign[i], by[rows[i]["question"]].most_common(1)[0][0]) for i in signed])
    try:
        from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer
        vader = SentimentIntensityAnalyzer()
        show("VADER", [(sign[i], 1 if vader.polarity_scores(rows[i]["feedback"])["compound"] >= 0 else -1)
                       for i in signed])
    except ImportError:
        print("VADER: not installed")
    right = sum(i in found and LABELS[found[i][0]] == rows[i]["label"] for i in used)
    f1 = 2 * right / (len(used) + len([i for i in used if i in found]))
    print(f"labels: micro F1 {f1:.3f} (n {len(used)}); always the commonest label "
          f"{Counter(rows[i]['label'] for i in used).most_common(1)[0][1] / len(used):.3f}")
    for key, label in LABELS.items():
        tp = sum(i in found and found[i][0] == key and rows[i]["label"] == label for i in used)
        p = sum(i in found and found[i][0] == key for i in used)
        g = sum(rows[i]["label"] == label for i in used)
        print(f"  {label:26s} n {g:5d}  precision {tp / max(1, p):.2f}  recall {tp / max(1, g):.2f}")

if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else "held")
