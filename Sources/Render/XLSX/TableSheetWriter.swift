import QAModel

/// Fills the sheet of one table: title, the report's sentences, how to read it, the table, and its charts beside it.
struct TableSheetWriter {
  private let plan: WorkbookPlan.TableSheet
  private let notes: [ReportDocument.Note]
  private let workbook: Workbook
  private let sheet: Worksheet
  private let columns: [ColumnLayout]
  private let pictures: [ChartPicture]
  private var formats: CellFormats { workbook.formats }

  init(_ plan: WorkbookPlan.TableSheet, notes: [ReportDocument.Note], workbook: Workbook)
    throws(WorkbookError)
  {
    self.plan = plan
    self.notes = notes
    self.workbook = workbook
    sheet = try workbook.addSheet(plan.name)
    columns = ColumnLayout.columns(of: plan.table)
    pictures = plan.charts.compactMap { ChartPicture($0, of: plan.table) }
  }

  func write() throws(WorkbookError) {
    sheet.hideGridlines()
    if let colour = Self.tabColour(plan.role) { sheet.setTab(colour: colour) }
    for (position, column) in columns.enumerated() { try sheet.setWidth(column.width, column: position) }
    let lines = introduction()
    try sheet.write(DisplayText.clean(plan.table.title), row: 0, formats[.title])
    try sheet.setHeight(26, row: 0)
    for (position, line) in lines.enumerated() {
      let row = position + 1
      if line.isLink {
        try sheet.writeLink(to: WorkbookRenderer.contentsName, text: line.text, row: row, formats[.link])
      } else {
        try sheet.write(line.text, row: row, formats[line.format])
      }
      if line.format == .heading || line.format == .subheading { try sheet.setHeight(20, row: row) }
    }
    let headerRow = lines.count + 1
    let heights = try writeTable(headerRow: headerRow)
    try writeCharts(headerRow: headerRow, heights: heights)
    let width = columns.reduce(0) { $0 + $1.width }
    try sheet.setPage(landscape: !pictures.isEmpty || width > 95, repeatingRow: headerRow)
  }

  private static func tabColour(_ role: Section.Role) -> UInt32? {
    switch role {
    case .alert: 0x801650
    case .summary: 0x12436D
    case .servicePage: 0x28A197
    case .reference: 0xBFBFBF
    case .plain: nil
    }
  }

  // MARK: Above the table

  private struct Line {
    var text: String
    var format: CellFormat
    var isLink = false
  }

  /// The lines between title and table, one a row: none is empty, so that a screen reader does not stop.
  private func introduction() -> [Line] {
    var lines = [Line(text: plan.section, format: .heading)]
    for prose in plan.prose {
      switch prose {
      case .heading(let text, _): lines.append(Line(text: text, format: .subheading))
      case .paragraph(let sentences): lines += sentences.map { Line(text: $0, format: .body) }
      case .item(let sentences):
        lines.append(Line(text: "• " + sentences.joined(separator: " "), format: .body))
      case .caption(let text): lines.append(Line(text: text, format: .body))
      }
    }
    let table = plan.table
    lines.append(Line(text: contentsOfSheet, format: .quiet))
    lines.append(Line(text: "Source: " + DisplayText.clean(table.source), format: .quiet))
    if let total = table.totalRows, total > table.rows.count {
      let shown = Rounding.count(table.rows.count)
      lines.append(Line(text: "The table shows \(shown) of \(Rounding.count(total)) rows.", format: .quiet))
    }
    for note in table.notes where notes.indices.contains(note) {
      lines.append(Line(text: "[note \(note + 1)] " + DisplayText.clean(notes[note].text), format: .quiet))
    }
    for sign in WorkbookPlan.signs(in: table) {
      lines.append(Line(text: "\(sign.rawValue) means \(sign.meaning).", format: .quiet))
    }
    lines.append(Line(text: "Back to contents", format: .link, isLink: true))
    return lines.filter { !$0.text.isEmpty }
  }

  /// What a reader should expect below, wherever the chart is.
  private var contentsOfSheet: String {
    let undrawn = plan.charts.count - pictures.count
    let note = undrawn == 0 ? "" : " Charts without a value that can be shown are left out: \(undrawn)."
    let gaps = pictures.contains(where: \.hasGaps) ? " Where there is no value, nothing is drawn." : ""
    switch pictures.count {
    case 0: return "This sheet holds one table." + note
    case 1: return "This sheet holds one table, and one chart to the right of it." + gaps + note
    default:
      return "This sheet holds one table, and \(pictures.count) charts to the right of it." + gaps + note
    }
  }

  // MARK: The table

  /// Writes header and rows, and gives the height of each in points, the header's first.
  private func writeTable(headerRow: Int) throws(WorkbookError) -> [Double] {
    let rows = plan.table.rows
    let headers = columns.map { column in
      let look = CellFormat(
        isBold: true, colour: .accent, wraps: true, isRight: column.isRight, line: .heavy)
      return (header: column.header, format: formats[look])
    }
    if rows.isEmpty {
      // Excel has no table without rows.
      for (position, header) in headers.enumerated() {
        try sheet.write(header.header, row: headerRow, column: position, header.format)
      }
    } else {
      try sheet.addTable(plan.tableName, headerRow: headerRow, rows: rows.count, columns: headers)
    }
    var heights = [TextMeasure.height(lines: columns.map(\.headerLines).max() ?? 1)]
    try sheet.setHeight(heights[0], row: headerRow)
    for (position, cells) in rows.enumerated() {
      let row = headerRow + 1 + position
      var lines = 1
      for (column, cell) in zip(columns.indices, cells) {
        lines = max(lines, try write(cell, row: row, column: column))
      }
      let height = TextMeasure.height(lines: lines)
      try sheet.setHeight(height, row: row)
      heights.append(height)
    }
    return heights
  }

  /// Writes a cell as what it is, and gives the lines its text takes.
  private func write(_ cell: Cell, row: Int, column: Int) throws(WorkbookError) -> Int {
    let layout = columns[column]
    var look = CellFormat(isRight: layout.isRight, line: .hair)
    switch cell.tone {
    case .good: (look.isBold, look.colour) = (true, .good)
    case .bad: (look.isBold, look.colour) = (true, .bad)
    case .middling: look.isBold = true
    case .unknown: look.colour = .quiet
    case nil: break
    }
    if let (number, format) = cell.value.excelNumber {
      look.numberFormat = format
      try sheet.write(number, row: row, column: column, formats[look])
      return 1
    }
    let text = cell.value.displayed
    look.wraps = true
    try sheet.write(text, row: row, column: column, formats[look])
    return TextMeasure.lines(text, in: layout.width - 1, bold: look.isBold)
  }

  // MARK: The charts

  /// Stacks the charts to the right of the table, beginning beside its header.
  private func writeCharts(headerRow: Int, heights: [Double]) throws(WorkbookError) {
    guard !pictures.isEmpty else { return }
    try sheet.setWidth(3, column: columns.count)
    var row = headerRow
    for picture in pictures {
      try picture.draw(
        on: sheet, headerRow: headerRow, headers: columns.map(\.header), atRow: row,
        column: columns.count + 1,
        workbook: workbook)
      // 4 pixels are 3 points; a spare row between two charts.
      var left = Double(picture.height) * 0.75
      while left > 0 {
        let position = row - headerRow
        left -= position < heights.count ? heights[position] : TextMeasure.lineHeight
        row += 1
      }
      row += 1
    }
  }
}
