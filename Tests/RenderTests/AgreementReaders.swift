import Foundation
import FoundationXML

/// A table as some reader finds it in an output: the words that are shown.
struct ReadTable: Equatable {
  var title: String
  var head: [String]
  var rows: [[String]]
}

/// XML, and HTML where it is well formed, as a tree.
final class XMLNode {
  let name: String
  let attributes: [String: String]
  var children: [XMLNode] = []
  /// The text of a text node, which has no name.
  var text = ""

  init(name: String, attributes: [String: String] = [:]) {
    self.name = name
    self.attributes = attributes
  }

  /// What is shown or read out: without what is hidden from those who listen.
  var shownText: String {
    if attributes["aria-hidden"] == "true" || name == "title" || name == "desc" { return "" }
    return name.isEmpty ? text : children.map(\.shownText).joined()
  }

  func all(_ name: String) -> [XMLNode] {
    children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
  }

  /// `nil` where the text is not well formed.
  static func parse(_ source: String) -> XMLNode? {
    let builder = Builder()
    let parser = XMLParser(data: Data(source.utf8))
    parser.delegate = builder
    return parser.parse() ? builder.root.children.first : nil
  }

  private final class Builder: NSObject, XMLParserDelegate {
    let root = XMLNode(name: "")
    private lazy var open = [root]

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String] = [:]
    ) {
      let node = XMLNode(name: name, attributes: attributes)
      open.last?.children.append(node)
      open.append(node)
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
      open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      let node = XMLNode(name: "")
      node.text = text
      open.last?.children.append(node)
    }
  }
}

/// Reads the tables of a page with an XML parser: the tables are well formed, whatever the rest is.
func tables(ofPage page: String) -> [ReadTable?] {
  page.components(separatedBy: "<table").dropFirst().map { piece in
    let table = "<table" + piece.components(separatedBy: "</table>")[0] + "</table>"
    guard let node = XMLNode.parse(table) else { return nil }
    let rows = node.all("tr").map { row in
      row.children.filter { ["th", "td"].contains($0.name) }.map(\.shownText)
    }
    return ReadTable(
      title: node.all("caption").first?.shownText ?? "", head: rows.first ?? [], rows: Array(rows.dropFirst())
    )
  }
}

/// Reads the pipe tables of a Markdown text, each with the bold line above it.
func tables(ofMarkdown text: String) -> [ReadTable] {
  var tables: [ReadTable] = []
  var title = ""
  var lines = ArraySlice(text.components(separatedBy: "\n"))
  while let line = lines.popFirst() {
    if line.hasPrefix("**"), line.hasSuffix("**") { title = unescaped(String(line.dropFirst(2).dropLast(2))) }
    guard line.hasPrefix("| ") else { continue }
    var table = ReadTable(title: title, head: cells(ofLine: line), rows: [])
    lines = lines.dropFirst()
    while let row = lines.first, row.hasPrefix("| ") {
      table.rows.append(cells(ofLine: row))
      lines = lines.dropFirst()
    }
    tables.append(table)
  }
  return tables
}

private func cells(ofLine line: String) -> [String] {
  var cells: [String] = []
  var cell = ""
  var isEscaped = false
  for character in line.dropFirst() {
    if character == "|", !isEscaped {
      cells.append(unescaped(cell.trimmingCharacters(in: .whitespaces)))
      cell = ""
    } else {
      cell.append(character)
    }
    isEscaped = character == "\\" && !isEscaped
  }
  return cells
}

/// The text that Markdown shows for a piece with escapes, one entity and spans of code.
private func unescaped(_ markdown: String) -> String {
  var text = ""
  var isCode = false
  var isEscaped = false
  for character in markdown.replacingOccurrences(of: "&lt;", with: "\u{1}") {
    if isEscaped || (character != "\\" && character != "`") {
      text.append(character == "\u{1}" ? "<" : character)
      isEscaped = false
    } else if character == "`" {
      isCode.toggle()
    } else {
      isEscaped = !isCode
    }
  }
  return text.replacingOccurrences(of: "\\\u{1}", with: "&lt;")
}
