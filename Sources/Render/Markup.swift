import QAModel

/// HTML or SVG as bytes. What the program wrote as a literal is markup; everything put into it is escaped.
///
/// `"<p>\(name)</p>"` is therefore safe whatever the name holds. Tables, where the bytes are, append piece by piece.
struct Markup: ExpressibleByStringInterpolation {
  private(set) var bytes: [UInt8] = []

  init() {}

  init(stringLiteral literal: StaticString) { markup(literal) }

  /// Markup made elsewhere in the program from nothing but its own words.
  init(trusted text: String) { bytes = Array(text.utf8) }

  init(stringInterpolation: Interpolation) { bytes = stringInterpolation.markup.bytes }

  struct Interpolation: StringInterpolationProtocol {
    typealias StringLiteralType = StaticString
    fileprivate var markup = Markup()

    init(literalCapacity: Int, interpolationCount: Int) {
      markup.reserve(literalCapacity + interpolationCount * 24)
    }

    mutating func appendLiteral(_ literal: StaticString) { markup.markup(literal) }
    /// Disfavoured so that literals, in a choice between two for instance, are markup.
    @_disfavoredOverload
    mutating func appendInterpolation(_ text: String) { markup.text(text) }
    mutating func appendInterpolation(_ number: Int) { markup.number(number) }
    mutating func appendInterpolation(_ number: Double) { markup.number(number) }
    mutating func appendInterpolation(_ piece: Markup) { markup += piece }
  }

  var isEmpty: Bool { bytes.isEmpty }

  /// As a string, for the page's frame.
  var string: String { String(decoding: bytes, as: UTF8.self) }

  mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

  static func += (left: inout Markup, right: Markup) { left.bytes.append(contentsOf: right.bytes) }

  /// Appends markup that stands in the program.
  mutating func markup(_ literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Appends text: cleaned, and with nothing left that markup is made of.
  mutating func text(_ text: String) {
    if appendPlain(text) { return }
    for byte in DisplayText.clean(text).utf8 {
      switch byte {
      case UInt8(ascii: "<"): markup("&lt;")
      case UInt8(ascii: ">"): markup("&gt;")
      case UInt8(ascii: "&"): markup("&amp;")
      case UInt8(ascii: "\""): markup("&quot;")
      case UInt8(ascii: "'"): markup("&#39;")
      default: bytes.append(byte)
      }
    }
  }

  /// Appends a whole number, without grouping.
  mutating func number(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }

  /// Appends a coordinate, to a hundredth.
  mutating func number(_ number: Double) {
    let hundredths = Int((number * 100).rounded())
    if hundredths < 0 { bytes.append(UInt8(ascii: "-")) }
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    bytes.append(contentsOf: String(whole).utf8)
    guard rest > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    bytes.append(UInt8(ascii: "0") + UInt8(rest / 10))
    if rest % 10 > 0 { bytes.append(UInt8(ascii: "0") + UInt8(rest % 10)) }
  }

  /// Appends a text that needs neither cleaning nor escaping, as nearly all do, in one go; `false` where it does.
  private mutating func appendPlain(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { source in
      var isPlain = true
      var previous = UInt8(ascii: " ")
      for byte in source {
        let isMarkup =
          byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "&")
          || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
        let isSecondSpace = byte == UInt8(ascii: " ") && previous == byte
        isPlain = isPlain && byte >= 0x20 && byte < 0x7F && !isMarkup && !isSecondSpace
        previous = byte
      }
      guard isPlain, source.isEmpty || previous != UInt8(ascii: " ") else { return false }
      bytes.append(contentsOf: source)
      return true
    } ?? false
  }
}
