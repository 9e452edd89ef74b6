import QAModel

/// Children at risk now: what a Director must see before anything else.
enum RiskSection: SectionComposer {
  /// Rows that leave the first page room for the sentences.
  private static let mostOnPage = 9
  /// Rows of a kind whose records all stand in another table of the report, where there are more in all than fit.
  private static let mostOfKind = 3
  /// As many rows of any other kind as a reader will read; the total is always given.
  private static let mostRows = 25

  static func compose(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    guard context.dataset.audits != nil || context.dataset.actions != nil || context.dataset.complaints != nil
    else { return nil }
    var blocks: [Block] = [.list(headlines(context))]
    if let table = records(context, notes: &notes) { blocks.append(.table(table)) }
    return Section(id: "children-at-risk-now", title: "Children at risk now", role: .alert, blocks: blocks)
  }

  private static func headlines(_ context: ReportContext) -> [Paragraph] {
    var lines: [Sentence] = []
    if let line = concerns(context) { lines.append(line) }
    if let line = inadequate(context) { lines.append(line) }
    let overdue = context.cell(context.key(.actionsOverdue))
    if case .count(let number) = overdue.value {
      let oldest: Sentence =
        context.records.actionsOverdue.compactMap(\.days).max().map { "; the longest by \(days($0))" } ?? ""
      lines.append(
        number == 0
          ? "No action is overdue."
          : "\(Wording.counted(overdue, "action is overdue", "actions are overdue"))\(oldest).")
    }
    let late = context.cell(context.key(.complaintsOpenOverdue))
    if case .count(let number) = late.value {
      lines.append(
        number == 0
          ? "No complaint is open past its time limit."
          : "\(Wording.counted(late, "complaint is open past its time limit", "complaints are open past their time limit"))."
      )
    }
    if lines.isEmpty { lines = ["The workspace holds nothing from which risk could be told."] }
    return lines.map { Paragraph([$0]) }
  }

  /// From any period too: a concern nobody was told of does not grow old. Where no audit says whether it raised one,
  /// nothing is known, which is not nothing to worry about.
  private static func concerns(_ context: ReportContext) -> Sentence? {
    let raised = context.cell(context.key(.concernsRaised))
    let inPeriod = context.cell(context.key(.concernsNotNotified))
    guard case .count = raised.value else { return nil }
    if let audits = context.dataset.audits,
      (0..<audits.count).allSatisfy({ audits.immediateConcern[$0] == nil })
    {
      return "Whether audits raised immediate safety concerns is not known: no audit says so either way."
    }
    let open = context.records.concernsWithoutDate.count
    if case .count(let number) = inPeriod.value, number > open {
      return
        "\(Wording.counted(inPeriod, "immediate safety concern", "immediate safety concerns")) without a date of notification, of \(raised) raised in the period."
    }
    return open == 0
      ? "No immediate safety concern is without a date of notification; \(raised) raised in the period."
      : "\(Wording.counted(open, "immediate safety concern", "immediate safety concerns")) without a date of notification: \(inPeriod) of the \(raised) raised in the period's audits\(open > (count(inPeriod) ?? 0) ? ", the others in audits before it or not completed" : "")."
  }

  private static func lowestGrade(_ context: ReportContext) -> String {
    context.framework.grades.grades.last?.name ?? ""
  }

  private static func count(_ cell: Cell) -> Int? {
    if case .count(let number) = cell.value { number } else { nil }
  }

  /// From any period: what nobody has looked at again does not get safer with the quarter's end.
  private static func inadequate(_ context: ReportContext) -> Sentence? {
    let cell = context.cell(context.key(.inadequateWithoutReview))
    guard case .count = cell.value else { return nil }
    let records = context.records.inadequateWithoutReview
    guard let oldest = records.first?.days else {
      return switch context.records.inadequateDue {
      case nil: "Whether an inadequate audit is without a review is not known: no audit has a grade."
      case 0?: "No audit completed more than a month ago was graded \(lowestGrade(context))."
      default:
        "Every inadequate audit more than a month old has been reviewed (\(cell) of the period without)."
      }
    }
    let isNeverDated =
      context.dataset.audits.map { audits in (0..<audits.count).allSatisfy { audits.qaReview[$0] == nil } }
      ?? false
    let doubt: Sentence =
      isNeverDated
      ? " No audit of the exports holds a date of review: none was done, or none is recorded." : ""
    return
      "\(Wording.counted(records.count, "inadequate audit", "inadequate audits")) without a review, more than a month after completion, \(cell) of them completed in the period; the longest by \(days(oldest)).\(doubt)"
  }

  /// Every record that cannot wait in one list: with whose it is and for how long it has been open.
  private static func records(_ context: ReportContext, notes: inout NoteBook) -> Table? {
    let names = context.dataset.names
    let kinds: [(what: String, rule: EscalationTrigger, records: [RecordLists.Record], ids: NameTable)] = [
      ("Immediate concern", .concernNotNotified, context.records.concernsWithoutDate, names.audits),
      ("Inadequate audit", .inadequateNotReviewed, context.records.inadequateWithoutReview, names.audits),
      ("Overdue action", .actionOverdue, context.records.actionsOverdue, names.actions),
    ]
    let total = kinds.reduce(0) { $0 + $1.records.count }
    guard total > 0, context.request.audience == .internal else { return nil }
    var isShortened = false
    let rows = kinds.flatMap { kind in
      var records = kind.records.prefix(mostRows)
      if total > mostOnPage, records.count > mostOfKind,
        EscalationSection.lists(kind.records.count, under: kind.rule, context)
      {
        isShortened = true
        records = records.prefix(mostOfKind)
      }
      return records.map { [.text(kind.what)] + row($0, ids: kind.ids, context) }
    }
    let most =
      isShortened
      ? "\(mostOfKind) at most of those that all stand under Escalations and exceptions, \(mostRows) at most of the others"
      : "\(mostRows) at most of each"
    return Table(
      id: "records-at-risk", title: "Records that cannot wait, at \(context.request.asAt.long)",
      source:
        "Audits that raised an immediate safety concern without a date of notification, inadequate audits more than a month old without a review, and actions overdue; the longest of each first, \(most). Whose: an audit's auditor, an action's owner. Since: the day the concern was raised, the review or the action was due",
      notes: [notes.position(of: StandardNote.overdue)],
      columns: [
        Table.Column("What"), Table.Column("Record id"), Table.Column("Service"), Table.Column("Whose"),
        Table.Column("Since", .date), Table.Column("Days since", .count),
      ], rows: rows, totalRows: rows.count < total ? total : nil)
  }

  /// Id, service, whose it is, the day and the days since.
  private static func row(_ record: RecordLists.Record, ids: NameTable, _ context: ReportContext) -> [Cell] {
    [
      record.id.map { .text(ids.name($0)) } ?? Cell(.notAvailable),
      record.service.map { .text(context.serviceName($0)) } ?? Cell(.notAvailable),
      .text(record.owner.map { context.dataset.names.people.name($0) } ?? "Nobody recorded"),
      Cell(record.due.map { .date($0) } ?? .notAvailable),
      Cell(record.days.map { .count($0) } ?? .notAvailable, tone: .bad),
    ]
  }

  private static func days(_ number: Int) -> Sentence { Wording.counted(number, "day", "days") }
}
