import QAModel

/// A dataset as exports have it: how its files and columns are known, and the table they become.
struct TableSource<Table> {
  let kind: DatasetKind
  let columns: [ColumnSpec<Table>]
  let table: WritableKeyPath<Dataset, Table?>
  let empty: Table
  let origin: WritableKeyPath<Table, [Origin]>
  /// What makes two rows the same record; `nil` for a row that is none but itself.
  let key: ((Table, Int) -> RecordKey?)?
  /// The layout with a column a record: how its headers are known, and the columns that the header and the cell
  /// are then.
  var variants: Variants?
  /// What is settled only when several cells of a row are seen together, for the rows just read of one export.
  var refine: ((inout Table, ReadRows<Table>) -> [Diagnostic])?

  struct Variants {
    /// What the header of such a column stands for, or `nil` where it is another column.
    let recognise: (String) -> String?
    let headerColumn: String
    let cellColumn: String
  }

  /// What every row of one export says in a column that it has not, by the column's name.
  var fileConstants: (RawExport, DatasetSettings) -> [String: String] = { _, _ in [:] }
  /// Which of the exports count, where they are editions of one list.
  var choice: ([RawExport], DatasetSettings) -> ExportChoice = { _, _ in ExportChoice() }

  /// Whether the exports may come in the Department for Education's open-data layout.
  var takesOpenData = false

  /// How a row of an export holds several records, `nil` where it holds one.
  func layout(
    of export: RawExport, _ settings: DatasetSettings, hasColumn: (String) -> Bool
  ) -> VariantLayout? {
    if takesOpenData, let layout = OpenDataLayout(export, settings)?.layout { return layout }
    guard let variants else { return nil }
    return .wide(
      variants, export.header, export.table, settings.layout,
      hasCellColumn: hasColumn(variants.cellColumn))
  }

  func position(of name: String) -> Int? { columns.firstIndex { $0.name == name } }
}

/// Which of several exports do not count, by their positions, and what is to be said of it.
struct ExportChoice {
  var leftOut: Set<Int> = []
  var diagnostics: [Diagnostic] = []
}

/// The rows of one export that have just been put into a table.
struct ReadRows<Table> {
  let file: String
  /// The first of them in the table.
  let firstRow: Int
  let selection: RowSelection
  let bound: [any BoundColumn<Table>]
  let framework: Framework
  /// Whether the export's layout has percentages in per cent.
  let isInPercent: Bool

  /// A cell as it stands in the export, by the place of its row among these.
  func original(_ column: Int, _ place: Int) -> String {
    bound[column].original(row: Int(selection.rows[place]), variant: selection.variant(place))
  }
}

/// What two rows of one record have in common.
struct RecordKey: Hashable {
  var first: UInt32
  var second: UInt32 = 0
  var third: UInt32 = 0
  var fourth: UInt32 = 0
}
