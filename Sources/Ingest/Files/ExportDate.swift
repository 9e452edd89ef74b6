import QAModel

/// The day an export was made, from its name: `2025-10-03`, `20251003`, `03-10-2025`, `3 Oct 2025`; of a month or
/// quarter (`Oct 2025`, `Q3 2025-26`) its last day. Of two days, as `2025-10-01 to 2025-12-31`, it is the last.
enum ExportDate {
  /// Names are read with the day first, as they are written here; `nil` where no date is in the name.
  static func read(_ fileName: String) -> CalendarDate? {
    let parts = words(fileName)
    // From the longest date on, so that a year alone never goes before the day it is part of.
    for length in stride(from: min(4, parts.count), through: 1, by: -1) {
      for start in (0...(parts.count - length)).reversed() {
        if let date = date(Array(parts[start..<start + length])) { return date }
      }
    }
    return nil
  }

  private static func words(_ name: String) -> [String] {
    var stem = Substring(name)
    if let dot = stem.lastIndex(of: ".") { stem = stem[..<dot] }
    if let slash = stem.lastIndex(of: "/") { stem = stem[stem.index(after: slash)...] }
    var words: [String] = []
    var current = ""
    var wasDigit = false
    for character in stem.lowercased() {
      let isDigit = character.isASCII && character.isNumber
      // Letters that run into digits are words of their own, but for a quarter: q3, oct25.
      let breaks = !current.isEmpty && isDigit != wasDigit && current != "q"
      if !character.isLetter && !isDigit || breaks {
        if !current.isEmpty { words.append(current) }
        current = ""
      }
      if character.isLetter || isDigit { current.append(character) }
      wasDigit = isDigit
    }
    if !current.isEmpty { words.append(current) }
    return words
  }

  private static func date(_ words: [String]) -> CalendarDate? {
    if words.count == 3 || words.count == 1 && words[0].count == 8 {
      if case .day(let date) = DateDecoder.spelling(of: words.joined(separator: "-")) { return date }
      if words.count == 3, words[2].count == 4,
        case .value(let date) = DateDecoder.read(words.joined(separator: "/"), order: .dayFirst)
      {
        return date
      }
    }
    guard words.count <= 3, words.count > 1 || words[0].count == 6 else { return nil }
    return PeriodDecoder.period(words.joined(separator: words.count == 2 ? " " : "-"))?.last
  }
}
