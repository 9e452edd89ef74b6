import QAModel

/// A table of words with a title and some lines above it: the contents, the notes.
struct PlainTable {
  var title: String
  /// Lines between title and table.
  var intro: [String]
  /// The name of the table in Excel.
  var name: String
  var headers: [String]
  var widths: [Double]

  /// - Parameters:
  ///   - rows: as long as `headers`; with none there is no table, only the lines.
  ///   - links: the sheet that the first cell of each row leads to; empty for no links.
  func write(_ rows: [[String]], links: [String], to sheet: Worksheet, _ formats: CellFormats)
    throws(WorkbookError)
  {
    sheet.hideGridlines()
    for (column, width) in widths.enumerated() { try sheet.setWidth(width, column: column) }
    try sheet.write(title, row: 0, formats[.title])
    try sheet.setHeight(26, row: 0)
    for (line, text) in intro.enumerated() { try sheet.write(text, row: line + 1, formats[.body]) }
    let headerRow = intro.count + 1
    guard !rows.isEmpty else { return try sheet.setPage(landscape: false) }
    try sheet.setPage(landscape: widths.reduce(0, +) > 130, repeatingRow: headerRow)
    let headerFormat = formats[CellFormat(isBold: true, colour: .accent, wraps: true, line: .heavy)]
    try sheet.addTable(
      name, headerRow: headerRow, rows: rows.count, columns: headers.map { ($0, headerFormat) })
    try sheet.setHeight(20, row: headerRow)
    let cellFormat = formats[CellFormat(wraps: true, height: .middle, line: .hair)]
    let linkFormat = formats[
      CellFormat(colour: .accent, isLink: true, wraps: true, height: .middle, line: .hair)]
    for (position, cells) in rows.enumerated() {
      let row = headerRow + 1 + position
      for (column, text) in cells.enumerated() {
        if column == 0, position < links.count {
          try sheet.writeLink(to: links[position], text: text, row: row, linkFormat)
        } else {
          try sheet.write(text, row: row, column: column, cellFormat)
        }
      }
      let lines = zip(cells, widths).map { CellMeasure.lines($0, in: $1) }.max() ?? 1
      try sheet.setHeight(CellMeasure.height(lines: lines), row: row)
    }
  }
}
