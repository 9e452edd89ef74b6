import QAModel

/// Ids of records and children, exactly as written but for what a spreadsheet put around them.
enum IdentifierDecoder {
  static func read(_ cell: String) -> Reading<String> {
    if isPlain(cell) { return .value(cell) }
    var id = Cell.trimmed(cell)
    if id.hasPrefix("=\""), id.hasSuffix("\""), id.utf8.count > 3 { id = String(id.dropFirst(2).dropLast()) }
    while let first = id.first, first == "'" || first == "\u{2019}" { id.removeFirst() }
    id = Cell.trimmed(id)
    if id.isEmpty { return .missing(.blank) }
    if let missing = MissingTokens.names[Fold.cell(id)] { return .missing(missing) }
    return isMangled(id) ? .unreadable(.mangled) : .value(id)
  }

  /// Whether letters, digits and signs of numbering are all there is, a digit among them: nearly every id.
  private static func isPlain(_ cell: String) -> Bool {
    var hasDigit = false
    for byte in cell.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): hasDigit = true
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"),
        UInt8(ascii: "/"), UInt8(ascii: "_"):
        break
      default: return false
      }
    }
    return hasDigit
  }

  /// `1.23E+05`: a long number that a spreadsheet has shortened.
  static func isMangled(_ id: String) -> Bool {
    let parts = id.lowercased().split(separator: "e", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].hasPrefix("+") else { return false }
    let exponent = parts[1].dropFirst()
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    return !exponent.isEmpty && exponent.allSatisfy(\.isNumber) && (1...2).contains(mantissa.count)
      && mantissa.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
  }
}

extension Problem {
  fileprivate static let mangled = Problem(
    id: "ingest.id.shortened", summary: "the spreadsheet has shortened this id and its last digits are lost",
    explanation:
      "the row is kept, but it cannot be linked to other records or counted as a child or record of its own",
    suggestion: "format the column as text before saving, and export again")
}
