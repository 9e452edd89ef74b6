import QAModel

/// A comment as it is searched: words without case and accents, each with a blank before and after it, nothing else
/// between.
///
/// A word is letters and digits in a row. An apostrophe within a word is left out, so that *didn't* and *didnt* are one;
/// every other sign ends a word.
struct SearchText {
  /// Begins and ends with a blank.
  private(set) var bytes: [UInt8] = [blank]
  /// Where each byte stands in the comment.
  private var places: [Int32] = [0]

  private static let blank = UInt8(ascii: " ")

  /// The words of a text as they are searched.
  static func words(of text: String) -> [String] {
    var search = SearchText()
    search.read(Array(text.utf8)[...])
    return String(decoding: search.bytes, as: UTF8.self).split(separator: " ").map(String.init)
  }

  /// Reads a comment, in UTF-8, in place of the one before.
  mutating func read(_ text: ArraySlice<UInt8>) {
    bytes.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    bytes.append(Self.blank)
    places.append(0)
    text.withUnsafeBufferPointer { read($0) }
    endWord(text.count)
  }

  private mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
    var at = 0
    while at < text.count {
      let byte = text[at]
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): add(byte, at)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): add(byte | 0x20, at)
      case UInt8(ascii: "'"): break
      case 0..<0x80: endWord(at)
      default:
        let (scalar, length) = Self.scalar(text, at)
        switch scalar.map(LetterFolding.fold) ?? .end {
        case .end: endWord(at)
        case .nothing: break
        case .letters(let letters): for letter in letters.utf8 { add(letter, at) }
        }
        at += length
        continue
      }
      at += 1
    }
  }

  private mutating func add(_ byte: UInt8, _ place: Int) {
    bytes.append(byte)
    places.append(Int32(place))
  }

  private mutating func endWord(_ place: Int) {
    if bytes.last != Self.blank { add(Self.blank, place) }
  }

  /// A character of several bytes and how many they are; `nil` where they are none.
  private static func scalar(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> (Unicode.Scalar?, Int) {
    let lead = text[at]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, at + length <= text.count else { return (nil, 1) }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for place in at + 1..<at + length {
      guard text[place] & 0xC0 == 0x80 else { return (nil, 1) }
      value = value << 6 | UInt32(text[place] & 0x3F)
    }
    return (Unicode.Scalar(value), length)
  }

  /// The bytes of the comment where the words first stand in a row; `nil` where they do not.
  ///
  /// - Parameter needle: the words with a blank before and between, and after the last unless more letters may follow.
  func first(_ needle: [UInt8]) -> Range<Int>? {
    guard needle.count > 1, needle.count <= bytes.count else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      needle.withUnsafeBufferPointer { needle in
        for at in 0...bytes.count - needle.count where bytes[at] == needle[0] && bytes[at + 1] == needle[1] {
          var same = 2
          while same < needle.count, bytes[at + same] == needle[same] { same += 1 }
          guard same == needle.count else { continue }
          var end = at + needle.count - 1
          while bytes[end] != Self.blank { end += 1 }
          return Int(places[at + 1])..<Int(places[end])
        }
        return nil
      }
    }
  }
}

/// Letters without case and accents.
enum LetterFolding {
  enum Folded: Equatable {
    /// No letter or digit: the word ends.
    case end
    /// A mark on a letter, or what nobody sees.
    case nothing
    case letters(String)
  }

  /// Of a character beyond ASCII: Latin letters as their base letters, other letters in lower case.
  static func fold(_ scalar: Unicode.Scalar) -> Folded {
    switch scalar.value {
    case 0xC0...0x17F:
      let letters = latin[Int(scalar.value - 0xC0)]
      return letters == "-" ? .end : .letters(letters)
    // Marks that stand after their letter, soft hyphens, zero widths, curly apostrophes.
    case 0x300...0x36F, 0xAD, 0x200B...0x200D, 0x2018, 0x2019: return .nothing
    default:
      let properties = scalar.properties
      guard properties.isAlphabetic || properties.numericType != nil else { return .end }
      return .letters(properties.lowercaseMapping)
    }
  }

  /// U+00C0 to U+017F; a hyphen is no letter.
  private static let latin: [String] = {
    let first = "a a a a a a ae c e e e e i i i i d n o o o o o - o u u u u y th"
    let extended: [(String, Int)] = [
      ("a", 6), ("c", 8), ("d", 4), ("e", 10), ("g", 8), ("h", 4), ("i", 10), ("ij", 2), ("j", 2), ("k", 3),
      ("l", 10), ("n", 9), ("o", 6), ("oe", 2), ("r", 6), ("s", 8), ("t", 6), ("u", 12), ("w", 2), ("y", 3),
      ("z", 6), ("s", 1),
    ]
    let letters = "\(first) ss \(first) y".split(separator: " ").map(String.init)
    return letters + extended.flatMap { Array(repeating: $0.0, count: $0.1) }
  }()
}
