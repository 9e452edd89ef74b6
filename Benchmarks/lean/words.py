"""What people wrote: themes by the lexicon's phrases, and personal data taken out of the texts that are shown."""
import re
from collections import Counter, defaultdict

COLUMNS = {
    "audits": (("strengths", "completed_date", "strength"), ("areas_for_development", "completed_date", "concern"),
               ("impact", "completed_date", "neutral")),
    "dip-samples": (("comment", "sample_date", "concern"),),
    "complaints": (("description", "received_date", "concern"), ("learning", "received_date", "neutral")),
    "observations": (("strengths", "date", "strength"), ("areas_for_development", "date", "concern"),
                     ("reflections", "date", "neutral"), ("other_comments", "date", "neutral")),
    "supervision-audits": (("strengths", "date", "strength"), ("areas_for_development", "date", "concern")),
    "feedback": (("comment", "date", "neutral"),),
    "actions": (("description", "raised_date", "concern"), ("impact", "raised_date", "strength")),
    "activity": (("note", "date", "neutral"),),
}
WORD = re.compile(r"[a-z0-9']+")
GAP, LONGEST_PREFIX, SHORTEST_PREFIX = 6, 14, 3
HIDDEN = re.compile(r"""
    (?P<email>[\w.+-]+@[\w-]+\.[\w.]+)
  | (?P<phone>\b0\d{3,4}[ ]?\d{3}[ ]?\d{3,4}\b)
  | (?P<nhs>\b\d{3}[ ]\d{3}[ ]\d{4}\b)
  | (?P<postcode>\b[A-Z]{1,2}\d[\dA-Z]?[ ]\d[A-Z]{2}\b)
  | (?P<case>\b(?:[A-Z]{2,3}[-/]?)?\d{5,8}\b)
  | (?P<date>\b\d{1,2}/\d{1,2}/\d{2,4}\b)
  | (?P<address>\b\d{1,3}[ ](?:[A-Z][\w']+[ ]){1,3}(?:Street|Road|Avenue|Lane|Close|Drive|Rise|Way|Grove|Crescent)\b)
  | (?P<school>\b(?:[A-Z][\w']+[ ]){1,4}(?:School|Academy|Primary|College|Nursery)\b)
  | (?P<name>\b(?:Mrs|Mr|Ms|Miss|Dr|Gran|Nan|Auntie|Uncle)[ ][A-Z][\w'-]+)
  | (?P<person>(?<![.!?][ ])(?<!^)\b[A-Z][a-z']+(?:-[A-Z][a-z]+)?\b)
""", re.VERBOSE)
SHOWN = {"email": "[email]", "phone": "[phone]", "nhs": "[NHS number]", "postcode": "[postcode]", "case": "[case number]",
         "date": "[date of birth]", "address": "[address]", "school": "[school]", "name": "[name]", "person": "[name]"}


class Comments:
    """Counts of themes by polarity, service and quarter, and a few texts of each."""

    def __init__(self):
        self.records, self.texts = Counter(), Counter()
        self.quotes = defaultdict(list)
        self.sources = defaultdict(Counter)


class Lexicon:
    """The phrases as a tree of words, walked from every word of a text."""

    def __init__(self, tree):
        self.tree = tree
        self.children = {}

    def themes_in(self, text):
        """The themes a text tells, each with the list it stands in."""
        words = WORD.findall(text.lower())
        found = {}
        for start, word in enumerate(words):
            for node in self.next(self.tree, word):
                self.follow(node, words, start + 1, found)
        return found

    def next(self, node, word):
        """Where a word leads from a place in the tree: itself, and every beginning of it that has a star."""
        known = self.children.get((id(node), word))
        if known is None:
            known = [node[word]] if word in node else []
            for length in range(SHORTEST_PREFIX, min(len(word), LONGEST_PREFIX) + 1):
                branch = node.get(word[:length] + "*")
                if branch is not None:
                    known.append(branch)
            self.children[id(node), word] = known
        return known

    def follow(self, node, words, position, found):
        told = node.get(".")
        if told is not None and found.get(told[0], "says") == "says":
            found[told[0]] = told[1]
        if position < len(words):
            for branch in self.next(node, words[position]):
                self.follow(branch, words, position + 1, found)
            gap = node.get("..")
            if gap is not None:
                for further in range(position, min(position + GAP + 1, len(words))):
                    for branch in self.next(gap, words[further]):
                        self.follow(branch, words, further + 1, found)


class Automaton:
    """The same with pyahocorasick, for those phrases that have no gap: its automaton is compiled, and knows no words."""

    def __init__(self, tree):
        import ahocorasick
        self.automaton = ahocorasick.Automaton()
        self.add(tree, "")
        self.automaton.make_automaton()

    def add(self, node, before):
        for word, child in node.items():
            if word == ".":
                # A phrase ends where its last word does, one with a star wherever that goes on.
                self.automaton.add_word(before[:-1] if before.endswith("*") else before + " ", tuple(child))
            elif word != "..":
                self.add(child, f"{before} {word}")

    def themes_in(self, text):
        found = {}
        for _, (theme, way) in self.automaton.iter(f" {' '.join(WORD.findall(text.lower()))} "):
            if found.get(theme, "says") == "says":
                found[theme] = way
        return found


class Redactor:
    """Takes personal data out by patterns; a capitalised word in no English word list is somebody's name."""

    def __init__(self, english, figures):
        self.english = set(english)
        self.people = {word for column, export in (("worker", "audits"), ("auditor", "audits"), ("worker", "staff"))
                       for row in figures.exports[export] for word in row[column].split()}

    def redact(self, text):
        def shown(match):
            if match.lastgroup == "person" and match[0] not in self.people and match[0].lower() in self.english:
                return match[0]
            return SHOWN[match.lastgroup]

        return HIDDEN.sub(shown, text)


def read(figures, lists, compiled=False):
    """Reads every comment of the eight quarters; a record counts once a theme and polarity."""
    tree = lists["lexicon"]["tree"]
    lexicon = Automaton(tree) if compiled else Lexicon(tree)
    comments, ways = Comments(), {"strengths": "strength", "concerns": "concern"}
    latest = figures.periods.slugs[0]
    for export, columns in COLUMNS.items():
        for row in figures.exports[export]:
            told, period, service = set(), "", row["service"]
            for column, day, usual in columns:
                text = row[column]
                if not text:
                    continue
                period = figures.periods.happened(row[day])
                if not period:
                    break
                for theme, way in lexicon.themes_in(text).items():
                    polarity = ways.get(way, usual)
                    told.add((theme, polarity))
                    if period == latest and len(comments.quotes[theme, polarity]) < 3:
                        comments.quotes[theme, polarity].append((export, service, text))
            if not period:
                continue
            for who in ("", service) if service else ("",):
                comments.texts[period, who] += 1
                for theme, polarity in told:
                    comments.records[theme, polarity, period, who] += 1
                for theme in {theme for theme, _ in told}:
                    comments.records[theme, "", period, who] += 1
            if period == latest:
                for theme in {theme for theme, _ in told}:
                    comments.sources[theme][export] += 1
    redactor = Redactor(lists["words"], figures)
    comments.quotes = {key: [(export, service, redactor.redact(text)) for export, service, text in quotes]
                       for key, quotes in comments.quotes.items()}
    return comments
