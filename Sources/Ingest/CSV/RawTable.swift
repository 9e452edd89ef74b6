/// The rows of one export below its header, column by column, as they stand in the file.
///
/// A coded column holds a code a row into its spellings; a text column says where the text lies. Columns nobody
/// asked for are not kept. Freed when let go.
final class RawTable {
  enum ColumnKind: UInt8, BitwiseCopyable {
    case skipped, coded, text
  }

  struct Column {
    var kind: ColumnKind
    var spellings: SpellingTable
    var codes = GrowableBuffer<UInt32>()
    var at = GrowableBuffer<UInt64>()
    var length = GrowableBuffer<UInt32>()
    /// The code of the column's own header, which a repeated header row would have.
    let headerCode: UInt32
    /// The header as headers are compared: its letters and digits.
    private let headerKey: [UInt8]

    init(_ kind: ColumnKind, header: String) {
      self.kind = kind
      var spellings = SpellingTable()
      var header = header
      headerCode = header.withUTF8 { bytes in
        bytes.baseAddress.map { spellings.code(of: $0, count: bytes.count) } ?? SpellingTable.blank
      }
      self.spellings = spellings
      headerKey = Array(HeaderVocabulary.key(header).utf8)
    }

    /// Whether a cell says what the header says, whatever its case and spaces.
    func isHeader(_ code: UInt32) -> Bool {
      if code == headerCode { return code != SpellingTable.blank }
      let cell = spellings.spelling(code)
      var place = 0
      for byte in cell {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
          UInt8(ascii: "A")...UInt8(ascii: "Z"):
          // Nearly every cell is another one by its first or second letter.
          let letter = byte >= UInt8(ascii: "A") ? byte | 0x20 : byte
          guard place < headerKey.count, headerKey[place] == letter else { return false }
          place += 1
        case 0x80..., UInt8(ascii: "&"), UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: "+"):
          return HeaderVocabulary.key(String(decoding: cell, as: UTF8.self)).utf8.elementsEqual(headerKey)
        default: break
        }
      }
      return place > 0 && place == headerKey.count
    }

    func free() {
      spellings.free()
      codes.free()
      at.free()
      length.free()
    }
  }

  /// By position in the file.
  let columns: UnsafeMutablePointer<Column>
  let columnCount: Int
  /// The line each row began on.
  var lines = GrowableBuffer<UInt32>(capacity: 256)
  private var isReleased = false
  /// The bytes of all text columns.
  var text: [UInt8] = []

  /// - Parameter headers: the header of each column of the file, and what is wanted of it.
  init(headers: [(name: String, kind: ColumnKind)]) {
    columnCount = headers.count
    columns = .allocate(capacity: max(columnCount, 1))
    for (index, header) in headers.enumerated() {
      (columns + index).initialize(to: Column(header.kind, header: header.name))
    }
  }

  deinit {
    release()
    columns.deinitialize(count: columnCount)
    columns.deallocate()
  }

  /// Frees the cells, once what was wanted of them has been taken: nothing may be asked of the table afterwards.
  func release() {
    guard !isReleased else { return }
    isReleased = true
    for index in 0..<columnCount { columns[index].free() }
    lines.free()
    text = []
  }

  /// Frees the codes and spellings of one column: nothing may be asked of it afterwards.
  func releaseCells(_ column: Int) {
    columns[column].codes.free()
    columns[column].codes = GrowableBuffer(capacity: 1)
    columns[column].spellings.free()
    columns[column].spellings = SpellingTable()
  }

  /// Makes room for the texts of a file of so many bytes, so that they need not be copied while they grow: memory that is
  /// not written to costs nothing.
  func reserveText(_ fileSize: Int) {
    guard (0..<columnCount).contains(where: { columns[$0].kind == .text }) else { return }
    text.reserveCapacity(fileSize)
  }

  /// Gives the bytes of all text columns away.
  func takeText() -> [UInt8] {
    let taken = text
    text = []
    return taken
  }

  var rowCount: Int { lines.count }

  /// A cell of a coded column as it stands in the file.
  func cell(_ row: Int, _ column: Int) -> String {
    String(decoding: columns[column].spellings.spelling(columns[column].codes[row]), as: UTF8.self)
  }

  /// The cells taken so far of the row that was not finished, by their column.
  func unfinishedRow(before end: Int) -> [(place: Int, cell: [UInt8])] {
    (0..<end).compactMap { index in
      switch columns[index].kind {
      case .skipped: return nil
      case .coded:
        let code = columns[index].codes[rowCount]
        return (index, Array(columns[index].spellings.spelling(code)))
      case .text:
        let length = Int(columns[index].length[rowCount])
        return (index, Array(text[Int(columns[index].at[rowCount])...].prefix(length)))
      }
    }
  }

  /// Adds a row of coded cells that does not come from a parser.
  func append(_ cells: [String], line: UInt32) {
    for (index, cell) in cells.enumerated() {
      var cell = cell
      let code = cell.withUTF8 { bytes in
        bytes.baseAddress.map { columns[index].spellings.code(of: $0, count: bytes.count) }
          ?? SpellingTable.blank
      }
      columns[index].codes.append(code)
    }
    lines.append(line)
  }

  /// Adds the rows of another table with the same columns, whose lines are counted from where this one's end.
  func append(_ next: RawTable, linesBefore: UInt32) {
    let textBefore = UInt64(text.count)
    text += next.text
    for index in 0..<columnCount {
      Self.append(next.columns[index], to: &columns[index], textBefore: textBefore)
    }
    for line in next.lines.elements { lines.append(line + linesBefore) }
  }

  private static func append(_ next: Column, to column: inout Column, textBefore: UInt64) {
    switch column.kind {
    case .skipped: break
    case .coded:
      let codes = column.spellings.codes(of: next.spellings)
      codes.withUnsafeBufferPointer { codes in
        for code in next.codes.elements { column.codes.append(codes[Int(code)]) }
      }
    case .text:
      for at in next.at.elements { column.at.append(at + textBefore) }
      for length in next.length.elements { column.length.append(length) }
    }
  }

  /// Keeps the first rows only.
  func truncate(to rows: Int) {
    lines.truncate(to: rows)
    for index in 0..<columnCount { Self.truncate(&columns[index], to: rows) }
  }

  /// Forgets the cells of a row that was not finished.
  func dropUnfinishedRow() { truncate(to: rowCount) }

  private static func truncate(_ column: inout Column, to rows: Int) {
    switch column.kind {
    case .skipped: break
    case .coded: column.codes.truncate(to: rows)
    case .text:
      column.at.truncate(to: rows)
      column.length.truncate(to: rows)
    }
  }
}
