#!/usr/bin/env python3
"""Learns what single words say of the themes and writes it into the taxonomy, under `learnt:`.

  python3 Benchmarks/themes/learn.py PROGRAM DEV.csv            cross-validates and writes
  python3 Benchmarks/themes/learn.py PROGRAM DEV.csv --look     cross-validates only

The words are learnt from own.csv and learn.csv, how phrases and words are weighed (six numbers) from learn.csv and DEV.csv;
fresh.csv is never learnt from. Needs scikit-learn. A logistic regression a theme over words and their beginnings says what a
word adds; another over a theme's phrases and its words how both are weighed. In DEV.csv, from which the phrases were partly
written, those that speak in one fold's comments alone, and in none of the other files, are left out.
"""
import csv, hashlib, os, re, subprocess, sys, tempfile
import numpy as np
from collections import Counter
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

HERE = os.path.dirname(os.path.abspath(__file__))
TAXONOMY = os.path.join(HERE, "../../templates/themes/childrens-services.yaml")
FOLDS, BEGINNING, RARE, SMALLEST, CHANCE = 5, 5, 2, 0.15, 0.45

def rows_of(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))

def labels(row):
    return [part.split(":") for part in row["labels"].split(";") if part]

def fold_of(row):
    return int(hashlib.md5(row["id"].encode()).hexdigest(), 16) % FOLDS

def words_of(text):
    """Words and the beginnings of long ones, as the program sees them."""
    text = re.sub("[‘’]", "'", text.lower())
    words = set(re.findall(r"[a-z0-9&%]+(?:'[a-z0-9]+)*", text))
    words |= {word.split("'")[0] for word in words}
    long = {word for word in words if len(word) >= BEGINNING}
    return words - {word for word in long if len(word) == BEGINNING} | {word[:BEGINNING] + "*" for word in long}

class Lexicon:
    """The phrases of the taxonomy without what was learnt, every theme with its weight however small."""
    def __init__(self, program):
        self.program = program
        text = open(TAXONOMY, encoding="utf-8").read().split("\n# What single words say")[0] + "\n"
        self.themes = [id for id, _ in re.findall(r"^  - id: (\w+)\n(?:.*\n)*?    threshold: ([\d.]+)", text, flags=re.M)]
        self.thresholds = np.array([float(t) for _, t in re.findall(
            r"^  - id: (\w+)\n(?:.*\n)*?    threshold: ([\d.]+)", text, flags=re.M)])
        self.written = text
        low = re.sub(r"^(leading|beside): .*$", r"\1: 0.0001", text, flags=re.M)
        self.lines = re.sub(r"^(    threshold: )[\d.]+", r"\g<1>0.0001", low, flags=re.M).split("\n")
        self.sources = [(i, n) for i, n in re.findall(r"^  - \{id: (\w+), names: \[(.*?)\], groups", text, flags=re.M)]
        self.services = [(i, n) for i, n in re.findall(r"^  - \{id: (\w+), names: \[(.*?)\], evidence", text, flags=re.M)]

    def weights(self, rows, without=()):
        """By row and theme what the phrases weigh, and the lines that spoke."""
        with tempfile.TemporaryDirectory(dir=os.path.dirname(TAXONOMY)) as folder:
            comments, taxonomy = os.path.join(folder, "c.csv"), os.path.join(os.path.dirname(folder), os.path.basename(folder) + ".yaml")
            with open(taxonomy, "w", encoding="utf-8") as file:
                file.write("\n".join("" if n + 1 in without else line for n, line in enumerate(self.lines)))
            with open(comments, "w", newline="", encoding="utf-8") as file:
                writer = csv.writer(file)
                writer.writerow(["id", "source", "service", "text"])
                writer.writerows([f"k{n}", r["source"], r["service"], r["text"]] for n, r in enumerate(rows))
            try:
                said = subprocess.run([self.program, "themes", comments, "--explain", "--taxonomy", taxonomy],
                                      check=True, capture_output=True, text=True).stdout
            finally:
                os.remove(taxonomy)
        weights, spoke, row, theme = np.zeros((len(rows), len(self.themes))), [set() for _ in rows], None, None
        for line in said.split("\n"):
            if found := re.match(r"k(\d+):", line):
                row = int(found[1])
            elif found := re.match(r"  (\w+): \w+ \(weight ([\d.]+),", line):
                theme = self.themes.index(found[1])
                weights[row, theme] = float(found[2])
            elif found := re.match(r"    “.*” by line (\d+):", line):
                spoke[row].add(int(found[1]))
        return weights, spoke

def given(rows, themes):
    """Theme by theme whether it is labelled; last, whether none is."""
    has = np.array([[theme in {t for t, _ in labels(r)} for theme in themes] for r in rows])
    return np.hstack([has, ~has.any(1, keepdims=True)])

class Words:
    def __init__(self, rows, lexicon):
        self.lexicon = lexicon
        counts = Counter(word for r in rows for word in words_of(r["text"]))
        self.names = sorted(word for word, n in counts.items() if n >= RARE)
        self.place = {word: n for n, word in enumerate(self.names)}
        x, y = self.matrix(rows), given(rows, lexicon.themes)
        fits = [LogisticRegression(C=0.2, class_weight="balanced", solver="liblinear").fit(x, y[:, n]) for n in range(y.shape[1])]
        self.weights = np.round(np.stack([f.coef_[0] for f in fits], 1), 2)
        self.base = np.array([f.intercept_[0] for f in fits])
        self.weights[:len(self.names)][np.abs(self.weights[:len(self.names)]) < SMALLEST] = 0
        ways = [{w for _, w in labels(r)} for r in rows]
        sure = [n for n, w in enumerate(ways) if w in ({"strength"}, {"concern"})]
        way = LogisticRegression(C=0.2, class_weight="balanced", solver="liblinear").fit(
            x[sure], [ways[n] == {"strength"} for n in sure])
        self.leaning = np.round(way.coef_[0][:len(self.names)], 2)
        self.leaning[np.abs(self.leaning) < SMALLEST] = 0

    def matrix(self, rows):
        at = [(n, self.place[w]) for n, r in enumerate(rows) for w in words_of(r["text"]) if w in self.place]
        words = csr_matrix((np.ones(len(at)), ([a for a, _ in at], [b for _, b in at])), shape=(len(rows), len(self.names)))
        def slug(text): return "-" + re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") + "-"
        where = [[0.5 * (r["source"] == i) for i, _ in self.lexicon.sources]
                 + [0.7 * any(slug(n) in slug(r["service"]) for n in names.split(",")) for _, names in self.lexicon.services]
                 for r in rows]
        return hstack([words, csr_matrix(np.array(where))]).tocsr()

    def of(self, rows):
        return self.matrix(rows) @ self.weights + self.base

def pairs(weights, thresholds, words):
    """By row and theme what the decision is made of."""
    share = weights / thresholds
    return np.stack([np.minimum(share, 3), np.minimum(share, 1), weights / (weights.max(1, keepdims=True) + 1e-9), words[:, :-1],
                     -words[:, :-1].max(1, keepdims=True) + 0 * share, -words[:, -1:] + 0 * share], -1)

def decision(x, y):
    return LogisticRegression(max_iter=1000).fit(x.reshape(-1, x.shape[-1]), y.ravel())

def score(name, gold, found):
    def f1(g, p): return 2 * (g & p).sum() / max(1, g.sum() + p.sum())
    none = ~gold.any(1)
    print(f"{name:28s} micro F1 {f1(gold, found):.3f}  macro {np.mean([f1(gold[:, n], found[:, n]) for n in range(gold.shape[1])]):.3f}"
          f"  precision {(gold & found).sum() / found.sum():.3f}  recall {(gold & found).sum() / gold.sum():.3f}"
          f"  false alarms {found[none].any(1).sum()} of {none.sum()}", flush=True)

def quoted(word): return "'" + word + "'" if "'" not in word else '"' + word + '"'

def write(lexicon, words, how):
    themes, names = lexicon.themes, lexicon.themes + ["none"]
    scale = how.coef_[0][3]
    factors = np.array([scale] * len(themes) + [how.coef_[0][5]])
    def keyed(values): return "{" + ", ".join(f"{n}: {v:.2f}" for n, v in zip(names, values) if abs(v) >= 0.005) + "}"
    out = ["# What single words say, learnt from labelled comments by Benchmarks/themes/learn.py. A theme counts where share times its",
           "# weight over its threshold (up to most), enough times the same up to 1, beside times its share of the heaviest theme, and its",
           "# words, less against times the words of the theme that has most and less the words of none, come to from. good: which way",
           "# a word leans; own and around: what that adds in the clause of a match, and from the other clauses.",
           "learnt:", f"  share: {how.coef_[0][0]:.3f}", "  most: 3", f"  enough: {how.coef_[0][1]:.3f}", f"  beside: {how.coef_[0][2]:.3f}",
           f"  against: {how.coef_[0][4] / scale:.3f}", f"  from: {np.log(CHANCE / (1 - CHANCE)) - how.intercept_[0]:.3f}",
           "  own: OWN", "  around: AROUND", f"  base: {keyed(words.base * factors)}", "  sources:"]
    first = len(words.names)
    out += [f"    {i}: {keyed(0.5 * words.weights[first + n] * factors)}" for n, (i, _) in enumerate(lexicon.sources) if words.weights[first + n].any()]
    first += len(lexicon.sources)
    out += ["  services:"] + [f"    {i}: {keyed(0.7 * words.weights[first + n] * factors)}" for n, (i, _) in enumerate(lexicon.services) if words.weights[first + n].any()]
    out += ["  words:"]
    for n, word in enumerate(words.names):
        said = [f"{name} {v:.2f}" for name, v in zip(names + ["good"], list(words.weights[n] * factors) + [words.leaning[n]]) if abs(v) >= 0.005]
        if said:
            out.append("    - " + quoted(f"{word}: {', '.join(said)}"))
    text = "\n".join(out) + "\n"
    return lexicon.written.rstrip("\n") + "\n\n" + text.replace("OWN", "0.8").replace("AROUND", "0.2")

def main(program, path, look):
    lexicon = Lexicon(program)
    dev, own, learn, fresh = rows_of(path), *(rows_of(os.path.join(HERE, f)) for f in ("own.csv", "learn.csv", "fresh.csv"))
    rows = dev + own + learn
    kind = np.array([0] * len(dev) + [1] * len(own) + [2] * len(learn))
    fold = np.array([fold_of(r) for r in rows])
    weights, spoke = lexicon.weights(rows)
    heard = {}
    for n, lines in enumerate(spoke):
        for line in lines:
            heard.setdefault(line, set()).add(int(fold[n]) if kind[n] == 0 else -1)
    for k in range(FOLDS):
        at = np.where((kind == 0) & (fold == k))[0]
        weights[at], _ = lexicon.weights([rows[n] for n in at], {line for line, folds in heard.items() if folds == {k}})
    gold = given(rows, lexicon.themes)
    added = np.zeros(gold.shape)
    for k in range(FOLDS):
        words = Words([r for r, f, own in zip(rows, fold, kind) if f != k and own], lexicon)
        added[fold == k] = words.of([r for r, f in zip(rows, fold) if f == k])
    x, gold = pairs(weights, lexicon.thresholds, added), gold[:, :-1]
    usable, found = kind != 1, np.zeros(gold.shape, bool)
    for k in range(FOLDS):
        how = decision(x[usable & (fold != k)], gold[usable & (fold != k)])
        found[fold == k] = how.predict_proba(x[fold == k].reshape(-1, x.shape[-1]))[:, 1].reshape(-1, gold.shape[1]) >= CHANCE
    found &= weights > 0
    for name, which in (("five folds, " + os.path.basename(path), kind == 0), ("five folds, learn.csv", kind == 2)):
        score(name, gold[which], found[which])
    words, how = Words([r for r, own in zip(rows, kind) if own], lexicon), decision(x[usable], gold[usable])
    w, _ = lexicon.weights(fresh)
    sure = how.predict_proba(pairs(w, lexicon.thresholds, words.of(fresh)).reshape(-1, x.shape[-1]))[:, 1].reshape(-1, gold.shape[1])
    score("fresh.csv, not learnt from", given(fresh, lexicon.themes)[:, :-1], (sure >= CHANCE) & (w > 0))
    if not look:
        text = write(lexicon, words, how)
        with open(TAXONOMY, "w", encoding="utf-8") as file:
            file.write(text)

if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], "--look" in sys.argv)
