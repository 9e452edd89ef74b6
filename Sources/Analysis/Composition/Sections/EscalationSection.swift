import QAModel

/// Escalations and exceptions: what the framework's rules say must be told to somebody, and was not done in time.
enum EscalationSection: SectionComposer {
  /// Rows of one rule; the totals are always given.
  static let listed = 25

  static func compose(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    let outcomes = context.records.escalations
    // Who is late is nobody's business outside, and the numbers are small.
    guard !outcomes.isEmpty, context.request.audience != .public else { return nil }
    let total = outcomes.reduce(0) { $0 + $1.hits.count }
    var blocks: [Block] = [
      .paragraph(
        Paragraph([
          total == 0
            ? "No rule of the framework calls for escalation at \(Value.date(context.request.asAt))."
            : "\(Wording.counted(context.cell(context.key(.escalationHits)), "case is", "cases are")) past a limit of the framework's rules at \(Value.date(context.request.asAt)) and not done by it, from any period. A record can be under several rules."
        ])), .list(outcomes.map { Paragraph([line($0, context)]) }),
    ]
    if total > 0, context.request.audience == .internal {
      blocks.append(.table(table(outcomes, total, context)))
    }
    if let disputes = DisputeTable.table(context), let sentence = DisputeTable.sentence(context) {
      blocks += [.paragraph(Paragraph([sentence])), .table(disputes)]
    }
    return Section(id: "escalations", title: "Escalations and exceptions", blocks: blocks)
  }

  /// Whether the report lists so many records under a rule of the kind.
  static func lists(_ count: Int, under trigger: EscalationTrigger, _ context: ReportContext) -> Bool {
    context.request.report.sectionsInOrder.contains(.escalation)
      && context.records.escalations.contains { $0.rule.trigger == trigger && $0.hits.count >= count }
  }

  private static func line(_ outcome: EscalationOutcome, _ context: ReportContext) -> Sentence {
    let rule = outcome.rule
    let about: Sentence = "\(strong: "\(rule.id).") \(rule.words), to \(rule.to): "
    guard outcome.isChecked else {
      return "\(about)not checked, because the exports do not hold what would tell."
    }
    guard !outcome.hits.isEmpty else { return "\(about)none." }
    let longest: Sentence =
      outcome.hits.compactMap(\.days).max().flatMap { $0 > 0 ? $0 : nil }.map {
        ", the longest by \(Wording.counted($0, "day", "days"))"
      } ?? ""
    let count =
      context.figures.names.place(.rule, rule.id).map {
        context.cell(context.key(.escalationHits, first: $0))
      } ?? Cell(.count(outcome.hits.count))
    return "\(about)\(count)\(longest)."
  }

  private static func table(_ outcomes: [EscalationOutcome], _ total: Int, _ context: ReportContext) -> Table
  {
    let rows = outcomes.flatMap { outcome in
      outcome.hits.prefix(listed).map { row($0, of: outcome.rule, context) }
    }
    return Table(
      id: "escalations-open", title: "Escalations and exceptions at \(context.request.asAt.long)",
      source:
        "The framework's rules in its order, the longest over first, \(listed) at most of each. Whose: an audit's auditor, an action's owner. Fell due: the last day that would have been in time",
      columns: [
        Table.Column("Rule"), Table.Column("To whom"), Table.Column("Record id"), Table.Column("Service"),
        Table.Column("Whose"), Table.Column("Fell due", .date), Table.Column("Days over", .count),
      ], rows: rows, totalRows: rows.count < total ? total : nil)
  }

  private static func row(_ hit: EscalationOutcome.Hit, of rule: EscalationRule, _ context: ReportContext)
    -> [Cell]
  {
    [
      .text(rule.id), .text(rule.to), .text(record(hit.record, of: rule, context)),
      .text(context.serviceName(hit.service)), whose(hit, context),
      Cell(hit.due.map { .date($0) } ?? .notAvailable),
      Cell(hit.days.map { .count($0) } ?? .notAvailable),
    ]
  }

  /// Who did the audit or owns the action; a minimum of children or of activity is nobody's by itself.
  private static func whose(_ hit: EscalationOutcome.Hit, _ context: ReportContext) -> Cell {
    switch hit.record {
    case .audit, .action:
      .text(hit.owner.map { context.dataset.names.people.name($0) } ?? "Nobody recorded")
    case .children, .activity: Cell(.notApplicable)
    }
  }

  private static func record(
    _ record: EscalationOutcome.Record, of rule: EscalationRule, _ context: ReportContext
  ) -> String {
    switch record {
    case .audit(_, let id): id.map { context.dataset.names.audits.name($0) } ?? "An audit without an id"
    case .action(_, let id): id.map { context.dataset.names.actions.name($0) } ?? "An action without an id"
    case .children(let count, let quarter): "\(count) of \(rule.minimum) children, \(quarter.short)"
    case .activity(let name, let done, let due): "\(name): \(done) of \(due)"
    }
  }
}

extension EscalationRule {
  /// What it is about, in plain English.
  fileprivate var words: String {
    let within = limit.words
    switch trigger {
    case .reauditEscalated:
      return "Re-audit lower than before or unchanged below good, manager not satisfied\(within)"
    case .reauditEscalatedAgain:
      return
        "Re-audit of a re-audit lower than before or unchanged below good, manager not satisfied\(within)"
    case .reportNotQualityAssured: return "Audit report not quality-assured\(within)"
    case .reportNotRevised: return "Audit report not revised or completed\(within)"
    case .disputeNotMet: return "Disputed audit not discussed\(within)"
    case .disputeNotSummarised: return "Discussion of a disputed audit without an outcome\(within)"
    case .disputeNotAnswered: return "Formal dispute not answered\(within)"
    case .disputeNotResolved: return "Answered dispute not resolved\(within)"
    case .auditPastDueDate: return "Audit not submitted by its due date\(limit.isNone ? "" : " or\(within)")"
    case .auditPastDueDateAgain:
      return
        "Audit not submitted by its due date, by an auditor late before\(limit.isNone ? "" : ",\(within)")"
    case .auditNotSubmitted: return "Audit not submitted\(within) of allocation"
    case .seriousFindingsNotDiscussed:
      return "Findings of an inadequate audit or escalated re-audit not discussed\(within)"
    case .findingsNotDiscussed: return "Findings of an audit below good not discussed\(within)"
    case .concernNotNotified: return "Immediate concern not notified\(within)"
    case .inadequateNotSatisfied: return "Inadequate audit, manager not satisfied with the actions\(within)"
    case .inadequateNotReviewed: return "Inadequate audit not reviewed\(within)"
    case .inadequateAudit: return "Inadequate audit, manager not recorded as satisfied\(within)"
    case .auditNotModerated: return "Audit not moderated\(within)"
    case .practitionerNotMet: return "Practitioner not met about the audit\(within)"
    case .secondReauditNotDiscussed:
      return "Re-audit of a re-audit not discussed with the practitioner and team manager\(within)"
    case .actionOverdue: return "Action overdue\(limit.isNone ? "" : ", not done\(within)")"
    case .tooFewDipSampled: return "Fewer than \(minimum) children dip-sampled in a quarter"
    case .tooFewAudited:
      return "Fewer than \(minimum) children in a quarter's audits\(auditType.map { " (\($0))" } ?? "")"
    case .planNotDone: return "\(activity ?? "Planned activity") done less often than due"
    }
  }
}

extension EscalationLimit {
  fileprivate var isNone: Bool {
    switch self {
    case .days(let number), .workingDays(let number), .months(let number): number == 0
    }
  }

  /// ` within 5 working days`, or nothing where there is no time at all.
  fileprivate var words: String {
    switch self {
    case .days(0), .workingDays(0), .months(0): ""
    case .days(let number): " within \(number == 1 ? "a day" : "\(number) days")"
    case .workingDays(let number): " within \(number == 1 ? "1 working day" : "\(number) working days")"
    case .months(let number): " within \(number == 1 ? "a month" : "\(number) months")"
    }
  }
}
