import QAModel
import Render
import Testing

/// What the page has beside tables and prose: its policy, definitions, signs, lines and signals.
struct HTMLFeatureTests {
  @Test func thePolicyNamesTheStyleAndTheScriptByTheirHash() throws {
    let template = try PageTemplate(
      mustache:
        "{{{policy}}}<style>{{{style}}}</style>{{title}}{{marking}}{{{opening}}}{{{contents}}}{{{body}}}"
        + "{{#script}}<script>{{{script}}}</script>{{/script}}",
      style: "p{color:red}", script: "let a = 1 < 2;\n")
    let page = String(decoding: PageRenderer(template: template).render(SampleDocument.make()), as: UTF8.self)
    // `printf 'let a = 1 < 2;\n' | openssl dgst -sha256 -binary | base64`
    #expect(
      page.contains("script-src 'sha256-ittdVKm3ObeDhin4huNcmyz3lnTwKtOGek/4gq0irPU='"), "\(page.prefix(400))"
    )
    #expect(page.contains("<script>let a = 1 < 2;\n</script>"))
    #expect(page.contains("default-src 'none'; img-src data:; style-src 'sha256-"))
    #expect(!page.contains("unsafe"))
  }

  @Test func aScriptCannotEndItsElement() {
    let error = #expect(throws: PageTemplateError.self) {
      try PageTemplate(
        mustache: "{{{policy}}}{{title}}{{marking}}{{{style}}}{{{opening}}}{{{contents}}}{{{body}}}",
        style: "",
        script: "let a = 1;\nlet b = '</script>';")
    }
    #expect(error?.line == 2)
    #expect(error?.file == .script)
  }

  @Test func aTableSaysWhatItsFiguresAreAndHowOneIsTraced() throws {
    var table = table([[.text("Early Help"), Cell(.count(3), figure: FigureID("audits--early-help"))]])
    #expect(try !page(table).contains("<details>"))
    table.definitions = ["Audits: <those> completed."]
    let page = try page(table)
    #expect(page.contains("<summary>What the figures in Table 1 are</summary>"))
    #expect(page.contains("<li>Audits: &lt;those&gt; completed.</li>"))
    #expect(page.contains("<code>qareport trace audits--early-help</code>"))
    #expect(page.contains("<td data-f=\"audits--early-help\" class=\"n\">3</td>"))
  }

  @Test func signsStandBeforeTheWordsWithALegend() throws {
    var table = table([
      [
        .text("Early Help"),
        Cell(.text("Confirmed strength"), tone: .good, signs: [.good, .middling, .unknown]),
      ]
    ])
    table.signNames = ["quantity", "quality", "outcome"]
    let page = try page(table)
    #expect(page.contains("In each cell, from the left: quantity, quality, outcome."))
    let cell = try #require(page.firstMatch(of: /<td class="k">(.*?)Confirmed strength<\/td>/)).output.1
    #expect(cell.ranges(of: "#tone-").count == 3)
    let order = ["#tone-good", "#tone-middling", "#tone-unknown"].compactMap {
      cell.firstRange(of: $0)?.lowerBound
    }
    #expect(order.count == 3 && order == order.sorted())
  }

  @Test func aLineStandsBesideWordsFromThreeValuesOn() throws {
    let drawn = try page(table([[.text("A"), Cell(.text("Common cause"), trend: [1, nil, 3, 2])]]))
    // From the left edge to the right, a gap where there is no value, the greatest at the top.
    #expect(
      drawn.contains("<path d=\"M2.5 15.5M57.83 2.5L85.5 9\"/><circle cx=\"85.5\" cy=\"9\" r=\"2.5\"/>"),
      "\(drawn)")
    #expect(
      try !page(table([[.text("A"), Cell(.text("Common cause"), trend: [1, 2])]])).contains("\"spark\""))
    #expect(try page(table([[.text("A"), Cell(.text("Level"), trend: [5, 5, 5])]])).contains("L44 9"))
  }

  @Test func theAuthoritysColourIsReadOnADarkPageToo() throws {
    var document = SampleDocument.make()
    document.branding.accent = Colour(hex: "#12436D")
    let page = String(decoding: try Rendered.page(document), as: UTF8.self)
    #expect(page.contains(":root{--accent:#12436d;--focus:#12436d}"))
    let tint = try #require(page.firstMatch(of: /dark\)\{:root\{--accent:(#[0-9a-f]{6});/)).output.1
    let colour = try #require(Colour(hex: String(tint)))
    #expect(colour.contrast(with: Colour(red: 0x1D, green: 0x24, blue: 0x2B)) >= 7)
  }

  /// Ratios worked out in Python 3.11 from the formula of WCAG 2.2.
  @Test(arguments: [("#000000", 21.0), ("#777777", 4.48), ("#12436D", 10.25), ("#FFFF00", 1.07)])
  func contrastIsThatOfWCAG(hex: String, ratio: Double) throws {
    let colour = try #require(Colour(hex: hex))
    #expect(abs(colour.contrast(with: .white) - ratio) < 0.01, "\(colour.contrast(with: .white))")
  }

  // MARK: Parts

  private func page(_ table: Table) throws -> String {
    let document = ReportDocument(
      title: "Report", subtitle: "Quarter 3", organisation: "Council", audience: .internal, marking: nil,
      asAt: SampleDocument.day(2025, 12, 31), facts: [],
      sections: [Section(id: "one", title: "One", blocks: [.table(table)])], notes: [])
    return String(decoding: try Rendered.page(document), as: UTF8.self)
  }

  private func table(_ rows: [[Cell]]) -> Table {
    let kind: Table.Column.Kind = if case .count = rows[0][1].value { .count } else { .text }
    return Table(
      id: "a", title: "Table a", source: "Exports", columns: [.init("Service"), .init("What", kind)],
      rows: rows)
  }
}
