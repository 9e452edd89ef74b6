import QAModel

/// Fills the sheet of one table: title, the report's sentences, how to read it, the table, and its charts beside it.
struct TableSheetWriter {
  private let plan: WorkbookPlan.TableSheet
  private let notes: [ReportDocument.Note]
  private let workbook: Workbook
  private let sheet: Worksheet
  private let columns: [ColumnLayout]
  private var formats: CellFormats { workbook.formats }

  init(_ plan: WorkbookPlan.TableSheet, notes: [ReportDocument.Note], workbook: Workbook)
    throws(WorkbookError)
  {
    self.plan = plan
    self.notes = notes
    self.workbook = workbook
    sheet = try workbook.addSheet(plan.name)
    columns = ColumnLayout.columns(of: plan.table)
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
      if let height = line.height { try sheet.setHeight(height, row: row) }
    }
    let headerRow = lines.count + 1
    let heights = try writeTable(headerRow: headerRow)
    try writeCharts(headerRow: headerRow, heights: heights)
    for name in plan.figureNames {
      try workbook.define(name.name, as: sheet.reference(row: headerRow + 1 + name.row, column: name.column))
    }
    let width = columns.reduce(0) { $0 + $1.width }
    try sheet.setPage(landscape: !plan.pictures.isEmpty || width > 95, repeatingRow: headerRow)
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
    /// In points, where it stands off from the line above.
    var height: Double?
  }

  /// The lines between title and table, one a row: none is empty, so that a screen reader does not stop.
  private func introduction() -> [Line] {
    var lines = [Line(text: plan.section, format: .heading, height: 20)]
    for prose in plan.prose {
      switch prose {
      case .heading(let text, _): lines.append(Line(text: text, format: .subheading, height: 21))
      case .paragraph(let sentences): lines += sentences.map { Line(text: $0, format: .body) }
      case .item(let sentences):
        lines.append(Line(text: "• " + sentences.joined(separator: " "), format: .body))
      case .caption(let text): lines.append(Line(text: text, format: .body))
      }
    }
    let table = plan.table
    lines.append(Line(text: contentsOfSheet, format: .quiet, height: 24))
    lines.append(Line(text: "Source: " + DisplayText.clean(table.source), format: .quiet))
    if let total = table.totalRows, total > table.rows.count {
      let shown = Rounding.count(table.rows.count)
      lines.append(Line(text: "The table shows \(shown) of \(Rounding.count(total)) rows.", format: .quiet))
    }
    for note in table.notes where notes.indices.contains(note) {
      lines.append(Line(text: "[note \(note + 1)] " + DisplayText.clean(notes[note].text), format: .quiet))
    }
    for definition in table.definitions {
      lines.append(Line(text: DisplayText.clean(definition), format: .quiet))
    }
    for sign in WorkbookPlan.signs(in: table) {
      lines.append(Line(text: "\(sign.rawValue) means \(sign.meaning).", format: .quiet))
    }
    lines.append(Line(text: "Back to contents", format: .link, isLink: true))
    return lines.filter { !$0.text.isEmpty }
  }

  /// What a reader should expect below, wherever the chart is.
  private var contentsOfSheet: String {
    let column = WorkbookNames.column(columns.count + 1)
    let tableAndCharts =
      switch plan.pictures.count {
      case 0: "This sheet holds one table."
      case 1: "This sheet holds one table, and one chart to the right of it, from column \(column)."
      default:
        "This sheet holds one table, and \(plan.pictures.count) charts to the right of it, from column \(column)."
      }
    let hasGaps = plan.pictures.contains { $0.picture.hasGaps }
    return tableAndCharts + (hasGaps ? " Where there is no value, nothing is drawn." : "")
      + (plan.undrawn == 0 ? "" : " Charts left out for want of a value to show: \(plan.undrawn).")
  }

  // MARK: The table

  /// Writes header and rows, and gives the height of each in points, the header's first.
  private func writeTable(headerRow: Int) throws(WorkbookError) -> [Double] {
    let rows = plan.table.rows
    let headers = columns.map { column in
      let look = CellFormat(
        isBold: true, colour: .accent, wraps: true, side: column.side, height: .bottom, line: .heavy)
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
    var heights = [CellMeasure.height(lines: columns.map(\.headerLines).max() ?? 1)]
    try sheet.setHeight(heights[0], row: headerRow)
    for (position, cells) in rows.enumerated() {
      let row = headerRow + 1 + position
      let lines = zip(columns, cells).map { $0.lines(of: $1) }.max() ?? 1
      for (column, cell) in cells.enumerated() {
        try write(cell, row: row, column: column, isLow: lines <= 2)
      }
      heights.append(CellMeasure.height(lines: lines))
      try sheet.setHeight(CellMeasure.height(lines: lines), row: row)
    }
    return heights
  }

  /// Writes a cell as what it is; in the middle of a row that is one or two lines high, else at its top.
  private func write(_ cell: Cell, row: Int, column: Int, isLow: Bool) throws(WorkbookError) {
    var look = CellFormat(line: .hair)
    look.side = columns[column].side
    look.height = isLow ? .middle : .top
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
    } else {
      look.wraps = true
      try sheet.write(cell.value.excelText, row: row, column: column, formats[look])
    }
  }

  // MARK: The charts

  /// Stacks the charts to the right of the table, beginning beside its header.
  private func writeCharts(headerRow: Int, heights: [Double]) throws(WorkbookError) {
    guard !plan.pictures.isEmpty else { return }
    try sheet.setWidth(3, column: columns.count)
    var row = headerRow
    for (picture, copy) in plan.pictures.map({ ($0.picture, $0.copy) }) {
      let source = copy ?? picture.source(onSheet: sheet.name, headerRow: headerRow)
      let drawing = try NativeChart(picture, from: source, workbook: workbook)
      try drawing.place(on: sheet, row: row, column: columns.count + 1)
      // 4 pixels are 3 points; a spare row between two charts.
      var left = Double(picture.height) * 0.75
      while left > 0 {
        let position = row - headerRow
        left -= position < heights.count ? heights[position] : CellMeasure.lineHeight
        row += 1
      }
      row += 1
    }
  }
}
