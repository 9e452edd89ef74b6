import QAModel

/// Which column of one export feeds which column of the dataset.
struct ExportInputs<Table> {
  /// By the dataset's columns.
  let inputs: [ColumnInput]
  let layout: VariantLayout?
  /// The columns of the dataset in which each record of a row has a cell of its own.
  private let ownColumns: [Int]

  init(_ source: TableSource<Table>, _ export: RawExport, _ settings: DatasetSettings) {
    var positions: [Int: Int] = [:]
    for (position, role) in export.header.roles.enumerated() {
      if case .column(let column) = role, positions[column] == nil { positions[column] = position }
    }
    let layout = source.layout(of: export, settings) { name in
      source.position(of: name).map { positions[$0] != nil } ?? false
    }
    self.layout = layout
    let constants = source.fileConstants(export, settings).merging(settings.constants) { file, _ in file }
    inputs = source.columns.enumerated().map { index, column in
      if let input = layout?.inputs[column.name] { return input }
      if let position = positions[index] { return .column(position, of: export.table) }
      return constants[column.name].map { .constant($0) } ?? .absent
    }
    ownColumns = source.columns.indices.filter {
      layout?.ownColumns.contains(source.columns[$0].name) ?? false
    }
  }

  /// Whether each record of a row has a cell of its own in a column of the dataset.
  func isVariant(_ column: Int) -> Bool { ownColumns.contains(column) }

  /// The header under which a cell of a column of the dataset stands in the file.
  func header(_ column: Int, _ variant: Int, in export: RawExport) -> String? {
    let position: Int? =
      switch inputs[column] {
      case .column(let position, let table) where table === export.table: position
      case .columns(let positions, let table) where table === export.table: positions[variant]
      case .column, .columns, .headers, .constant, .absent: nil
      }
    return position.map { Cell.trimmed(export.header.names[$0]) }
  }

  /// The rows that are not set aside; where a row holds several records, one for each with anything in it.
  func selection(_ verdicts: RowVerdicts, _ bound: [any BoundColumn<Table>]) -> RowSelection {
    let rows = (0..<verdicts.count).filter(verdicts.isFine).map { UInt32($0) }
    guard let layout else { return RowSelection(rows: rows) }
    var selection = RowSelection(rows: [], variants: [])
    for row in rows {
      for variant in 0..<layout.count where layout.holds(Int(row), variant) {
        let isWritten = ownColumns.contains { column in
          !bound[column].isBlank(row: Int(row), variant: variant)
        }
        guard isWritten else { continue }
        selection.rows.append(row)
        selection.variants?.append(UInt16(variant))
      }
    }
    return selection
  }
}
