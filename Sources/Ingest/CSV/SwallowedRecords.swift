import Glibc

/// Tells of a quoted cell over several lines whether a stray quote opened it, so that it holds records of the file.
///
/// A quote that a later one happens to close is no error of syntax. What gives it away are the lines of the cell: read
/// by themselves they divide into as many cells as the header has, and hold an id where the record before the quote has
/// an id, a date where it has a date. Texts do neither, however many commas they have.
struct SwallowedRecords {
  let delimiter: UInt8
  /// How many columns the header has.
  let columns: Int

  enum Verdict: Equatable {
    case text
    case records
    /// Records, if the line of the closing quote has as many cells as the header: so many of them stand before it.
    case recordsIfWhole(cellsBeforeClosing: Int)
  }

  /// Of a file with fewer columns too many lines of a text have as many cells.
  static let fewestColumns = 3

  /// - Parameters:
  ///   - cell: what stands within the quotes.
  ///   - field: the place of the cell in its record, from 0.
  ///   - before: the cells of the record before it, as far as they are known, by their place.
  func judge(
    _ cell: UnsafeBufferPointer<UInt8>, field: Int, before: () -> [(place: Int, cell: [UInt8])]
  ) -> Verdict {
    guard columns >= Self.fewestColumns else { return .text }
    var lines = CellLines(cell)
    let opening = lines.next() ?? cell
    var closing = opening
    var model: RecordModel?
    func likeness(_ line: UnsafeBufferPointer<UInt8>) -> RecordModel.Likeness {
      let known = model ?? RecordModel(before(), opening: cells(opening))
      model = known
      return known.likeness(of: cells(line))
    }
    var whole = 0
    var other = 0
    while let line = lines.next() {
      closing = line
      guard !lines.isAtEnd else { break }
      if line.isEmpty { continue }
      let kind = delimiters(line) == columns - 1 ? likeness(line) : .none
      switch kind {
      case .certain: return .records
      case .likely: whole += 1
      case .none: other += 1
      }
    }
    // Without a line that settles it, every line must be a record's.
    guard other == 0, field + delimiters(opening) + 1 == columns else { return .text }
    if whole > 0, closing.isEmpty { return .records }
    let cellsBefore = delimiters(closing)
    guard cellsBefore > 0 || field == 0, cellsBefore < columns, likeness(closing) != .none else {
      return .text
    }
    return whole > 0 || cellsBefore == field ? .records : .recordsIfWhole(cellsBeforeClosing: cellsBefore)
  }

  /// How many delimiters a line has; more than a record has are not counted.
  private func delimiters(_ line: UnsafeBufferPointer<UInt8>) -> Int {
    var found = 0
    var rest = line
    while found < columns, let place = rest.place(of: delimiter) {
      found += 1
      rest = UnsafeBufferPointer(rebasing: rest[(place + 1)...])
    }
    return found
  }

  private func cells(_ line: UnsafeBufferPointer<UInt8>) -> [[UInt8]] {
    line.split(separator: delimiter, omittingEmptySubsequences: false).map(Array.init)
  }
}

/// What the cells of a record look like, from those before a quote.
private struct RecordModel {
  enum Likeness { case none, likely, certain }

  private let shapes: [(place: Int, shape: CellShape)]

  /// - Parameter opening: the cells of the quote's own line from the quote on, the first of them the record's first
  ///   where nothing is known to stand before it.
  init(_ before: [(place: Int, cell: [UInt8])], opening: [[UInt8]]) {
    let written = before.map { (place: $0.place, shape: CellShape($0.cell)) }.filter { !$0.shape.isBlank }
    shapes = written.isEmpty ? [(0, CellShape(opening[0]))] : written
  }

  /// Certain where at least two cells with digits, as ids and dates, are of the same shape, and none is of another.
  func likeness(of cells: [[UInt8]]) -> Likeness {
    var (written, same, withDigits, otherDigits) = (0, 0, 0, 0)
    for (place, shape) in shapes where place < cells.count {
      let found = CellShape(cells[place])
      if found.isBlank, place != shapes[0].place { continue }
      written += 1
      if found == shape {
        same += 1
        if shape.hasDigits { withDigits += 1 }
      } else if place == shapes[0].place {
        return .none
      } else if shape.hasDigits {
        otherDigits += 1
      }
    }
    guard same * 2 > written else { return .none }
    return withDigits >= 2 && otherDigits == 0 ? .certain : .likely
  }
}

/// A cell with its letters and digits made alike: `AUD-0012` and `AUD-7` are of one shape, `14/10/2025` and `1/4/2025`.
///
/// A space at the front counts: it follows the commas of a sentence, not those of a record.
private struct CellShape: Equatable {
  private static let letters = UInt8(ascii: "a")
  private static let digits = UInt8(ascii: "9")
  /// Letters and digits in one word.
  private static let mixed = UInt8(ascii: "x")

  private var signs: [UInt8] = []

  init(_ cell: [UInt8]) {
    var afterSpace = false
    for byte in cell where byte != UInt8(ascii: "\"") {
      let sign = Self.sign(byte)
      let last = signs.last
      // Words divided by spaces are one text.
      if sign == UInt8(ascii: " "), last == Self.letters {
        afterSpace = true
        continue
      }
      defer { afterSpace = false }
      if sign == last { continue }
      let isInWord = !afterSpace && (sign == Self.letters || sign == Self.digits)
      if isInWord, last == Self.mixed { continue }
      if isInWord, last == Self.letters || last == Self.digits {
        signs[signs.count - 1] = Self.mixed
      } else {
        signs.append(sign)
      }
    }
  }

  private static func sign(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digits
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...: letters
    default: byte
    }
  }

  var isBlank: Bool { signs.allSatisfy { $0 <= UInt8(ascii: " ") } }
  var hasDigits: Bool { signs.contains { $0 == Self.digits || $0 == Self.mixed } }
}

/// The lines of a cell, one after the other, without their ends.
private struct CellLines {
  private var rest: UnsafeBufferPointer<UInt8>
  private let end: UInt8
  /// Whether the last line was given.
  private(set) var isAtEnd = false

  init(_ cell: UnsafeBufferPointer<UInt8>) {
    rest = cell
    end = cell.place(of: LineBreaks.lineFeed) == nil ? LineBreaks.carriageReturn : LineBreaks.lineFeed
  }

  mutating func next() -> UnsafeBufferPointer<UInt8>? {
    guard !isAtEnd else { return nil }
    guard let place = rest.place(of: end) else {
      isAtEnd = true
      return rest
    }
    let line = UnsafeBufferPointer(rebasing: rest[..<place])
    rest = UnsafeBufferPointer(rebasing: rest[(place + 1)...])
    return line.last == LineBreaks.carriageReturn ? UnsafeBufferPointer(rebasing: line.dropLast()) : line
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where the byte stands first.
  fileprivate func place(of byte: UInt8) -> Int? {
    guard let base = baseAddress, let found = memchr(base, Int32(byte), count) else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}
