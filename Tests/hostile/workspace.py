#!/usr/bin/env python3
"""workspace.py FOLDER [SERVICES] [QUARTERS]   A workspace whose every name and text tries to be more than text.

Services, teams, people, themes, ids and comments hold HTML, formulas, Markdown, Mustache, emoji, marks that turn the
reading order, names of 300 letters and names that are equal once a sheet's name is cut from them. The report made of it
must pass the checkers like any other. With more services and quarters it is also the large workspace that the limits on
sheets and on the page's weight are held against. The same arguments give the same files.
"""
import csv, datetime, json, pathlib, random, struct, sys, zlib

NASTY = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "=cmd|'/C calc'!A0",
    "| a | b |",
    "`code` *stars* _lines_ ~~gone~~",
    "[x](javascript:alert(1))",
    "\U0001F469\u200D\U0001F467 Families \U0001F6B8",
    "\u202Edesrever\u202C \u05E2\u05D1\u05E8\u05D9\u05EA\u200F",
    "Long " + "long-winded " * 24 + "name",
    "A service whose name is longer than a sheet's, first",
    "A service whose name is longer than a sheet's, second",
    "@everyone #12 http://example.org www.example.org a@b.org",
    "{{figure:x}} {{{body}}} {{#title}}",
    "&lt;b&gt; &amp; &#x41; _x0041_",
    "../../etc/passwd\\..\\con",
    "</style></script><!-- ]]> --> $\\alpha$ <details open ontoggle=alert(1)>",
]
UNBROKEN = "W" * 120
QUARTER_STARTS = [datetime.date(y, m, 1) for y in (2023, 2024, 2025) for m in (1, 4, 7, 10)]
GRADES = ["Outstanding", "Good", "Good", "Good", "Requires Improvement", "Inadequate"]
DOMAINS = ["Assessment", "Planning", "Voice of the child", "Case recording", "Parents and carers engagement"]


def main():
    folder = pathlib.Path(sys.argv[1])
    names = NASTY[: int(sys.argv[2]) if len(sys.argv) > 2 else len(NASTY)]
    quarters = [d for d in QUARTER_STARTS if d <= datetime.date(2025, 10, 1)][-(int(sys.argv[3]) if len(sys.argv) > 3 else 8):]
    dice = random.Random(6)
    nasty = lambda: dice.choice(NASTY)
    (folder / "exports").mkdir(parents=True, exist_ok=True)
    for sub in ("", "board", "public"):
        (folder / "narrative" / sub).mkdir(parents=True, exist_ok=True)
        (folder / "narrative" / sub / "summary.md").write_text(
            "We looked at **{{figure:audits-completed--all--2025-26-q3}}** audits. <script>alert(1)</script> "
            + "[words](https://example.org/?a=1&b=<2>) =1+1 | x\n\n- `one`\n- *two* \U0001F6B8 \u202Ethree\n", "utf8")
    (folder / "qareport.yaml").write_text(
        "framework: st-helens\nreplace: [services]\nservices:\n"
        + "".join(f"  - {json.dumps(n, ensure_ascii=False)}\n" for n in names)
        + f"marking: {json.dumps('OFFICIAL <b>' + NASTY[1])}\n"
        + f"branding: {{logo: logo.png, accent: '#7A1F5C', cover: [{json.dumps(NASTY[0])}, {json.dumps(NASTY[5])}]}}\n", "utf8")
    (folder / "logo.png").write_bytes(png())

    def day(start):
        return (start + datetime.timedelta(days=dice.randrange(88))).strftime("%d/%m/%Y")

    def write(name, header, rows):
        with open(folder / "exports" / name, "w", newline="", encoding="utf8") as file:
            writer = csv.writer(file)
            writer.writerow(header)
            writer.writerows(rows)

    audits, dips, complaints, actions, feedback, observations, performance = [], [], [], [], [], [], []
    for start in quarters:
        for number, service in enumerate(names):
            for n in range(7 + number % 3):
                audit = f"{start:%y%m}-{number}-{n} {dice.choice(['<b>', '=1+1', '|', '`', UNBROKEN, '@x'])}"
                grade = dice.choice(GRADES)
                audits.append([audit, f"C{start:%y%m}{number}{n}", service, nasty(), "Level 3", nasty(), nasty(),
                    "Case audit", dice.choice(["random", "random", "random", "targeted"]), day(start), grade]
                    + [dice.choice(GRADES) for _ in DOMAINS] + [dice.choice(["Yes", "No"]), "", nasty(), nasty()])
            for n in range(5):
                for standard in ("Child seen within timescale", "Chronology up to date", "Child seen alone"):
                    dips.append([f"D{start:%y%m}{number}{n}", day(start), nasty(), f"K{start:%y%m}{number}{n}", service,
                        nasty(), standard, dice.choice(["Yes", "Yes", "No", "Partly"]), nasty()])
            for n in range(2):
                complaints.append([f"{start:%y%m}/{number}/{n} <i>", "statutory", dice.choice(["complaint", "compliment"]),
                    day(start), "1", "", service, nasty(), nasty(), nasty()])
                actions.append([f"=ACT{start:%y%m}{number}{n}", day(start), "Audit", service, nasty(), nasty(),
                    dice.choice([nasty(), "Voice of the child"]), day(start + datetime.timedelta(days=60)), "", nasty(),
                    "sign off" if n else nasty(), day(start)])
            for n in range(6):
                feedback.append([f"F{start:%y%m}{number}{n}", day(start), "child", service, "I feel listened to",
                    dice.choice(["Agree", "Strongly agree", "Disagree"]), nasty()])
            observations.append([f"O{start:%y%m}{number}", day(start), nasty(), nasty(), service, nasty(), nasty(), nasty()])
            for month in range(3):
                period = f"{start.year}-{start.month + month:02d}"
                for indicator in ("Visits in timescale", "Assessments completed in 45 working days"):
                    performance.append([indicator, period, service, dice.randrange(70, 100), 100])
    write("audits.csv", ["audit_id", "child_id", "service", "team", "level_of_need", "worker", "auditor", "audit_type",
        "selection", "completed_date", "overall_grade"] + [f"domain: {d}" for d in DOMAINS]
        + ["immediate_concern", "concern_notified_date", "strengths", "areas_for_development"], audits)
    write("dip_samples.csv", ["sample_id", "sample_date", "topic", "child_id", "service", "team", "standard", "response",
        "comment"], dips)
    write("complaints.csv", ["reference", "procedure", "type", "received_date", "stage", "responded_date", "service",
        "category", "made_by", "description"], complaints)
    write("actions.csv", ["action_id", "raised_date", "source", "service", "owner", "theme", "measure", "due_date",
        "completed_date", "description", "panel_decision", "decision_date"], actions)
    write("feedback.csv", ["feedback_id", "date", "source", "service", "question", "rating", "comment"], feedback)
    write("observations.csv", ["observation_id", "date", "observer", "worker", "service", "team", "nature", "strengths"],
        observations)
    write("performance.csv", ["indicator", "period", "service", "numerator", "denominator"], performance)


def png():
    """A blue rectangle of 40 by 20 pixels."""
    chunk = lambda name, body: struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
    rows = (b"\0" + b"\x12\x43\x6d" * 40) * 20
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 40, 20, 8, 2, 0, 0, 0))
        + chunk(b"tEXt", b"Author\0Somebody") + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))


main()
