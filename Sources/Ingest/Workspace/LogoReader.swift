import QAModel

/// Looks through the file of a logo before a report carries it.
///
/// A PNG is taken apart and only the parts that make the picture are kept: no text, no place, no date. An SVG is a
/// document that can hold programs and load things; one that does anything but draw is refused, not mended.
enum LogoReader {
  struct Refusal: Error {
    /// After the file's name: `is larger than 100 KB`.
    var reason: String
    var suggestion: String
  }

  /// A page carries it within itself.
  static let mostBytes = 100 << 10

  static func read(_ bytes: [UInt8]) throws(Refusal) -> Logo {
    guard bytes.count <= mostBytes else {
      throw Refusal(
        reason: "is larger than 100 KB", suggestion: "Save it smaller: 600 pixels wide is enough for print.")
    }
    if bytes.starts(with: pngSignature) { return try png(bytes) }
    guard let text = String(validating: bytes, as: UTF8.self), text.contains("<svg") else {
      throw Refusal(reason: "is neither a PNG nor an SVG file", suggestion: "Save it as PNG.")
    }
    return try svg(text, bytes)
  }

  // MARK: PNG

  private static let pngSignature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  /// The parts that make the picture (PNG, third edition, 11.2 and 11.3): all others are left out.
  private static let pngParts: Set<String> = ["IHDR", "PLTE", "tRNS", "sRGB", "gAMA", "IDAT", "IEND"]

  private static func png(_ bytes: [UInt8]) throws(Refusal) -> Logo {
    let broken = Refusal(reason: "is a broken PNG file", suggestion: "Save it anew.")
    var kept = pngSignature
    var names: [String] = []
    var position = pngSignature.count
    while names.last != "IEND" {
      guard position + 12 <= bytes.count else { throw broken }
      let length = number(bytes, at: position)
      guard length <= bytes.count - position - 12 else { throw broken }
      let name = String(decoding: bytes[(position + 4)..<(position + 8)], as: UTF8.self)
      let end = position + 12 + length
      if pngParts.contains(name) {
        kept += bytes[position..<end]
        names.append(name)
      }
      position = end
    }
    guard names.first == "IHDR", number(bytes, at: 8) == 13, names.contains("IDAT") else { throw broken }
    let (width, height) = (number(bytes, at: 16), number(bytes, at: 20))
    guard (1...4000).contains(width), (1...4000).contains(height) else {
      throw Refusal(
        reason: "is \(width) by \(height) pixels", suggestion: "Save it no larger than 4,000 pixels each way."
      )
    }
    return Logo(kind: .png, bytes: kept, width: Double(width), height: Double(height))
  }

  private static func number(_ bytes: [UInt8], at position: Int) -> Int {
    bytes[position..<(position + 4)].reduce(0) { $0 << 8 | Int($1) }
  }

  // MARK: SVG

  /// What a drawing has no need of. Looked for in lower case and without spaces.
  private static let refused = [
    "<!doctype", "<!entity", "<script", "<foreignobject", "<iframe", "<object", "<embed", "<image",
    "<feimage",
    "<a>", "<style", "<set", "<animate", "<handler", "javascript:", "data:", "@import", "&#",
  ]

  private static func svg(_ text: String, _ bytes: [UInt8]) throws(Refusal) -> Logo {
    let draw = "Save it as a plain SVG drawing, or as PNG."
    let lower = text.lowercased()
    let squeezed = lower.filter { !$0.isWhitespace }
    if let found = refused.first(where: squeezed.contains) {
      throw Refusal(reason: "holds \(found.quoted), and a logo may only draw", suggestion: draw)
    }
    for attribute in attributes(of: lower) {
      let isOutside =
        (attribute.name.hasSuffix("href") && !attribute.value.hasPrefix("#"))
        || attribute.value.contains("url(")
          && !attribute.value.filter { !"'\" ".contains($0) }.contains("url(#")
      if attribute.name.hasPrefix("on") || isOutside
        || attribute.name == "style" && attribute.value.contains("\\")
      {
        throw Refusal(
          reason: "has the attribute \(attribute.name.quoted) that runs or loads something", suggestion: draw)
      }
    }
    guard let (width, height) = size(lower) else {
      throw Refusal(
        reason: "does not say how large it is", suggestion: "Give the drawing a viewBox, or width and height."
      )
    }
    return Logo(kind: .svg, bytes: bytes, width: width, height: height)
  }

  /// Every `name="value"` of the text, wherever it stands.
  private static func attributes(of text: String) -> [(name: String, value: String)] {
    var found: [(name: String, value: String)] = []
    var rest = text[...]
    while let equals = rest.firstIndex(of: "=") {
      let before = rest[..<equals].reversed().drop { $0.isWhitespace }
      let name = String(before.prefix { $0.isLetter || $0.isNumber || $0 == ":" || $0 == "-" }.reversed())
      let after = rest[rest.index(after: equals)...].drop { $0.isWhitespace }
      guard let quote = after.first, quote == "\"" || quote == "'" else {
        found.append((name, String(after.prefix { !$0.isWhitespace && $0 != ">" })))
        rest = after
        continue
      }
      let value = after.dropFirst().prefix { $0 != quote }
      found.append((name, String(value).trimmed))
      rest = after[value.endIndex...].dropFirst()
    }
    return found
  }

  private static func size(_ text: String) -> (Double, Double)? {
    guard let start = text.firstRange(of: "<svg"), let end = text[start.upperBound...].firstIndex(of: ">")
    else {
      return nil
    }
    let values = Dictionary(
      attributes(of: String(text[start.upperBound..<end])).map { ($0.name, $0.value) },
      uniquingKeysWith: { first, _ in first })
    if let box = values["viewbox"] {
      let numbers = box.split { $0 == " " || $0 == "," }.compactMap { Double($0) }
      if numbers.count == 4, numbers[2] > 0, numbers[3] > 0, numbers[2] < 1e5, numbers[3] < 1e5 {
        return (numbers[2], numbers[3])
      }
    }
    let sides = ["width", "height"].map {
      Double(values[$0, default: ""].prefix { $0.isNumber || $0 == "." })
    }
    guard let width = sides[0], let height = sides[1], width > 0, height > 0 else { return nil }
    return (width, height)
  }
}
