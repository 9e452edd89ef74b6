import QAModel

/// The panel's decisions on actions, and what is flagged for the risk register (KI-2).
enum PanelLogSection: SectionComposer {
  private static let listed = 40

  static func compose(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    guard let actions = context.dataset.actions else { return nil }
    let asAt = context.request.asAt
    let known = (0..<actions.count).filter { row in actions.raised[row].map { $0 <= asAt } ?? true }
    let decided = known.filter { row in
      actions.panelDecision[row] != nil
        && actions.decided[row].map { context.period.contains($0) && $0 <= asAt } ?? false
    }
    let isOpen = { (row: Int) in actions.completed[row].map { $0 > asAt } ?? true }
    let flagged = known.filter { actions.riskRegister[$0] == .yes && isOpen($0) }
    let undated = known.filter { actions.panelDecision[$0] != nil && actions.decided[$0] == nil }
    guard known.contains(where: { actions.panelDecision[$0] != nil || actions.riskRegister[$0] != nil })
    else {
      return nil
    }
    let log = Log(actions: actions, context: context, isOpen: isOpen)
    var blocks: [Block] = [.list(sentences(decided, flagged, undated, log).map { Paragraph([$0]) })]
    if !decided.isEmpty { blocks.append(.table(log.counts(decided))) }
    let rows = Set(decided).union(flagged).sorted {
      (log.due($0), $0) < (log.due($1), $1)
    }
    if context.request.audience == .internal, !rows.isEmpty {
      blocks.append(.table(log.list(rows, most: listed)))
    }
    return Section(id: "panel-log", title: "The panel's decisions and risks", blocks: blocks)
  }

  private static func sentences(_ decided: [Int], _ flagged: [Int], _ undated: [Int], _ log: Log)
    -> [Sentence]
  {
    var lines: [Sentence] = [
      decided.isEmpty
        ? "\(strong: "Decisions:") the panel is recorded to have decided on no action in the period."
        : "\(strong: "Decisions:") the panel decided on \(Wording.counted(decided.count, "action", "actions")) in the period: \(Wording.listed(log.tally(decided)))."
    ]
    let open = decided.filter(log.isOpen)
    if !decided.isEmpty {
      lines.append("\(strong: "Still to be done:") \(Value.count(open.count)) of them.")
    }
    lines.append(
      flagged.isEmpty
        ? "\(strong: "Risk register:") no open action is flagged for it."
        : "\(strong: "Risk register:") \(Wording.counted(flagged.count, "open action is", "open actions are")) flagged for it."
    )
    if !undated.isEmpty {
      lines.append(
        "\(strong: "Without a day:") \(Wording.counted(undated.count, "decision has", "decisions have")) no date and so \(undated.count == 1 ? "belongs" : "belong") to no period."
      )
    }
    return lines
  }

  private struct Log {
    let actions: ActionTable
    let context: ReportContext
    let isOpen: (Int) -> Bool

    func due(_ row: Int) -> Int32 { actions.due[row]?.dayNumber ?? .max }

    private func decision(_ row: Int) -> String {
      actions.panelDecision[row].map { Wording.sentenceCase(context.dataset.names.words.name($0)) } ?? "None"
    }

    /// Decisions as the log has them, the most frequent first.
    private func decisions(_ rows: [Int]) -> [(name: String, rows: [Int])] {
      Dictionary(grouping: rows, by: decision).map { (name: $0.key, rows: $0.value) }
        .sorted { ($1.rows.count, $0.name) < ($0.rows.count, $1.name) }
    }

    func tally(_ rows: [Int]) -> [Sentence] {
      decisions(rows).map { "\(Wording.lowercasedFirst($0.name)) \(Value.count($0.rows.count))" }
    }

    func counts(_ rows: [Int]) -> Table {
      Table(
        id: "panel-decisions", title: "The panel's decisions, \(context.period.short)",
        source: "Actions on which the panel decided within the period, as the action log words it",
        columns: [
          Table.Column("Decision"), Table.Column("Actions", .count), Table.Column("Done", .count),
          Table.Column("Still to be done", .count),
        ],
        rows: decisions(rows).map { decision in
          let open = decision.rows.count(where: isOpen)
          return [
            .text(decision.name), Cell(.count(decision.rows.count)), Cell(.count(decision.rows.count - open)),
            Cell(.count(open)),
          ]
        })
    }

    func list(_ rows: [Int], most: Int) -> Table {
      let names = context.dataset.names
      return Table(
        id: "panel-log", title: "The panel's action log, \(context.period.short)",
        source:
          "Actions the panel decided on in the period, and open ones flagged for the risk register, the soonest due first",
        columns: [
          Table.Column("Action id"), Table.Column("Service"), Table.Column("About"), Table.Column("Owner"),
          Table.Column("Due", .date), Table.Column("Decision"), Table.Column("Decided", .date),
          Table.Column("Done", .date), Table.Column("Risk register"),
        ],
        rows: rows.prefix(most).map { row in
          [
            actions.id[row].map { .text(names.actions.name($0)) } ?? Cell(.notAvailable),
            .text(context.serviceName(actions.service[row])),
            actions.theme[row].map { .text(names.words.name($0)) } ?? Cell(.notAvailable),
            .text(actions.owner[row].map { names.people.name($0) } ?? "Nobody recorded"),
            Cell(actions.due[row].map { .date($0) } ?? .notAvailable), .text(decision(row)),
            Cell(actions.decided[row].map { .date($0) } ?? .notAvailable),
            Cell(actions.completed[row].flatMap { isOpen(row) ? nil : .date($0) } ?? .notApplicable),
            actions.riskRegister[row] == .yes
              ? Cell(.text("Flagged"), tone: .bad)
              : .text(actions.riskRegister[row] == nil ? "Not recorded" : "Not flagged"),
          ]
        }, totalRows: rows.count > most ? rows.count : nil)
    }
  }
}
