import QAModel
import Render
import Testing

/// One document, two renderers, two readers that know neither: every cell must read as the model shows it.
struct AgreementTests {
  @Test(arguments: Rendered.Report.allCases)
  func pageAndMarkdownShowWhatTheModelShows(report: Rendered.Report) throws {
    let document = report.document
    let expected = document.tables.map { table in
      ReadTable(
        title: DisplayText.clean(table.title), head: table.columns.map { DisplayText.clean($0.header) },
        rows: table.rows.map { $0.map(\.value.displayed) })
    }
    let page = tables(ofPage: String(decoding: try Rendered.page(document), as: UTF8.self))
    let text = tables(ofMarkdown: Rendered.markdown(document))
    #expect(page.count == expected.count)
    #expect(text.count == expected.count)
    for (index, table) in expected.enumerated() where index < page.count && index < text.count {
      #expect(page[index] == table)
      #expect(text[index] == table)
    }
  }

  @Test func chartsShowTheirTablesValues() throws {
    let document = SampleDocument.make()
    for file in MarkdownRenderer().render(document) where file.path.hasPrefix("charts/") {
      let drawing = try #require(XMLNode.parse(String(decoding: file.bytes, as: UTF8.self)))
      let chart = try #require(document.charts.first { file.path == "charts/\($0.id).svg" })
      let table = try #require(document.tables.first { $0.id == chart.table })
      let texts = drawing.all("text").map(\.shownText)
      let all = texts.joined(separator: " ")
      for row in chart.rows ?? Array(table.rows.indices) {
        // Long names are broken over lines, within words too.
        let name = table.rows[row][0].value.displayed.filter { $0 != " " }
        #expect(texts.joined().filter { $0 != " " }.contains(name.prefix(20)), "\(chart.id): \(name)")
        if chart.kind == .bars || chart.kind == .dots {
          #expect(all.contains(table.rows[row][chart.series[0]].value.displayed))
        }
      }
    }
  }
}

extension ReportDocument {
  var charts: [Chart] {
    func charts(of section: Section) -> [Chart] {
      section.blocks.compactMap { if case .chart(let chart) = $0 { chart } else { nil } }
        + section.sections.flatMap(charts)
    }
    return sections.flatMap(charts)
  }
}
