import QAModel
import Testing

@testable import Render

@Suite("The plan of the workbook")
struct XLSXPlanTests {
  @Test("prose stands with the next table of its section, and after the last with that")
  func proseWithItsTable() throws {
    let section = Section(
      id: "s", title: "Quality",
      blocks: [
        Small.said("Before."), .table(Small.table("a")), Small.said("Between."), .table(Small.table("b")),
      ],
      sections: [
        Section(id: "s1", title: "Silent"), Section(id: "s2", title: "Later", blocks: [Small.said("After.")]),
      ])
    let plan = try WorkbookPlan(Small.document([section]))
    #expect(plan.sheets.map(\.section) == ["Quality", "Quality"])
    #expect(plan.sheets[0].prose == [.paragraph(["Before."])])
    #expect(
      plan.sheets[1].prose == [.paragraph(["Between."]), .heading("Later", level: 2), .paragraph(["After."])])
    #expect(plan.text.isEmpty)
  }

  @Test("sections without a table stand together, with their headings")
  func proseAlone() throws {
    let methods = Section(
      id: "m", title: "Methods", blocks: [.list([Small.paragraph("One."), Small.paragraph("Two.")])],
      sections: [Section(id: "m1", title: "Periods", blocks: [Small.said("April to March.")])])
    let plan = try WorkbookPlan(Small.document([methods, Section(id: "e", title: "Empty")]))
    #expect(
      plan.text == [
        .heading("Methods", level: 1), .item(["One."]), .item(["Two."]), .heading("Periods", level: 2),
        .paragraph(["April to March."]),
      ])
  }

  @Test("a cited figure has a name in formulas, at the cell of its value; no other has")
  func figureNames() throws {
    let cited = FigureID("audits-good-or-better--all--2025-26-q3")
    let long = FigureID(String(repeating: "a", count: 121))
    let table = Table(
      id: "grades", title: "Grades", source: "S",
      columns: [
        Table.Column("Service"), Table.Column("Good", .count), Table.Column("Good (%)", .percentage),
      ],
      rows: [
        [.text("A"), Cell(.count(2), figure: long), Cell(.count(1), figure: FigureID("not-cited"))],
        [.text("B"), Cell(.count(3), figure: cited), Cell(.share(3, of: 4), figure: cited)],
      ])
    var sentence: Sentence = "Three of four."
    sentence.cites = [cited, long]
    let section = Section(
      id: "s", title: "S", blocks: [.paragraph(Paragraph([sentence])), .table(table), .table(table)])
    let plan = try WorkbookPlan(Small.document([section]))
    let names = plan.sheets.map { $0.figureNames.map { "\($0.name) \($0.row) \($0.column)" } }
    #expect(names == [["audits_good_or_better_all_2025_26_q3 1 2"], []])
  }

  @Test("a sentence names the sheets of the figures it cites, unless it stands there")
  func citations() throws {
    let figure = FigureID("audits-completed--all--2025-26-q3")
    let cited = Sentence([.text("12 audits.")], cites: [figure])
    let plan = try WorkbookPlan(
      Small.document([
        Section(id: "s", title: "Summary", blocks: [.paragraph(Paragraph([cited]))]),
        Section(id: "a", title: "A", blocks: [.table(Small.table("a"))]),
        Section(
          id: "b", title: "B",
          blocks: [.paragraph(Paragraph([cited])), .table(Small.table("b", figure: figure))]),
      ]))
    #expect(plan.text.last == .paragraph(["12 audits. (sheet 2)"]))
    #expect(plan.sheets[1].prose == [.paragraph(["12 audits."])])
  }

  @Test("more tables than sheets are refused with their number")
  func sheetLimit() throws {
    func report(tables: Int) -> ReportDocument {
      Small.document(
        (0..<tables).map { Section(id: "s\($0)", title: "S", blocks: [.table(Small.table("t\($0)"))]) })
    }
    #expect(try WorkbookPlan(report(tables: 38)).sheets.count == 38)
    #expect(throws: WorkbookError.tooManySheets(41, limit: 40)) { try WorkbookPlan(report(tables: 39)) }
  }

  @Test(
    "a chart of cells that are not there is refused",
    arguments: [
      Small.chart(table: "missing"), Small.chart(series: [2]), Small.chart(series: []),
      Small.chart(lower: 1, upper: 9),
      Small.chart(rows: [0, 7]),
      Small.chart(rows: []),
    ])
  func chartOutsideTable(chart: Chart) {
    let section = Section(id: "s", title: "S", blocks: [.table(Small.table("a")), .chart(chart)])
    #expect(throws: WorkbookError.chartOutsideTable(chart: "c", table: chart.table)) {
      try WorkbookPlan(Small.document([section]))
    }
  }

  @Test("the signs of tables and of prose are explained")
  func signs() throws {
    let sentence = Sentence([.text("Kappa: "), .value(.insufficient)])
    let plan = try WorkbookPlan(
      Small.document([
        Section(
          id: "s", title: "S",
          blocks: [
            .paragraph(Paragraph([sentence])),
            .table(Small.table("a", values: [.count(1), .share(0, of: 0)])),
          ])
      ]))
    #expect(plan.signs == [.insufficient, .notApplicable])
  }

  // MARK: Pictures

  @Test("a chart is drawn from its table where its rows stand together and hold numbers")
  func drawnFromTheTable() throws {
    let values: [Value] = [.count(5), .count(3), .count(4), .suppressed]
    let picture = try #require(ChartPicture(Small.chart(rows: [1, 2]), of: Small.table("a", values: values)))
    #expect(!picture.needsCopy && !picture.hasGaps)
    let source = picture.source(onSheet: "1 A", headerRow: 6)
    #expect([source.headerRow, source.firstRow, source.lastRow] == [6, 8, 9])
    #expect(source.columns == [1])
  }

  @Test(
    "otherwise from a copy",
    arguments: [
      (Small.chart(), true), (Small.chart(rows: [2, 1, 0]), false), (Small.chart(rows: [0, 2]), false),
      (Small.chart(rows: [2, 3]), true),
    ])
  func drawnFromACopy(chart: Chart, hasGaps: Bool) throws {
    let values: [Value] = [.count(5), .count(3), .count(4), .suppressed]
    let picture = try #require(ChartPicture(chart, of: Small.table("a", values: values)))
    #expect(picture.needsCopy)
    #expect(picture.hasGaps == hasGaps)
  }

  @Test("a chart without a number is not drawn, and the sheet says so")
  func notDrawn() throws {
    let section = Section(
      id: "s", title: "S", blocks: [.table(Small.table("a", values: [.suppressed])), .chart(Small.chart())])
    let plan = try WorkbookPlan(Small.document([section]))
    #expect(plan.sheets[0].pictures.isEmpty)
    #expect(plan.sheets[0].undrawn == 1)
    #expect(plan.chartValues.isEmpty)
  }

  @Test(
    "workbooks at the edge can be written",
    arguments: [
      Small.document([]), Small.document([Section(id: "s", title: "", blocks: [Small.said("")])]),
      Small.document([Section(id: "s", title: "S", blocks: [.table(Small.table("a", values: []))])]),
      Small.document([
        Section(
          id: "s", title: "S", blocks: [.table(Small.table("a", values: [.count(.max), .count(.min)]))])
      ]),
      Small.document([
        Section(id: "s", title: "S", blocks: [.table(Small.table("a", values: [.number(.nan, places: 1)]))])
      ]),
      Small.document([
        Section(
          id: "s", title: "S",
          blocks: [.table(Small.table("a", values: [.text(String(repeating: "é", count: 40_000))]))])
      ]),
    ])
  func edges(document: ReportDocument) throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/edge.xlsx"
    try WorkbookRenderer(temporaryFolder: folder.path).render(document, to: path)
    #expect(try SheetReader(path: path).names.first == "Cover")
  }
}
