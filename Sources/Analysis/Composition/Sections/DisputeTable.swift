import QAModel

/// Disputed audits of the period: how far each went, with what result and how long it took (HA-7). What is past a limit is
/// the rules' of escalation to say.
enum DisputeTable {
  /// `nil` where none was raised in the period.
  static func table(_ context: ReportContext) -> Table? {
    guard context.records(context.key(.disputesRaised)) > 0 else { return nil }
    let names = context.figures.names.places[.disputeResult] ?? []
    let results = results(context)
    let days = longest(context)
    return Table(
      id: "disputes", title: "Disputed audits, \(context.period.short)",
      source:
        "Audits with a dispute raised in the period, and what had become of it by \(context.request.asAt.long). Formal: went on to the formal stage. Days: from the day it was raised to the day it was resolved",
      columns: [
        Table.Column("Result"), Table.Column("Informal", .count), Table.Column("Formal", .count),
        Table.Column("All", .count), Table.Column("Longest (days)", .count),
      ],
      rows: results.map { row(names[$0], $0, days[$0], context) }
        + [row("All disputes", nil, days.values.max(), context)])
  }

  /// `6 audits were disputed in the period: grade kept 5 and not resolved yet 1.`; `nil` where none was.
  static func sentence(_ context: ReportContext) -> Sentence? {
    guard context.records(context.key(.disputesRaised)) > 0 else { return nil }
    let names = context.figures.names.places[.disputeResult] ?? []
    let parts = results(context).map { result -> Sentence in
      "\(Wording.lowercasedFirst(names[result])) \(context.cell(key(result, context)))"
    }
    let disputed = Wording.counted(
      context.cell(key(nil, context)), "audit was disputed", "audits were disputed")
    return "\(disputed) in the period: \(Wording.listed(parts))."
  }

  /// The results there were, by name, what is not resolved yet last.
  private static func results(_ context: ReportContext) -> [Int] {
    let names = context.figures.names.places[.disputeResult] ?? []
    return names.indices.filter { context.records(key($0, context)) > 0 }.sorted {
      (names[$0] == DisputeFacts.open ? 1 : 0, names[$0]) < (
        names[$1] == DisputeFacts.open ? 1 : 0, names[$1]
      )
    }
  }

  private static func key(_ result: Int?, _ context: ReportContext, stage: Int? = nil) -> FigureKey {
    let places =
      [result.map { context.place(.disputeResult, $0) }, stage.map { context.place(.disputeStage, $0) }]
      .compactMap { $0 }
    return context.key(.disputesRaised, first: places.first, second: places.dropFirst().first)
  }

  private static func row(_ name: String, _ result: Int?, _ days: Int?, _ context: ReportContext) -> [Cell] {
    [.text(name)] + DisputeFacts.stages.indices.map { context.cell(key(result, context, stage: $0)) } + [
      context.cell(key(result, context)), Cell(days.map { .count($0) } ?? .notApplicable),
    ]
  }

  /// The longest that a dispute of the period took to be resolved, by result.
  private static func longest(_ context: ReportContext) -> [Int: Int] {
    let facts = DisputeFacts(context.dataset, asAt: context.request.asAt)
    let rows = ScopeRows(context.dataset, context.request.scope)
    var longest: [Int: Int] = [:]
    for row in 0..<facts.table.count where rows.contains(row, of: .audits) {
      guard let raised = facts.table.disputeRaised[row], context.period.contains(raised),
        raised <= context.request.asAt, let resolved = facts.resolved(row)
      else { continue }
      longest[facts.result(row)] = max(
        longest[facts.result(row)] ?? 0, Int(resolved.dayNumber - raised.dayNumber))
    }
    return longest
  }
}
