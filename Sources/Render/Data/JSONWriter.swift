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
    bytes.append(quoting: text)
  }

  mutating func add(_ key: String, _ number: Int) {
    start(key)
    bytes.append(contentsOf: String(number).utf8)
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

  private mutating func start(_ key: String?) {
    separate()
    guard let key else { return }
    bytes.append(quoting: key)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(UInt8(ascii: " "))
  }

  /// What stands between values: a comma, and a line of its own or a space.
  private mutating func separate() {
    guard let filled = isFilled.last else { return }
    if filled { bytes.append(UInt8(ascii: ",")) }
    isFilled[isFilled.count - 1] = true
    if !isCompact {
      newLine()
    } else if filled {
      bytes.append(UInt8(ascii: " "))
    }
  }

  private mutating func newLine() {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * isFilled.count))
  }
}

extension [UInt8] {
  /// Appends the text as a JSON string.
  mutating func append(quoting text: String) {
    let quote = UInt8(ascii: "\"")
    let escape = UInt8(ascii: "\\")
    append(quote)
    defer { append(quote) }
    if !text.utf8.contains(where: { $0 < 0x20 || $0 == quote || $0 == escape }) {
      append(contentsOf: text.utf8)
      return
    }
    for byte in text.utf8 {
      switch byte {
      case quote, escape:
        append(escape)
        append(byte)
      case 0..<0x20:
        append(contentsOf: "\\u00".utf8)
        append(byte < 0x10 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
        append(contentsOf: String(byte & 0xF, radix: 16).utf8)
      default: append(byte)
      }
    }
  }
}
