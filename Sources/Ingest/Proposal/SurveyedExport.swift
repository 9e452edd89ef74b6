import QAModel

/// An export read for what it might be: every column kept, whatever it is called.
struct SurveyedExport {
  /// Below the exports folder.
  let path: String
  let line: Int
  let columns: [ColumnEvidence]
  let table: RawTable

  /// - Parameter known: the datasets, whose own names for columns tell a header for sure.
  init?(_ path: String, in folder: ExportFolder, known: [KnownSource]) throws(ReadFailure) {
    let bytes = try folder.openFile(path)
    guard case .success(let finding) = try FileSurvey(of: bytes).finding else { return nil }
    let text = TextSource(bytes, finding)
    guard let head = try Self.head(text, known) else { return nil }
    self.path = path
    line = head.line
    table = RawTable(headers: head.names.map { (name: $0, kind: .coded) })
    // What the rows are is not known yet.
    let sink = TableSink(
      table, delimiter: head.delimiter, rowsAreNamed: true, recordsToSkip: head.skipped)
    _ = try RecordReader(source: text, delimiter: head.delimiter).read(into: sink)
    let table = table
    columns = head.names.enumerated().map { ColumnEvidence(Cell.trimmed($1), table, $0) }
  }

  private struct Head {
    var names: [String]
    var line: Int
    /// Records up to and with the header.
    var skipped: Int
    var delimiter: UInt8
  }

  private static func head(_ text: TextSource, _ known: [KnownSource]) throws(ReadFailure) -> Head? {
    let match = try ExportHead(text, candidates: known, all: known).match
    if let match, match.missing.isEmpty {
      let header = match.header
      return Head(
        names: header.names, line: Int(header.line), skipped: header.record + header.height,
        delimiter: match.delimiter)
    }
    let start = try text.read(from: text.start).prefix(4096)
    let delimiter =
      [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]
      .max { a, b in start.count { $0 == a } < start.count { $0 == b } } ?? UInt8(ascii: ",")
    let sink = HeadSink()
    _ = try RecordReader(source: text, delimiter: delimiter, sliceSize: 8 << 10).read(into: sink)
    return row(in: sink.records).map { row in
      Head(
        names: sink.records[row].cells, line: Int(sink.records[row].line), skipped: row + 1,
        delimiter: delimiter)
    }
  }

  /// The first row that is nearly as wide as any and holds words, not data.
  private static func row(in records: [HeadSink.Record]) -> Int? {
    let written = records.map { record in record.cells.filter { !Cell.isBlank($0) } }
    guard let widest = written.map(\.count).max(), widest > 1 else { return nil }
    return written.indices.first { row in
      let cells = written[row]
      guard cells.count * 10 >= widest * 6, Set(cells.map(HeaderVocabulary.key)).count * 10 >= cells.count * 9
      else {
        return false
      }
      return cells.count(where: isWords) * 10 >= cells.count * 9
    }
  }

  private static func isWords(_ cell: String) -> Bool {
    // The header of a column a period.
    if PeriodDecoder.period(cell) != nil { return true }
    guard cell.contains(where: \.isLetter) else { return cell.contains("%") }
    if case .value = NumberDecoder.read(cell) { return false }
    if case .notADate = DateDecoder.spelling(of: cell) { return true }
    return false
  }
}
