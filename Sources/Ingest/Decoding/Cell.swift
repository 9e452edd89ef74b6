/// The spaces around and within what was typed into a cell.
enum Cell {
  /// Whether nothing is to be seen: empty, or spaces of any kind.
  static func isBlank(_ cell: String) -> Bool { cell.unicodeScalars.allSatisfy(isSpace) }

  static func isBlank(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.allSatisfy { $0 <= 0x20 } || isBlank(String(decoding: bytes, as: UTF8.self))
  }

  /// The cell without spaces around it, non-breaking ones and byte-order marks included, and with one space
  /// where there were several.
  static func trimmed(_ cell: String) -> String {
    if isPlain(cell) { return cell }
    var text = ""
    text.reserveCapacity(cell.utf8.count)
    var pendingSpace = false
    for scalar in cell.unicodeScalars {
      if isSpace(scalar) {
        pendingSpace = pendingSpace || !isZeroWidth(scalar)
      } else {
        if pendingSpace, !text.isEmpty { text.append(" ") }
        pendingSpace = false
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// Whether trimming would change nothing; nearly every cell.
  private static func isPlain(_ cell: String) -> Bool {
    var previousIsSpace = true
    for byte in cell.utf8 {
      if byte < 0x20 || byte >= 0x7F { return false }
      if byte == 0x20 {
        if previousIsSpace { return false }
        previousIsSpace = true
      } else {
        previousIsSpace = false
      }
    }
    return !previousIsSpace || cell.isEmpty
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x20, 0x7F, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: isZeroWidth(scalar)
    }
  }

  private static func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: true
    default: false
    }
  }
}
