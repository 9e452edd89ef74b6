import QAModel

/// A table in Markdown: its title in bold, cells padded so that it reads as a table also where nothing renders it,
/// source and notes beneath.
enum MarkdownTable {
  /// Columns wider than this are not padded to their widest cell.
  private static let widestPadding = 48

  static func write(_ table: Table, notes: String, to text: inout String) {
    text += "\(MarkdownText.strong(table.title))\n\n"
    let headers = table.columns.map { MarkdownText.escape($0.header) }
    let rows = table.rows.map { $0.map { shown($0.value) } }
    var widths = headers.map { max(4, length($0)) }
    for row in rows {
      for (column, cell) in row.enumerated() {
        widths[column] = max(widths[column], min(widestPadding, length(cell)))
      }
    }
    let isRight = table.columns.map(\.isNumeric)
    let spaces = String(repeating: " ", count: widths.max() ?? 0)
    write(headers, widths, isRight, spaces, to: &text)
    for (column, width) in widths.enumerated() {
      text += "| " + String(repeating: "-", count: width - (isRight[column] ? 1 : 0))
      text += isRight[column] ? ": " : " "
    }
    text += "|\n"
    for row in rows { write(row, widths, isRight, spaces, to: &text) }
    text += "\n\(foot(of: table, notes: notes))\n\n"
  }

  private static func write(
    _ cells: [String], _ widths: [Int], _ isRight: [Bool], _ spaces: String, to text: inout String
  ) {
    for (column, cell) in cells.enumerated() {
      let padding = spaces.utf8.prefix(max(0, widths[column] - length(cell)))
      text += "| "
      if isRight[column] { text += Substring(padding) }
      text += cell
      if !isRight[column] { text += Substring(padding) }
      text += " "
    }
    text += "|\n"
  }

  /// Letters, near enough: bytes but for those that continue one.
  private static func length(_ text: String) -> Int {
    text.utf8.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  /// What a cell shows. The signs that stand for a value are no links and need no escape.
  static func shown(_ value: Value) -> String {
    value.displayedShorthand?.rawValue ?? MarkdownText.escape(value.displayed)
  }

  private static func foot(of table: Table, notes: String) -> String {
    var foot = ""
    if let total = table.totalRows, total > table.rows.count {
      foot += "\(Rounding.count(table.rows.count)) of \(Rounding.count(total)) rows are shown. "
    }
    foot += "Source: \(MarkdownText.escape(table.source))."
    if !table.notes.isEmpty {
      foot += " See " + table.notes.map { "[note \($0 + 1)](#\(notes))" }.joined(separator: ", ") + "."
    }
    return foot
  }
}
