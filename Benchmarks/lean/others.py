"""What is counted of everything but audits: dip samples, complaints, feedback, actions, caseload, indicators, and by them the plan."""
from collections import Counter, defaultdict

import plan
from figures import DECISIONS, WorkingDays


def count(figures):
    count_dips(figures)
    count_complaints(figures)
    count_feedback(figures)
    count_actions(figures)
    count_caseload(figures)
    count_dated(figures)
    count_indicators(figures)
    plan.count(figures)


def count_dips(figures):
    seen = set()
    for row in figures.exports["dip-samples"]:
        period, service = figures.periods.happened(row["sample_date"]), row["service"]
        if not period:
            continue
        if row["identity_considered"] in ("Yes", "Partly", "No") and row["sample_id"] not in seen:
            seen.add(row["sample_id"])
            figures.count("dip.identity_considered", period, service, hit=row["identity_considered"] == "Yes")
        if row["child_id"]:
            child = row["child_id"]
            figures.different("dip.children", period, service, child)
            for place in [("level_of_need", row["level_of_need"]), *figures.who.get(child, ())]:
                if place[1]:
                    figures.different("dip.children", period, service, child, place, per_service=False)
            if row["team"]:
                figures.different("dip.children", period, "", child, team=row["team"])
        if row["response"] in ("yes", "partly", "no"):
            met = row["response"] == "yes"
            figures.count("dip.met", period, service, hit=met)
            figures.count("dip.met", period, service, ("standard", row["standard"]), hit=met)


def limit(row, days):
    """The last day on which a stage is answered in time, and whether its time is the longer one."""
    start = row["stage_requested_date"] or row["stage_started_date"] or row["received_date"]
    if row["stage"] == "1":
        longer = row["complex"] == "Yes" or row["advocate"] == "Yes"
        return days.after(start, 20 if longer else 10), longer
    if row["stage"] == "2":
        usual = days.after(start, 25)
        if not row["extended_to"]:
            return usual, False
        return min(max(row["extended_to"], usual), days.after(start, 65)), True
    return days.after(start, 30 + 5 + 15), False


def count_complaints(figures):
    days, periods, as_at = WorkingDays(2023, 2026), figures.periods, figures.as_at
    table = figures.exports["complaints"]
    first, reached = {}, Counter()
    for row in table:
        place = row["stage"], row["received_date"]
        if row["reference"] not in first or place < first[row["reference"]][0]:
            first[row["reference"]] = place, row
        began = row["stage_started_date"] or row["stage_requested_date"] or row["received_date"]
        if row["stage"] and began <= as_at:
            reached[row["reference"]] = max(reached[row["reference"]], int(row["stage"]))
    for row in table:
        service, stage = row["service"], ("stage", row["stage"])
        is_complaint = row["type"] in ("complaint", "")
        corporate = is_complaint and row["procedure"] == "corporate"
        statutory = is_complaint and not corporate
        period = periods.happened(row["received_date"])
        if period and first[row["reference"]][1] is row:
            if statutory:
                figures.count("complaints.received", period, service)
                if row["category"]:
                    figures.count("complaints.received", period, service, ("category", row["category"]))
                if row["made_by"] in ("Child", "Young person"):
                    figures.count("complaints.by_child", period, service)
                if row["advocate"] == "Yes":
                    figures.count("complaints.with_advocate", period, service)
            elif corporate:
                figures.count("complaints.corporate_received", period, service)
            else:
                kind = {"compliment": "compliments", "representation": "representations", "enquiry": "enquiries"}
                figures.count(f"{kind[row['type']]}.received", period, service)
        if not is_complaint:
            continue
        began, responded, outcome = row["stage_started_date"] or row["received_date"], row["responded_date"], \
            row["outcome"]
        period = periods.happened(began)
        answered = bool(responded) and responded <= as_at
        withdrawn = outcome == "withdrawn" and not responded
        prefix = "complaints" if statutory else "complaints.corporate"
        last, longer = limit(row, days) if statutory else (row["extended_to"] or row["due_date"], False)
        joint = "." if statutory else "_"
        count_one = figures.count if statutory else (
            lambda measure, period, service, first="", hit=True: figures.count_all(measure, period, first, hit=hit))
        if period:
            if statutory and row["stage"]:
                figures.count("complaints.received", period, service, stage)
            elif row["stage"]:
                figures.count_all("complaints.corporate_received", period, stage)
            if outcome and (answered or withdrawn):
                if statutory:
                    figures.count("complaints.outcome", period, service, ("outcome", outcome), stage)
                else:
                    figures.count_all("complaints.corporate_outcome", period, ("outcome", outcome))
            if statutory and row["stage"] == "1":
                for later in (2, 3):
                    figures.count(f"complaints.to_stage_{later}", period, service,
                                  hit=reached[row["reference"]] >= later)
            if answered:
                count_one(f"{prefix}{joint}with_learning", period, service,
                          hit=bool(row["learning"] or row["action_id"]))
            if not withdrawn and last and (answered or last < as_at):
                in_time = answered and responded <= last
                for place in ("", stage) if statutory else ("",):
                    count_one(f"{prefix}{joint}within_timescale", period, service, place, hit=in_time)
                    if statutory and answered and not in_time:
                        figures.count("complaints.answered_late", period, service, place)
            if statutory and not withdrawn and longer:
                figures.count("complaints.extended", period, service)
                figures.count("complaints.extended", period, service, stage)
        if withdrawn:
            continue
        for period, close in periods.at_close:
            if began <= close and not (responded and responded <= close):
                for place in ("", stage) if statutory else ("",):
                    count_one(f"{prefix}{joint}open", period, service, place)
                    if last and last < close:
                        count_one(f"{prefix}{joint}open_overdue", period, service, place)


def count_feedback(figures):
    positive, ratings = set(figures.lists["positive"]), set(figures.lists["ratings"])
    for row in figures.exports["feedback"]:
        period, service = figures.periods.happened(row["date"]), row["service"]
        if not period:
            continue
        source, question, rating = ("source", row["source"]), ("question", row["question"]), row["rating"]
        figures.count("feedback.received", period, service)
        figures.count("feedback.received", period, service, source)
        if rating not in ratings:
            continue
        good = rating in positive
        figures.count("feedback.positive", period, service, hit=good)
        figures.count("feedback.positive", period, service, source, hit=good)
        if row["question"]:
            figures.count_all("feedback.positive", period, source, question, good)
            figures.count("feedback.rating", period, service, question, ("rating", rating))
            figures.count("feedback.positive", period, service, question, hit=good)


def count_actions(figures):
    as_at = figures.as_at
    for row in figures.exports["actions"]:
        due, done, raised, service = row["due_date"], row["completed_date"], row["raised_date"], row["service"]
        period = figures.periods.of_month.get(due[:7])
        if period and raised <= as_at:
            figures.count("actions.due", period, service)
            if done and done <= as_at or due < as_at:
                figures.count("actions.in_time", period, service, hit=bool(done) and done <= min(due, as_at))
        decision = row["panel_decision"]
        if decision and decision not in DECISIONS:
            decision = "other decision"
        period = figures.periods.happened(row["decision_date"])
        if decision and period:
            figures.count("actions.decision", period, service)
            figures.count("actions.decision", period, service, ("decision", decision))
        for period, close in figures.periods.at_close:
            if raised > close:
                continue
            is_open = not done or done > close
            if due and due < close and is_open:
                figures.count("actions.overdue", period, service)
            if row["risk_register"] == "Yes" and is_open:
                figures.count("actions.risk_register", period, service)
            if decision == "return to panel" and row["decision_date"] <= close and (
                    is_open or done < row["decision_date"]):
                figures.count("actions.returned", period, service)
        if due and due < as_at and raised <= as_at and (not done or done > as_at):
            figures.lists_of_records["Action overdue"].append((row["action_id"], service, due))


def count_caseload(figures):
    for row in figures.exports["caseload"]:
        child, service = row["child_id"], row["service"]
        for period, close in figures.periods.at_close:
            if not row["opened_date"] or row["opened_date"] > close \
                    or row["closed_date"] and row["closed_date"] <= close:
                continue
            figures.different("caseload.children", period, service, child)
            if row["level_of_need"]:
                figures.different("caseload.children", period, service, child, ("level_of_need", row["level_of_need"]))
            for place in figures.who.get(child, ()):
                figures.different("caseload.children", period, "", child, place)
            if row["team"]:
                figures.different("caseload.children", period, "", child, team=row["team"])


def count_dated(figures):
    for export, kind in (("observations", "observations"), ("supervision-audits", "supervision_audits")):
        for row in figures.exports[export]:
            period = figures.periods.happened(row["date"])
            if period:
                figures.count(f"{kind}.completed", period, row["service"])
                if row["identity_considered"] in ("Yes", "Partly", "No"):
                    figures.count(f"{kind}.identity_considered", period, row["service"],
                                  hit=row["identity_considered"] == "Yes")
    for row in figures.exports["activity"]:
        period = figures.periods.happened(row["date"])
        if period and row["invited"]:
            invited, answered = int(row["invited"]), int(row["participants"] or 0)
            for who in ("", row["service"]) if row["service"] else ("",):
                figures.hits["feedback.invited", "", "", period, who, ""] += invited
                figures.of["feedback.invited", "", "", period, who, ""] += invited
                if row["participants"] and answered <= invited:
                    figures.hits["feedback.response", "", "", period, who, ""] += answered
                    figures.of["feedback.response", "", "", period, who, ""] += invited


def count_indicators(figures):
    """Flows summed over a quarter, stocks as at its last month; by month for the run charts."""
    periods = figures.periods
    by_month = defaultdict(list)
    for row in figures.exports["performance"]:
        by_month[row["indicator"], row["service"], row["period"]].append(row)
    figures.by_month = by_month
    for indicator in figures.lists["indicators"]:
        name = indicator["name"]
        for period in periods.slugs:
            months = [month for month, slug in periods.of_month.items() if slug == period]
            for service in ["", *figures.lists["services"]]:
                rows = gathered(by_month, name, service, months, indicator["kind"], figures.lists["services"])
                value = value_of(rows, indicator["unit"])
                if value:
                    figures.values["indicator.value", ("indicator", name), "", period, service, ""] = value


def gathered(by_month, name, service, months, kind, services):
    if kind == "stock":
        months = next(([month] for month in sorted(months, reverse=True)
                       if any((name, who, month) in by_month for who in ((service,) if service else ("", *services)))),
                      [])
    rows = [row for month in months for row in by_month.get((name, service, month), ())]
    if rows or service:
        return rows
    return [row for who in services for month in months for row in by_month.get((name, who, month), ())]


def value_of(rows, unit):
    """Numerator, denominator and value, of 1 where the unit is per cent."""
    if rows and all(row["numerator"] and row["denominator"] for row in rows):
        above, below = sum(float(row["numerator"]) for row in rows), sum(float(row["denominator"]) for row in rows)
        return (above, below, above / below) if below else None
    if len(rows) == 1 and rows[0]["value"]:
        return None, None, float(rows[0]["value"].rstrip("%")) / (100 if unit == "percent" else 1)
    return None


def xmr(values):
    """Mean and natural limits of a run chart, and the points outside them."""
    mean = sum(values) / len(values)
    moving = sum(abs(one - other) for one, other in zip(values, values[1:])) / (len(values) - 1)
    lower, upper = mean - 2.66 * moving, mean + 2.66 * moving
    sides = [(value > mean) - (value < mean) for value in values]
    runs, run = 0, 0
    for before, side in zip([0, *sides], sides):
        run = run + 1 if side and side == before else abs(side)
        runs += run == 7
    return mean, lower, upper, sum(not lower <= value <= upper for value in values), runs
