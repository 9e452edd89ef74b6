import QAModel

/// Which column of one export feeds which column of the dataset.
struct ExportInputs<Table> {
  /// By the dataset's columns.
  private(set) var inputs: [ColumnInput]
  /// The columns that are a record each, where the export is wide.
  private let variants: [Int]
  private let headerColumn: Int?
  private let cellColumn: Int?

  init(_ source: TableSource<Table>, _ export: RawExport, _ settings: DatasetSettings) {
    var positions: [Int: Int] = [:]
    var wide: [(position: Int, name: String)] = []
    for (position, role) in export.header.roles.enumerated() {
      switch role {
      case .column(let column) where positions[column] == nil: positions[column] = position
      case .variant(let name): wide.append((position, name))
      case .column, nil: break
      }
    }
    headerColumn = source.variants.flatMap { source.position(of: $0.headerColumn) }
    cellColumn = source.variants.flatMap { source.position(of: $0.cellColumn) }
    let isWide = Self.isWide(
      settings.layout, hasLong: cellColumn.map { positions[$0] != nil } ?? true, wide.count)
    variants = isWide ? wide.map(\.position) : []
    inputs = source.columns.enumerated().map { index, column in
      if let position = positions[index] { return .column(position, of: export.table) }
      return settings.constants[column.name].map { .constant($0) } ?? .absent
    }
    if isWide, let headerColumn, let cellColumn {
      inputs[headerColumn] = .headers(wide.map(\.name))
      inputs[cellColumn] = .columns(variants, of: export.table)
    }
  }

  private static func isWide(_ layout: DatasetSettings.Layout, hasLong: Bool, _ columns: Int) -> Bool {
    switch layout {
    case .long, .openData: false
    case .wide: columns > 0
    case .automatic: columns > 0 && !hasLong
    }
  }

  /// Whether each of several columns of the file gives the cells of this column of the dataset.
  func isVariant(_ column: Int) -> Bool { !variants.isEmpty && column == cellColumn }

  /// The header under which a cell of a column of the dataset stands in the file.
  func header(_ column: Int, _ variant: Int, in export: RawExport) -> String? {
    switch inputs[column] {
    case .column(let position, _): Cell.trimmed(export.header.names[position])
    case .columns(let positions, _): positions[variant].map { Cell.trimmed(export.header.names[$0]) }
    case .headers, .constant, .absent: nil
    }
  }

  /// The rows that are not set aside; of a wide export one for each cell that is not blank.
  func selection(_ verdicts: RowVerdicts, _ bound: [any BoundColumn<Table>]) -> RowSelection {
    let rows = (0..<verdicts.count).filter(verdicts.isFine).map { UInt32($0) }
    guard let cellColumn, !variants.isEmpty else { return RowSelection(rows: rows) }
    var selection = RowSelection(rows: [], variants: [])
    for row in rows {
      for variant in variants.indices {
        if case .missing(.blank)? = bound[cellColumn].fault(row: Int(row), variant: variant) { continue }
        selection.rows.append(row)
        selection.variants?.append(UInt16(variant))
      }
    }
    return selection
  }
}
