import QAModel

/// The panel's decisions on actions, and what is flagged for the risk register (KI-2): what the log says across periods, and
/// what was decided in this one.
enum PanelLogSection: SectionComposer {
  /// As many rows as a reader will read; the total is always given.
  private static let listed = 40

  static func compose(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    var blocks = PanelLogPart(context: context).blocks()
    guard let actions = context.dataset.actions, !blocks.isEmpty else { return nil }
    let undated = (0..<actions.count).count { row in
      actions.panelDecision[row] != nil && actions.decided[row] == nil
        && actions.raised[row].map { $0 <= context.request.asAt } ?? true
    }
    if undated > 0 {
      blocks.append(
        .paragraph(
          Paragraph([
            "\(strong: "Without a day:") \(Wording.counted(undated, "decision has", "decisions have")) no date and so \(undated == 1 ? "belongs" : "belong") to no period."
          ])))
    }
    if context.request.audience == .internal, let decided = decided(actions, context) {
      blocks.append(.table(decided))
    }
    return Section(id: "panel-log", title: "The panel's decisions and risks", blocks: blocks)
  }

  /// What the panel decided in the period, in the log's own words, the soonest due first.
  private static func decided(_ actions: ActionTable, _ context: ReportContext) -> Table? {
    let (names, asAt) = (context.dataset.names, context.request.asAt)
    let rows = (0..<actions.count).filter { row in
      actions.panelDecision[row] != nil
        && actions.decided[row].map { context.period.contains($0) && $0 <= asAt } ?? false
    }.sorted { (actions.due[$0]?.dayNumber ?? .max, $0) < (actions.due[$1]?.dayNumber ?? .max, $1) }
    guard !rows.isEmpty else { return nil }
    return Table(
      id: "panel-log", title: "What the panel decided, \(context.period.short)",
      source: "Actions whose latest decision was taken in the period, the soonest due first",
      columns: [
        Table.Column("Action id"), Table.Column("Service"), Table.Column("About"), Table.Column("Owner"),
        Table.Column("Due", .date), Table.Column("Decision"), Table.Column("Decided", .date),
        Table.Column("Done", .date), Table.Column("Risk register"),
      ],
      rows: rows.prefix(listed).map { row in
        let done = actions.completed[row].flatMap { $0 <= asAt ? $0 : nil }
        return [
          actions.id[row].map { .text(names.actions.name($0)) } ?? Cell(.notAvailable),
          .text(context.serviceName(actions.service[row])),
          actions.theme[row].map { .text(names.words.name($0)) } ?? Cell(.notAvailable),
          .text(actions.owner[row].map { names.people.name($0) } ?? "Nobody recorded"),
          Cell(actions.due[row].map { .date($0) } ?? .notAvailable),
          .text(actions.panelDecision[row].map { Wording.sentenceCase(names.words.name($0)) } ?? "None"),
          Cell(actions.decided[row].map { .date($0) } ?? .notAvailable),
          Cell(done.map { .date($0) } ?? .notApplicable),
          actions.riskRegister[row] == .yes
            ? Cell(.text("Flagged"), tone: .bad)
            : .text(actions.riskRegister[row] == nil ? "Not recorded" : "Not flagged"),
        ]
      }, totalRows: rows.count > listed ? rows.count : nil)
  }
}
