/// A comments file: its header and its rows, as text.
///
/// Reads RFC 4180: commas, double quotes, quoted line breaks, a byte-order mark before the header.
struct CommentsFile {
  var columns: [String]
  var rows: [[String]]

  init(path: String) throws {
    self.init(bytes: try WholeFile.bytes(path))
  }

  init(bytes: [UInt8]) {
    var bytes = bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    var records: [[String]] = []
    var record: [String] = []
    var cell: [UInt8] = []
    var quoted = false
    var place = bytes.startIndex
    func finishCell() {
      record.append(String(decoding: cell, as: UTF8.self))
      cell.removeAll(keepingCapacity: true)
    }
    while place < bytes.endIndex {
      let byte = bytes[place]
      place += 1
      switch (byte, quoted) {
      case (UInt8(ascii: "\""), true):
        if place < bytes.endIndex, bytes[place] == byte {
          cell.append(byte)
          place += 1
        } else {
          quoted = false
        }
      case (UInt8(ascii: "\""), false) where cell.isEmpty: quoted = true
      case (UInt8(ascii: ","), false): finishCell()
      case (UInt8(ascii: "\r"), false): break
      case (UInt8(ascii: "\n"), false):
        finishCell()
        if record != [""] { records.append(record) }
        record = []
      default: cell.append(byte)
      }
    }
    if !cell.isEmpty || !record.isEmpty {
      finishCell()
      records.append(record)
    }
    columns = records.first ?? []
    rows = Array(records.dropFirst())
  }

  /// The place of a column, `nil` where there is none.
  func column(_ name: String) -> Int? {
    columns.firstIndex { $0.lowercased() == name }
  }

  /// A cell as it may stand in a CSV file.
  static func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { [44, 34, 10, 13].contains($0) }) else { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
