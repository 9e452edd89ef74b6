import Glibc

/// Hands the records of a text to a sink as libcsv divides it: plain records straight away, all others through libcsv.
///
/// libcsv sees whole records only, so that what it was not shown changes nothing for what it is: between two records it
/// remembers nothing.
struct RecordFeed<Sink: RecordSink>: ~Copyable {
  private let sink: Sink
  private let endField: CSVParser.FieldCallback
  private let endRecord: CSVParser.RowCallback
  private let parser: CSVParser
  private var scanner: PlainRecordScanner
  /// Whether libcsv is between two records, and no CR before an LF has ended the last.
  private var isBetweenRecords = true

  init(to sink: Sink, delimiter: UInt8) {
    self.sink = sink
    endField = Sink.endField
    endRecord = Sink.endRecord
    parser = CSVParser(delimiter: delimiter)
    scanner = PlainRecordScanner(delimiter: delimiter)
  }

  deinit { scanner.free() }

  /// Bytes libcsv holds for the cell that has begun.
  var heldBytes: Int { parser.heldBytes }

  /// Takes the next piece of the text.
  mutating func take(_ text: UnsafeRawBufferPointer) -> CSVParser.Outcome {
    var rest = text
    while !rest.isEmpty {
      if isBetweenRecords { rest = takePlainRecords(rest) }
      guard !rest.isEmpty else { break }
      let outcome = takeLine(&rest)
      guard outcome == .whole else { return outcome }
    }
    return .whole
  }

  /// Ends the last record. Not to be called after a failure.
  func finish() -> CSVParser.Outcome { parser.finish(endField, endRecord, sink.state) }

  /// Takes records for as long as they are plain and gives what comes behind them.
  private mutating func takePlainRecords(_ text: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    guard let base = text.bindMemory(to: UInt8.self).baseAddress else { return text }
    let (state, end) = (sink.state, base + text.count)
    var at = base
    while let record = scanner.record(from: at, to: end) {
      for cell in scanner.cells.elements {
        endField(UnsafeMutableRawPointer(mutating: cell.start), cell.length, state)
      }
      if record.hasReturn { endRecord(Int32(LineBreaks.carriageReturn), state) }
      endRecord(Int32(LineBreaks.lineFeed), state)
      at = record.next
    }
    return UnsafeRawBufferPointer(rebasing: text[(at - base)...])
  }

  /// Gives libcsv the text up to the next line feed, and sees whether that ended a record or stands in a cell.
  private mutating func takeLine(_ rest: inout UnsafeRawBufferPointer) -> CSVParser.Outcome {
    guard let base = rest.baseAddress, let found = memchr(base, Int32(LineBreaks.lineFeed), rest.count) else {
      defer { rest = UnsafeRawBufferPointer(start: nil, count: 0) }
      isBetweenRecords = false
      return parser.parse(rest, endField, endRecord, sink.state)
    }
    let length = UnsafeRawPointer(found) - base
    let outcome = parser.parse(
      UnsafeRawBufferPointer(rebasing: rest[..<length]), endField, endRecord, sink.state)
    guard outcome == .whole else { return outcome }
    let ends = sink.position.ends
    let last = parser.parse(
      UnsafeRawBufferPointer(rebasing: rest[length...length]), endField, endRecord, sink.state)
    isBetweenRecords = sink.position.ends != ends
    rest = UnsafeRawBufferPointer(rebasing: rest[(length + 1)...])
    return last
  }
}
