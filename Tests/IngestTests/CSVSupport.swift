import QAModel

@testable import Ingest

/// Bytes in memory that are read like a file.
final class MemoryBytes: RandomAccessBytes {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(ReadFailure) -> Int {
    let count = min(buffer.count, max(0, bytes.count - offset))
    for index in 0..<count { buffer[index] = bytes[offset + index] }
    return count
  }
}

/// The sizes of pieces every test of the reader runs at.
let readSizes = [1, 2, 3, 7, 64, 1 << 18]

struct ReadRecords: Equatable {
  var cells: [[String]]
  var lines: [Int]
  var broken: [BrokenRecord]
}

/// The first records of some bytes, read in pieces.
func records(
  _ bytes: [UInt8], delimiter: Character = ",", readSize: Int = 1 << 18
) throws -> ReadRecords {
  let memory = MemoryBytes(bytes)
  let finding = try FileSurvey(of: memory, readSize: readSize).finding.get()
  let sink = HeadSink()
  let source = TextSource(memory, finding, readSize: readSize)
  let broken = try RecordReader(source: source, delimiter: delimiter.asciiValue!).read(into: sink)
  return ReadRecords(
    cells: sink.records.map(\.cells), lines: sink.records.map { Int($0.line) }, broken: broken)
}

func records(_ text: String, delimiter: Character = ",", readSize: Int = 1 << 18) throws -> ReadRecords {
  try records(Array(text.utf8), delimiter: delimiter, readSize: readSize)
}

struct ReadTable {
  var header: [String]
  var rows: [[String]]
  var lines: [Int]
  var account: TableSink.Account
  var broken: [BrokenRecord]
}

/// The rows below a header on the first line, with every column kept.
func table(_ text: String, rowsAreNamed: Bool = false, readSize: Int = 1 << 18) throws -> ReadTable {
  let header = try records(text).cells[0]
  let memory = MemoryBytes(Array(text.utf8))
  let finding = try FileSurvey(of: memory, readSize: readSize).finding.get()
  let sink = TableSink(
    RawTable(headers: header.map { ($0, .coded) }), delimiter: UInt8(ascii: ","),
    rowsAreNamed: rowsAreNamed, recordsToSkip: 1)
  let broken = try RecordReader(
    source: TextSource(memory, finding, readSize: readSize), delimiter: UInt8(ascii: ",")
  ).read(into: sink)
  let rows = (0..<sink.table.rowCount).map { row in header.indices.map { sink.table.cell(row, $0) } }
  return ReadTable(
    header: header, rows: rows, lines: sink.table.lines.elements.map { Int($0) }, account: sink.account,
    broken: broken)
}
