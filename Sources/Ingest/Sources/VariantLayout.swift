import QAModel

/// A layout in which a row of the file holds several records of the dataset, each in columns of its own: a column
/// a standard, a column a period, or the indicators of an open-data file.
struct VariantLayout {
  /// How many records a row can hold.
  var count: Int
  /// What feeds columns of the dataset otherwise than by their header, by name.
  var inputs: [String: ColumnInput]
  /// The columns of the dataset in which each record of a row has a cell of its own.
  var ownColumns: Set<String>
  /// Whether a row holds a record, beside having something written in one of its own columns.
  var holds: (_ row: Int, _ variant: Int) -> Bool = { _, _ in true }
  /// Whether it is a column a figure: then rows that make no indicator are none of ours, and percentages stand in
  /// per cent.
  var isOpenData = false
}

extension VariantLayout {
  /// A column a record, where the header has such columns and either the workspace says so or the header has no
  /// column for the cells.
  static func wide<Table>(
    _ variants: TableSource<Table>.Variants, _ header: FoundHeader, _ table: RawTable,
    _ layout: DatasetSettings.Layout, hasCellColumn: Bool
  ) -> VariantLayout? {
    var columns: [(position: Int, name: String)] = []
    for (position, role) in header.roles.enumerated() {
      // Of two columns with one header only the first is read.
      if case .variant(let name) = role, !columns.contains(where: { $0.name == name }) {
        columns.append((position, name))
      }
    }
    let isWide =
      switch layout {
      case .long, .openData: false
      case .wide: true
      case .automatic: !hasCellColumn
      }
    guard isWide, !columns.isEmpty else { return nil }
    return VariantLayout(
      count: columns.count,
      inputs: [
        variants.headerColumn: .headers(columns.map(\.name)),
        variants.cellColumn: .columns(columns.map(\.position), of: table),
      ], ownColumns: [variants.cellColumn])
  }
}
