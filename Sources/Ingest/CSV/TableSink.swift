import QAModel

/// Takes the records below the header of an export into a `RawTable`, and sorts out the rows that are not data.
final class TableSink: RecordSink {
  /// What was met beside the rows.
  struct Account {
    var notData: [Reconciliation.NotData: Int] = [:]
    /// Rows with something written beyond the last column of the header.
    var surplusRows: [Int] = []
    /// How many cells the last row of the file had.
    var lastRowFields = 0
    /// Whether a line end came after the last record.
    var endsWithLineEnd = true
    var shortRows = 0
    /// What there was when reading began again after a record that could not be read.
    var restarts: [Restart] = []

    struct Restart {
      var rows: Int
      var shortRows: Int
      var notData: [Reconciliation.NotData: Int]
    }
  }

  struct Taken {
    var position = RecordPosition()
    /// Records up to the header and the header itself, still to come.
    var recordsToSkip: Int
    /// Whether a record was ended by the end of what was read, without a line end.
    var endedByEnd = false
    var table: Unmanaged<RawTable>
    var columns: UnsafeMutablePointer<RawTable.Column>
    var columnCount: Int
    var filled = 0
    var surplus = 0
    let delimiter: UInt8
    /// Whether rows bear the name of what is counted, which may be *Total referrals* or *Average caseload*.
    let rowsAreNamed: Bool
    /// Whether the cell at `position` holds records that a stray quote swallowed: nothing is taken any more.
    var isAtStrayQuote = false
    /// The first cell of the record that may hold such records.
    var doubt: Doubt?
    /// The first cell of the record that is not blank: what a total or a footnote is known by.
    var label = GrowableBuffer<UInt8>(capacity: 256)
    var account = Account()
  }

  let table: RawTable
  private let taken: UnsafeMutablePointer<Taken>

  init(_ table: RawTable, delimiter: UInt8, rowsAreNamed: Bool, recordsToSkip: Int) {
    self.table = table
    taken = .allocate(capacity: 1)
    taken.initialize(
      to: Taken(
        recordsToSkip: recordsToSkip, table: .passUnretained(table), columns: table.columns,
        columnCount: table.columnCount, delimiter: delimiter,
        rowsAreNamed: rowsAreNamed))
  }

  deinit {
    taken.pointee.label.free()
    taken.deinitialize(count: 1)
    taken.deallocate()
  }

  var account: Account { taken.pointee.account }
  var state: UnsafeMutableRawPointer { UnsafeMutableRawPointer(taken) }
  var isSatisfied: Bool { false }
  var isAtStrayQuote: Bool { taken.pointee.isAtStrayQuote }

  var position: RecordPosition {
    get { taken.pointee.position }
    set { taken.pointee.position = newValue }
  }

  var hasSkippedHeader: Bool { taken.pointee.recordsToSkip == 0 }
  /// Whether what was read ends where another record may begin.
  var endsBetweenRecords: Bool { position.isBetweenRecords && !taken.pointee.endedByEnd }

  /// Takes over what a sink holds that read on where this one ended, between two records.
  func append(_ next: TableSink) {
    let (rowsBefore, linesBefore) = (table.rowCount, position.line - 1)
    let account = next.account
    table.append(next.table, linesBefore: linesBefore)
    taken.pointee.account.notData.merge(account.notData, uniquingKeysWith: +)
    taken.pointee.account.surplusRows += account.surplusRows.map { $0 + rowsBefore }
    taken.pointee.account.shortRows += account.shortRows
    taken.pointee.account.endsWithLineEnd = account.endsWithLineEnd
    if next.table.rowCount > 0 { taken.pointee.account.lastRowFields = account.lastRowFields }
    position = RecordPosition(line: linesBefore + next.position.line)
    next.table.release()
  }

  func dropRecord() {
    table.dropUnfinishedRow()
    Self.beginRecord(taken)
  }

  func noteSyntaxError() {
    if let doubt = taken.pointee.doubt { Self.goBack(to: doubt, taken) }
  }

  func noteRestart() {
    let account = taken.pointee.account
    taken.pointee.account.restarts.append(
      Account.Restart(rows: table.rowCount, shortRows: account.shortRows, notData: account.notData))
  }

  /// Takes back what was read after the last restart, where none of it is a whole row: then it was the rest of a
  /// cell that the end of the file cut off. Says whether it did.
  func takeBackRestOfCell() -> Bool {
    guard let last = account.restarts.last else { return false }
    let (rows, short) = (table.rowCount - last.rows, account.shortRows - last.shortRows)
    guard rows == short, rows > 0 || !account.endsWithLineEnd else { return false }
    table.truncate(to: last.rows)
    taken.pointee.account.notData = last.notData
    taken.pointee.account.shortRows = last.shortRows
    taken.pointee.account.surplusRows.removeAll { $0 >= last.rows }
    return true
  }

  static let endField: CSVParser.FieldCallback = { data, length, state in
    guard let state else { return }
    let taken = state.assumingMemoryBound(to: Taken.self)
    if taken.pointee.isAtStrayQuote { return }
    let index = taken.pointee.position.fields
    guard let data else {
      TableSink.take(UnsafePointer(taken.pointee.label.base), 0, index, taken)
      return
    }
    TableSink.take(UnsafePointer(data.assumingMemoryBound(to: UInt8.self)), length, index, taken)
  }

  @inline(__always)
  private static func take(
    _ cell: UnsafePointer<UInt8>, _ length: Int, _ index: Int, _ taken: UnsafeMutablePointer<Taken>
  ) {
    var breaks: UInt32
    if taken.pointee.recordsToSkip == 0, index < taken.pointee.columnCount {
      let column = taken.pointee.columns + index
      switch column.pointee.kind {
      case .coded:
        let code = column.pointee.spellings.code(of: cell, count: length)
        column.pointee.codes.append(code)
        breaks = column.pointee.spellings.lineBreaks(code)
      case .text:
        let table = taken.pointee.table._withUnsafeGuaranteedRef { $0 }
        column.pointee.at.append(UInt64(table.text.count))
        column.pointee.length.append(UInt32(length))
        table.text.append(contentsOf: UnsafeBufferPointer(start: cell, count: length))
        breaks = UInt32(LineBreaks.count(in: cell, length))
      case .skipped:
        breaks = UInt32(LineBreaks.count(in: cell, length))
      }
      if breaks > 0, holdsRecords(cell, length, index, taken) { return }
      if length > 0, !isBlank(cell, length) {
        if taken.pointee.filled == 0 { taken.pointee.label.append(cell, count: min(length, 200)) }
        taken.pointee.filled += 1
      }
    } else {
      breaks = UInt32(LineBreaks.count(in: cell, length))
      if length > 0, !isBlank(cell, length) { taken.pointee.surplus += 1 }
    }
    taken.pointee.position.endField(lineBreaks: breaks)
  }

  static let endRecord: CSVParser.RowCallback = { terminator, state in
    guard let state else { return }
    let taken = state.assumingMemoryBound(to: Taken.self)
    if taken.pointee.isAtStrayQuote { return }
    let fields = taken.pointee.position.fields
    TableSink.settleDoubt(fields, taken)
    if taken.pointee.isAtStrayQuote { return }
    guard taken.pointee.position.endRecord(terminator) else { return }
    if terminator < 0 { taken.pointee.endedByEnd = true }
    TableSink.endRecord(fields, hasLineEnd: terminator >= 0, taken)
    beginRecord(taken)
  }

  private static func endRecord(_ fields: Int, hasLineEnd: Bool, _ taken: UnsafeMutablePointer<Taken>) {
    if taken.pointee.recordsToSkip > 0 {
      taken.pointee.recordsToSkip -= 1
      return
    }
    taken.pointee.account.endsWithLineEnd = hasLineEnd
    let table = taken.pointee.table.takeUnretainedValue()
    if let kind = notData(fields, taken, table) {
      table.dropUnfinishedRow()
      taken.pointee.account.notData[kind, default: 0] += 1
      return
    }
    if fields < taken.pointee.columnCount {
      for index in fields..<taken.pointee.columnCount { appendBlank(&table.columns[index]) }
      taken.pointee.account.shortRows += 1
    }
    if taken.pointee.surplus > 0 { taken.pointee.account.surplusRows.append(table.rowCount) }
    table.lines.append(taken.pointee.position.recordLine)
    taken.pointee.account.lastRowFields = fields
  }

  /// What the record is, where it is no row of the table.
  private static func notData(
    _ fields: Int, _ taken: UnsafeMutablePointer<Taken>, _ table: RawTable
  ) -> Reconciliation.NotData? {
    let filled = taken.pointee.filled
    if filled == 0 { return taken.pointee.surplus == 0 ? .blank : .footnote }
    let label = taken.pointee.label.elements
    if RowLabel.mayBeTotal(label) {
      if RowLabel.isTotal(label) { return .total }
      if !taken.pointee.rowsAreNamed, RowLabel.beginsLikeTotal(label) {
        let cells = table.unfinishedRow(before: min(fields, table.columnCount))
        if cells.count(where: { isNumber($0.cell) }) == filled - 1 { return .total }
      }
    }
    if filled <= 2, table.columnCount > 2, RowLabel.isFootnote(label, isAlone: filled == 1) {
      return .footnote
    }
    var atHeader = 0
    for index in 0..<table.columnCount where table.columns[index].kind == .coded {
      let codes = table.columns[index].codes
      if codes.count > table.rowCount, table.columns[index].isHeader(codes[table.rowCount]) {
        atHeader += 1
      } else if atHeader == 0 {
        // The first column kept holds no header: neither will the others.
        return nil
      }
    }
    return atHeader >= 2 && atHeader * 2 >= filled ? .header : nil
  }

  /// Whether a number is written, or that there is none.
  private static func isNumber(_ cell: [UInt8]) -> Bool {
    let text = String(decoding: cell, as: UTF8.self)
    if Cell.isBlank(text) { return false }
    if case .unreadable = NumberDecoder.read(text) { return false }
    return true
  }

  private static func appendBlank(_ column: inout RawTable.Column) {
    switch column.kind {
    case .skipped: break
    case .coded: column.codes.append(SpellingTable.blank)
    case .text:
      column.at.append(0)
      column.length.append(0)
    }
  }

  private static func beginRecord(_ taken: UnsafeMutablePointer<Taken>) {
    taken.pointee.filled = 0
    taken.pointee.surplus = 0
    taken.pointee.isAtStrayQuote = false
    taken.pointee.doubt = nil
    taken.pointee.label.truncate(to: 0)
  }

  @inline(__always)
  private static func isBlank(_ cell: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    // A letter or digit at the front settles it for nearly every cell.
    if cell[0] > 0x20, cell[0] < 0x80 { return false }
    return Cell.isBlank(UnsafeBufferPointer(start: cell, count: length))
  }
}
