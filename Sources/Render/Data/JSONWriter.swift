/// Writes JSON (RFC 8259) in the order it is told, two spaces a level, so that the same values are the same bytes.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  /// Whether something stands already in each open object or list.
  private var isFilled: [Bool] = []
  /// Whether the innermost one is written on a single line.
  private var isCompact = false

  mutating func beginObject(_ key: String? = nil, onOneLine: Bool = false) {
    begin(key, UInt8(ascii: "{"))
    isCompact = onOneLine
  }

  mutating func endObject() { end(UInt8(ascii: "}")) }

  mutating func beginList(_ key: String? = nil) { begin(key, UInt8(ascii: "[")) }

  mutating func endList() { end(UInt8(ascii: "]")) }

  mutating func add(_ key: String, _ text: String) {
    start(key)
    append(quoting: text)
  }

  mutating func add(_ key: String, _ number: Int) {
    start(key)
    bytes.append(contentsOf: String(number).utf8)
  }

  /// Digits that are a JSON number already.
  mutating func add(_ key: String, digits: String) {
    start(key)
    bytes.append(contentsOf: digits.utf8)
  }

  mutating func addNull(_ key: String) {
    start(key)
    bytes.append(contentsOf: "null".utf8)
  }

  /// Ends the file with a line feed.
  mutating func finish() { bytes.append(UInt8(ascii: "\n")) }

  private mutating func begin(_ key: String?, _ bracket: UInt8) {
    start(key)
    bytes.append(bracket)
    isFilled.append(false)
  }

  private mutating func end(_ bracket: UInt8) {
    let wasFilled = isFilled.removeLast()
    if wasFilled, !isCompact { newLine() }
    isCompact = false
    bytes.append(bracket)
  }

  /// What stands before a value: a comma after the one before, a line of its own, its key.
  private mutating func start(_ key: String?) {
    if let filled = isFilled.last {
      if filled { bytes.append(UInt8(ascii: ",")) }
      isFilled[isFilled.count - 1] = true
      if !isCompact {
        newLine()
      } else if filled {
        bytes.append(UInt8(ascii: " "))
      }
    }
    guard let key else { return }
    append(quoting: key)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(UInt8(ascii: " "))
  }

  private mutating func newLine() {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * isFilled.count))
  }

  private mutating func append(quoting text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0..<0x20:
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(byte < 0x10 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
        bytes.append(contentsOf: String(byte & 0xF, radix: 16).utf8)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
