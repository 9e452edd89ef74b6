import QAModel

/// The sheet with the values of charts that cannot be drawn from their tables, a block a chart.
struct ChartValuesSheet {
  static let sheetName = "Information for charts"

  private struct Block {
    var picture: ChartPicture
    var table: Table
    /// The row of its title; its header follows.
    var row: Int
  }

  private var blocks: [Block] = []

  var isEmpty: Bool { blocks.isEmpty }

  /// Finds room for a picture's values, and says where they will be.
  mutating func place(_ picture: ChartPicture, of table: Table) -> ChartPicture.Source {
    let row = blocks.last.map { $0.row + $0.picture.rows.count + 3 } ?? 2
    blocks.append(Block(picture: picture, table: table, row: row))
    return ChartPicture.Source(
      sheet: Self.sheetName, headerRow: row + 1, firstRow: row + 2, lastRow: row + 1 + picture.rows.count,
      categories: 0, columns: Array(1...picture.columns.count))
  }

  func write(in workbook: Workbook) throws(WorkbookError) {
    guard !isEmpty else { return }
    let sheet = try workbook.addSheet(Self.sheetName)
    let formats = workbook.formats
    let series = blocks.map(\.picture.columns.count).max() ?? 0
    sheet.hideGridlines()
    try sheet.setPage(landscape: true)
    try sheet.setWidth(44, column: 0)
    for column in 1...max(1, series) { try sheet.setWidth(18, column: column) }
    try sheet.write(Self.sheetName, row: 0, formats[.title])
    try sheet.setHeight(26, row: 0)
    try sheet.write(
      "Copies of values for charts whose tables have signs in place of values. A cell is blank where there is none.",
      row: 1, formats[.quiet])
    for block in blocks { try write(block, to: sheet, formats) }
  }

  private func write(_ block: Block, to sheet: Worksheet, _ formats: CellFormats) throws(WorkbookError) {
    let (picture, table) = (block.picture, block.table)
    let headers = WorkbookNames.headers(table.columns.map(\.header))
    try sheet.write(DisplayText.clean(picture.chart.title), row: block.row, formats[.subheading])
    for (column, position) in ([0] + picture.columns).enumerated() {
      var look = CellFormat.label
      look.side = column > 0 ? .right : .left
      try sheet.write(headers[position], row: block.row + 1, column: column, formats[look])
    }
    for (index, position) in picture.rows.enumerated() {
      let row = block.row + 2 + index
      let cells = table.rows[position]
      try sheet.write(category(cells, drawn: picture.columns), row: row, formats[.body])
      for (index, column) in picture.columns.enumerated() {
        guard let (number, format) = cells[column].value.excelNumber else { continue }
        var look = CellFormat(side: .right)
        look.numberFormat = format
        try sheet.write(number, row: row, column: index + 1, formats[look])
      }
    }
  }

  /// The row's name, and where nothing of it is drawn the sign that says why.
  private func category(_ cells: [Cell], drawn columns: [Int]) -> String {
    let name = cells[0].value.displayed
    guard columns.allSatisfy({ cells[$0].value.excelNumber == nil }) else { return name }
    return columns.first.map { name + " " + cells[$0].value.displayed } ?? name
  }
}
