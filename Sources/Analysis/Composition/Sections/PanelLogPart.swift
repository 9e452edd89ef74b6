import QAModel

/// The action log across meetings: what the panel decided quarter by quarter, what it returned and has not seen again,
/// and what stands on the corporate risk register.
struct PanelLogPart {
  let context: ReportContext

  /// As many rows as a reader will read; the total is always given.
  private static let listed = 40

  func blocks() -> [Block] {
    let log = PanelLog(context.dataset)
    guard log.isKept else { return [] }
    let decided = context.cell(context.key(.actionsDecision))
    let returned = context.cell(context.key(.actionsReturned))
    let onRegister = context.cell(context.key(.actionsRiskRegister))
    var blocks: [Block] = [
      .paragraph(
        Paragraph([
          "The panel took \(Wording.counted(decided, "decision", "decisions")) on actions in the period\(kindsOfDecision).",
          "\(Wording.counted(returned, "action that was returned to it has", "actions that were returned to it have")) not come back; \(Wording.counted(onRegister, "open action is", "open actions are")) flagged for the corporate risk register.",
        ])), .table(decisions),
    ]
    if context.request.audience == .internal {
      blocks += list(log)
    } else {
      blocks.append(.table(counts))
    }
    return blocks
  }

  /// `: sign off 2 and return to panel 1`, of the decisions there were.
  private var kindsOfDecision: Sentence {
    let parts = PanelDecision.allCases.compactMap { kind -> Sentence? in
      let cell = context.cell(key(kind, 0))
      guard case .count(1...) = cell.value else { return nil }
      return "\(Wording.lowercasedFirst(kind.name)) \(cell)"
    }
    return parts.isEmpty ? "" : ": \(Wording.listed(parts))"
  }

  /// A row a kind of decision, a column a period, the report's own first.
  private var decisions: Table {
    let periods = context.figures.names.periods
    let kinds = PanelDecision.allCases.filter { kind in
      periods.indices.contains { context.records(key(kind, $0)) > 0 }
    }
    return Table(
      id: "panel-decisions", title: "The panel's decisions on actions, \(context.period.short) and before",
      source: "Actions by the panel's latest decision and its day, each by \(context.request.asAt.long)",
      columns: [Table.Column("Decision")] + periods.map { Table.Column($0.short, .count) },
      rows: kinds.map { kind in
        [.text(Wording.sentenceCase(kind.name))] + periods.indices.map { context.cell(key(kind, $0)) }
      } + [
        [.text("All decisions")]
          + periods.indices.map { context.cell(context.key(.actionsDecision, periodsBack: $0)) }
      ])
  }

  private func key(_ kind: PanelDecision, _ period: Int) -> FigureKey {
    context.key(
      .actionsDecision, first: context.place(.decision, kind.rawValue), periodsBack: period)
  }

  /// One by one, with the timeframe, the soonest due first: one table, since a workbook has few sheets to spare.
  private func list(_ log: PanelLog) -> [Block] {
    let (actions, names, asAt) = (log.actions, context.dataset.names, context.request.asAt)
    let standing = (0..<actions.count).compactMap { row -> (row: Int, why: [String])? in
      let why = [
        log.isOutstanding(row, at: asAt) ? "returned to the panel and not back" : nil,
        log.isOnRiskRegister(row, at: asAt) ? "on the risk register" : nil,
      ].compactMap(\.self)
      return why.isEmpty ? nil : (row, why)
    }.sorted {
      (actions.due[$0.row]?.dayNumber ?? .max, $0.row) < (actions.due[$1.row]?.dayNumber ?? .max, $1.row)
    }
    guard !standing.isEmpty else { return [] }
    let table = Table(
      id: "panel-returned", title: "Actions returned to the panel or on the risk register, \(asAt.short)",
      source:
        "Actions whose decision is to return to the panel, not completed since, and those flagged for the corporate risk register and not completed, by \(asAt.long); the soonest due first",
      columns: [
        Table.Column("Action id"), Table.Column("Service"), Table.Column("About"), Table.Column("Owner"),
        Table.Column("Stands because"), Table.Column("Panel's decision"), Table.Column("Decided", .date),
        Table.Column("Due", .date), Table.Column("In time"),
      ],
      rows: standing.prefix(Self.listed).map { row, why in
        let due = actions.due[row]
        return [
          actions.id[row].map { .text(names.actions.name($0)) } ?? Cell(.notAvailable),
          .text(actions.service[row].map { context.serviceName($0) } ?? "All services"),
          actions.theme[row].map { .text(names.words.name($0)) } ?? Cell(.notAvailable),
          .text(actions.owner[row].map { names.people.name($0) } ?? "Nobody recorded"),
          .text(Wording.sentenceCase(Wording.listed(why))),
          .text(actions.panelDecision[row].map { names.words.name($0) } ?? "No decision recorded"),
          Cell(actions.decided[row].map { .date($0) } ?? .notAvailable),
          Cell(due.map { .date($0) } ?? .notAvailable),
          due.map { $0 < asAt ? Cell(.text("Overdue"), tone: .bad) : .text("Not due yet") }
            ?? Cell(.text("No due date recorded"), tone: .bad),
        ]
      }, totalRows: standing.count > Self.listed ? standing.count : nil)
    return [.table(table)]
  }

  /// For those who must not see records: how many of each service.
  private var counts: Table {
    Table(
      id: "panel-log-by-service",
      title: "Returned actions and the risk register by service, \(context.period.short)",
      source: "Actions by \(context.request.asAt.long)",
      columns: [
        Table.Column("Service"), Table.Column("Returned and not back", .count),
        Table.Column("On the risk register", .count),
      ],
      rows: context.serviceRows.map { service in
        [
          .text(context.serviceName(service)), context.cell(context.key(.actionsReturned, service: service)),
          context.cell(context.key(.actionsRiskRegister, service: service)),
        ]
      })
  }
}
