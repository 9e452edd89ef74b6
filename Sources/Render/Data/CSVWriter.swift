/// Writes rows of comma-separated values (RFC 4180): UTF-8 without a byte-order mark, lines ending in a line feed,
/// which every reader takes and line tools need.
///
/// Programs that open such a file as a spreadsheet may take text that begins with `=`, `+`, `-`, `@`, a tab or a
/// carriage return for a formula. Text from exports that does, and is no plain number, gets an apostrophe before it.
public struct CSVWriter {
  public private(set) var bytes: [UInt8] = []
  private var isFirst = true

  public init() {}

  /// A field that is known to hold nothing that needs quotes: numbers, slugs.
  mutating func add(plain text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  /// A field whose words are the program's own.
  public mutating func add(_ text: String) {
    separate()
    append(text)
  }

  /// A field whose words may come from an export.
  public mutating func addData(_ text: String) {
    separate()
    append(Self.couldBeFormula(text) ? "'" + text : text)
  }

  public mutating func add(number: Int) { add(plain: String(number)) }

  mutating func add(number: Double) {
    separate()
    bytes.append(digitsOf: number)
  }

  mutating func addBlank() { separate() }

  public mutating func endRow() {
    bytes.append(UInt8(ascii: "\n"))
    isFirst = true
  }

  public mutating func addHeader(_ columns: [String]) {
    for column in columns { add(column) }
    endRow()
  }

  /// Whether a spreadsheet could take the text for a formula. Signed numbers, and a sign alone, are none.
  static func couldBeFormula(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, bytes.count > 1 else { return false }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "\t"), UInt8(ascii: "\r"): return true
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      return !bytes.dropFirst().allSatisfy { byte in
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ".")
          || byte == UInt8(ascii: ",")
      }
    default: return false
    }
  }

  private mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
  }

  private mutating func append(_ text: String) {
    let quote = UInt8(ascii: "\"")
    let needsQuotes = text.utf8.contains { byte in
      byte == quote || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }
    guard needsQuotes else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(quote)
    for byte in text.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }
}
