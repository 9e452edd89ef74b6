import QAModel

/// Reads the rows below the header of an export into a table: a large export in parts, several at a time.
///
/// Parts begin where a record seems to begin. That it does is known once everything before is read: each part must
/// end between two records. From the first that does not, or that holds a stray quote, the rest is read in one go, so
/// that the outcome is always that of reading the file from end to end.
struct TableReader {
  let bytes: any RandomAccessBytes
  let finding: EncodingEvidence.Finding
  let size: Int
  let delimiter: UInt8
  /// The header of each column of the file, and what is wanted of it.
  let headers: [(name: String, kind: RawTable.ColumnKind)]
  /// Whether rows bear the name of what is counted.
  var rowsAreNamed = false
  /// Records up to the header and the header itself.
  let recordsToSkip: Int
  var readSize = TextSource.usualReadSize
  /// A cell longer than this is taken for one that a stray quote opened.
  var longestCell = Limits().cell
  /// So much makes a part; threads cost more than they save on less.
  var partSize = 8 << 20

  struct Outcome {
    var sink: TableSink
    /// Records that a quote made unreadable.
    var broken: [BrokenRecord]
  }

  func read() throws(ReadFailure) -> Outcome {
    guard Parallel.processors > 1, finding.encoding == .utf8, size >= 2 * partSize else {
      return try read(from: finding.markLength, into: sinkForAll())
    }
    let finder = SeamFinder(delimiter: delimiter, cells: headers.count)
    var seams: [Int] = []
    for place in stride(from: partSize, to: size - partSize / 2, by: partSize) {
      if let seam = try finder.seam(after: place, in: bytes), seam > seams.last ?? 0 { seams.append(seam) }
    }
    return try read(seams: seams)
  }

  /// Reads in parts that begin at the given places, in order, none of them the file's first byte.
  func read(seams: [Int]) throws(ReadFailure) -> Outcome {
    let starts = [finding.markLength] + seams
    var merged: TableSink?
    var next = 0
    Parallel.inOrder(starts.count) { number in
      let end = number + 1 < starts.count ? starts[number + 1] : Int.max
      return Result { () throws(ReadFailure) in try part(number, starts[number]..<end) }
    } take: { part in
      // A part that could not be read is read again, and fails again if it must.
      guard case .success(let sink?) = part else { return false }
      if let merged {
        merged.append(sink)
      } else {
        sink.table.reserveText(size)
        merged = sink
      }
      next += 1
      return true
    }
    guard let merged else { return try read(from: starts[0], into: sinkForAll()) }
    return next < starts.count
      ? try read(from: starts[next], into: merged) : Outcome(sink: merged, broken: [])
  }

  /// Reads from a place where a record begins to the end of the file.
  private func read(from start: Int, into sink: TableSink) throws(ReadFailure) -> Outcome {
    let range = finding.encoding == .utf8 ? start..<Int.max : nil
    let source = TextSource(bytes, finding, readSize: readSize, range: range)
    let broken = try RecordReader(source: source, delimiter: delimiter, longestCell: longestCell).read(
      into: sink)
    return Outcome(sink: sink, broken: broken)
  }

  /// Reads a part; `nil` where it does not end between two records.
  private func part(_ number: Int, _ range: Range<Int>) throws(ReadFailure) -> TableSink? {
    let sink = sink(skipping: number == 0 ? recordsToSkip : 0)
    let source = TextSource(bytes, finding, readSize: readSize, range: range)
    let broken = try RecordReader(source: source, delimiter: delimiter, longestCell: longestCell).read(
      into: sink)
    guard broken.isEmpty, sink.hasSkippedHeader else { return nil }
    return range.upperBound == .max || sink.endsBetweenRecords ? sink : nil
  }

  private func sink(skipping records: Int) -> TableSink {
    TableSink(
      RawTable(headers: headers), delimiter: delimiter, rowsAreNamed: rowsAreNamed, recordsToSkip: records)
  }

  private func sinkForAll() -> TableSink {
    let sink = sink(skipping: recordsToSkip)
    sink.table.reserveText(size)
    return sink
  }
}
