/// A record that could not be read because of a quote.
struct BrokenRecord: Equatable {
  /// The line the record began on.
  var line: UInt32
  /// The line of the cell at fault.
  var openedOn: UInt32
  /// The place of the cell at fault in its record, from 0.
  var field: Int
  /// Whether the quote was never closed.
  var isUnclosed: Bool
  /// Whether the cell was longer than any is read.
  var isTooLong = false
  /// Whether a later quote closed the cell, so that it held records.
  var heldRecords = false
  /// Whether anything stands after the line of the cell at fault.
  var isLast: Bool
}

/// Feeds the text of an export through libcsv into a sink, and begins again on the next line where a quote
/// stands where none may: a stray quote costs the record it opened and no more.
struct RecordReader {
  let source: TextSource
  let delimiter: UInt8
  /// A cell longer than this is taken for one that a stray quote opened, so that hostile files cost no more than
  /// honest ones.
  var longestCell = Limits().cell
  /// So much is parsed before the sink is asked whether it is satisfied.
  var sliceSize = Int.max

  /// What is parsed behind a stray quote before the sink is asked for another, twice as much each time: many of them cost
  /// no more than the text between them.
  private static let sliceAfterQuote = 4 << 10

  /// Gives the records that could not be read, in order.
  func read<Sink: RecordSink>(into sink: Sink) throws(ReadFailure) -> [BrokenRecord] {
    var broken: [BrokenRecord] = []
    // A place known to begin a line, from which the lines of a broken record are counted.
    var known = source.start
    var knownLine = sink.position.beginningLine
    var parser = CSVParser(delimiter: delimiter)
    var text = try source.read(from: known)
    var size = sliceSize
    while !sink.isSatisfied {
      let atEnd = text.isEmpty
      let slice = UnsafeRawBufferPointer(rebasing: text.prefix(size))
      var outcome =
        atEnd
        ? parser.finish(Sink.endField, Sink.endRecord, sink.state)
        : parser.parse(slice, Sink.endField, Sink.endRecord, sink.state)
      let isTooLong = outcome == .whole && parser.heldBytes > longestCell
      let heldRecords = sink.isAtStrayQuote
      if isTooLong || heldRecords { outcome = .strayQuote }
      switch outcome {
      case .whole:
        size = size > sliceSize / 2 ? sliceSize : size * 2
        if atEnd { return broken }
        text = UnsafeRawBufferPointer(rebasing: text.dropFirst(slice.count))
        if text.isEmpty { text = try source.read() }
      case .outOfMemory:
        throw ReadFailure(code: 12)
      case .strayQuote:
        if !heldRecords { sink.noteSyntaxError() }
        let search = RecordSearch(
          line: sink.position.beginningLine, field: sink.position.fields, delimiter: delimiter)
        let found = try search.run(in: source, from: known, onLine: knownLine)
        var record = BrokenRecord(
          line: search.line, openedOn: found.openedOn, field: search.field, isUnclosed: atEnd,
          isTooLong: isTooLong, isLast: found.next == nil)
        // A cell that a quote closed is neither unclosed nor too long.
        if sink.isAtStrayQuote {
          (record.isUnclosed, record.isTooLong, record.heldRecords) = (false, false, true)
        }
        broken.append(record)
        sink.dropRecord()
        guard let next = found.next else { return broken }
        (known, knownLine) = (next, found.openedOn + 1)
        sink.position = RecordPosition(line: knownLine)
        sink.noteRestart()
        parser = CSVParser(delimiter: delimiter)
        size = min(sliceSize, Self.sliceAfterQuote)
        text = try source.read(from: known)
      }
    }
    return broken
  }
}
