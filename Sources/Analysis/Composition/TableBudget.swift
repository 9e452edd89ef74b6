import QAModel

/// Keeps a report to as many tables as a workbook of 40 sheets has room for, beside its cover, contents, notes and the
/// sheet of its charts.
///
/// What goes first is what shows figures of other tables or of the service pages once more, broken down further; all of
/// it stays in figures.csv, and the end of the report names what was left out.
enum TableBudget {
  static let most = 35

  /// The tables that can go, the first to go first.
  private static let supplementary = [
    "indicators-by-service", "themes-by-service", "panel-decisions", "decisions-by-service",
    "actions-by-service", "audits-over-time", "feedback-by-service", "panel-log-by-service",
    "disputes", "feedback-by-source", "complaints-over-time", "grades-over-time-by-group",
  ]

  static func keep(_ sections: inout [Section]) {
    let excess = sections.flatMap(\.allTables).count - most
    guard excess > 0 else { return }
    // A report of very many parts: its later tables go before it would have no workbook at all.
    let later = sections.filter { $0.role == .plain }.flatMap(\.allTables).map(\.id).reversed()
    var left: [String] = []
    for id in supplementary + later where left.count < excess {
      if let title = leaveOut(id, of: &sections) { left.append("\u{201C}\(title)\u{201D}") }
    }
    guard !left.isEmpty else { return }
    let are: Sentence = Wording.counted(left.count, "table is", "tables are")
    sections[sections.count - 1].blocks.insert(
      .paragraph(
        Paragraph([
          "\(strong: "Left out.") \(are) left out so that the workbook keeps to 40 sheets; the figures are in figures.csv: \(Wording.listed(left))."
        ])), at: 0)
  }

  /// The title of the table taken out with its charts; `nil` where there is none of that name.
  private static func leaveOut(_ id: String, of sections: inout [Section]) -> String? {
    for position in sections.indices {
      let title = sections[position].blocks.lazy.compactMap { block in
        if case .table(let table) = block, table.id == id { table.title } else { nil }
      }.first
      if let title {
        sections[position].blocks.removeAll { block in
          switch block {
          case .table(let table): table.id == id
          case .chart(let chart): chart.table == id
          default: false
          }
        }
        return title
      }
      if let title = leaveOut(id, of: &sections[position].sections) { return title }
    }
    return nil
  }
}
