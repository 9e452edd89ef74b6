/// A word, number or mark of a text, as redaction sees it.
struct TextToken: Sendable {
  enum Shape: UInt8, Sendable { case lower, capitalised, capitals, mixed, number, code }

  /// Bytes of the text; a possessive *'s* is not part of it.
  var bytes: Range<Int>
  /// The word in lower case with straight apostrophes, empty where it is long or of other letters.
  let key: WordKey
  /// The same of a word that has no key.
  private let long: String
  /// What the lists say of it.
  var kinds: WordKinds
  var shape: Shape
  /// Whether a sentence begins here.
  var opensSentence: Bool
  /// Whether nothing but blanks stands between it and the token before.
  var followsDirectly: Bool
  /// The byte right before it that is no blank, 0 at the beginning.
  var markBefore: UInt8

  /// Lower case; straight apostrophes.
  var folded: String { key.count > 0 ? key.text : long }

  /// How many bytes `folded` has.
  var length: Int { key.count > 0 ? key.count : long.utf8.count }

  var isCapital: Bool { shape == .capitalised || shape == .capitals || shape == .mixed }

  /// Cuts a text into tokens, with what a table says of each.
  static func tokens(of text: [UInt8], by kinds: WordKindTable = WordKindTable()) -> [TextToken] {
    var tokens: [TextToken] = []
    text.withUnsafeBufferPointer { read($0, by: kinds, into: &tokens) }
    return tokens
  }

  /// The same into an array that is used again and again.
  static func read(
    _ text: UnsafeBufferPointer<UInt8>, by kinds: WordKindTable, into tokens: inout [TextToken]
  ) {
    tokens.removeAll(keepingCapacity: true)
    var place = 0
    var opens = true
    var direct = true
    var mark: UInt8 = 0
    while place < text.count {
      let byte = text[place]
      guard isWordByte(byte) else {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"): break
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\n"), UInt8(ascii: "\r"),
          UInt8(ascii: ":"), UInt8(ascii: "\""):
          opens = true
          direct = false
          mark = byte
        default:
          direct = false
          mark = byte
        }
        place += 1
        continue
      }
      let start = place
      while place < text.count, isWordByte(text[place]) || joins(text, at: place) {
        place += joinWidth(text, at: place)
      }
      var end = place
      if end - start > 2, text[end - 1] | 0x20 == UInt8(ascii: "s") {
        if text[end - 2] == UInt8(ascii: "'") {
          end -= 2
        } else if end - start > 4, text[end - 2] == 0x99, text[end - 3] == 0x80, text[end - 4] == 0xE2 {
          end -= 4
        }
      }
      tokens.append(
        TextToken(text, start..<end, kinds, opensSentence: opens, followsDirectly: direct, markBefore: mark))
      opens = false
      direct = true
      mark = 0
    }
  }

  @inline(__always)
  private init(
    _ text: UnsafeBufferPointer<UInt8>, _ bytes: Range<Int>, _ table: WordKindTable, opensSentence: Bool,
    followsDirectly: Bool, markBefore: UInt8
  ) {
    self.bytes = bytes
    self.opensSentence = opensSentence
    self.followsDirectly = followsDirectly
    self.markBefore = markBefore
    if let (key, shape) = Self.plain(text, bytes) {
      self.key = key
      self.shape = shape
      long = ""
      kinds = table[key]
    } else {
      let word = text[bytes]
      let folded = Self.fold(word)
      shape = Self.shape(of: word)
      key = WordKey(folded.utf8) ?? WordKey()
      long = key.count > 0 ? "" : folded
      kinds = table[folded]
    }
  }

  /// Key and shape of a short word in ASCII, as nearly every word is; `nil` of others.
  @inline(__always)
  private static func plain(_ text: UnsafeBufferPointer<UInt8>, _ bytes: Range<Int>) -> (WordKey, Shape)? {
    guard bytes.count <= WordKey.most else { return nil }
    var key = WordKey()
    var (upper, lower, digits) = (0, 0, 0)
    for place in bytes {
      let byte = text[place]
      let small = byte | 0x20
      if small &- UInt8(ascii: "a") < 26 {
        if byte == small { lower += 1 } else { upper += 1 }
        key.append(small)
      } else {
        if byte >= 0x80 { return nil }
        if isDigit(byte) { digits += 1 }
        key.append(byte)
      }
    }
    let startsLower = text[bytes.lowerBound] &- UInt8(ascii: "a") < 26
    return (key, shape(upper: upper, lower: lower, digits: digits, startsLower: startsLower))
  }

  static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    // Letters outside ASCII; E2 begins punctuation and C2 a blank or a sign.
    default: byte >= 0x80 && byte != 0xE2 && byte != 0xC2
    }
  }

  /// An apostrophe or a hyphen between letters keeps a word together.
  private static func joins(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    let byte = text[place]
    if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "&") {
      return place + 1 < text.count && isLetter(text[place + 1]) && place > 0 && isLetter(text[place - 1])
    }
    return byte == 0xE2 && place + 3 < text.count && text[place + 1] == 0x80
      && text[place + 2] == 0x99 && isLetter(text[place + 3])
  }

  private static func joinWidth(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
    text[place] == 0xE2 ? 3 : 1
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z") || byte >= 0xC3
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  private static func fold(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    String(decoding: bytes, as: UTF8.self).lowercased().replacingCurlyApostrophes
  }

  private static func shape(of bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Shape {
    var upper = 0
    var lower = 0
    var digits = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar.properties.isUppercase {
        upper += 1
      } else if scalar.properties.isLowercase {
        lower += 1
      } else if ("0"..."9").contains(scalar) {
        digits += 1
      }
    }
    let startsLower = bytes.first.map { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") } ?? true
    return shape(upper: upper, lower: lower, digits: digits, startsLower: startsLower)
  }

  @inline(__always)
  private static func shape(upper: Int, lower: Int, digits: Int, startsLower: Bool) -> Shape {
    if digits > 0 { return upper + lower == 0 ? .number : .code }
    if upper == 0 { return .lower }
    if lower == 0 { return .capitals }
    return startsLower ? .mixed : .capitalised
  }
}

extension String {
  fileprivate var replacingCurlyApostrophes: String {
    guard utf8.contains(0xE2) else { return self }
    return String(map { $0 == "\u{2019}" || $0 == "\u{2018}" ? "'" : $0 })
  }
}
