/// The cells of a workbook as its parts hold them: enough of SpreadsheetML to read back what was written.
struct SheetReader {
  enum Content: Equatable {
    case text(String)
    case number(Double, format: String)
  }

  let zip: ZipReader
  /// Sheet names in order.
  let names: [String]
  private let strings: [String]
  private let formats: [String]

  init(path: String) throws {
    zip = try ZipReader(path: path)
    names = Self.tags("sheet", in: try zip.text("xl/workbook.xml")).compactMap {
      Self.attribute("name", of: $0.tag)
    }
    strings = Self.tags("si", in: try zip.text("xl/sharedStrings.xml")).map { item in
      Self.tags("t", in: item.inner).map { Self.unescaped($0.inner) }.joined()
    }
    let styles = try zip.text("xl/styles.xml")
    var codes = ["0": "General", "3": "#,##0", "9": "0%"]
    for tag in Self.tags("numFmt", in: styles) {
      if let id = Self.attribute("numFmtId", of: tag.tag),
        let code = Self.attribute("formatCode", of: tag.tag)
      {
        codes[id] = code
      }
    }
    let looks = Self.tags("cellXfs", in: styles).first?.inner ?? ""
    formats = Self.tags("xf", in: looks).map { codes[Self.attribute("numFmtId", of: $0.tag) ?? ""] ?? "?" }
  }

  /// The XML of a sheet, by its place from 1.
  func xml(_ number: Int) throws -> String { try zip.text("xl/worksheets/sheet\(number).xml") }

  /// Cells by reference, as `B7`.
  func cells(_ number: Int) throws -> [String: Content] {
    var cells: [String: Content] = [:]
    for cell in Self.tags("c", in: try xml(number)) {
      guard let reference = Self.attribute("r", of: cell.tag),
        let value = Self.tags("v", in: cell.inner).first
      else { continue }
      if Self.attribute("t", of: cell.tag) == "s", let index = Int(value.inner) {
        cells[reference] = .text(strings[index])
      } else if let number = Double(value.inner) {
        let look = Self.attribute("s", of: cell.tag).flatMap { Int($0) } ?? 0
        cells[reference] = .number(number, format: formats[look])
      }
    }
    return cells
  }

  /// Elements of a name, which do not hold one another: the start tag and what is inside.
  static func tags(_ name: String, in xml: String) -> [(tag: Substring, inner: String)] {
    var found: [(tag: Substring, inner: String)] = []
    var rest = xml[...]
    while let start = rest.firstRange(of: "<" + name) {
      let after = rest[start.upperBound...]
      guard let next = after.first, next == " " || next == ">" || next == "/" else {
        rest = after
        continue
      }
      guard let close = after.firstIndex(of: ">") else { break }
      let tag = after[..<close]
      rest = after[after.index(after: close)...]
      if tag.hasSuffix("/") {
        found.append((tag, ""))
      } else if let end = rest.firstRange(of: "</" + name + ">") {
        found.append((tag, String(rest[..<end.lowerBound])))
        rest = rest[end.upperBound...]
      }
    }
    return found
  }

  static func attribute(_ name: String, of tag: Substring) -> String? {
    guard let start = tag.firstRange(of: " " + name + "=\"") else { return nil }
    return unescaped(String(tag[start.upperBound...].prefix { $0 != "\"" }))
  }

  private static func unescaped(_ text: String) -> String {
    guard text.contains("&") else { return text }
    var plain = text
    for (escape, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
      plain = plain.split(separator: escape, omittingEmptySubsequences: false).joined(separator: character)
    }
    return plain
  }
}
