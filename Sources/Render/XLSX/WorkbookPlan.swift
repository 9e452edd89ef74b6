import QAModel

/// What goes on which sheet, decided before a byte is written.
///
/// Each table has a sheet of its own. The prose of its section stands above it: what precedes it in the section, and
/// after the section's last table what follows too, since nothing may stand below a table. A section without any
/// table goes with the others like it on one sheet of text. So nothing of the report is missing from the workbook.
struct WorkbookPlan {
  /// Sheets a workbook may have before its readers are lost in it.
  static let sheetLimit = 40

  var document: ReportDocument
  var sheets: [TableSheet] = []
  /// The sections that have no table, in order.
  var text: [Prose] = []
  /// The values of charts that cannot be drawn from their tables.
  var chartValues = ChartValuesSheet()
  private var signsInProse: Set<Shorthand> = []
  /// Positions in `sheets`: where a reader finds a figure that a sentence cites.
  private var sheetOfFigure: [FigureID: Int] = [:]

  struct TableSheet {
    var name: String
    var tableName: String
    var table: Table
    /// The title of the part of the report it belongs to.
    var section: String
    var role: Section.Role
    var prose: [Prose] = []
    /// Its charts in reading order, and how many had not one number to draw.
    var pictures: [Picture] = []
    var undrawn = 0
    /// Its cells that have names in formulas.
    var figureNames: [FigureName] = []
  }

  /// A cell by the name of its figure: `audits_completed__2025_26_q3`.
  struct FigureName {
    var name: String
    /// Among the table's rows, from 0.
    var row: Int
    var column: Int
  }

  struct Picture {
    var picture: ChartPicture
    /// Where its copied values are; `nil` where it is drawn from its table.
    var copy: ChartPicture.Source?
  }

  enum Prose: Equatable {
    /// A part of the report, or a part of that.
    case heading(String, level: Int)
    case paragraph([String])
    case item([String])
    /// The sentence under a chart.
    case caption(String)
  }

  /// - Throws: `WorkbookError.tooManySheets`, or `.chartOutsideTable`.
  init(_ document: ReportDocument) throws(WorkbookError) {
    self.document = document
    // `contents` and `notes` are the workbook's own.
    var takenTableNames: Set<String> = [Self.contentsTable, Self.notesTable]
    for section in document.sections {
      for table in section.allTables {
        sheets.append(
          TableSheet(
            name: WorkbookNames.sheet(sheets.count + 1, title: table.title),
            tableName: WorkbookNames.table(table.id, taken: &takenTableNames), table: table,
            section: DisplayText.clean(section.title), role: section.role))
      }
    }
    for (position, sheet) in sheets.enumerated() {
      for row in sheet.table.rows {
        for cell in row {
          if let figure = cell.figure, sheetOfFigure[figure] == nil { sheetOfFigure[figure] = position }
        }
      }
    }
    var next = 0
    for section in document.sections {
      var flow = Flow(sheets: next..<next + section.allTables.count)
      next = flow.sheets.upperBound
      try place(section, level: 1, in: &flow)
    }
    nameFigures(taken: &takenTableNames)
    // Cover and contents are always there.
    let count =
      2 + (text.isEmpty ? 0 : 1) + (hasNotes ? 1 : 0) + sheets.count
      + (chartValues.isEmpty ? 0 : 1)
    guard count <= Self.sheetLimit else {
      throw WorkbookError.tooManySheets(count, limit: Self.sheetLimit)
    }
  }

  static let contentsTable = "contents"
  static let notesTable = "notes"

  /// Whether there is anything for a sheet of notes and signs.
  var hasNotes: Bool { !document.notes.isEmpty || !signs.isEmpty }

  /// The signs that stand in for values anywhere in the report, in their own order.
  var signs: [Shorthand] {
    var found = signsInProse
    for sheet in sheets { found.formUnion(Self.signs(in: sheet.table)) }
    return Shorthand.allCases.filter(found.contains)
  }

  static func signs(in table: Table) -> [Shorthand] {
    var found: Set<Shorthand> = []
    for row in table.rows {
      for cell in row {
        if let sign = cell.value.displayedShorthand { found.insert(sign) }
      }
    }
    return Shorthand.allCases.filter(found.contains)
  }

  /// Gives a name to every figure that a sentence cites, at the first cell that shows its value: of a share the
  /// percentage, not the count beside it.
  private mutating func nameFigures(taken: inout Set<String>) {
    let cited = DocumentIndex(document).citedFigures
    var places: [FigureID: (sheet: Int, row: Int, column: Int, isShare: Bool)] = [:]
    for (position, sheet) in sheets.enumerated() {
      for (row, cells) in sheet.table.rows.enumerated() {
        for (column, cell) in cells.enumerated() {
          guard let figure = cell.figure, cited.contains(figure), cell.value.excelNumber != nil else {
            continue
          }
          let isShare = if case .share = cell.value { true } else { false }
          let known = places[figure]
          if known == nil || isShare && known?.isShare == false {
            places[figure] = (position, row, column, isShare)
          }
        }
      }
    }
    for (figure, place) in places.sorted(by: { $0.key < $1.key })
    where figure.slug.utf8.count <= WorkbookNames.longestCellName {
      sheets[place.sheet].figureNames.append(
        FigureName(
          name: WorkbookNames.table(figure.slug, taken: &taken), row: place.row, column: place.column))
    }
  }

  // MARK: Placing

  /// Where in a section's reading order we are.
  private struct Flow {
    /// The sheets of the section's tables; empty where it has none.
    var sheets: Range<Int>
    /// Tables met so far.
    var met = 0
    /// Headings whose prose has not come yet: a heading with none is not repeated above a table.
    var pending: [Prose] = []

    /// The sheet that prose met now belongs to, `nil` for the sheet of text.
    var sheet: Int? { sheets.isEmpty ? nil : min(sheets.lowerBound + met, sheets.upperBound - 1) }
  }

  private mutating func place(_ section: Section, level: Int, in flow: inout Flow) throws(WorkbookError) {
    let depth = flow.pending.count
    if level > 1 || flow.sheets.isEmpty {
      flow.pending.append(.heading(DisplayText.clean(section.title), level: level))
    }
    for block in section.blocks {
      switch block {
      case .paragraph(let paragraph):
        append(.paragraph(lines(of: paragraph, on: flow.sheet)), to: &flow)
      case .list(let items):
        for item in items { append(.item(lines(of: item, on: flow.sheet)), to: &flow) }
      case .table:
        flow.met += 1
      case .chart(let chart):
        try place(chart)
      }
    }
    for part in section.sections { try place(part, level: level + 1, in: &flow) }
    if flow.pending.count > depth { flow.pending.removeLast(flow.pending.count - depth) }
  }

  /// The sentences as they stand on a sheet, each with the sheets that hold the figures it cites.
  private mutating func lines(of paragraph: Paragraph, on sheet: Int?) -> [String] {
    for case .value(let value) in paragraph.sentences.lazy.flatMap(\.runs) {
      if let sign = value.displayedShorthand { signsInProse.insert(sign) }
    }
    return paragraph.sentences.map { sentence in
      let cited = Set(sentence.cites.compactMap { sheetOfFigure[$0] }).filter { $0 != sheet }
      guard !cited.isEmpty else { return sentence.plainText }
      let numbers = cited.sorted().map { String($0 + 1) }
      let list =
        numbers.count == 1
        ? "sheet " + numbers[0]
        : "sheets " + numbers.dropLast().joined(separator: ", ") + " and " + numbers[numbers.count - 1]
      return sentence.plainText + " (" + list + ")"
    }
  }

  private mutating func append(_ prose: Prose, to flow: inout Flow) {
    if let sheet = flow.sheet {
      sheets[sheet].prose += flow.pending + [prose]
    } else {
      text += flow.pending + [prose]
    }
    flow.pending = []
  }

  private mutating func place(_ chart: Chart) throws(WorkbookError) {
    let outside = WorkbookError.chartOutsideTable(chart: chart.id, table: chart.table)
    guard let sheet = sheets.firstIndex(where: { $0.table.id == chart.table }) else { throw outside }
    let table = sheets[sheet].table
    let columns = chart.series + [chart.lower, chart.upper].compactMap { $0 }
    guard !chart.series.isEmpty, columns.allSatisfy(table.columns.indices.contains), !table.rows.isEmpty,
      chart.rows?.isEmpty != true, chart.rows?.allSatisfy(table.rows.indices.contains) != false
    else { throw outside }
    if let picture = ChartPicture(chart, of: table) {
      let copy = picture.needsCopy ? chartValues.place(picture, of: table) : nil
      sheets[sheet].pictures.append(Picture(picture: picture, copy: copy))
    } else {
      sheets[sheet].undrawn += 1
    }
    sheets[sheet].prose.append(.caption(chart.caption.plainText))
  }
}

extension Sentence {
  /// The sentence as one line of text, its values as they are shown.
  var plainText: String {
    DisplayText.clean(
      runs.map { run in
        switch run {
        case .text(let text), .strong(let text), .emphasis(let text): text
        case .value(let value): value.displayed
        }
      }.joined())
  }
}
