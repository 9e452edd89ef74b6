/// The numbers, the month's name and the separators of a spelling that may be a date.
///
/// Drops the weekday, the `th` of 7th, *of*, commas, and a time of day with its zone. Anything else that is
/// neither leaves `numbers` empty, so that it is no date.
struct DateTokens {
  struct Number: Equatable {
    var value: Int
    var digits: Int
  }

  private(set) var numbers: [Number] = []
  private(set) var month: Int?
  /// The sign before each number but the first: `/`, `-`, `.` or a space.
  private(set) var separators: [Character] = []

  init(_ cell: String) {
    guard !scan(cell) else { return }
    numbers = []
    month = nil
  }

  /// Whether nothing stands in the cell that no date has.
  private mutating func scan(_ cell: String) -> Bool {
    var scalars = Array(cell.utf8)
    if let end = Self.endOfDate(scalars) { scalars.removeSubrange(end...) }
    var at = 0
    var separator: Character?
    while at < scalars.count {
      let byte = scalars[at]
      if Self.isDigit(byte) {
        let start = at
        while at < scalars.count, Self.isDigit(scalars[at]) { at += 1 }
        guard at - start <= 8 else { return false }
        if !numbers.isEmpty || month != nil { separators.append(separator ?? " ") }
        numbers.append(
          Number(value: scalars[start..<at].reduce(0) { $0 * 10 + Int($1 - 0x30) }, digits: at - start))
        separator = nil
      } else if Self.isLetter(byte) {
        let start = at
        while at < scalars.count, Self.isLetter(scalars[at]) { at += 1 }
        guard take(word: String(decoding: scalars[start..<at], as: UTF8.self).lowercased()) else {
          return false
        }
        separator = nil
      } else {
        switch byte {
        case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."):
          // A comma or a space may stand beside a separator, two separators may not follow one another.
          guard separator == nil else { return false }
          separator = Character(Unicode.Scalar(byte))
        case 0x20, UInt8(ascii: ","): break
        default: return false
        }
        at += 1
      }
    }
    return separator == nil
  }

  private mutating func take(word: String) -> Bool {
    if Self.weekdays.contains(where: { $0 == word || word.count >= 3 && $0.hasPrefix(word) }) {
      return numbers.isEmpty && month == nil
    }
    if ["st", "nd", "rd", "th", "of"].contains(word) { return !numbers.isEmpty }
    guard month == nil, let found = Self.month(word) else { return false }
    month = found
    return true
  }

  /// 1 for `jan`, `January`; *Sept* too.
  static func month(_ word: String) -> Int? {
    guard word.count >= 3 else { return nil }
    if word == "sept" { return 9 }
    return months.firstIndex { $0 == word || word.count == 3 && $0.hasPrefix(word) }.map { $0 + 1 }
  }

  /// Where a time of day begins: before `T09:30` or ` 9:30`. `nil` where anything but a time and its zone follows, as
  /// in `14:00 moved to 14/01/2026`, which is a remark and may take the date back.
  private static func endOfDate(_ bytes: [UInt8]) -> Int? {
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    var start = colon
    while start > 0, isDigit(bytes[start - 1]) { start -= 1 }
    guard start < colon, start > 0 else { return nil }
    guard isTime(bytes[start...]) else { return nil }
    let before = bytes[start - 1]
    return before == UInt8(ascii: "T") || before == UInt8(ascii: "t") || before == 0x20 ? start - 1 : nil
  }

  /// Whether all there is is a time of day: `9:30`, `09:30:00.000+01:00`, `9:30 PM`, `09:30 BST`.
  private static func isTime(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = Substring(String(decoding: bytes, as: UTF8.self).lowercased())
    func number(of digits: ClosedRange<Int>) -> Bool {
      let count = rest.prefix { $0.isASCII && $0.isNumber }.count
      rest = rest.dropFirst(count)
      return digits.contains(count)
    }
    func take(_ sign: some Collection<Character>) -> Bool {
      guard let first = rest.first, sign.contains(first) else { return false }
      rest = rest.dropFirst()
      return true
    }
    guard number(of: 1...2), take(":"), number(of: 2...2) else { return false }
    if take(":") {
      guard number(of: 2...2) else { return false }
      if take(".,:"), !number(of: 1...9) { return false }
    }
    rest = rest.drop { $0 == " " }
    for half in ["am", "pm", "a.m.", "p.m."] where rest.hasPrefix(half) {
      rest = rest.dropFirst(half.count).drop { $0 == " " }
    }
    for zone in ["z", "utc", "gmt", "bst"] where rest.hasPrefix(zone) { rest = rest.dropFirst(zone.count) }
    if take("+-") {
      guard number(of: 2...4), rest.isEmpty || take(":") && number(of: 2...2) else { return false }
    }
    return rest.isEmpty
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
  ]
  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
}
