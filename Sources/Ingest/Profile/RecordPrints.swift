import QAModel

extension TableSource {
  /// The columns whose values make a record this one and no other; none where every row is a record of its own.
  var keyNames: [String] {
    guard key != nil else { return [] }
    return switch kind {
    case .audits: ["audit_id"]
    case .dipSamples: ["sample_id", "standard"]
    case .complaints: ["reference", "stage"]
    case .performance: ["indicator", "period", "service", "team"]
    case .observations: ["observation_id"]
    case .supervisionAudits: ["id"]
    case .feedback: ["feedback_id"]
    case .actions: ["action_id"]
    case .activity: []
    case .caseload: ["child_id"]
    case .staff: ["worker"]
    case .neighbours: ["authority_code", "rank", "model"]
    case .register: ["id"]
    }
  }

  /// The print of everything in some rows of a table.
  func contentPrints(_ table: Table, rows: [Int], _ context: PrintContext) -> [UInt64] {
    prints(table, rows: rows, columns: columns, context)
  }

  private func prints(
    _ table: Table, rows: [Int], columns: [ColumnSpec<Table>], _ context: PrintContext
  ) -> [UInt64] {
    var hashes = [UInt64](repeating: 0, count: rows.count)
    for column in columns {
      column.cells(table).fold(rows, column: Fingerprint.of(column.name), context, into: &hashes)
    }
    return hashes.map(Fingerprint.mix)
  }

  func recordPrints(_ dataset: Dataset, _ context: PrintContext) -> [RecordPrint] {
    guard let table = dataset[keyPath: table] else { return [] }
    let rows = Array(0..<table[keyPath: origin].count)
    let contents = contentPrints(table, rows: rows, context)
    let keys = columns.filter { keyNames.contains($0.name) }
    let records = keys.isEmpty ? contents : prints(table, rows: rows, columns: keys, context)
    let days = kind.periodColumn.flatMap { name in columns.first { $0.name == name } }.map { column in
      column.cells(table)
    }
    let dates = days as? DateColumn ?? (days as? SpanCells)?.last
    return rows.map { row in
      RecordPrint(
        dataset: kind, quarter: dates?[row].flatMap(Period.quarter(containing:))?.slug ?? "",
        record: records[row], content: contents[row])
    }
  }
}
