import QAModel

/// One column of a dataset: its names, what must be in it, how its cells are read and where they go.
struct ColumnSpec<Table> {
  /// What a cell that cannot be used costs.
  enum Cost {
    case nothing
    /// The cell, with a diagnostic.
    case cell
    /// The row.
    case row
  }

  /// As the contract and `qareport.yaml` name it.
  let name: String
  /// Other headers it goes by.
  var synonyms: [String]
  var isRequired = false
  var ifBlank = Cost.nothing
  var ifUnreadable = Cost.cell
  /// Whether all its cells are dates, which tell the order of day and month.
  var isDate = false
  private(set) var kind: RawTable.ColumnKind
  private(set) var bind: (ColumnInput, ColumnDecoding, ColumnWords) -> any BoundColumn<Table>
  /// Keeps the given rows of the column, in their order.
  private(set) var keep: (inout Table, [Int]) -> Void
  /// Its cells in a table that has been read, and what is worth counting in them.
  let cells: (Table) -> any StoredCells
  let nature: ColumnNature

  /// The column must be there; a blank in it costs the row: a record without it is nobody's, or of no period.
  func needed() -> ColumnSpec {
    with {
      $0.isRequired = true
      $0.ifBlank = .row
    }
  }

  /// The column must be there; a blank in it is a diagnostic.
  func expected() -> ColumnSpec {
    with {
      $0.isRequired = true
      $0.ifBlank = .cell
    }
  }

  /// The column must be there; a blank in it says something.
  func present() -> ColumnSpec { with { $0.isRequired = true } }

  /// What is written but cannot be read costs the row.
  func costingTheRow() -> ColumnSpec { with { $0.ifUnreadable = .row } }

  /// The column is known by its header and nothing of it is read: its place in the table stays empty.
  func unread() -> ColumnSpec {
    with {
      $0.kind = .skipped
      $0.ifBlank = .nothing
      $0.isDate = false
      $0.bind = { _, _, _ in UnreadColumn() }
      $0.keep = { _, _ in }
    }
  }

  func cost(of fault: CellFault) -> Cost {
    switch fault {
    case .missing(.blank): ifBlank
    // Where a row is nothing without its value, no reason for there being none helps.
    case .missing: ifBlank == .row ? .row : .nothing
    case .unreadable: ifUnreadable
    }
  }

  /// The places of a selection at which a fault of the column costs something.
  func faultyPlaces(_ bound: any BoundColumn<Table>, _ selection: RowSelection) -> [Int] {
    bound.faultyPlaces(
      selection, blank: ifBlank != .nothing, missing: ifBlank == .row, unreadable: ifUnreadable != .nothing)
  }

  func with(_ change: (inout ColumnSpec) -> Void) -> ColumnSpec {
    var copy = self
    change(&copy)
    return copy
  }
}

/// Where the cells of a column come from in one file.
enum ColumnInput {
  /// A column of the file, by its position.
  case column(Int, of: RawTable)
  /// The export has no such column and the workspace says what it would hold.
  case constant(String)
  /// The export has no such column.
  case absent
  /// A column of the file for each of the records of a row: a column a standard, or a period. None where that
  /// record has no such column.
  case columns([Int?], of: RawTable)
  /// The headers of those columns.
  case headers([String])

  /// The columns of the file whose cells it takes.
  var columns: [(position: Int, table: RawTable)] {
    switch self {
    case .column(let position, let table): [(position, table)]
    case .columns(let positions, let table): positions.compactMap { $0.map { ($0, table) } }
    case .constant, .absent, .headers: []
    }
  }
}

/// The rows of a file that become rows of the table: each names a row of the file and, where the file has a
/// column a record, which of these columns.
struct RowSelection {
  var rows: [UInt32]
  var variants: [UInt16]?

  var count: Int { rows.count }
  /// Whether it is all rows of a file, in order: rows only ever come in order, and once each without variants.
  func isEveryRow(of count: Int) -> Bool { variants == nil && rows.count == count }

  func variant(_ index: Int) -> Int { variants.map { Int($0[index]) } ?? 0 }

  /// The rows at some of its places.
  func at(_ places: [Int]) -> RowSelection {
    RowSelection(rows: places.map { rows[$0] }, variants: variants.map { all in places.map { all[$0] } })
  }
}

/// A column of one file with every spelling of it read.
protocol BoundColumn<Table> {
  associatedtype Table
  /// The places of a selection whose cells are blank, missing for another reason, or unreadable, as asked.
  func faultyPlaces(_ selection: RowSelection, blank: Bool, missing: Bool, unreadable: Bool) -> [Int]
  func fault(row: Int, variant: Int) -> CellFault?
  func isBlank(row: Int, variant: Int) -> Bool
  /// The cell as it stands in the export.
  func original(row: Int, variant: Int) -> String
  func append(_ selection: RowSelection, to table: inout Table)
}

/// Why a cell has no value.
enum CellFault {
  case missing(Missing)
  case unreadable(Problem)
}

/// A column nobody asked for.
private struct UnreadColumn<Table>: BoundColumn {
  func faultyPlaces(_ selection: RowSelection, blank: Bool, missing: Bool, unreadable: Bool) -> [Int] { [] }
  func fault(row: Int, variant: Int) -> CellFault? { nil }
  func isBlank(row: Int, variant: Int) -> Bool { true }
  func original(row: Int, variant: Int) -> String { "" }
  func append(_ selection: RowSelection, to table: inout Table) {}
}
