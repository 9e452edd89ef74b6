/// Follows bytes through the well-formed sequences of UTF-8 (The Unicode Standard, table 3-7), one byte at a time.
struct UTF8Scanner {
  private var remaining = 0
  private var lower: UInt8 = 0x80
  private var upper: UInt8 = 0xBF

  enum Step: Equatable {
    case ascii
    /// In the middle of a character.
    case pending
    /// A character of more than one byte has ended.
    case character
    /// So many bytes or broken beginnings that are no character.
    case errors(Int)
  }

  var isBetweenCharacters: Bool { remaining == 0 }

  mutating func take(_ byte: UInt8) -> Step {
    if remaining > 0 {
      if (lower...upper).contains(byte) {
        remaining -= 1
        (lower, upper) = (0x80, 0xBF)
        return remaining == 0 ? .character : .pending
      }
      remaining = 0
      (lower, upper) = (0x80, 0xBF)
      // The beginning that was broken off is one error; this byte may begin something of its own.
      if case .errors(let more) = take(byte) { return .errors(1 + more) }
      return .errors(1)
    }
    switch byte {
    case 0..<0x80: return .ascii
    case 0xC2...0xDF: remaining = 1
    case 0xE0: (remaining, lower) = (2, 0xA0)
    case 0xED: (remaining, upper) = (2, 0x9F)
    case 0xE1...0xEF: remaining = 2
    case 0xF0: (remaining, lower) = (3, 0x90)
    case 0xF1...0xF3: remaining = 3
    case 0xF4: (remaining, upper) = (3, 0x8F)
    default: return .errors(1)
    }
    return .pending
  }

  /// Whether the bytes are UTF-8 from end to end.
  static func isValid(_ bytes: some Sequence<UInt8>) -> Bool {
    var scanner = UTF8Scanner()
    for byte in bytes {
      if case .errors = scanner.take(byte) { return false }
    }
    return scanner.isBetweenCharacters
  }
}
