import QAModel

extension WorkbookRenderer {
  /// What the report is, and how to find one's way in it.
  func writeCover(_ plan: WorkbookPlan, in workbook: Workbook) throws(WorkbookError) {
    let sheet = try workbook.addSheet(Self.coverName)
    let document = plan.document
    let formats = workbook.formats
    sheet.hideGridlines()
    try sheet.setWidth(26, column: 0)
    try sheet.setWidth(84, column: 1)
    try sheet.setPage(landscape: false)
    var row = 0
    func line(_ text: String, _ format: CellFormat, height: Double) throws(WorkbookError) {
      try sheet.write(text, row: row, formats[format])
      try sheet.setHeight(height, row: row)
      row += 1
    }
    try line(DisplayText.clean(document.title), .coverTitle, height: 36)
    try line(DisplayText.clean(document.organisation), .coverSubtitle, height: 22)
    try line(DisplayText.clean(document.subtitle), .coverSubtitle, height: 22)
    for text in document.branding.cover { try line(DisplayText.clean(text), .body, height: 18) }
    if let marking = document.marking { try line(DisplayText.clean(marking), .marking, height: 24) }
    row += 1
    func entry(_ label: String, _ text: String, link: String? = nil) throws(WorkbookError) {
      let lines = max(
        CellMeasure.lines(label, in: 26, bold: true), CellMeasure.lines(text, in: 84))
      try sheet.setHeight(CellMeasure.height(lines: lines), row: row)
      if let link {
        try sheet.writeLink(to: link, text: label, row: row, formats[.link])
      } else {
        try sheet.write(label, row: row, formats[.label])
      }
      try sheet.write(text, row: row, column: 1, formats[.wrapped])
      row += 1
    }
    for fact in document.facts { try entry(DisplayText.clean(fact.label), fact.value.inWords) }
    row += 1
    try line("How to read this workbook", .heading, height: 24)
    try entry(Self.contentsName, "Every sheet with what it holds, and a link to it.", link: Self.contentsName)
    if !plan.text.isEmpty {
      try entry(Self.textName, "The parts of the report that are words alone.", link: Self.textName)
    }
    if plan.hasNotes {
      try entry(Self.notesName, "What [note 1] and the signs in square brackets mean.", link: Self.notesName)
    }
    try entry(
      "Tables",
      "One on each sheet, under a title, its source and the sentences of the report that go with it. Charts stand to "
        + "the right of the table they are drawn from.")
  }

  /// A table of all sheets, each with a link.
  func writeContents(_ plan: WorkbookPlan, in workbook: Workbook) throws(WorkbookError) {
    var rows: [(name: String, cells: [String])] = []
    if !plan.text.isEmpty {
      rows.append(
        (Self.textName, ["All", "The parts of the report that are words alone", "text", Self.noTable]))
    }
    if plan.hasNotes {
      rows.append(
        (
          Self.notesName,
          [
            "All", "Notes and signs used in the tables", "notes",
            plan.document.notes.isEmpty ? Self.noTable : WorkbookPlan.notesTable,
          ]
        ))
    }
    for sheet in plan.sheets {
      rows.append(
        (
          sheet.name,
          [
            sheet.section, DisplayText.clean(sheet.table.title), sheet.kind,
            sheet.table.rows.isEmpty ? Self.noTable : sheet.tableName,
          ]
        ))
    }
    if !plan.chartValues.isEmpty {
      rows.append(
        (ChartValuesSheet.sheetName, ["All", "Values of charts that have gaps", "values", Self.noTable]))
    }
    guard !rows.isEmpty else { return }
    let sheet = try workbook.addSheet(Self.contentsName)
    let intro = [
      "This sheet holds one table: every sheet of the workbook, the part of the report it belongs to, what it holds, "
        + "and a link to it.",
      "A table's name is what formulas and Power Query know it by, as =SUM(NAME[Column]).",
      "A figure that a sentence of the report cites has a name too, if that is no longer than 120 letters: the words of "
        + "its name in figures.csv, joined by _.",
    ]
    let layout = PlainTable(
      title: "Contents", intro: intro, name: WorkbookPlan.contentsTable,
      headers: ["Sheet", "Part of the report", "What it holds", "Kind", "Table's name in formulas"],
      widths: [36, 34, 80, 18, 34])
    try layout.write(rows.map { [$0.name] + $0.cells }, links: rows.map(\.name), to: sheet, workbook.formats)
  }

  private static let noTable = "No table"

  /// The notes that tables refer to, and the signs that stand in for values.
  func writeNotes(_ plan: WorkbookPlan, in workbook: Workbook) throws(WorkbookError) {
    guard plan.hasNotes else { return }
    let sheet = try workbook.addSheet(Self.notesName)
    var intro = plan.signs.map { "\($0.rawValue) means \($0.meaning)." }
    let notes = plan.document.notes.enumerated().map { ["note \($0 + 1)", DisplayText.clean($1.text)] }
    if !notes.isEmpty {
      intro.insert("This sheet holds one table: the notes that other sheets refer to.", at: 0)
    }
    let layout = PlainTable(
      title: "Notes", intro: intro, name: WorkbookPlan.notesTable, headers: ["Note number", "Note"],
      widths: [16, 110])
    try layout.write(notes, links: [], to: sheet, workbook.formats)
  }

  /// The parts of the report that have no table.
  func writeText(_ plan: WorkbookPlan, in workbook: Workbook) throws(WorkbookError) {
    guard !plan.text.isEmpty else { return }
    let sheet = try workbook.addSheet(Self.textName)
    let formats = workbook.formats
    let width = 110.0
    sheet.hideGridlines()
    try sheet.setWidth(width, column: 0)
    try sheet.setPage(landscape: false)
    try sheet.write(Self.textName, row: 0, formats[.title])
    try sheet.setHeight(26, row: 0)
    try sheet.write("The parts of the report that are words alone.", row: 1, formats[.quiet])
    for (position, prose) in plan.text.enumerated() {
      let row = position + 2
      switch prose {
      case .heading(let text, let level):
        try sheet.write(text, row: row, formats[level == 1 ? .heading : .subheading])
        try sheet.setHeight(level == 1 ? 30 : 24, row: row)
      case .paragraph(let sentences), .item(let sentences):
        let text = (prose.isItem ? "• " : "") + sentences.joined(separator: " ")
        try sheet.write(text, row: row, formats[.wrapped])
        try sheet.setHeight(CellMeasure.height(lines: CellMeasure.lines(text, in: width)) + 3, row: row)
      case .caption(let text):
        try sheet.write(text, row: row, formats[.wrapped])
      }
    }
  }
}

extension WorkbookPlan.Prose {
  var isItem: Bool { if case .item = self { true } else { false } }
}

extension WorkbookPlan.TableSheet {
  /// `table`, `table and chart`, `table and 2 charts`.
  var kind: String {
    switch pictures.count {
    case 0: "table"
    case 1: "table and chart"
    default: "table and \(pictures.count) charts"
    }
  }
}

extension Value {
  /// As it stands in running text: dates in full.
  var inWords: String { if case .date(let date) = self { date.long } else { displayed } }
}
