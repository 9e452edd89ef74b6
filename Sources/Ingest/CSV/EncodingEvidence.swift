/// What the bytes of a file say about its encoding, gathered in one pass.
///
/// A byte-order mark decides. Without one, NUL bytes in every other place are UTF-16, NUL bytes anywhere else are
/// no text; a file that is not UTF-8 throughout is Windows-1252 unless most of what is not ASCII in it is UTF-8.
struct EncodingEvidence {
  private(set) var head: [UInt8] = []
  private var offset = 0
  private var nulsAtEven = 0
  private var nulsAtOdd = 0
  private var controls = 0
  private var utf8Sequences = 0
  private var utf8Errors = 0
  private var undefinedIn1252 = 0
  private var scanner = UTF8Scanner()

  struct Finding: Equatable {
    var encoding: TextEncoding
    /// The bytes of the byte-order mark.
    var markLength: Int
    /// Whether there are bytes the encoding has no character for.
    var hasUndecodable: Bool
  }

  mutating func take(_ bytes: UnsafeRawBufferPointer) {
    if head.count < 512 { head.append(contentsOf: bytes.prefix(512 - head.count)) }
    var at = 0
    while at < bytes.count {
      if scanner.isBetweenCharacters, at + 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        // Every byte from 0x20 to 0x7F: eight bytes of plain text.
        if word & 0x8080_8080_8080_8080 == 0,
          (word &- 0x2020_2020_2020_2020) & 0x8080_8080_8080_8080 == 0
        {
          at += 8
          continue
        }
      }
      takeSlowly(bytes[at], at: offset + at)
      at += 1
    }
    offset += bytes.count
  }

  @inline(never)
  private mutating func takeSlowly(_ byte: UInt8, at position: Int) {
    if byte == 0 {
      if position.isMultiple(of: 2) { nulsAtEven += 1 } else { nulsAtOdd += 1 }
    } else if byte < 0x08 || (0x0E..<0x20).contains(byte) && byte != 0x1B {
      controls += 1
    }
    switch byte {
    case 0x81, 0x8D, 0x8F, 0x90, 0x9D: undefinedIn1252 += 1
    default: break
    }
    switch scanner.take(byte) {
    case .character: utf8Sequences += 1
    case .errors(let count): utf8Errors += count
    case .pending, .ascii: break
    }
  }

  /// What the whole file is. Called once, after the last bytes.
  func finding() -> Result<Finding, UnreadableText> {
    if offset == 0 { return .failure(UnreadableText(reason: .empty)) }
    if let signature = head.withUnsafeBytes(NotText.signature) {
      return .failure(UnreadableText(reason: signature))
    }
    if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      return check(Finding(encoding: .utf8, markLength: 3, hasUndecodable: allUTF8Errors > 0))
    }
    if head.starts(with: [0xFF, 0xFE]) {
      return .success(Finding(encoding: .utf16LittleEndian, markLength: 2, hasUndecodable: true))
    }
    if head.starts(with: [0xFE, 0xFF]) {
      return .success(Finding(encoding: .utf16BigEndian, markLength: 2, hasUndecodable: true))
    }
    let pairs = offset / 2
    if nulsAtOdd > pairs / 3, nulsAtEven < nulsAtOdd / 8 {
      return .success(Finding(encoding: .utf16LittleEndian, markLength: 0, hasUndecodable: true))
    }
    if nulsAtEven > pairs / 3, nulsAtOdd < nulsAtEven / 8 {
      return .success(Finding(encoding: .utf16BigEndian, markLength: 0, hasUndecodable: true))
    }
    if allUTF8Errors == 0 || utf8Sequences > allUTF8Errors {
      return check(Finding(encoding: .utf8, markLength: 0, hasUndecodable: allUTF8Errors > 0))
    }
    return check(Finding(encoding: .windows1252, markLength: 0, hasUndecodable: undefinedIn1252 > 0))
  }

  private var allUTF8Errors: Int { utf8Errors + (scanner.isBetweenCharacters ? 0 : 1) }

  private func check(_ finding: Finding) -> Result<Finding, UnreadableText> {
    let isBinary = nulsAtEven + nulsAtOdd > 0 || controls * 50 > offset
    return isBinary ? .failure(UnreadableText(reason: .binary)) : .success(finding)
  }
}

/// The file is no text at all.
struct UnreadableText: Error, Equatable {
  var reason: NotText
}
