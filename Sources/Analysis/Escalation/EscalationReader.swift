import QAModel

/// Applies rules of escalation to the tables.
struct EscalationReader {
  let dataset: Dataset
  let facts: AuditFacts
  let index: PeriodIndex
  private let reaudits: ReauditLinks
  let plan: PlanFigures
  let planLines: [PlanLine]
  private let workingDays: WorkingDayTable

  init(
    dataset: Dataset, framework: Framework, index: PeriodIndex, facts: AuditFacts, reaudits: ReauditLinks,
    plan: PlanFigures
  ) {
    self.dataset = dataset
    self.facts = facts
    self.index = index
    self.reaudits = reaudits
    self.plan = plan
    planLines = framework.plan
    // What is not done is mostly of the last two years; what is older is worked out day by day.
    workingDays = WorkingDayTable(
      .englandAndWales(more: framework.moreHolidays), first: index.asAt.adding(days: -800), last: index.asAt)
  }

  func outcome(_ rule: EscalationRule) -> EscalationOutcome {
    if rule.trigger.isMinimum { return minimum(rule) }
    if rule.trigger == .actionOverdue { return actions(rule) }
    if rule.trigger == .planNotDone { return planNotDone(rule) }
    guard let table = dataset.audits, let watch = watch(rule, table) else {
      return EscalationOutcome(rule: rule, isChecked: false, hits: [])
    }
    let isChecked =
      (watch.countsWithoutEnds || watch.ends.contains { $0.holdsDays })
      && watch.isTold.map { (0..<table.count).contains(where: $0) } ?? true
    let rows = isChecked ? (0..<table.count).filter { watch.applies($0) && isOpen(watch.ends, $0) } : []
    return outcome(rule, rows: rows, isChecked: isChecked) { row in
      let start = watch.start(row)
      if start == nil, !watch.countsWithoutStart { return nil }
      return (.audit(row: row, id: table.id[row]), table.service[row], table.auditor[row], start)
    }
  }

  // MARK: audits

  /// From which day an audit is watched, what ends it, and which audits are.
  private struct Watch {
    var start: (Int) -> CalendarDate?
    /// Any of these by the as-at day and it is done.
    var ends: [DateColumn]
    /// Whether no end in the whole export means that none was done, not that the export leaves them out.
    var countsWithoutEnds = false
    var countsWithoutStart = false
    var applies: (Int) -> Bool = { _ in true }
    /// What an audit must hold for the rule to find it or not; where none does, nothing is known.
    var isTold: ((Int) -> Bool)?
  }

  private func watch(_ rule: EscalationRule, _ table: AuditTable) -> Watch? {
    let completed = { (row: Int) in table.completed[row] }
    let handedIn = [table.submitted, table.completed]
    let received = { (row: Int) in table.reportSent[row] ?? table.completed[row] }
    let isInadequate = facts.isInadequate
    switch rule.trigger {
    case .reauditEscalated:
      return Watch(
        start: completed, ends: [table.managerSatisfied], countsWithoutEnds: true,
        applies: isEscalated)
    case .reauditEscalatedAgain:
      return Watch(
        start: completed, ends: [table.managerSatisfied], countsWithoutEnds: true,
        applies: { reaudits[$0]?.movement == .escalatedAgain })
    case .reportNotQualityAssured:
      return Watch(start: { table.submitted[$0] }, ends: [table.qualityAssured])
    case .reportNotRevised:
      return Watch(start: { table.qualityAssured[$0] }, ends: [table.revised, table.completed])
    case .disputeNotMet:
      return Watch(
        start: { table.disputeRaised[$0] },
        ends: [table.disputeMet, table.disputeFormal, table.disputeResponse, table.disputeResolved])
    case .disputeNotSummarised:
      return Watch(
        start: { table.disputeMet[$0] },
        ends: [table.disputeFormal, table.disputeResponse, table.disputeResolved])
    case .disputeNotAnswered:
      return Watch(
        start: { table.disputeFormal[$0] }, ends: [table.disputeResponse, table.disputeResolved])
    case .disputeNotResolved:
      return Watch(start: { table.disputeResponse[$0] }, ends: [table.disputeResolved])
    case .auditPastDueDate:
      return Watch(start: { table.due[$0] }, ends: handedIn)
    case .auditPastDueDateAgain:
      let firstLate = firstLate(rule, table, ends: handedIn)
      return Watch(
        start: { table.due[$0] }, ends: handedIn,
        applies: { row in
          guard let auditor = table.auditor[row], let due = table.due[row], let first = firstLate[auditor]
          else { return false }
          return first < due
        })
    case .auditNotSubmitted:
      return Watch(start: { table.allocated[$0] }, ends: handedIn)
    case .seriousFindingsNotDiscussed:
      return Watch(
        start: received, ends: [table.findingsDiscussed],
        applies: { completedByNow($0) && (isInadequate($0) || isEscalated($0)) })
    case .findingsNotDiscussed:
      return Watch(
        start: received, ends: [table.findingsDiscussed],
        applies: { row in
          completedByNow(row) && facts.isBelowGood(row) && !isInadequate(row) && !isEscalated(row)
        })
    case .concernNotNotified:
      return Watch(
        start: { table.completed[$0] ?? table.submitted[$0] ?? table.allocated[$0] },
        ends: [table.concernNotified], countsWithoutEnds: true, countsWithoutStart: true,
        applies: facts.raisesConcern, isTold: { table.immediateConcern[$0] != nil })
    case .inadequateNotSatisfied:
      return Watch(
        start: completed, ends: [table.managerSatisfied], applies: isInadequate, isTold: facts.isGraded)
    case .inadequateNotReviewed:
      return Watch(start: completed, ends: [table.qaReview], applies: isInadequate, isTold: facts.isGraded)
    case .inadequateAudit:
      return Watch(
        start: completed, ends: [table.managerSatisfied], countsWithoutEnds: true, applies: isInadequate,
        isTold: facts.isGraded)
    case .auditNotModerated:
      // Grades that an export never dates stand as they are: there the day cannot be what tells.
      let isModerated = { (row: Int) in facts.isModerated(row) }
      return Watch(
        start: { table.submitted[$0] ?? table.completed[$0] }, ends: [table.moderationDate],
        countsWithoutEnds: (0..<table.count).contains(where: isModerated), applies: { !isModerated($0) })
    case .practitionerNotMet:
      return Watch(start: completed, ends: [table.practitionerConversation])
    case .secondReauditNotDiscussed:
      return Watch(
        start: completed, ends: [table.practitionerConversation],
        applies: { row in
          facts.isReaudit(row) && reaudits[row]?.previous.map(facts.isReaudit) == true
        })
    case .actionOverdue, .tooFewDipSampled, .tooFewAudited, .planNotDone:
      return nil
    }
  }

  private func completedByNow(_ row: Int) -> Bool { index.hasHappened(facts.completed[row]) }

  private func isEscalated(_ row: Int) -> Bool {
    switch reaudits[row]?.movement {
    case .escalated, .escalatedAgain: true
    case .notComparable, .notEscalated, nil: false
    }
  }

  /// By auditor, the earliest due date of an audit that was handed in late or not at all.
  private func firstLate(
    _ rule: EscalationRule, _ table: AuditTable, ends: [DateColumn]
  ) -> [UInt32: CalendarDate] {
    var first: [UInt32: CalendarDate] = [:]
    for row in 0..<table.count {
      guard let auditor = table.auditor[row], let due = table.due[row] else { continue }
      let limit = last(rule.limit, from: due)
      let wasInTime = ends.contains { $0[row].map { $0 <= limit && $0 <= index.asAt } ?? false }
      guard limit < index.asAt, !wasInTime else { continue }
      first[auditor] = min(first[auditor] ?? due, due)
    }
    return first
  }

  private func isOpen(_ ends: [DateColumn], _ row: Int) -> Bool {
    !ends.contains { index.hasHappened($0[row]) }
  }

  // MARK: actions

  private func actions(_ rule: EscalationRule) -> EscalationOutcome {
    let table = dataset.actions ?? ActionTable()
    let rows = (0..<table.count).filter { row in
      isOpen([table.completed], row) && (table.raised[row].map { $0 <= index.asAt } ?? true)
    }
    return outcome(rule, rows: rows, isChecked: dataset.actions != nil) { row in
      guard let due = table.due[row] else { return nil }
      return (.action(row: row, id: table.id[row]), table.service[row], table.owner[row], due)
    }
  }

  // MARK: days

  private typealias Account = (
    record: EscalationOutcome.Record, service: UInt32?, owner: UInt32?, start: CalendarDate?
  )

  private func outcome(
    _ rule: EscalationRule, rows: [Int], isChecked: Bool, account: (Int) -> Account?
  ) -> EscalationOutcome {
    let hits = rows.compactMap { row -> EscalationOutcome.Hit? in
      guard let account = account(row) else { return nil }
      let due = account.start.map { last(rule.limit, from: $0) }
      if let due, due >= index.asAt { return nil }
      return EscalationOutcome.Hit(
        record: account.record, service: account.service, owner: account.owner, due: due,
        days: due.map(days))
    }
    let longestFirst = hits.enumerated().sorted {
      ($1.element.days ?? .max, $0.offset) < ($0.element.days ?? .max, $1.offset)
    }
    return EscalationOutcome(rule: rule, isChecked: isChecked, hits: longestFirst.map(\.element))
  }

  func days(since day: CalendarDate) -> Int { Int(index.asAt.dayNumber - day.dayNumber) }

  /// The last day that is in time.
  private func last(_ limit: EscalationLimit, from start: CalendarDate) -> CalendarDate {
    switch limit {
    case .days(let number): start.adding(days: number)
    case .workingDays(let number): workingDays.adding(workingDays: number, to: start)
    case .months(let number): start.adding(months: number)
    }
  }
}

extension DateColumn {
  fileprivate var holdsDays: Bool { (0..<count).contains { self[$0] != nil } }
}
