/// A word, number or mark of a text, as redaction sees it.
struct TextToken: Sendable {
  enum Shape: UInt8, Sendable { case lower, capitalised, capitals, mixed, number, code }

  /// Bytes of the text; a possessive *'s* is not part of it.
  var bytes: Range<Int>
  /// Lower case; straight apostrophes.
  var folded: String
  var shape: Shape
  /// Whether a sentence begins here.
  var opensSentence: Bool
  /// Whether nothing but blanks stands between it and the token before.
  var followsDirectly: Bool
  /// The byte right before it that is no blank, 0 at the beginning.
  var markBefore: UInt8

  var isCapital: Bool { shape == .capitalised || shape == .capitals || shape == .mixed }

  /// Cuts a text into tokens.
  static func tokens(of text: [UInt8]) -> [TextToken] {
    var tokens: [TextToken] = []
    var place = 0
    var opens = true
    var direct = true
    var mark: UInt8 = 0
    while place < text.count {
      let byte = text[place]
      guard isWordByte(byte) else {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"): break
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
          opens = true
          direct = false
          mark = byte
        case UInt8(ascii: ":"), UInt8(ascii: "\""):
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
        TextToken(
          bytes: start..<end, folded: fold(text[start..<end]), shape: shape(of: text[start..<end]),
          opensSentence: opens, followsDirectly: direct, markBefore: mark))
      opens = false
      direct = true
      mark = 0
    }
    return tokens
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
  private static func joins(_ text: [UInt8], at place: Int) -> Bool {
    let byte = text[place]
    if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "&") {
      return place + 1 < text.count && isLetter(text[place + 1]) && place > 0 && isLetter(text[place - 1])
    }
    return byte == 0xE2 && place + 3 < text.count && text[place + 1] == 0x80
      && text[place + 2] == 0x99 && isLetter(text[place + 3])
  }

  private static func joinWidth(_ text: [UInt8], at place: Int) -> Int { text[place] == 0xE2 ? 3 : 1 }

  static func isLetter(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z") || byte >= 0xC3
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  private static func fold(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).lowercased().replacingCurlyApostrophes
  }

  private static func shape(of bytes: ArraySlice<UInt8>) -> Shape {
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
    if digits > 0 { return upper + lower == 0 ? .number : .code }
    if upper == 0 { return .lower }
    if lower == 0 { return .capitals }
    guard let first = bytes.first else { return .lower }
    let startsUpper = !(first >= UInt8(ascii: "a") && first <= UInt8(ascii: "z"))
    return startsUpper ? .capitalised : .mixed
  }
}

extension String {
  fileprivate var replacingCurlyApostrophes: String {
    guard utf8.contains(0xE2) else { return self }
    return String(map { $0 == "\u{2019}" || $0 == "\u{2018}" ? "'" : $0 })
  }
}
