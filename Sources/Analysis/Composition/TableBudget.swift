import QAModel

/// Keeps a report to as many tables as a workbook of 40 sheets has room for, beside its cover, contents, notes and the
/// sheet of its charts.
///
/// What goes first is what shows figures of other tables once more, broken down further; all of it stays in figures.csv,
/// and the report says where a table was left out.
enum TableBudget {
  static let most = 35

  /// The tables that can go, the first to go first.
  private static let supplementary = [
    "grades-over-time-by-group", "strands-by-service", "feedback-by-source", "complaint-outcomes",
    "indicators-by-service", "decisions-by-service", "feedback-by-service", "complaints-over-time",
    "grades-by-group", "dip-samples-by-service", "panel-log-by-service", "panel-decisions",
    "themes-by-service", "audits-over-time", "actions-by-service",
  ]

  static func keep(_ sections: inout [Section]) {
    var excess = sections.flatMap(\.allTables).count - most
    for id in supplementary where excess > 0 {
      if leaveOut(id, of: &sections) { excess -= 1 }
    }
    // A report of very many parts: its later tables go before it would have no workbook at all.
    let later = sections.filter { $0.role == .plain }.flatMap(\.allTables).map(\.id).reversed()
    for id in later where excess > 0 {
      if leaveOut(id, of: &sections) { excess -= 1 }
    }
  }

  private static func leaveOut(_ id: String, of sections: inout [Section]) -> Bool {
    for position in sections.indices {
      let table = sections[position].blocks.firstIndex { block in
        if case .table(let table) = block { table.id == id } else { false }
      }
      if let table, case .table(let left) = sections[position].blocks[table] {
        sections[position].blocks[table] = .paragraph(
          Paragraph([
            "The table \u{201C}\(left.title)\u{201D} is left out so that the workbook keeps to 40 sheets; its figures are in figures.csv."
          ]))
        sections[position].blocks.removeAll { block in
          if case .chart(let chart) = block { chart.table == id } else { false }
        }
        return true
      }
      if leaveOut(id, of: &sections[position].sections) { return true }
    }
    return false
  }
}
