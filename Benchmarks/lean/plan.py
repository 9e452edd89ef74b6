"""Activity against plan: what each line of the plan asks for in a quarter, and how often it was done."""
from collections import Counter, defaultdict
from datetime import date, timedelta

from figures import months_on


def count(figures):
    """All lines of the plan, and of them together how many are due and how many done."""
    periods = figures.periods
    roles = defaultdict(set)
    for row in figures.exports["staff"]:
        roles[row["role"]].add(row["worker"])
    dates = {"audits": "completed_date", "dip_samples": "sample_date", "observations": "date",
             "supervision_audits": "date", "activity": "date"}
    exports = {"dip_samples": "dip-samples", "supervision_audits": "supervision-audits"}
    people = {"auditor_role": "auditor", "reviewer_role": "reviewer", "worker_role": "worker",
              "supervisor_role": "supervisor"}

    def done_rows(dataset, what):
        """Rows that count, with their day and whom they are of."""
        wanted = []
        if dataset == "activity":
            wanted.append(("activity", set(what)))
        else:
            for key, values in what.items():
                if key in people:
                    wanted.append((people[key], set().union(*(roles.get(role, ()) for role in values))))
                elif key == "practitioner_met":
                    wanted.append(("practitioner_conversation_date", None))
                elif key == "family_feedback_obtained":
                    wanted.append((key, {"Yes"}))
                elif key != "count":
                    wanted.append((key, set(values)))
        for row in figures.exports[exports.get(dataset, dataset)]:
            if all(row[column] in values if values is not None else row[column] and row[column] <= figures.as_at
                   for column, values in wanted):
                yield row[dates[dataset]], row

    for line in figures.lists["plan"]:
        due, done = line["due"], line["done"]
        place = ("activity", line["activity"])
        if done and isinstance(done["what"], dict) and any(
                key in people and not any(role in roles for role in values) for key, values in done["what"].items()
                if key != "count"):
            done = None
        found = list(done_rows(done["dataset"], done["what"])) if done else []
        for period, first, close in zip(periods.slugs, periods.firsts, periods.closes):
            times = occurrences(figures, due, first, close, period)
            if times is not None:
                figures.values["plan.due", place, "", period, "", ""] = times, None, times
            if done is None:
                continue
            count = done_count(figures, due, done, found, first, close)
            figures.values["plan.done", place, "", period, "", ""] = count, None, count
    for period in periods.slugs:
        pairs = [(figures.values.get(("plan.due", ("activity", line["activity"]), "", period, "", "")),
                  figures.values.get(("plan.done", ("activity", line["activity"]), "", period, "", "")))
                 for line in figures.lists["plan"]]
        pairs = [(due[2], done[2]) for due, done in pairs if due and done and due[2]]
        for measure, number in (("plan.due", len(pairs)), ("plan.done", sum(done >= due for due, done in pairs))):
            figures.values[measure, "", "", period, "", ""] = number, None, number


def in_post(figures, wanted, close):
    """Workers of some roles who were there for the whole year up to a day."""
    year = months_on(close, -12)
    return {row["worker"] for row in figures.exports["staff"] if row["role"] in wanted
            and (not row["started_date"] or row["started_date"] <= year)
            and (not row["left_date"] or row["left_date"] > close)}


def occurrences(figures, due, first, close, period):
    if due is None:
        return None
    if "roles" in due:
        return len(in_post(figures, due["roles"], close)) * due["times"]
    if "each" in due:
        kinds = set([due["what"]["audit_type"]] if due["what"] else ())
        return sum(figures.periods.happened(row["completed_date"]) == period
                   for row in figures.exports["audits"] if not kinds or row["audit_type"] in kinds)
    quarter = (int(first[5:7]) - 4) % 12 // 3 + 1
    if due["months"] <= 3:
        times = due["times"] * (3 // due["months"])
    else:
        # Spread evenly over a longer stretch, each at the end of its part: those that end within the quarter.
        ends = [stretch * due["months"] + -(-due["months"] * (turn + 1) // due["times"])
                for stretch in range(12 // due["months"]) for turn in range(due["times"])]
        times = sum(3 * quarter - 3 < end <= 3 * quarter for end in ends)
    return times * (len(figures.lists["services"]) if due["per_service"] else 1)


def done_count(figures, due, done, found, first, close):
    if due and "roles" in due:
        from_day = (date.fromisoformat(months_on(close, -12)) + timedelta(1)).isoformat()
        column = "supervisor" if done["dataset"] == "supervision_audits" else "worker"
        people = in_post(figures, due["roles"], close)
        seen = Counter(row[column] for day, row in found if from_day <= day <= close and row[column] in people)
        return sum(min(count, due["times"]) for count in seen.values())
    if due and due.get("months", 0) > 3:
        # A longer stretch is counted from its own beginning, or that of the part that falls due.
        months, (year, month) = due["months"] // due["times"], (int(first[:4]), int(first[5:7]))
        since = (month - 4) % 12 % months
        first = months_on(first, -since) if months > 3 else first
    rows = [row for day, row in found if first <= day <= close]
    if due and due.get("per_service"):
        return sum(min(count, due["times"]) for count in Counter(
            row["service"] for row in rows if row["service"]).values())
    what = done["what"]
    if done["dataset"] == "dip_samples":
        key = "child_id" if what.get("count") == "children" else "sample_id"
        return len({row[key] for row in rows if row[key]})
    if isinstance(what, dict) and what.get("count") == "children":
        return len({row["child_id"] for row in rows if row["child_id"]})
    return len(rows)
