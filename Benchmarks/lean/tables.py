"""The report's tables, section by section, out of the figures."""
from datetime import date

from others import xmr

ALL = "All services"


class Reader:
    """Looks figures up by key; what is not ok shows as a sign."""

    def __init__(self, figures, rows):
        self.figures, self.by_key = figures, {row[0]: row for row in rows}
        self.now = figures.periods.slugs[0]
        self.services = ["", *figures.lists["services"]]

    def row(self, measure, first="", second="", service="", period=None, team=""):
        return self.by_key.get((measure, first, second, period or self.now, service, team))

    def value(self, *key, **more):
        row = self.row(*key, **more)
        return row[3] if row and row[8] == "ok" else "[u]" if row and row[8] == "insufficient" else "[x]"

    def share(self, *key, **more):
        """Numerator, denominator, share and the ends of its interval."""
        row = self.row(*key, **more)
        if row is None or row[8] != "ok":
            return [None, row[6] if row else None, "[u]", "[u]", "[u]"]
        return [row[1], row[2], row[3], row[4], row[5]]

    def by_service(self, measures):
        return [[service or ALL, *(self.value(measure, *place, service=service) for measure, *place in measures)]
                for service in self.services]


OUT_OF = ["Met", "Out of", "Share", "Likely from", "Likely to"]


def make(figures, rows, comments):
    reader = Reader(figures, rows)
    return [
        ("Escalations", escalations(figures)),
        ("Activity against plan", activity(reader)),
        ("Quantity and compliance", compliance(reader)),
        ("Quality", quality(reader)),
        ("Experience and outcome", experience(reader)),
        ("Themes", themes(reader, comments)),
        ("Actions", actions(reader)),
        ("Service by service", services(reader)),
        ("Who was looked at", who(reader)),
        ("Data quality", [("Rows read by export", ["Export", "Rows"],
                           [[name, len(table)] for name, table in figures.exports.items()])]),
    ]


def escalations(figures):
    today = date.fromisoformat(figures.as_at)
    listed = [[rule, record, service or ALL, due, (today - date.fromisoformat(due)).days]
              for rule, records in figures.lists_of_records.items()
              for record, service, due in sorted(records, key=lambda record: record[2])]
    counted = [[rule, len(records)] for rule, records in figures.lists_of_records.items()]
    return [("Records past their day", ["Rule", "Record", "Service", "Since", "Days"], listed),
            ("Records by rule", ["Rule", "Records"], counted)]


def activity(reader):
    rows = []
    for line in reader.figures.lists["plan"]:
        place = ("activity", line["activity"])
        rows.append([line["activity"], line["as_written"], reader.value("plan.due", place),
                     reader.value("plan.done", place)])
    kinds = [("audits.completed",), ("dip.children",), ("observations.completed",), ("supervision_audits.completed",),
             ("feedback.received",), ("complaints.received",), ("compliments.received",)]
    return [("Activity against plan", ["Activity", "As written", "Due", "Done"], rows),
            ("Activity by service", ["Service", "Audits", "Children dip-sampled", "Observations", "Supervision audits",
                                     "Answers to feedback", "Complaints", "Compliments"], reader.by_service(kinds)),
            ("Audits by type and selection",
             ["Service", *reader.figures.lists["audit_types"], "random", "targeted", "quota", "unstated", "re-audit"],
             reader.by_service([("audits.completed", ("audit_type", name))
                                for name in reader.figures.lists["audit_types"]]
                               + [("audits.completed", ("selection", name))
                                  for name in ("random", "targeted", "quota", "unstated", "re-audit")]))]


def compliance(reader):
    lists, periods = reader.figures.lists, reader.figures.periods.slugs
    standards = [("standard", name) for name in lists["standards"]]
    rows = [[name[1], *reader.share("dip.met", name)] for name in standards]
    by_service = [[service or ALL, *(reader.value("dip.met", place, service=service) for place in standards)]
                  for service in reader.services]
    targets, months, series = [], sorted(reader.figures.periods.of_month), []
    for indicator in lists["indicators"]:
        name, scale = indicator["name"], 100 if indicator["unit"] == "percent" else 1
        value, target = reader.value("indicator.value", ("indicator", name)), indicator.get("target")
        rating = ""
        if isinstance(value, float) and target is not None:
            short = (target - value * scale) * (1 if indicator["polarity"] == "high" else -1)
            rating = "on target" if short <= 0 else "within tolerance" if short <= indicator["tolerance"] else "off target"
        targets.append([name, value, target, rating, *(
            reader.value("indicator.value", ("indicator", name), period=period) for period in periods[1:])])
        monthly = [month_value(reader.figures, name, month, lists["services"]) for month in months]
        known = [value for value in monthly if value is not None]
        if len(known) >= 12:
            mean, lower, upper, outside, runs = xmr(known)
            series.append([name, *known[-12:], mean, lower, upper, outside, runs])
    return [("Practice standards", ["Standard", *OUT_OF], rows),
            ("Practice standards by service", ["Service", *lists["standards"]], by_service),
            ("Indicators against target", ["Indicator", "Value", "Target", "Reading", *periods[1:]], targets),
            ("Indicators by month", ["Indicator", *months[-12:], "Mean", "Lower limit", "Upper limit", "Points outside",
                                     "Runs of seven"], series)]


def month_value(figures, name, month, services):
    for group in ([""], services):
        rows = [row for who in group for row in figures.by_month.get((name, who, month), ())]
        pairs = [(float(row["numerator"]), float(row["denominator"])) for row in rows
                 if row["numerator"] and row["denominator"]]
        below = sum(pair[1] for pair in pairs)
        if below:
            return sum(pair[0] for pair in pairs) / below
    return None


def quality(reader):
    lists, periods = reader.figures.lists, reader.figures.periods.slugs
    grades = [("grade", name) for name in lists["grades"]]
    random = ("selection", "random")
    head = [*lists["grades"], *OUT_OF]
    domains = [("domain", name) for name in lists["domains"]]

    def profile(label, first_of, good, **more):
        return [label, *(reader.value(*first_of(grade), **more) for grade in grades), *reader.share(*good, **more)]

    by_service = [profile(service or ALL, lambda grade: ("audits.grade", grade, random), ("audits.good_or_better",),
                          service=service) for service in reader.services]
    by_domain = [profile(place[1], lambda grade, place=place: ("audits.domain_grade", place, grade),
                         ("audits.good_or_better", place)) for place in domains]
    teams = sorted({key[5] for key in reader.by_key if key[5] and key[0] == "audits.grade"})
    groups = [profile(f"{axis}: {name}", lambda grade, axis=axis, name=name: ("audits.grade", grade, (axis, name)),
                      ("audits.good_or_better", (axis, name)))
              for axis, names in (("level_of_need", lists["levels"]), ("audit_type", lists["audit_types"]))
              for name in names]
    groups += [profile(f"team: {team}", lambda grade: ("audits.grade", grade), ("audits.good_or_better",), team=team)
               for team in teams]
    over_time = [[service or ALL, *(reader.value("audits.good_or_better", service=service, period=period)
                                    for period in reversed(periods))] for service in reader.services]
    domains_over_time = [[place[1], *(reader.value("audits.good_or_better", place, period=period)
                                      for period in reversed(periods))] for place in domains]
    chosen = [[way, *(reader.value("audits.grade", grade, ("selection", way)) for grade in grades)]
              for way in ("random", "targeted", "quota", "unstated", "re-audit")]
    measures = ("moderation.moderated", "moderation.exact", "moderation.moved_up", "moderation.moved_down",
                "moderation.agreement", "moderation.kappa")
    moderation = [[place[1] if place else "Overall", *(reader.value(measure, place) for measure in measures)]
                  for place in ["", *domains]]
    talks = [[place[1] if place else "Overall", *reader.share("conversation.changed", place),
              reader.value("conversation.moved_up", place), reader.value("conversation.moved_down", place)]
             for place in ["", *domains]]
    reaudits = ("completed", "better", "unchanged", "lower", "not_comparable", "escalated", "escalated_again")
    family = ("audits.family_feedback_sought", "audits.family_feedback_obtained", "audits.identity_considered",
              "dip.identity_considered", "observations.identity_considered", "audits.in_time")
    return [("Overall grades by service", ["Service", *head], by_service),
            ("Grades by domain", ["Domain", *head], by_domain),
            ("Grades by level of need, audit type and team", ["Group", *head], groups),
            ("Good or better over time", ["Service", *reversed(periods)], over_time),
            ("Good or better by domain over time", ["Domain", *reversed(periods)], domains_over_time),
            ("Grades by how the child was chosen", ["Chosen", *lists["grades"]], chosen),
            ("Moderation", ["Grade", "Moderated", "Exact", "Moved up", "Moved down", "Agreement", "Kappa"], moderation),
            ("Conversations", ["Grade", "Changed", *OUT_OF[1:], "Moved up", "Moved down"], talks),
            ("Re-audits by service", ["Service", *reaudits],
             reader.by_service([(f"reaudit.{name}",) for name in reaudits])),
            ("Family feedback, identity and time", ["Measure", *OUT_OF],
             [[name, *reader.share(name)] for name in family]),
            ("Disputes by service", ["Service", "Raised", "Informal", "Formal"], reader.by_service(
                [("disputes.raised",), *(("disputes.raised", ("dispute_stage", name)) for name in ("informal", "formal"))]))]


def experience(reader):
    lists = reader.figures.lists
    questions = [("question", name) for name in lists["questions"]]
    ratings = [("rating", name) for name in lists["ratings"]]
    answers = [[question[1], *(reader.value("feedback.rating", question, rating) for rating in ratings),
                *reader.share("feedback.positive", question)] for question in questions]
    sources = sorted({key[1] for key in reader.by_key if key[0] == "feedback.received" and key[1]})
    by_source = [[source[1], reader.value("feedback.received", source), *reader.share("feedback.positive", source)]
                 for source in sources]
    by_service = [[service or ALL, reader.value("feedback.invited", service=service),
                   reader.value("feedback.received", service=service),
                   *(reader.value("feedback.positive", question, service=service) for question in questions)]
                  for service in reader.services]
    stages = [("stage", name) for name in "123"]
    outcomes = [("outcome", name) for name in ("upheld", "partly upheld", "not upheld", "withdrawn", "resolved")]
    measures = ("received", "answered_late", "extended", "open", "open_overdue")
    by_stage = [[f"Stage {stage[1]}", *(reader.value(f"complaints.{name}", stage) for name in measures),
                 *(reader.value("complaints.outcome", outcome, stage) for outcome in outcomes),
                 *reader.share("complaints.within_timescale", stage)] for stage in stages]
    complaints = [("complaints.received",), ("complaints.by_child",), ("complaints.with_advocate",),
                  ("complaints.within_timescale",), ("complaints.open",), ("complaints.open_overdue",),
                  ("complaints.with_learning",), ("complaints.to_stage_2",), ("complaints.corporate_received",),
                  ("compliments.received",), ("representations.received",), ("enquiries.received",)]
    categories = sorted({key[1] for key in reader.by_key if key[0] == "complaints.received" and key[1]
                         and key[1][0] == "category"})
    return [("Feedback by question", ["Question", *lists["ratings"], *OUT_OF], answers),
            ("Feedback by source", ["Source", "Answers", *OUT_OF], by_source),
            ("Feedback by service", ["Service", "Asked", "Answers", *lists["questions"]], by_service),
            ("Complaints by stage", ["Stage", *measures, *(name for _, name in outcomes), *OUT_OF], by_stage),
            ("Complaints and compliments by service",
             ["Service", *(".".join(name).split(".", 1)[0] + " " + name[0].split(".")[1] for name in complaints)],
             reader.by_service(complaints)),
            ("Complaints by category", ["Category", *(service or ALL for service in reader.services)],
             [[category[1], *(reader.value("complaints.received", category, service=service)
                              for service in reader.services)] for category in categories])]


def themes(reader, comments):
    lists, periods = reader.figures.lists, reader.figures.periods.slugs
    names = lists["lexicon"]["themes"]
    now, before = periods[0], periods[1]
    rows, by_service, quotes = [], [], []
    for theme, name in enumerate(names):
        count = comments.records
        rate = [100 * count[theme, "", period, ""] / (comments.texts[period, ""] or 1) for period in (now, before)]
        rows.append([name, count[theme, "", now, ""], *(count[theme, way, now, ""] for way in (
            "strength", "concern", "neutral")), f"{rate[0]:.1f}", f"{rate[1]:.1f}",
            ", ".join(sorted(comments.sources[theme]))])
        by_service.append([name, *(count[theme, "", now, service] for service in reader.services)])
        for way in ("strength", "concern"):
            quotes += [[name, way, export, service or ALL, text]
                       for export, service, text in comments.quotes.get((theme, way), ())]
    return [("Themes", ["Theme", "Records", "Strengths", "Concerns", "Neutral", "Per 100 records", "The quarter before",
                        "Sources"], rows),
            ("Themes by service", ["Theme", *(service or ALL for service in reader.services)], by_service),
            ("In their words", ["Theme", "Which way", "Source", "Service", "Words"], quotes)]


def actions(reader):
    measures = [("actions.due",), ("actions.in_time",), ("actions.overdue",), ("actions.decision",),
                ("actions.returned",), ("actions.risk_register",)]
    opened = sorted((row for row in reader.figures.exports["actions"]
                     if not row["completed_date"] or row["completed_date"] > reader.figures.as_at),
                    key=lambda row: row["due_date"])
    return [("Actions by service", ["Service", "Due", "In time", "Overdue", "Decided", "Returned", "Risk register"],
             reader.by_service(measures)),
            ("Open actions", ["Action", "Service", "Owner", "About", "Due"],
             [[row["action_id"], row["service"], row["owner"], row["description"], row["due_date"]] for row in opened])]


def services(reader):
    shares = [("Good or better", "audits.good_or_better"), ("Standards met", "dip.met"),
              ("Positive answers", "feedback.positive"), ("Complaints in time", "complaints.within_timescale"),
              ("Actions in time", "actions.in_time"), ("Moderators agreed", "moderation.agreement")]
    return [(f"{service}: evidence", ["What", *OUT_OF], [
        [label, *reader.share(measure, service=service)] for label, measure in shares]
        + [[name, *reader.share("audits.good_or_better", ("domain", name), service=service)]
           for name in reader.figures.lists["domains"]]) for service in reader.services[1:]]


def who(reader):
    axes = ("level_of_need", "age_band", "sex", "ethnicity", "disability")
    places = list(dict.fromkeys(key[1] for key in reader.by_key
                                if key[0] == "caseload.children" and key[1] and key[1][0] in axes))
    rows = [[f"{axis}: {name}", *(reader.value(f"{kind}.children", (axis, name)) for kind in (
        "caseload", "audits", "moderation", "dip"))] for axis, name in places]
    by_service = reader.by_service([("caseload.children",), ("audits.children",), ("moderation.children",),
                                    ("dip.children",)])
    head = ["Open", "Audited", "Moderated", "Dip-sampled"]
    return [("Who was looked at", ["Children", *head], rows), ("Children by service", ["Service", *head], by_service)]
