import QAModel
import Testing

@testable import Render

struct ChartTests {
  @Test(arguments: Rendered.Report.allCases)
  func everyDrawingIsWellFormedAndSaysWhatItShows(report: Rendered.Report) throws {
    let document = report.document
    let files = MarkdownRenderer().render(document).filter { $0.path.hasPrefix("charts/") }
    #expect(files.count == document.charts.count)
    for (file, chart) in zip(files, document.charts) {
      let root = try #require(XMLNode.parse(String(decoding: file.bytes, as: UTF8.self)), "\(file.path)")
      #expect(root.attributes["role"] == "img")
      #expect(
        root.children.first { $0.name == "title" }?.children.map(\.text).joined()
          == DisplayText.clean(chart.title))
      #expect(
        root.children.first { $0.name == "desc" }?.children.map(\.text).joined()
          == DisplayText.clean(chart.alternativeText))
    }
  }

  @Test func aValueThatIsWithheldIsAGapWithItsSign() throws {
    let drawing = try #require(draw(.lines, [.count(3), .suppressed, .count(5)]))
    #expect(drawing.all("text").map(\.shownText).contains("[c]"))
    #expect(drawing.all("line").count { $0.attributes["class"]?.hasPrefix("trace") == true } == 0)
    let bars = try #require(draw(.bars, [.count(3), .suppressed, .count(5)]))
    #expect(bars.all("rect").count { $0.attributes["class"]?.hasPrefix("bar") == true } == 2)
    #expect(bars.all("text").map(\.shownText).contains("[c]"))
  }

  @Test func aLevelHasALineAndNoPoints() throws {
    let drawing = try #require(draw(.lines, [.count(4), .count(4), .count(4), .count(4)]))
    #expect(drawing.all("line").count { $0.attributes["class"]?.hasPrefix("trace") == true } == 3)
    #expect(drawing.all("circle").isEmpty)
  }

  @Test func aSlopeJoinsTwoPeriodsAndNamesOnlyWhatIsSignalled() throws {
    let table = Table(
      id: "t", title: "T", source: "S",
      columns: [
        Table.Column("Period"), Table.Column("Early Help (%)", .percentage),
        Table.Column("Front Door (%)", .percentage), Table.Column("Fostering (%)", .percentage),
      ],
      rows: [
        [.text("Q2"), Cell(.share(1, of: 4)), Cell(.share(3, of: 4)), Cell(.insufficient)],
        [.text("Q3"), Cell(.share(3, of: 4)), Cell(.share(1, of: 4)), Cell(.share(1, of: 4))],
      ])
    var chart = Chart(
      id: "c", title: "C", kind: .slopes, table: "t", series: [1, 2, 3], valueTitle: "Good (%)",
      categoryTitle: "Period", alternativeText: "A", caption: "F")
    chart.signals = [Chart.Signal(series: 1, rows: 0...1, word: "declined")]
    let drawing = try #require(ChartDrawing(chart, table: table))
    let root = try #require(XMLNode.parse(String(decoding: drawing.file, as: UTF8.self)))
    // What has no value in one of the two periods has no line.
    #expect(root.all("circle").count == 4)
    let strong = root.all("line").filter { $0.attributes["class"] == "trace t1" }
    #expect(strong.count == 1)
    let from = try #require(strong[0].attributes["y1"].flatMap { Double($0) })
    let to = try #require(strong[0].attributes["y2"].flatMap { Double($0) })
    #expect(to > from, "a fall leads down")
    let texts = root.all("text").map(\.shownText)
    #expect(
      texts.contains("75% Early Help") && texts.contains("declined")
        && !texts.contains { $0.contains("Fostering") })
    // Three periods are no slope.
    let three = Table(
      id: "t", title: "T", source: "S", columns: table.columns, rows: table.rows + [table.rows[0]])
    #expect(ChartDrawing(chart, table: three) == nil)
  }

  @Test func smallPicturesShareAScaleAndStandSideBySide() throws {
    let table = Table(
      id: "t", title: "T", source: "S",
      columns: [
        Table.Column("Period"), Table.Column("A (%)", .percentage), Table.Column("B (%)", .percentage),
      ],
      rows: [
        [.text("Q2"), Cell(.share(1, of: 2)), Cell(.share(9, of: 10))],
        [.text("Q3"), Cell(.share(1, of: 2)), Cell(.insufficient)],
      ])
    let charts = [1, 2].map { column in
      var chart = Chart(
        id: "c\(column)", title: "C\(column)", kind: .lines, table: "t", series: [column],
        valueTitle: "Good (%)",
        categoryTitle: "Period", alternativeText: "A", caption: "F")
      chart.isSmall = true
      return chart
    }
    for chart in charts {
      let drawing = try #require(ChartDrawing(chart, table: table))
      let texts = try #require(XMLNode.parse(String(decoding: drawing.file, as: UTF8.self))).all("text")
        .map(\.shownText)
      #expect(texts.contains("0%") && texts.contains("100%"))
      // The value of a period before is not written where the last period's would stand.
      #expect(texts.contains("90%") == false)
    }
    let document = Small.document([
      Section(id: "s", title: "S", blocks: charts.map { .chart($0) } + [.table(table)])
    ])
    var writer = SectionWriter(document)
    writer.add(document.sections[0], part: 0, level: 2)
    let page = String(decoding: writer.take().bytes, as: UTF8.self)
    #expect(page.ranges(of: "<div class=\"multiples\">").count == 1)
    #expect(page.ranges(of: "<figure").count == 2)
  }

  @Test func aBarIsAsLongAsItsShareOfTheAxis() throws {
    let drawing = try #require(draw(.bars, [.share(1, of: 4), .share(3, of: 4)], kind: .percentage))
    let bars = drawing.all("rect").filter { $0.attributes["class"]?.hasPrefix("bar") == true }
    #expect(bars.map { $0.attributes["width"] } == ["25%", "75%"])
  }

  @Test func barsBelowZeroLeadLeftFromIt() throws {
    let drawing = try #require(
      draw(.bars, [.number(-4, places: 0), .number(4, places: 0)], kind: .number(places: 0)))
    let bars = drawing.all("rect").filter { $0.attributes["class"]?.hasPrefix("bar") == true }
    #expect(bars.map { $0.attributes["x"] } == ["0%", "50%"])
  }

  @Test func aChartOfColumnsThatAreNotThereIsNotDrawn() {
    #expect(draw(.bars, [.count(1)], series: [4]) == nil)
    #expect(draw(.bars, [.count(1)], rows: [1]) == nil)
    #expect(draw(.bars, []) == nil)
  }

  @Test func aChartOfSignsOnlyIsStillDrawn() throws {
    for kind in [Chart.Kind.bars, .stackedBars, .dots, .lines] {
      let drawing = try #require(draw(kind, [.suppressed, .insufficient]))
      #expect(drawing.all("text").map(\.shownText).contains("[c]"), "\(kind)")
    }
  }

  private func draw(
    _ kind: Chart.Kind, _ values: [Value], kind column: Table.Column.Kind = .count, series: [Int] = [1],
    rows: [Int]? = nil
  ) -> XMLNode? {
    let table = Table(
      id: "t", title: "Table", source: "Exports", columns: [.init("Month"), .init("Audits", column)],
      rows: values.enumerated().map { [.text("Month \($0.offset)"), Cell($0.element)] })
    let chart = Chart(
      id: "c", title: "Audits", kind: kind, table: "t", series: series, rows: rows, valueTitle: "Audits",
      categoryTitle: "Month", alternativeText: "Audits by month.", caption: Sentence([.text("Audits vary.")]))
    guard let drawing = ChartDrawing(chart, table: table) else { return nil }
    return XMLNode.parse(String(decoding: drawing.file, as: UTF8.self))
  }
}

struct ChartScaleTests {
  @Test(arguments: [
    ([412.0, 80], Table.Column.Kind.count, Scale.Extent.whole, ["0", "100", "200", "300", "400", "500"]),
    ([3, 1], .count, .whole, ["0", "1", "2", "3"]),
    ([0], .count, .whole, ["0", "1"]),
    ([0.2, 0.9], .percentage, .whole, ["0%", "20%", "40%", "60%", "80%", "100%"]),
    ([0.2, 1.1], .percentage, .whole, ["0%", "25%", "50%", "75%", "100%", "125%"]),
    ([66, 90], .number(places: 1), .needed, ["65", "70", "75", "80", "85", "90"]),
    ([0.62, 0.95], .percentage, .needed, ["60%", "70%", "80%", "90%", "100%"]),
    ([0.81, 0.83], .percentage, .needed, ["70%", "75%", "80%", "85%", "90%", "95%"]),
    ([0.98, 1], .percentage, .needed, ["80%", "85%", "90%", "95%", "100%"]),
    ([-0.4, 0.6], .number(places: 2), .whole, ["-0.4", "-0.2", "0.0", "0.2", "0.4", "0.6"]),
    ([1_240, 900], .count, .whole, ["0", "250", "500", "750", "1,000", "1,250"]),
    ([], .count, .whole, ["0", "1"]),
  ])
  func ticksAreRoundNumbers(values: [Double], kind: Table.Column.Kind, extent: Scale.Extent, labels: [String])
  {
    let scale = Scale(values: values, kind: kind, extent: extent)
    #expect(scale.ticks.map(scale.label) == labels)
    for value in values { #expect((0...100).contains(scale.percent(value))) }
  }

  @Test(arguments: [
    ("Early Help", ["Early Help"]),
    ("Assessment and Safeguarding", ["Assessment and", "Safeguarding"]),
    ("WWWWWWWWWWWW", ["WWWWWWWW", "WWWW"]),
    ("", [""]),
  ])
  func namesAreBrokenWhereTheyDoNotFit(text: String, lines: [String]) {
    #expect(TextMeasure.wrap(text, size: 13, limit: 110) == lines)
  }
}
