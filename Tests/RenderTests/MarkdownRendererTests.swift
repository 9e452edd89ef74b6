import Foundation
import QAModel
import Testing

@testable import Render

struct MarkdownRendererTests {
  @Test(arguments: Rendered.Report.allCases)
  func theFileIsWhole(report: Rendered.Report) {
    let document = report.document
    let text = Rendered.markdown(document)
    #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
    #expect(text.hasPrefix("# "))
    #expect(text.components(separatedBy: "\n").count { $0.hasPrefix("# ") } == 1)
    #expect(!text.contains("\n\n\n"))
    for line in text.components(separatedBy: "\n") { #expect(line.last != " ", "\(line)") }
  }

  @Test(arguments: Rendered.Report.allCases)
  func everyLinkLeadsToAHeadingOrAFile(report: Rendered.Report) {
    let document = report.document
    let files = MarkdownRenderer().render(document)
    let text = Rendered.markdown(document)
    let headings = text.components(separatedBy: "\n").filter { $0.hasPrefix("#") }
    var anchors: Set<String> = []
    for heading in headings {
      let words = heading.drop { $0 == "#" }.dropFirst().lowercased()
      let kept = words.filter { $0.isLetter || $0.isNumber || " -_".contains($0) }
      anchors.insert(kept.replacingOccurrences(of: " ", with: "-"))
    }
    for piece in text.components(separatedBy: "](").dropFirst() {
      let target = piece.components(separatedBy: ")")[0]
      if target.hasPrefix("#") {
        #expect(anchors.contains(String(target.dropFirst())), "\(target)")
      } else if target.hasPrefix("charts/") {
        #expect(files.contains { $0.path == target }, "\(target)")
      }
    }
  }

  @Test func pagesOfServicesHaveHeadingsOfTheirOwn() {
    let text = Rendered.markdown(AuthorityDocument.make(services: 2, quarters: 4))
    #expect(text.contains("\n### Early Help: Action needed\n"))
    #expect(text.contains("\n### Assessment and Safeguarding: Action needed\n"))
    #expect(text.contains("\n### What we know\n"))
  }

  @Test func aSentenceNamesTheSectionOfItsTableWhereThatIsAnother() {
    let text = Rendered.markdown(AuthorityDocument.make(services: 2, quarters: 4))
    #expect(
      text.contains(
        "- **Early Help:** 15 of 18 audits were Good or better (83%) (see [Early Help](#early-help)). Last"))
    #expect(text.contains("\nThe standard was met most often in **Early Help**.\n"))
  }

  @Test func aTableReadsRaw() {
    let text = Rendered.markdown(SampleDocument.make())
    #expect(
      text.contains(
        """
        **Early Help: activity undertaken, quarter 3 of 2025-26**

        | Activity                 | Done |  Due |
        | ------------------------ | ---: | ---: |
        | Case audits              |  412 |  424 |
        | Observations of practice |    6 |  [x] |

        Source: Every export of the workspace, Early Help only.

        """))
  }
}
