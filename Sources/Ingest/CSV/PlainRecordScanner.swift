import Glibc

/// Divides plain records: those that end within the text at hand and in which every quotation mark stands where it
/// belongs.
///
/// It sees a cell as libcsv does, strict and with spaces kept, and is several times faster because it looks at many
/// bytes at a time for the few that matter. Of what it is not sure it says nothing, and libcsv decides: a stray quote,
/// a line that ends with CR alone, a long cell.
struct PlainRecordScanner {
  struct Cell: BitwiseCopyable {
    var start: UnsafePointer<UInt8>
    var length: Int
  }

  /// How a record ends, and the byte behind it.
  struct End {
    var next: UnsafePointer<UInt8>
    var hasReturn: Bool
  }

  /// Longer cells are for libcsv, whose held bytes tell which are too long.
  static let longestCell = CSVParser.blockSize / 2
  private static let quote = UInt8(ascii: "\"")

  /// The cells of the record that was found last, valid until the next is looked for.
  private(set) var cells = GrowableBuffer<Cell>(capacity: 64)
  private let delimiter: UInt8
  /// Cells with doubled quotation marks, written with one of each two. Never grows, so that cells can point into it.
  private let undoubled: UnsafeMutablePointer<UInt8>
  private var undoubledCount = 0
  private static let undoubledCapacity = 8 * longestCell

  /// - Parameter delimiter: neither a line break nor a quotation mark.
  init(delimiter: UInt8) {
    self.delimiter = delimiter
    undoubled = .allocate(capacity: Self.undoubledCapacity)
  }

  /// Called once by whoever made it.
  func free() {
    cells.free()
    undoubled.deallocate()
  }

  /// Finds the cells of the record that begins at `start`; of a line with nothing on it there are none.
  ///
  /// - Returns: `nil` where the record is not plain, or does not end before `end`.
  @inline(__always)
  mutating func record(from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>) -> End? {
    cells.truncate(to: 0)
    undoubledCount = 0
    var at = start
    if at < end, let blank = lineEnd(at, end) { return blank }
    while at < end {
      guard let behind = at[0] == Self.quote ? quotedCell(at + 1, end) : unquotedCell(at, end) else {
        return nil
      }
      guard behind[0] == delimiter else { return lineEnd(behind, end) }
      at = behind + 1
    }
    return nil
  }

  @inline(__always)
  private func lineEnd(_ at: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> End? {
    if at[0] == LineBreaks.lineFeed { return End(next: at + 1, hasReturn: false) }
    guard at[0] == LineBreaks.carriageReturn, at + 1 < end, at[1] == LineBreaks.lineFeed else { return nil }
    return End(next: at + 2, hasReturn: true)
  }

  // MARK: Cells, each with the byte behind it, which is before the end

  @inline(__always)
  private mutating func unquotedCell(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8>? {
    guard let behind = special(start, end), behind - start <= Self.longestCell else { return nil }
    cells.append(Cell(start: start, length: behind - start))
    return behind
  }

  /// - Parameter start: behind the opening quotation mark.
  @inline(__always)
  private mutating func quotedCell(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8>? {
    guard let mark = mark(start, start, end) else { return nil }
    if mark[1] == Self.quote { return undoubledCell(start, mark, end) }
    cells.append(Cell(start: start, length: mark - start))
    return mark + 1
  }

  /// - Parameter first: the first of two quotation marks that stand for one.
  private mutating func undoubledCell(
    _ start: UnsafePointer<UInt8>, _ first: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8>? {
    let cell = undoubledCount
    var (from, mark) = (start, first)
    while true {
      let isDoubled = mark[1] == Self.quote
      let count = mark - from + (isDoubled ? 1 : 0)
      guard undoubledCount + count <= Self.undoubledCapacity else { return nil }
      (undoubled + undoubledCount).update(from: from, count: count)
      undoubledCount += count
      guard isDoubled else {
        cells.append(Cell(start: UnsafePointer(undoubled + cell), length: undoubledCount - cell))
        return mark + 1
      }
      from = mark + 2
      guard let next = self.mark(from, start, end) else { return nil }
      mark = next
    }
  }

  /// The next quotation mark of a cell that is not too long, with a byte behind it.
  @inline(__always)
  private func mark(
    _ from: UnsafePointer<UInt8>, _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8>? {
    let reach = min(end - from, start + Self.longestCell + 1 - from)
    guard reach > 0, let found = memchr(from, Int32(Self.quote), reach) else { return nil }
    let mark = UnsafePointer(found.assumingMemoryBound(to: UInt8.self))
    return mark + 1 < end ? mark : nil
  }

  // MARK: Eight bytes at a time

  /// The first delimiter, line break or quotation mark.
  @inline(__always)
  private func special(
    _ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
  ) -> UnsafePointer<UInt8>? {
    let delimiters = Self.ones &* UInt64(delimiter)
    var at = start
    while end - at >= 8 {
      let word = UInt64(littleEndian: UnsafeRawPointer(at).loadUnaligned(as: UInt64.self))
      let found =
        Self.zeros(word ^ delimiters) | Self.zeros(word ^ Self.quotes) | Self.zeros(word ^ Self.lineFeeds)
        | Self.zeros(word ^ Self.returns)
      if found != 0 { return at + found.trailingZeroBitCount / 8 }
      at += 8
    }
    while at < end {
      switch at[0] {
      case delimiter, Self.quote, LineBreaks.lineFeed, LineBreaks.carriageReturn: return at
      default: at += 1
      }
    }
    return nil
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let quotes = ones &* UInt64(quote)
  private static let lineFeeds = ones &* UInt64(LineBreaks.lineFeed)
  private static let returns = ones &* UInt64(LineBreaks.carriageReturn)

  /// The highest bit of the lowest byte that is 0 is the lowest bit set; 0 where no byte is.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & 0x8080_8080_8080_8080 }
}
