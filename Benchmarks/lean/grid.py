"""Every figure of the report, zeros too: what was counted, laid out by measure, service and quarter, with its interval."""
from math import sqrt

from figures import AGE_BANDS, DECISIONS, OUTCOMES, SELECTIONS, STAGES

FEWEST, FEWEST_FOR_KAPPA = 5, 30
DOMAIN, LEVEL, SELECTION, STAGE = "domain", "level_of_need", "selection", "stage"

# Measure; its axes; whether it is made for each service; whether for teams instead.
COUNTS = [
    ("audits.completed", "", "", 1, 0), ("audits.completed", SELECTION, "", 1, 0),
    ("audits.completed", "audit_type", "", 1, 0), ("audits.grade", "grade", SELECTION, 1, 0),
    ("audits.grade", "grade", LEVEL, 0, 0), ("audits.grade", "grade", "audit_type", 0, 0),
    ("audits.grade", "grade", "", 0, 1), ("audits.domain_grade", DOMAIN, "grade", 0, 0),
    *[(f"{prefix}.{way}", axis, "", prefix == "moderation" or not axis, 0)
      for prefix, first in (("moderation", "moderated"), ("panel", "compared"))
      for way in (first, "exact", "moved_up", "moved_down") for axis in ("", DOMAIN)],
    *[(f"conversation.moved_{way}", axis, "", 1, 0) for way in ("up", "down") for axis in ("", DOMAIN)],
    *[(f"reaudit.{name}", "", "", 1, 0) for name in ("completed", "escalated", "escalated_again", "not_comparable",
                                                    "previous_assumed", "better", "unchanged", "lower")],
    *[(f"reaudit.{name}", DOMAIN, "", 0, 0) for name in ("better", "unchanged", "lower")],
    ("inadequate.without_review", "", "", 1, 0), ("concerns.raised", "", "", 1, 0),
    ("concerns.not_notified", "", "", 1, 0), ("disputes.raised", "", "", 1, 0),
    ("disputes.raised", "dispute_stage", "", 1, 0), ("disputes.raised", "dispute_result", "", 0, 0),
    ("disputes.raised", "dispute_result", "dispute_stage", 0, 0),
    ("complaints.received", "", "", 1, 0), ("complaints.received", STAGE, "", 1, 0),
    ("complaints.received", "category", "", 1, 0), ("complaints.by_child", "", "", 1, 0),
    ("complaints.with_advocate", "", "", 1, 0), ("complaints.corporate_received", "", "", 1, 0),
    ("complaints.corporate_received", STAGE, "", 0, 0), ("compliments.received", "", "", 1, 0),
    ("representations.received", "", "", 1, 0), ("enquiries.received", "", "", 1, 0),
    ("complaints.outcome", "outcome", STAGE, 1, 0), ("complaints.corporate_outcome", "outcome", "", 0, 0),
    *[(f"complaints.{name}", axis, "", 1, 0) for name in ("answered_late", "extended", "open", "open_overdue")
      for axis in ("", STAGE)],
    ("complaints.corporate_open", "", "", 0, 0), ("complaints.corporate_open_overdue", "", "", 0, 0),
    ("feedback.received", "", "", 1, 0), ("feedback.received", "source", "", 1, 0),
    ("feedback.rating", "question", "rating", 1, 0), ("actions.due", "", "", 1, 0), ("actions.overdue", "", "", 1, 0),
    ("actions.decision", "", "", 1, 0), ("actions.decision", "decision", "", 1, 0),
    ("actions.returned", "", "", 1, 0), ("actions.risk_register", "", "", 1, 0),
    ("observations.completed", "", "", 1, 0), ("supervision_audits.completed", "", "", 1, 0),
]
SHARES = [
    ("audits.good_or_better", "", "", 1, 0), ("audits.good_or_better", DOMAIN, "", 1, 0),
    ("audits.good_or_better", LEVEL, "", 0, 0), ("audits.good_or_better", "audit_type", "", 0, 0),
    ("audits.good_or_better", "", "", 0, 1), ("audits.domain_good_or_better", DOMAIN, SELECTION, 0, 0),
    *[(name, "", "", 1, 0) for name in (
        "audits.family_feedback_sought", "audits.family_feedback_obtained", "audits.identity_considered",
        "moderation.identity_considered", "dip.identity_considered", "observations.identity_considered",
        "supervision_audits.identity_considered", "audits.in_time", "actions.in_time", "complaints.to_stage_2",
        "complaints.to_stage_3", "complaints.with_learning")],
    *[(f"{name}.agreement", axis, "", name == "moderation" or not axis, 0)
      for name in ("moderation", "panel") for axis in ("", DOMAIN)],
    *[("conversation.changed", axis, "", 1, 0) for axis in ("", DOMAIN)],
    ("dip.met", "", "", 1, 0), ("dip.met", "standard", "", 1, 0), ("complaints.within_timescale", "", "", 1, 0),
    ("complaints.within_timescale", STAGE, "", 1, 0), ("complaints.corporate_within_timescale", "", "", 0, 0),
    ("complaints.corporate_with_learning", "", "", 0, 0), ("feedback.positive", "", "", 1, 0),
    ("feedback.positive", "question", "", 1, 0), ("feedback.positive", "source", "", 1, 0),
    ("feedback.positive", "source", "question", 0, 0),
]
WHO = ("age_band", "sex", "ethnicity", "disability")
CHILDREN = [
    ("audits.children", "", "", 1, 0), ("audits.children", SELECTION, "", 1, 0), ("audits.children", LEVEL, "", 1, 0),
    ("audits.children", "", "", 0, 1), ("audits.children", LEVEL, SELECTION, 0, 0),
    ("audits.children", "", SELECTION, 0, 1),
    ("caseload.children", "", "", 1, 0), ("caseload.children", LEVEL, "", 1, 0), ("caseload.children", "", "", 0, 1),
    *[("audits.children", axis, second, 0, 0) for axis in WHO for second in ("", SELECTION)],
    *[(f"{name}.children", axis, "", not axis, 0) for name in ("dip", "moderation")
      for axis in ("", LEVEL, *WHO)],
    ("dip.children", "", "", 0, 1), ("moderation.children", "", "", 0, 1),
    *[("caseload.children", axis, "", 0, 0) for axis in WHO],
]
ONLY_WHERE_ASKED = [("feedback.invited", 0), ("feedback.response", 1)]


def wilson(hits, of, z=1.959963984540054):
    share, square = hits / of, z * z
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = z * sqrt(share * (1 - share) / of + square / (4 * of * of)) / (1 + square / of)
    return max(0.0, middle - half), min(1.0, middle + half)


def kappa(table, size):
    """Quadratic-weighted agreement beyond chance; None where everybody gave one and the same grade."""
    n = sum(table.values())
    rows, columns = [0] * size, [0] * size
    apart = 0
    for (one, other), count in table.items():
        rows[one] += count
        columns[other] += count
        apart += (one - other) ** 2 * count
    expected = sum((one - other) ** 2 * rows[one] * columns[other] for one in range(size) for other in range(size)) / n
    return 1 - apart / expected if expected else None


def places(figures):
    """The places on every axis, in the order of the framework, else as they are met."""
    lists, exports = figures.lists, figures.exports

    def met(export, column):
        return list(dict.fromkeys(row[column] for row in exports[export] if row[column]))

    characteristics = {}
    for pairs in figures.who.values():
        for axis, place in pairs:
            characteristics.setdefault(axis, {})[place] = True
    results = dict.fromkeys(key[1][1] for key in figures.of if key[0] == "disputes.raised"
                            and key[1] and key[1][0] == "dispute_result")
    found = {
        "": [""], SELECTION: SELECTIONS, STAGE: STAGES, "outcome": OUTCOMES, "decision": DECISIONS,
        "grade": lists["grades"], DOMAIN: lists["domains"], LEVEL: lists["levels"], "audit_type": lists["audit_types"],
        "standard": lists["standards"], "question": lists["questions"], "rating": lists["ratings"],
        "category": met("complaints", "category"), "source": met("feedback", "source"),
        "dispute_stage": ["informal", "formal"], "dispute_result": list(results),
        "age_band": [name for _, name in AGE_BANDS], **{axis: list(of) for axis, of in characteristics.items()},
    }
    return {axis: [(axis, place) if axis else "" for place in names] for axis, names in found.items()}


def lay_out(figures):
    """All figures as (key, numerator, denominator, value, lower, upper, n, unit, status)."""
    axes, periods, done = places(figures), figures.periods.slugs, []
    services = ["", *figures.lists["services"]]
    teams = sorted({key[5] for key in (*figures.of, *figures.ids) if key[5]})
    hits, of, ids = figures.hits, figures.of, figures.ids

    def keys(shape):
        measure, first, second, per_service, by_team = shape
        for one in axes[first]:
            for other in axes[second]:
                for period in periods:
                    if by_team:
                        for team in teams:
                            yield measure, one, other, period, "", team
                    else:
                        for service in services if per_service else ("",):
                            yield measure, one, other, period, service, ""

    for shape in COUNTS:
        for key in keys(shape):
            number = hits[key]
            if number or not key[5]:
                done.append((key, number, None, number, None, None, None, "count", "ok"))
    for shape in CHILDREN:
        for key in keys(shape):
            number = len(ids.get(key, ()))
            if number or not key[5]:
                done.append((key, number, None, number, None, None, None, "count", "ok"))
    for shape in SHARES:
        for key in keys(shape):
            done.append(share(key, hits[key], of[key]))
    for measure, is_share in ONLY_WHERE_ASKED:
        for key in keys((measure, "", "", 1, 0)):
            number = hits[key]
            if not of[key]:
                done.append((key, None, None, None, None, None, None, None, "not_available"))
            elif is_share:
                done.append(share(key, number, of[key]))
            else:
                done.append((key, number, None, number, None, None, None, "count", "ok"))
    for prefix in ("moderation", "panel"):
        for first in ("", DOMAIN):
            for key in keys((f"{prefix}.kappa", first, "", prefix == "moderation" or not first, 0)):
                table = figures.agreement.get(key, {})
                n = sum(table.values())
                value = kappa(table, len(axes["grade"])) if n >= FEWEST_FOR_KAPPA else None
                status = "insufficient" if n < FEWEST_FOR_KAPPA else "ok" if value is not None else "not_available"
                done.append((key, None, None, value, None, None, n, "coefficient" if value is not None else None, status))
    for key, (numerator, denominator, value) in figures.values.items():
        done.append((key, numerator, denominator, value, None, None, None, None, "ok"))
    return done


def share(key, hits, of):
    if of < FEWEST:
        return key, None, None, None, None, None, of, None, "insufficient"
    return key, hits, of, hits / of, *wilson(hits, of), of, "proportion", "ok"
