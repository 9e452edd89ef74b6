import Foundation
import Testing

/// Names from exports that try to be more than names, in the pack of the built program.
@Suite("Hostile names")
struct HostileTests {
  private static let long = String(repeating: "long-winded ", count: 25) + "name"
  private static let names = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "=cmd|'/C calc'!A0", "| a | b |",
    "`code` *stars*",
    "[x](javascript:alert(1))", "\u{202E}desrever\u{202C}", long,
    "A service whose name is longer than a sheet's, first",
    "A service whose name is longer than a sheet's, second",
    "@everyone #12 http://example.org", "{{{body}}} {{#title}}", "_x0041_ &lt;b&gt;", "../../etc/passwd",
    "</style><!--",
    "\u{1F469}\u{200D}\u{1F467} Families",
  ]

  /// Sixteen services with a page each, internal and public.
  @Test("are shown as the names they are, in every format", arguments: ["internal", "public"])
  func names(audience: String) throws {
    let folder = try TemporaryFolder()
    let listed = Self.names.map { "  - " + Self.quoted($0) }.joined(separator: "\n")
    try folder.write("framework: st-helens\nreplace: [services]\nservices:\n\(listed)\n", to: "qareport.yaml")
    let rows = Self.names.enumerated().flatMap { number, name in
      (0..<7).map {
        "A\(number)-\($0),C\(number)-\($0),\(Self.field(name)),Case audit,random,17/10/2025,Good"
      }
    }
    try folder.write(SmallWorkspace.audits(rows), to: "exports/audits.csv")
    let actions = Self.names.map { name in
      let field = Self.field(name)
      return "\(field),2025-09-01,\(field),\(field),\(field),2025-10-01"
    }
    try folder.write(
      "action_id,raised_date,service,owner,theme,due_date\n" + actions.joined(separator: "\n") + "\n",
      to: "exports/actions.csv")
    let result = try Program.run([
      "quarterly", "--workspace", folder.url.path, "--period", "2025-26-Q3", "--audience", audience,
      "--quiet",
    ])
    #expect(result.status == 0, "\(result.errors)")
    let pack = folder.url.appending(
      path: "output/quarterly-2025-26-Q3" + (audience == "internal" ? "" : "-public"))
    try checkPage(pack)
    try checkWorkbook(pack, audience: audience)
    let markdown = try String(contentsOf: pack.appending(path: "report.md"), encoding: .utf8)
    #expect(!markdown.contains(/[^\\]\]\(javascript:/))
    #expect(!markdown.contains("<script") && !markdown.contains("<img"))
    #expect(markdown.contains("\\[x\\]"))
  }

  private func checkPage(_ pack: URL) throws {
    let data = try Data(contentsOf: pack.appending(path: "report.html"))
    #expect(data.count < 1 << 20, "\(data.count) bytes")
    let page = String(decoding: data, as: UTF8.self)
    // One script, the page's own; no picture that a name brought in; one end of the style.
    #expect(page.ranges(of: "<script").count == 1)
    #expect(!page.contains("<img"))
    #expect(page.ranges(of: "</style>").count == 1)
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(!page.unicodeScalars.contains { ("\u{202A}"..."\u{202E}").contains($0) })
    #expect(page.contains("{{{body}}} {{#title}}"))
  }

  private func checkWorkbook(_ pack: URL, audience: String) throws {
    let book = try ZipReader(path: pack.appending(path: "report.xlsx").path)
    let sheets = book.names.filter { $0.hasPrefix("xl/worksheets/sheet") }
    #expect(sheets.count <= 40)
    for sheet in sheets { #expect(try !book.text(sheet).contains("<f>"), "\(sheet) has a formula") }
    let names = try book.text("xl/workbook.xml").matches(of: /<sheet name="([^"]*)"/).map {
      String($0.output.1)
    }
    #expect(names.count == sheets.count)
    #expect(Set(names.map { $0.lowercased() }).count == names.count)
    // Entities count for one letter; none of these names needs any.
    #expect(names.allSatisfy { $0.utf16.count <= 31 }, "\(names)")
    // A workbook reads _x0041_ as the letter A unless its underscore is spelt out.
    let strings = try book.text("xl/sharedStrings.xml")
    #expect(strings.contains("_x005F_x0041_"))
    #expect(!strings.contains(/[^F]_x0041_/))
  }

  private static func quoted(_ name: String) -> String {
    "\"" + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  private static func field(_ name: String) -> String { "\"" + name.replacing("\"", with: "\"\"") + "\"" }
}
