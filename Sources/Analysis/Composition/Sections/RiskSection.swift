import QAModel

/// Children at risk now: what a Director must see before anything else.
enum RiskSection: SectionComposer {
  /// As many rows as a reader will read; the total is always given.
  static let listed = 25

  static func compose(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    guard context.dataset.audits != nil || context.dataset.actions != nil || context.dataset.complaints != nil
    else { return nil }
    var blocks: [Block] = [.list(headlines(context))]
    if let table = concerns(context) { blocks.append(.table(table)) }
    if let table = overdueActions(context, notes: &notes) { blocks.append(.table(table)) }
    return Section(id: "children-at-risk-now", title: "Children at risk now", role: .alert, blocks: blocks)
  }

  private static func headlines(_ context: ReportContext) -> [Paragraph] {
    var lines: [Sentence] = []
    let raised = context.cell(context.key(.concernsRaised))
    let notNotified = context.cell(context.key(.concernsNotNotified))
    if case .count(let number) = notNotified.value {
      lines.append(
        number == 0
          ? "Every immediate safety concern raised in the period's audits has a date of notification (\(raised) raised, \(notNotified) without)."
          : "\(Wording.counted(notNotified, "immediate safety concern", "immediate safety concerns")) without a date of notification, of \(raised) raised in the period."
      )
    }
    if let line = inadequate(context) { lines.append(line) }
    let overdue = context.cell(context.key(.actionsOverdue))
    if case .count(let number) = overdue.value {
      let oldest: Sentence =
        context.records.actionsOverdue.compactMap(\.days).max().map { "; the longest by \(days($0))" } ?? ""
      lines.append(
        number == 0
          ? "No action is overdue (\(overdue))."
          : "\(Wording.counted(overdue, "action is overdue", "actions are overdue"))\(oldest).")
    }
    let late = context.cell(context.key(.complaintsOpenOverdue))
    if case .count(let number) = late.value {
      lines.append(
        number == 0
          ? "No complaint is open past its time limit (\(late))."
          : "\(Wording.counted(late, "complaint is open past its time limit", "complaints are open past their time limit"))."
      )
    }
    if lines.isEmpty { lines = ["The workspace holds nothing from which risk could be told."] }
    return lines.map { Paragraph([$0]) }
  }

  /// From any period: what nobody has looked at again does not get safer with the quarter's end.
  private static func inadequate(_ context: ReportContext) -> Sentence? {
    let cell = context.cell(context.key(.inadequateWithoutReview))
    guard case .count = cell.value else { return nil }
    let records = context.records.inadequateWithoutReview
    guard let oldest = records.first?.days else {
      return "Every inadequate audit more than a month old has been reviewed (\(cell) of the period without)."
    }
    return
      "\(Wording.counted(records.count, "inadequate audit", "inadequate audits")) without a review, more than a month after completion, \(cell) of them completed in the period; the longest by \(days(oldest))."
  }

  private static func concerns(_ context: ReportContext) -> Table? {
    let rows = context.records.concernsWithoutDate
    guard !rows.isEmpty, context.request.audience == .internal else { return nil }
    return Table(
      id: "concerns-without-date", title: "Immediate concerns without a date of notification",
      source:
        "Audits that raised an immediate safety concern and hold no date on which it was notified by \(context.request.asAt.long), oldest first",
      columns: [
        Table.Column("Audit"), Table.Column("Service"), Table.Column("Auditor"),
        Table.Column("Raised", .date),
        Table.Column("Days since", .count),
      ],
      rows: rows.prefix(listed).map { row($0, ids: context.dataset.names.audits, context) },
      totalRows: rows.count > listed ? rows.count : nil)
  }

  private static func overdueActions(_ context: ReportContext, notes: inout NoteBook) -> Table? {
    let rows = context.records.actionsOverdue
    guard !rows.isEmpty, context.request.audience == .internal else { return nil }
    return Table(
      id: "actions-overdue", title: "Overdue actions, longest overdue first",
      source: "Actions due before \(context.request.asAt.long) and not done by it",
      notes: [notes.position(of: StandardNote.overdue)],
      columns: [
        Table.Column("Action"), Table.Column("Service"), Table.Column("Owner"), Table.Column("Due", .date),
        Table.Column("Days overdue", .count),
      ],
      rows: rows.prefix(listed).map { row($0, ids: context.dataset.names.actions, context) },
      totalRows: rows.count > listed ? rows.count : nil)
  }

  /// Id, service, whose it is, the day and the days since.
  private static func row(_ record: RecordLists.Record, ids: NameTable, _ context: ReportContext) -> [Cell] {
    [
      record.id.map { .text(ids.name($0)) } ?? Cell(.notAvailable),
      record.service.map { .text(context.serviceName($0)) } ?? Cell(.notAvailable),
      .text(record.owner.map { context.dataset.names.people.name($0) } ?? "Nobody recorded"),
      Cell(record.due.map { .date($0) } ?? .notAvailable),
      Cell(record.days.map { .count($0) } ?? .notAvailable),
    ]
  }

  private static func days(_ number: Int) -> Sentence { Wording.counted(number, "day", "days") }
}
