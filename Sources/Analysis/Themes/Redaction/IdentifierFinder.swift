import QAModel

/// Finds what has a form of its own: e-mail addresses, telephone and NHS numbers, postcodes, case numbers, dates of
/// birth. Works on bytes; every rule is a small scanner that says where a match ends.
struct IdentifierFinder: Sendable {
  let caseWords: Set<String>
  let birthWords: Set<String>
  /// A date of this year or before is taken for one of birth wherever it stands.
  var newestBirthYear = 0
  /// Ids of the exports' own columns, lower case.
  private var known: Set<String> = []

  init(rules: RedactionRules) {
    caseWords = Set(rules.caseWords)
    birthWords = Set(rules.birthWords)
  }

  /// Adds an id, in whatever style. One of fewer than four characters or without a digit would take out words.
  mutating func learn(id: String) {
    if id.utf8.count >= 4, id.utf8.contains(where: TextToken.isDigit) { known.insert(id.lowercased()) }
  }

  /// Where an id of the exports ends that begins here.
  private func knownID(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    guard !known.isEmpty else { return nil }
    var place = start
    var hasDigit = false
    while place < text.count, TextToken.isWordByte(text[place]) || [0x2D, 0x2F, 0x5F].contains(text[place]) {
      hasDigit = hasDigit || TextToken.isDigit(text[place])
      place += 1
    }
    while place > start, !TextToken.isWordByte(text[place - 1]) { place -= 1 }
    guard hasDigit else { return nil }
    return known.contains(String(decoding: text[start..<place], as: UTF8.self).lowercased()) ? place : nil
  }

  func spans(in text: UnsafeBufferPointer<UInt8>, tokens: [TextToken]) -> [RedactionSpan] {
    var spans: [RedactionSpan] = []
    var place = 0
    while place < text.count {
      guard startsToken(text, at: place) else {
        place += 1
        continue
      }
      let plain = Self.plainEnd(text, from: place)
      if plain > place {
        place = plain
      } else if let span = identifier(text, at: place, tokens: tokens) {
        spans.append(span)
        place = span.bytes.upperBound
      } else {
        place += 1
      }
    }
    return spans
  }

  /// Where a run of letters and of what may stand within an identifier ends, that holds no digit, no capital but before
  /// a small letter and no at sign behind it, and so no identifier; `start` where it may hold one.
  private static func plainEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var place = start
    while place < text.count {
      switch text[place] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "'"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "_"), UInt8(ascii: "/"), UInt8(ascii: "%"):
        place += 1
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        guard place + 1 < text.count, text[place + 1] &- UInt8(ascii: "a") < 26 else { return start }
        place += 2
      case UInt8(ascii: "@"), UInt8(ascii: "+"): return start
      case let byte where TextToken.isWordByte(byte): return start
      default: return place
      }
    }
    return place
  }

  private func startsToken(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    let byte = text[place]
    guard TextToken.isWordByte(byte) || byte == UInt8(ascii: "+") else { return false }
    return place == 0 || !TextToken.isWordByte(text[place - 1])
  }

  private func identifier(_ text: UnsafeBufferPointer<UInt8>, at place: Int, tokens: [TextToken])
    -> RedactionSpan?
  {
    if let end = knownID(text, at: place) { return RedactionSpan(bytes: place..<end, kind: .caseNumber) }
    if let end = email(text, at: place) { return RedactionSpan(bytes: place..<end, kind: .email) }
    if let end = postcode(text, at: place) { return RedactionSpan(bytes: place..<end, kind: .postcode) }
    if let date = date(text, at: place) {
      // A date, whatever it is of, is no other number.
      return isBirth(date.year, before: place, text: text, tokens: tokens)
        ? RedactionSpan(bytes: place..<date.end, kind: .dateOfBirth) : nil
    }
    if let end = nhsNumber(text, at: place, tokens: tokens) {
      return RedactionSpan(bytes: place..<end, kind: .nhsNumber)
    }
    if let end = phone(text, at: place) { return RedactionSpan(bytes: place..<end, kind: .phone) }
    if let end = caseNumber(text, at: place, tokens: tokens) {
      return RedactionSpan(bytes: place..<end, kind: .caseNumber)
    }
    return nil
  }

  // MARK: E-mail

  /// Letters, digits and `.+-_'` before an at sign, a host with a full stop after it.
  private func email(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    func isLocal(_ byte: UInt8) -> Bool {
      TextToken.isWordByte(byte) || [0x2E, 0x2B, 0x2D, 0x5F, 0x25, 0x27].contains(byte)
    }
    var place = start
    while place < text.count, isLocal(text[place]) { place += 1 }
    guard place > start, place < text.count, text[place] == UInt8(ascii: "@") else { return nil }
    place += 1
    let host = place
    var stop: Int?
    while place < text.count, TextToken.isWordByte(text[place]) || text[place] == 0x2D || text[place] == 0x2E
    {
      if text[place] == 0x2E { stop = place }
      place += 1
    }
    while place > host, text[place - 1] == 0x2E || text[place - 1] == 0x2D { place -= 1 }
    guard let stop, stop > host, place > host + 2 else { return nil }
    return place
  }

  // MARK: Postcode

  /// `A9 9AA`, `A99 9AA`, `A9A 9AA`, `AA9 9AA`, `AA99 9AA`, `AA9A 9AA`, in any case, with or without the space.
  private func postcode(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    var place = start
    func isLetter(_ at: Int) -> Bool { at < text.count && text[at] < 0x80 && TextToken.isLetter(text[at]) }
    func isDigit(_ at: Int) -> Bool { at < text.count && TextToken.isDigit(text[at]) }
    while isLetter(place) { place += 1 }
    guard (1...2).contains(place - start), isDigit(place) else { return nil }
    let outwardDigit = place
    place += 1
    let candidates =
      isDigit(place) || isLetter(place) ? [place + 1, place] : [place]
    for end in candidates where end > outwardDigit {
      var inward = end
      if inward < text.count, text[inward] == UInt8(ascii: " ") { inward += 1 }
      if isDigit(inward), isLetter(inward + 1), isLetter(inward + 2),
        inward + 3 >= text.count || !TextToken.isWordByte(text[inward + 3])
      {
        // In lower case *a1 2th* would be text: at least the outward letters are capitals, or all are lower.
        return inward + 3
      }
    }
    return nil
  }

  // MARK: Numbers

  /// Ten digits, 3-3-4 or together, that pass the check of modulus 11 — or follow the word NHS.
  private func nhsNumber(_ text: UnsafeBufferPointer<UInt8>, at start: Int, tokens: [TextToken]) -> Int? {
    guard TextToken.isDigit(text[start]) else { return nil }
    let (digits, end, groups) = digitRun(text, at: start)
    guard digits.count == 10, groups == [10] || groups == [3, 3, 4] else { return nil }
    var sum = 0
    for (index, digit) in digits.prefix(9).enumerated() { sum += Int(digit) * (10 - index) }
    let check = (11 - sum % 11) % 11
    let passes = check != 10 && check == Int(digits[9])
    return passes || wordsBefore(start, tokens: tokens, reach: 4).contains("nhs") ? end : nil
  }

  /// Digits with single blanks or hyphens between them.
  private func digitRun(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> (
    digits: [UInt8], end: Int, groups: [Int]
  ) {
    var digits: [UInt8] = []
    var groups = [0]
    var place = start
    var end = start
    while place < text.count {
      if TextToken.isDigit(text[place]) {
        digits.append(text[place] - UInt8(ascii: "0"))
        groups[groups.count - 1] += 1
        place += 1
        end = place
      } else if text[place] == UInt8(ascii: " ") || text[place] == UInt8(ascii: "-"), place + 1 < text.count,
        TextToken.isDigit(text[place + 1]), digits.count < 13
      {
        groups.append(0)
        place += 1
      } else {
        break
      }
    }
    return (digits, end, groups)
  }

  /// A British number: 0 and nine or ten more digits, or +44 or 0044 and as many, however they are spaced.
  private func phone(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    var digits = 0
    var place = start
    var end = start
    var first: [UInt8] = []
    if text[place] == UInt8(ascii: "+") { place += 1 }
    while place < text.count, digits <= 14 {
      let byte = text[place]
      if TextToken.isDigit(byte) {
        if first.count < 4 { first.append(byte - UInt8(ascii: "0")) }
        digits += 1
        place += 1
        end = place
      } else if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
        || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "/")
      {
        guard digits > 0, place + 1 < text.count, place - end < 2 else { break }
        place += 1
      } else {
        break
      }
    }
    let international = text[start] == UInt8(ascii: "+") || first.starts(with: [0, 0])
    if international { return (11...14).contains(digits) ? end : nil }
    guard first.first == 0, (10...11).contains(digits) else { return nil }
    return end
  }

  /// `LL-77120`, `CYP-2024-0193`, `MARAC/1187/25`, `CS/24/A113`, `INC0048821`: letters and digits, apart or not, with
  /// three digits or more where a hyphen or slash joins them and four where nothing does; six digits together, or
  /// four after a word that says what they are.
  private func caseNumber(_ text: UnsafeBufferPointer<UInt8>, at start: Int, tokens: [TextToken]) -> Int? {
    var place = start
    var digits = 0
    var capitals = 0
    var small = 0
    var parts = 1
    while place < text.count {
      let byte = text[place]
      if TextToken.isDigit(byte) {
        digits += 1
      } else if byte < 0x80, TextToken.isLetter(byte) {
        if byte & 0x20 == 0 { capitals += 1 } else { small += 1 }
      } else if [0x2D, 0x2F, 0x5F].contains(byte), place + 1 < text.count, place > start,
        TextToken.isDigit(text[place + 1]) || isCapital(text[place + 1])
      {
        parts += 1
      } else {
        break
      }
      place += 1
    }
    if digits == 0, small == 0, (2...4).contains(capitals), place < text.count, text[place] == 0x20,
      !caseWords.contains(String(decoding: text[start..<place], as: UTF8.self).lowercased())
    {
      // *EH 20931*: letters, a blank, four digits or more.
      var end = place + 1
      while end < text.count, TextToken.isDigit(text[end]) { end += 1 }
      return end - place > 4 && end - place < 9 && (end == text.count || !TextToken.isWordByte(text[end]))
        ? end : nil
    }
    guard place == text.count || !TextToken.isWordByte(text[place]), digits > 0 else { return nil }
    let named = wordsBefore(start, tokens: tokens, reach: 3).contains { caseWords.contains($0) }
    if capitals + small == 0 {
      guard parts == 1 else { return named && digits >= 5 ? place : nil }
      return digits >= (named ? 4 : 6) ? place : nil
    }
    guard small == 0 || capitals == 0 && digits >= 5 && parts <= 2 else { return nil }
    return parts > 1 ? (digits >= 3 ? place : nil) : (digits >= (named ? 3 : 4) ? place : nil)
  }

  private func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

  func wordsBefore(_ place: Int, tokens: [TextToken], reach: Int) -> [String] {
    tokens.last(where: { $0.bytes.lowerBound < place }) == nil
      ? [] : tokens.filter { $0.bytes.lowerBound < place }.suffix(reach).map(\.folded)
  }
}
