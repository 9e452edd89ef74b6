/// Dates, and which of them are dates of birth.
extension IdentifierFinder {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// `30/06/1994`, `1.9.06`, `2016-03-09`, `30 June 1994`, `30th Jun 94`: where it ends, and its year.
  func date(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> (end: Int, year: Int)? {
    guard TextToken.isDigit(text[start]) else { return nil }
    var place = start
    func number() -> (value: Int, digits: Int)? {
      var value = 0
      var digits = 0
      while place < text.count, TextToken.isDigit(text[place]), digits < 5 {
        value = value * 10 + Int(text[place] - UInt8(ascii: "0"))
        digits += 1
        place += 1
      }
      return digits > 0 ? (value, digits) : nil
    }
    func separator() -> UInt8? {
      guard place < text.count, [0x2F, 0x2E, 0x2D].contains(text[place]) else { return nil }
      place += 1
      return text[place - 1]
    }
    guard let first = number() else { return nil }
    if let mark = separator() {
      guard let second = number(), separator() == mark, let third = number() else { return nil }
      guard place == text.count || !TextToken.isWordByte(text[place]) else { return nil }
      if first.digits == 4, (1...12).contains(second.value), (1...31).contains(third.value) {
        return (place, first.value)
      }
      guard (1...31).contains(first.value), (1...12).contains(second.value),
        third.digits == 4 || third.digits == 2
      else { return nil }
      return (place, third.digits == 4 ? third.value : third.value + (third.value < 40 ? 2000 : 1900))
    }
    return namedDate(text, from: place, day: first.value)
  }

  func namedDate(_ text: UnsafeBufferPointer<UInt8>, from start: Int, day: Int) -> (end: Int, year: Int)? {
    guard (1...31).contains(day) else { return nil }
    var words = String(decoding: text[start..<min(text.count, start + 24)], as: UTF8.self).lowercased()[...]
    for suffix in ["st", "nd", "rd", "th"] where words.hasPrefix(suffix) { words = words.dropFirst(2) }
    words = words.drop { $0 == " " || $0 == "-" }
    if words.hasPrefix("of ") { words = words.dropFirst(3) }
    let month = words.prefix { $0.isLetter }
    guard month.count >= 3, Self.months.contains(where: { month.hasPrefix($0) }) else { return nil }
    words = words.dropFirst(month.count).drop { $0 == " " || $0 == "-" || $0 == "," || $0 == "." }
    let year = words.prefix { $0.isNumber }
    guard year.count == 4 || year.count == 2, let value = Int(year),
      let head = text[start...].firstRange(of: Array(year.utf8))
    else { return nil }
    return (head.upperBound, year.count == 4 ? value : value + (value < 40 ? 2000 : 1900))
  }

  /// Whether a date is one of birth: a word of birth stands before it in its sentence, an age does, or it lies so far
  /// back that it is hardly the date of anything else.
  func isBirth(
    _ year: Int, before place: Int, text: UnsafeBufferPointer<UInt8>, tokens: [TextToken]
  ) -> Bool {
    if year <= newestBirthYear, year > 1900 { return true }
    var before: [TextToken] = []
    for token in tokens.reversed() where token.bytes.lowerBound < place {
      before.append(token)
      if token.opensSentence && token.markBefore != UInt8(ascii: ":") || before.count == 10 { break }
    }
    if before.contains(where: { birthWords.contains($0.folded) }) { return true }
    // *D.O.B. 4.6.13*, *d o b: 4.6.13*, whose full stops end no sentence.
    let letters = text[max(0, place - 10)..<place].filter(TextToken.isLetter).map { $0 | 0x20 }
    if letters.suffix(3) == Array("dob".utf8)[...] { return true }
    guard let last = before.first, last.shape == .number, let age = Int(last.folded), (1...60).contains(age)
    else {
      return false
    }
    // *I'm 19 (1.9.06)*: an age with a date in brackets.
    return place > 0 && text[place - 1] == UInt8(ascii: "(")
  }
}
