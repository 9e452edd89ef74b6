import QAModel

/// One export as it was read: its header understood, its cells not yet.
struct RawExport {
  /// The path within the workspace.
  var path: String
  /// Its place in `Dataset.files`.
  var file: UInt16 = 0
  /// When it was made, where the workspace or its name says.
  var date: CalendarDate?
  var header: FoundHeader
  /// What divides its cells.
  var delimiter: UInt8
  var hasUndecodable: Bool
  var table: RawTable
  var account: TableSink.Account
  /// Records that a quote made unreadable.
  var broken: [BrokenRecord]
  /// Whether the last broken record is what is left of a file that was cut off.
  var isCutInCell: Bool

  func line(_ row: Int) -> Int { Int(table.lines[row]) }

  /// The position of a column by its header as written.
  func position(ofHeader header: String) -> Int? { self.header.position(of: header) }

  /// Whether the last row was cut off in the middle: it alone is short, and no line end follows it.
  var lastRowIsCut: Bool {
    !account.endsWithLineEnd && account.shortRows == 1 && table.rowCount > 0
      && account.lastRowFields < table.columnCount
  }
}
