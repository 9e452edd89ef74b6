public import QAModel

/// Text as readers see it, the same in the workbook, the page and the Markdown.
///
/// Names and words come from exports, so anything may be in them. What cannot be seen, or turns the reading order
/// round, is taken out before any renderer escapes the rest in its own way.
public enum DisplayText {
  /// One line of visible text.
  ///
  /// - Control characters, marks that set the reading direction, zero-width spaces, byte-order marks, soft hyphens,
  ///   invisible tags and code points that are no characters are dropped; U+FFFD becomes `?`.
  /// - Tabs and line ends of every kind are spaces; runs of spaces are one; there is none at either end.
  /// - A single no-break space stays, as do the joiners that Persian, Indic scripts and emoji are written with.
  public static func clean(_ text: String) -> String {
    if isPlain(text) { return text }
    var clean = ""
    clean.unicodeScalars.reserveCapacity(text.unicodeScalars.count)
    var space: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if isWhitespace(scalar) {
        let isBreak = scalar != "\u{A0}" && scalar != "\u{202F}"
        space = space != nil || isBreak ? " " : scalar
      } else if let visible = visible(scalar) {
        if let space, !clean.isEmpty { clean.unicodeScalars.append(space) }
        space = nil
        clean.unicodeScalars.append(visible)
      }
    }
    return clean
  }

  private static func isWhitespace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? scalar == " " || (0x09...0x0D).contains(scalar.value) : scalar.properties.isWhitespace
  }

  /// Whether every byte is printable ASCII and no space wants taking out: nearly every text, told without decoding.
  private static func isPlain(_ text: String) -> Bool {
    var previous: UInt8 = 0x20
    for byte in text.utf8 {
      guard (0x20...0x7E).contains(byte), byte != 0x20 || previous != 0x20 else { return false }
      previous = byte
    }
    return text.isEmpty || previous != 0x20
  }

  private static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F: nil
    case 0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: nil
    case 0xFFF9...0xFFFC, 0xFDD0...0xFDEF, 0xE0000...0xE007F: nil
    case 0xFFFD: "?"
    case let value where value & 0xFFFE == 0xFFFE: nil
    default: scalar
    }
  }
}

extension Value {
  /// What every renderer shows: `shown`, cleaned. A text with nothing visible in it is not available.
  public var displayed: String {
    guard case .text(let text) = self else { return shown }
    let clean = DisplayText.clean(text)
    return clean.isEmpty ? Shorthand.notAvailable.rawValue : clean
  }

  /// The sign that stands in for the value, also where a share of nothing or a text turns out to be one.
  public var displayedShorthand: Shorthand? {
    switch self {
    case .share(_, let whole): whole == 0 ? .notApplicable : nil
    case .text: Shorthand(rawValue: displayed)
    default: shorthand
    }
  }
}
