import QAModel

/// Activity against plan: what was due, what was done, and what fell short.
enum PlanSection: SectionComposer {
  /// So many activities are named in one sentence; the table has them all.
  private static let most = 12

  static func compose(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    let lines = PlanReading.all(context)
    guard !lines.isEmpty else { return nil }
    return Section(
      id: "activity-against-plan", title: "Activity against plan",
      blocks: [
        .list(sentences(lines, context).map { Paragraph([$0]) }), .table(table(lines, context, &notes)),
      ] + (readers(lines, context).map { [.table($0)] } ?? []))
  }

  private static func sentences(_ lines: [PlanReading], _ context: ReportContext) -> [Sentence] {
    let due = context.cell(context.key(.planDue))
    let done = context.cell(context.key(.planDone))
    guard case .count(let dueCount) = due.value, case .count(let doneCount) = done.value else { return [] }
    var sentences: [Sentence] = []
    if dueCount == 0 {
      sentences.append("No planned activity that can be counted fell due in the period (\(due)).")
    } else if doneCount == dueCount {
      sentences.append(
        "None of \(Wording.counted(due, "planned activity", "planned activities")) that fell due fell short: \(done) done as often as due."
      )
    } else {
      var short: Sentence = "\(Value.count(dueCount - doneCount)) of \(due) planned activities fell short."
      if let figure = done.figure { short.cites.append(figure) }
      sentences.append(short)
    }
    let short = lines.filter { ($0.shortBy ?? 0) > 0 }
    let parts: [(String, [PlanReading])] = [
      ("Not done at all:", short.filter { $0.doneCount == 0 }),
      ("Done in part:", short.filter { $0.doneCount != 0 }),
      ("Done as often as due:", lines.filter { $0.shortBy == 0 && $0.dueCount != 0 }),
      (
        "Due, but nothing supplied tells whether it was done:",
        lines.filter { $0.shortBy == nil && ($0.dueCount ?? 0) > 0 }
      ),
    ]
    for (heading, lines) in parts where !lines.isEmpty {
      sentences.append("\(strong: heading) \(named(lines)).")
    }
    return sentences
  }

  /// `Dip sampling (7 of 9), Learning event (1 of 1) and 3 more`.
  private static func named(_ lines: [PlanReading]) -> Sentence {
    var parts: [Sentence] = lines.prefix(most).map { line in
      guard case .count = line.done.value else { return "\(line.name) (\(line.due) due)" }
      return "\(line.name) (\(line.done) of \(line.due))"
    }
    if lines.count > most { parts.append("\(Value.count(lines.count - most)) more") }
    return Wording.listed(parts)
  }

  /// Of the activities of which the framework says so: who gets what comes of them, and who sees that they are done. A
  /// table of its own, since the plan's is as wide as paper is.
  private static func readers(_ lines: [PlanReading], _ context: ReportContext) -> Table? {
    let told = lines.filter { $0.line.reportTo != nil || $0.line.monitoredBy != nil }
    guard !told.isEmpty else { return nil }
    let words = { (text: String?) in text.map { Cell.text($0) } ?? Cell(.notAvailable) }
    return Table(
      id: "plan-readers", title: "Who planned activity is reported to, \(context.period.short)",
      source:
        "The framework's plan, the activities of which it says to whom they are reported and who monitors them",
      columns: ["Activity", "Lead", "As written", "Report to", "Monitored by"].map { Table.Column($0) }
        + [Table.Column("Short by", .count)],
      rows: told.map { line in
        [.text(line.name), words(line.line.lead), .text(line.line.asWritten), words(line.line.reportTo)]
          + [words(line.line.monitoredBy), line.shortCell]
      })
  }

  private static func table(_ lines: [PlanReading], _ context: ReportContext, _ notes: inout NoteBook)
    -> Table
  {
    let hasServices = lines.contains { $0.line.service != nil }
    return Table(
      id: "activity-against-plan", title: "Activity against plan, \(context.period.short)",
      source:
        "The framework's plan, and for each activity the one dataset that shows it done by \(context.request.asAt.long)",
      notes: [notes.position(of: StandardNote.planDue), notes.position(of: StandardNote.planPeople)],
      columns: [Table.Column("Activity")] + (hasServices ? [Table.Column("Service")] : []) + [
        Table.Column("Lead"), Table.Column("As written"), Table.Column("Due", .count),
        Table.Column("Done", .count), Table.Column("Short by", .count),
      ],
      rows: lines.map { line in
        [Cell.text(line.name)]
          + (hasServices ? [.text(context.serviceName(line.line.service.map { UInt32($0) }))] : []) + [
            line.line.lead.map { .text($0) } ?? Cell(.notAvailable), .text(line.line.asWritten), line.due,
            line.done, line.shortCell,
          ]
      })
  }
}

/// A line of the plan and what became of it in the period.
struct PlanReading {
  let line: PlanLine
  let due: Cell
  let done: Cell

  static func all(_ context: ReportContext) -> [PlanReading] {
    context.framework.plan.enumerated().filter {
      context.request.scope.includes(service: $0.element.service.map { UInt32($0) })
    }.map { position, line in
      let cell = { (measure: MeasureID) in
        context.cell(
          context.key(
            measure, service: line.service.map { UInt32($0) }, first: context.place(.activity, position)))
      }
      return PlanReading(line: line, due: cell(.planDue), done: cell(.planDone))
    }
  }

  var name: String { line.name }
  var dueCount: Int? { if case .count(let number) = due.value { number } else { nil } }
  var doneCount: Int? { if case .count(let number) = done.value { number } else { nil } }

  /// `nil` where nothing can be due, or it cannot be told what was done.
  var shortBy: Int? {
    guard let dueCount, let doneCount else { return nil }
    return max(0, dueCount - doneCount)
  }

  var shortCell: Cell {
    if let shortBy { return Cell(.count(shortBy), tone: shortBy > 0 ? .bad : nil) }
    if done.value == .suppressed || due.value == .suppressed { return Cell(.suppressed) }
    return Cell(line.due == nil ? .notApplicable : .notAvailable)
  }
}
