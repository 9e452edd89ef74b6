import Foundation
import QAModel
import Render
import Testing

struct HTMLPageTests {
  @Test(arguments: Rendered.Report.allCases)
  func everyIdIsOneOfItsKindAndEveryLinkLeadsSomewhere(report: Rendered.Report) throws {
    let document = report.document
    let page = String(decoding: try Rendered.page(document), as: UTF8.self)
    let ids = attribute("id", in: page)
    #expect(Set(ids).count == ids.count)
    for link in attribute("href", in: page) {
      #expect(link.hasPrefix("#"))
      #expect(ids.contains(String(link.dropFirst())), "\(link)")
    }
    for named in attribute("aria-labelledby", in: page) + attribute("aria-describedby", in: page) {
      #expect(ids.contains(named), "\(named)")
    }
  }

  @Test func nothingOfTheDataIsMarkup() throws {
    let page = String(decoding: try Rendered.page(SampleDocument.make()), as: UTF8.self)
    #expect(!page.contains("<script"))
    #expect(!page.contains("<b>"))
    #expect(!page.contains("<i>"))
    #expect(page.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"))
    #expect(page.contains("default-src 'none'"))
  }

  @Test func theMarginsOfPaperCannotBeBrokenOutOf() throws {
    var document = SampleDocument.make()
    document.organisation = "A\"}</style><script>b\\ \n£5 Sir Gâr"
    let page = String(decoding: try Rendered.page(document), as: UTF8.self)
    let style = page.components(separatedBy: "<style>")[1].components(separatedBy: "</style>")[0]
    #expect(
      style.contains(#"content:"A\22 \7d \3c \2f style\3e \3c script\3e b\5c  \a3 5 Sir Gâr \b7  Quarterly"#))
    #expect(page.components(separatedBy: "</style>").count == 2)
  }

  @Test func whatMustBeReadFirstStandsBeforeTheContents() throws {
    let page = String(decoding: try Rendered.page(SampleDocument.make()), as: UTF8.self)
    let order = [
      "<h1>Quarterly", "Children at risk now</h2>", "Summary</h2>", "<nav", "Activity against plan</h2>",
      "Notes and shorthand</h2>",
    ].map { page.range(of: $0)?.lowerBound }
    #expect(!order.contains(nil))
    #expect(order.compactMap(\.self) == order.compactMap(\.self).sorted())
    #expect(page.contains("class=\"alert raised"))
    #expect(page.contains("class=\"service-page"))
  }

  @Test func aSentenceNamesTheNearestTableOfItsFigure() throws {
    let page = body(
      of: document([
        Section(id: "one", title: "One", blocks: [.table(table("a", figure: "f"))]),
        Section(
          id: "two", title: "Two",
          blocks: [
            .paragraph(
              Paragraph([
                Sentence([.text("It is "), .value(.count(7)), .text(".")], cites: [FigureID("f")]),
                Sentence([.text("It was 6.")], cites: [FigureID("f"), FigureID("g"), FigureID("unknown")]),
              ])), .table(table("b", figure: "f")), .table(table("c", figure: "g")),
          ]),
      ]))
    #expect(
      page.contains(
        """
        <p>It is <span class="v">7</span>. It was 6 <span class="cite">(\
        <a href="#t-b">Table 2<span class="unseen">: Table b</span></a>, \
        <a href="#f-g">Table 3<span class="unseen">, Early Help, Audits</span></a>)</span>.</p>
        """), "\(page)")
    #expect(page.components(separatedBy: "id=\"f-f\"").count == 2)
  }

  @Test func cellsThatWordsCannotTellApartAreLinkedByTheirTable() {
    var list = table("a", figure: "f")
    list.rows.append([.text("Early Help"), Cell(.count(3), figure: FigureID("g"))])
    let sentences = ["f", "g", "f"].map { Sentence([.text("So \($0).")], cites: [FigureID($0)]) }
    let page = body(
      of: document([
        Section(
          id: "one", title: "One",
          blocks: [.list(sentences.map { Paragraph([$0]) }), .table(list)])
      ]))
    #expect(
      page.components(separatedBy: "<a href=\"#f-f\">Table 1<span class=\"unseen\">, Early Help, Audits")
        .count == 3)
    #expect(page.contains("<a href=\"#t-a\">Table 1<span class=\"unseen\">: Table a</span></a>"))
  }

  @Test func onlyTheSignsThatAreUsedAreExplained() {
    let page = body(
      of: document([
        Section(
          id: "one", title: "One",
          blocks: [.paragraph(Paragraph([Sentence([.value(.share(0, of: 0)), .text(" of none.")])]))])
      ]))
    #expect(page.contains("<dt>[z]</dt><dd>not applicable</dd>"))
    #expect(!page.contains("<dt>[c]</dt>"))
  }

  @Test func aListCutShortSaysHowLongItIs() {
    var list = table("a", figure: "f")
    list.totalRows = 1_234
    list.notes = [0]
    let page = body(
      of: document([Section(id: "one", title: "One", blocks: [.table(list)])], notes: ["A note."]))
    #expect(
      page.contains(
        "<p class=\"source\">1 of 1,234 rows are shown. Source: Exports. <a href=\"#note-1\">[note 1]</a></p>"
      ))
    #expect(page.contains("<div id=\"note-1\"><dt>[note 1]</dt><dd>A note.</dd></div>"))
  }

  @Test func aSmallReportIsRenderedAsItWasAgreed() {
    let page = body(
      of: document([Section(id: "one", title: "One", blocks: [.table(table("a", figure: "f"))])]))
    #expect(
      page.contains(
        """
        <section id="s-one" class="plain wide">
        <h2 id="h-one">One</h2>
        <div class="table short" id="t-a">
        <table>
        <caption id="tc-a"><span class="caption"><span class="number" aria-hidden="true">Table 1 </span>Table a</span></caption>
        <thead><tr><th scope="col">Service</th><th scope="col" class="n">Audits</th></tr></thead>
        <tbody>
        <tr><th scope="row" class="s">Early Help</th><td data-f="f" class="n">\
        <svg class="tone" aria-hidden="true"><use href="#tone-good"/></svg>1,240</td></tr>
        </tbody></table>
        <p class="source">Source: Exports.</p>
        </div>
        </section>
        """), "\(page)")
  }

  @Test func theSameDocumentGivesTheSameBytes() throws {
    #expect(try Rendered.page(SampleDocument.make()) == Rendered.page(SampleDocument.make()))
  }

  // MARK: Parts

  private func body(of document: ReportDocument) -> String {
    (try? String(decoding: Rendered.page(document), as: UTF8.self)) ?? ""
  }

  private func document(_ sections: [Section], notes: [String] = []) -> ReportDocument {
    ReportDocument(
      title: "Report", subtitle: "Quarter 3", organisation: "Council", audience: .internal, marking: nil,
      asAt: SampleDocument.day(2025, 12, 31), facts: [], sections: sections,
      notes: notes.map { ReportDocument.Note($0) })
  }

  private func table(_ id: String, figure: String) -> Table {
    Table(
      id: id, title: "Table \(id)", source: "Exports",
      columns: [.init("Service"), .init("Audits", .count)],
      rows: [[.text("Early Help"), Cell(.count(1_240), figure: FigureID(figure), tone: .good)]])
  }

  private func attribute(_ name: String, in page: String) -> [String] {
    page.components(separatedBy: " \(name)=\"").dropFirst().map { $0.components(separatedBy: "\"")[0] }
  }
}
