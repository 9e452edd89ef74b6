/// Guesses where in the middle of an export a record begins.
///
/// A guess only: a text over several lines can look like records. Whoever reads on from there must see that what
/// comes before ends there too.
struct SeamFinder {
  let delimiter: UInt8
  /// How many cells a record has.
  let cells: Int

  /// Texts are rarely longer; where no record begins within so much, there is no seam.
  private static let window = 64 << 10

  /// The first place behind `offset` that follows a line feed and from which two records of the right width can be
  /// read (or one, where the window ends).
  func seam(after offset: Int, in bytes: any RandomAccessBytes) throws(ReadFailure) -> Int? {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.window, alignment: 16)
    defer { buffer.deallocate() }
    let text = UnsafeRawBufferPointer(rebasing: buffer[..<(try bytes.read(into: buffer, at: offset))])
    for index in text.indices where text[index] == LineBreaks.lineFeed {
      if beginsRecord(UnsafeRawBufferPointer(rebasing: text[(index + 1)...])) { return offset + index + 1 }
    }
    return nil
  }

  private func beginsRecord(_ text: UnsafeRawBufferPointer) -> Bool {
    let widths = RecordWidths()
    let parser = CSVParser(delimiter: delimiter)
    var rest = text
    while widths.ended.count < 2, !rest.isEmpty {
      let slice = UnsafeRawBufferPointer(rebasing: rest.prefix(512))
      guard parser.parse(slice, RecordWidths.endField, RecordWidths.endRecord, widths.state) == .whole else {
        return false
      }
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(slice.count))
    }
    return !widths.ended.isEmpty && widths.ended.prefix(2).allSatisfy { $0 == cells }
  }

  /// How many cells each record has that ended.
  private final class RecordWidths {
    var ended: [Int] = []
    private var fields = 0

    var state: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

    static let endField: CSVParser.FieldCallback = { _, _, state in
      guard let state else { return }
      Unmanaged<RecordWidths>.fromOpaque(state).takeUnretainedValue().fields += 1
    }

    static let endRecord: CSVParser.RowCallback = { _, state in
      guard let state else { return }
      let widths = Unmanaged<RecordWidths>.fromOpaque(state).takeUnretainedValue()
      // The line feed of a CR LF, and blank lines, end nothing.
      if widths.fields > 0 { widths.ended.append(widths.fields) }
      widths.fields = 0
    }
  }
}
