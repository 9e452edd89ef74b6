"""What is counted of audits: grades, moderation, conversations, re-audits, concerns, disputes, children."""
from figures import RULES, months_on


class Grades:
    """The grades of an audit as they stand on a day, as ranks: 0 is the best."""

    def __init__(self, lists, as_at, header):
        self.rank = {name: rank for rank, name in enumerate(lists["grades"])}
        self.good, self.lowest, self.as_at = self.rank["Good"], len(self.rank) - 1, as_at
        self.domains = [(name, [f"{kind}domain: {name}" if f"{kind}domain: {name}" in header else None
                                for kind in ("initial ", "", "moderated ", "panel ")]) for name in lists["domains"]]

    def of(self, audit):
        """For the whole audit (named "") and each domain: initial, after the conversation, moderated, panel, final."""
        rank, as_at = self.rank.get, self.as_at
        is_moderated = audit["moderation_date"] and audit["moderation_date"] <= as_at
        has_panel = audit["panel_date"] and audit["panel_date"] <= as_at
        found = []
        for name, columns in [("", ("initial_overall_grade", "overall_grade", "moderated_grade", "panel_grade")),
                              *self.domains]:
            first, after, moderated, panel = (rank(audit[column]) if column else None for column in columns)
            if not is_moderated:
                moderated = None
            if not has_panel:
                panel = None
            final = next((grade for grade in (panel, moderated, after, first) if grade is not None), None)
            found.append((name, first, after, moderated, panel, final))
        return found


def compare(figures, prefix, period, service, domain, earlier, later):
    """Two graders of one audit: the same, moved up or moved down."""
    figures.count(f"{prefix}.{'moderated' if prefix == 'moderation' else 'compared'}", period, service, domain)
    way = "exact" if earlier == later else "moved_up" if later < earlier else "moved_down"
    figures.count(f"{prefix}.{way}", period, service, domain)
    figures.count(f"{prefix}.agreement", period, service, domain, hit=earlier == later)
    for who in ("", service):
        figures.agreement[f"{prefix}.kappa", domain, "", period, who, ""][earlier, later] += 1


def count(figures):
    """One pass over the audits; then re-audits beside the audits before them."""
    audits, periods, as_at = figures.exports["audits"], figures.periods, figures.as_at
    grades = Grades(figures.lists, as_at, audits[0])
    names = figures.lists["grades"]
    graded = {}
    for audit in audits:
        graded[audit["audit_id"]] = audit, grades.of(audit)
        service = audit["service"]
        count_disputes(figures, audit, service)
        due, done = audit["due_date"], audit["submitted_date"] or audit["completed_date"]
        period = periods.of_month.get(due[:7])
        if period and (done and done <= as_at or due < as_at):
            figures.count("audits.in_time", period, service, hit=bool(done) and done <= min(due, as_at))
        found = graded[audit["audit_id"]][1]
        watch(figures, grades, audit, found)
        period = periods.happened(audit["completed_date"])
        if not period:
            continue
        is_reaudit = audit["audit_type"] == "Re-audit" or audit["previous_audit_id"]
        selection = "re-audit" if is_reaudit else audit["selection"] or RULES.get(audit["audit_type"], "unstated")
        groups = (("level_of_need", audit["level_of_need"]), ("audit_type", audit["audit_type"]))
        figures.count("audits.completed", period, service)
        figures.count("audits.completed", period, service, ("selection", selection))
        figures.count("audits.completed", period, service, ("audit_type", audit["audit_type"]))
        count_children(figures, audit, period, service, selection, any(one[3] is not None for one in found))
        if is_reaudit:
            figures.count("reaudit.completed", period, service)
        if audit["immediate_concern"] == "Yes":
            figures.count("concerns.raised", period, service)
            if not audit["concern_notified_date"] or audit["concern_notified_date"] > as_at:
                figures.count("concerns.not_notified", period, service)
        for measure, column in (("audits.family_feedback_sought", "family_feedback_sought"),
                                ("audits.family_feedback_obtained", "family_feedback_obtained"),
                                ("audits.identity_considered", "identity_considered")):
            if audit[column] in ("Yes", "Partly", "No"):
                figures.count(measure, period, service, hit=audit[column] == "Yes")
                if column == "identity_considered" and any(one[3] is not None for one in found):
                    figures.count("moderation.identity_considered", period, service, hit=audit[column] == "Yes")
        for name, first, after, moderated, panel, final in found:
            domain = ("domain", name) if name else ""
            if first is not None and after is not None:
                figures.count("conversation.changed", period, service, domain, hit=first != after)
                if first != after:
                    way = "up" if after < first else "down"
                    figures.count(f"conversation.moved_{way}", period, service, domain)
            if after is not None and moderated is not None:
                compare(figures, "moderation", period, service, domain, after, moderated)
            if moderated is not None and panel is not None:
                compare(figures, "panel", period, service, domain, moderated, panel)
            if final is None:
                continue
            good = final <= grades.good
            if name:
                figures.count_all("audits.domain_good_or_better", period, domain, ("selection", selection), good)
                if selection == "random":
                    figures.count_all("audits.domain_grade", period, domain, ("grade", names[final]))
                    figures.count("audits.good_or_better", period, service, domain, hit=good)
                continue
            figures.count("audits.grade", period, service, ("grade", names[final]), ("selection", selection))
            if selection == "random":
                figures.count("audits.good_or_better", period, service, hit=good)
                for group in groups:
                    if group[1]:
                        figures.count_all("audits.grade", period, ("grade", names[final]), group)
                        figures.count_all("audits.good_or_better", period, group, hit=good)
                if audit["team"]:
                    figures.count_all("audits.grade", period, ("grade", names[final]), team=audit["team"])
                    figures.count_all("audits.good_or_better", period, hit=good, team=audit["team"])
    count_reaudits(figures, grades, graded)


def count_children(figures, audit, period, service, selection, is_moderated):
    child, way = audit["child_id"], ("selection", selection)
    if not child:
        return
    places = [(("level_of_need", audit["level_of_need"]), "", True)] if audit["level_of_need"] else []
    places += [(place, "", False) for place in figures.who.get(child, ())]
    if audit["team"]:
        places.append(("", audit["team"], False))
    figures.different("audits.children", period, service, child)
    figures.different("audits.children", period, service, child, way)
    if is_moderated:
        figures.different("moderation.children", period, service, child)
    for place, team, per_service in places:
        figures.different("audits.children", period, service, child, place, "", team, per_service)
        figures.different("audits.children", period, service, child, place, way, team, False)
        if is_moderated:
            figures.different("moderation.children", period, service, child, place, "", team, False)


def count_disputes(figures, audit, service):
    period = figures.periods.happened(audit["dispute_raised_date"])
    if not period:
        return
    resolved = audit["dispute_resolved_date"] and audit["dispute_resolved_date"] <= figures.as_at
    result = audit["dispute_result"].capitalize() or "Resolved, no result recorded"
    result = ("dispute_result", result if resolved else "Not resolved yet")
    # The export holds no day on which a dispute became a formal one.
    stage = ("dispute_stage", "informal")
    figures.count("disputes.raised", period, service)
    figures.count("disputes.raised", period, service, stage)
    figures.count_all("disputes.raised", period, result)
    figures.count_all("disputes.raised", period, result, stage)


def watch(figures, grades, audit, found):
    """What cannot wait: concerns nobody was told of, inadequate audits without a review."""
    as_at, day = figures.as_at, audit["completed_date"]
    if not day or day > as_at:
        return
    if audit["immediate_concern"] == "Yes" and not (
            audit["concern_notified_date"] and audit["concern_notified_date"] <= as_at):
        figures.lists_of_records["Concern not notified"].append((audit["audit_id"], audit["service"], day))
    final = [one[5] for one in found]
    lowest = final[0] == grades.lowest if final[0] is not None else grades.lowest in final
    if lowest and months_on(day, 1) < as_at and not (
            audit["qa_review_date"] and audit["qa_review_date"] <= as_at):
        figures.lists_of_records["Inadequate audit not reviewed"].append(
            (audit["audit_id"], audit["service"], months_on(day, 1)))
        period = figures.periods.happened(day)
        if period:
            figures.count("inadequate.without_review", period, audit["service"])


def count_reaudits(figures, grades, graded):
    """Re-audits beside the audit they name, else the same child's latest earlier one."""
    by_child = {}
    for audit, _ in graded.values():
        if audit["completed_date"] and audit["child_id"]:
            by_child.setdefault(audit["child_id"], []).append(audit)
    for audit, found in graded.values():
        period = figures.periods.happened(audit["completed_date"])
        is_reaudit = audit["audit_type"] == "Re-audit" or audit["previous_audit_id"]
        if not period or not is_reaudit:
            continue
        service, previous = audit["service"], graded.get(audit["previous_audit_id"])
        if not audit["previous_audit_id"]:
            earlier = [one for one in by_child.get(audit["child_id"], ())
                       if one["completed_date"] < audit["completed_date"]]
            if earlier:
                previous = graded[max(earlier, key=lambda one: one["completed_date"])["audit_id"]]
                figures.count("reaudit.previous_assumed", period, service)
        then = previous and not is_circular(audit, graded) and previous[1]
        now = found[0][5]
        if not then or then[0][5] is None or now is None \
                or not "" < previous[0]["completed_date"] <= audit["completed_date"]:
            figures.count("reaudit.not_comparable", period, service)
            continue
        before = then[0][5]
        figures.count(f"reaudit.{way_of(before, now)}", period, service)
        if now > before or now == before and now > grades.good:
            figures.count("reaudit.escalated", period, service)
            figures.lists_of_records["Re-audit no better"].append(
                (audit["audit_id"], service, audit["completed_date"]))
            if previous[0]["audit_type"] == "Re-audit" or previous[0]["previous_audit_id"]:
                figures.count("reaudit.escalated_again", period, service)
        for one, other in zip(then[1:], found[1:]):
            if one[5] is not None and other[5] is not None:
                figures.count_all(f"reaudit.{way_of(one[5], other[5])}", period, ("domain", other[0]))


def is_circular(audit, graded):
    """Whether going back from a re-audit leads to itself."""
    start, seen = audit["audit_id"], set()
    while audit["previous_audit_id"] in graded and audit["audit_id"] not in seen:
        seen.add(audit["audit_id"])
        audit = graded[audit["previous_audit_id"]][0]
        if audit["audit_id"] == start:
            return True
    return False


def way_of(then, now):
    return "unchanged" if now == then else "better" if now < then else "lower"
