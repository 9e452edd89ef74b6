import Foundation
import Testing

/// `trace`: ten figures of ten kinds and more, recounted from the rows it lists, which are looked up in the exports.
@Suite("Tracing a figure")
struct TraceTests {
  private static let workspace = Program.repository.appending(path: "fixtures/st-helens").path

  private func makePack() throws -> (folder: TemporaryFolder, pack: URL) {
    let folder = try TemporaryFolder()
    let result = try Program.run([
      "quarterly", "--workspace", Self.workspace, "--period", "2025-26-Q3", "--out", folder.url.path,
      "--format", "data", "--quiet",
    ])
    #expect(result.status == 1, "\(result.errors)")
    return (folder, folder.url.appending(path: "quarterly-2025-26-Q3"))
  }

  private func trace(_ figure: String, _ more: [String]) throws -> Program.Result {
    try Program.run(["trace", figure, "--workspace", Self.workspace, "--quiet"] + more)
  }

  private static let traced = [
    "audits-children--all--2025-26-q3",
    "audits-good-or-better--all--domain-assessment--2025-26-q3",
    "moderation-kappa--all--2025-26-q3",
    "conversation-changed--all--2025-26-q2",
    "dip-met--early-help--2025-26-q3",
    "complaints-received--all--2025-26-q3",
    "feedback-positive--leaving-care--2025-26-q3",
    "actions-overdue--all--2025-26-q3",
    "caseload-children--front-door--2025-26-q3",
    "indicator-value--all--indicator-visits-in-timescale--2025-26-q3",
    "indicator-value--all--indicator-children-in-care-with-3-or-more-placements--2025-26-q3",
    "audits-good-or-better--youth-justice--2025-26-q3",
    "feedback-invited--all--2025-26-q3",
    "feedback-response--children-in-care--2025-26-q3",
    "audits-in-time--all--2025-26-q3",
    "actions-in-time--all--2025-26-q3",
    "disputes-raised--all--2025-26-q3",
    "complaints-by-child--all--2025-26-q3",
    "escalation-hits--all--rule-action-overdue--2025-26-q3",
  ]

  @Test("the rows listed make the figure, and are where it says")
  func recount() throws {
    let (folder, pack) = try makePack()
    defer { withExtendedLifetime(folder) {} }
    let figures = try CSVRows.read(pack.appending(path: "figures.csv"))
    for slug in Self.traced {
      try recount(#require(figures.first { $0["figure"] == slug }, "\(slug)"), slug, pack)
    }
  }

  private func recount(_ figure: [String: String], _ slug: String, _ pack: URL) throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "rows.csv")
    let result = try trace(slug, ["--pack", pack.path, "--csv", file.path])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.isEmpty)
    let rows = try CSVRows.read(file)
    #expect(!rows.isEmpty)
    func parts(_ names: Set<String>) -> Int { rows.filter { names.contains($0["part"] ?? "") }.count }
    func sum(_ column: String) -> Double {
      rows.filter { $0["part"] == "counted" }.reduce(0) { $0 + (Double($1[column] ?? "") ?? 0) }
    }
    func wanted(_ column: String) -> Double? { Double(figure[column] ?? "") }
    if slug.hasPrefix("indicator") {
      #expect(sum("numerator") == wanted("numerator"))
      #expect(sum("denominator") == wanted("denominator"))
      #expect(abs(sum("numerator") / sum("denominator") - (wanted("value") ?? -1)) < 1e-12)
    } else if slug.hasPrefix("feedback-invited") {
      #expect(sum("denominator") == wanted("value"))
    } else if slug.hasPrefix("feedback-response") {
      #expect(sum("numerator") == wanted("numerator"))
      #expect(sum("denominator") == wanted("denominator"))
    } else if figure["status"] == "insufficient" {
      #expect(Double(rows.count) == wanted("n"))
    } else if figure["unit"] == "proportion" {
      #expect(Double(parts(["numerator"])) == wanted("numerator"))
      #expect(Double(parts(["numerator", "denominator"])) == wanted("denominator"))
      #expect(Double(rows.count) == wanted("n"))
    } else if figure["unit"] == "coefficient" {
      #expect(Double(parts(["counted"])) == wanted("n"))
    } else {
      #expect(Double(parts(["counted"])) == wanted("value"))
    }
    for row in rows {
      let place = "\(row["file"] ?? ""):\(row["line"] ?? "")"
      #expect(result.output.contains(place))
      guard let id = row["record"], !id.isEmpty else { continue }
      let line = try Self.line(row["file"] ?? "", Int(row["line"] ?? "") ?? 0)
      #expect(line.contains(id), "\(place) does not hold \(id)")
    }
    // Indicators and the diary have no ids.
    if !slug.hasPrefix("indicator"), !slug.hasPrefix("feedback-in"), !slug.hasPrefix("feedback-resp") {
      #expect(rows.allSatisfy { $0["record"] != "" })
    }
  }

  /// Lines of an export, read apart from the program. Files of two-byte characters lose their zero bytes, which leaves
  /// ASCII as it is.
  private static func line(_ file: String, _ number: Int) throws -> String {
    var bytes = try Data(contentsOf: URL(filePath: workspace).appending(path: file))
    if bytes.prefix(2) == Data([0xFF, 0xFE]) { bytes = bytes.filter { $0 != 0 } }
    let text = String(decoding: bytes, as: UTF8.self).unicodeScalars
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" }
    return number >= 1 && number <= lines.count ? String(String.UnicodeScalarView(lines[number - 1])) : ""
  }

  @Test("a reading lists the figures it was read from")
  func reading() throws {
    let (made, pack) = try makePack()
    defer { withExtendedLifetime(made) {} }
    let all = try CSVRows.read(pack.appending(path: "figures.csv"))
    let names = Set(all.compactMap { $0["figure"] })
    let reading = try #require(
      all.first { $0["measure"] == "triangulation.reading" && $0["service"] == "Early Help" }?["figure"])
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "rows.csv")
    let result = try trace(reading, ["--csv", file.path])
    #expect(result.status == 0, "\(result.errors)")
    let sources = try CSVRows.read(file).compactMap { $0["source"] }
    #expect(!sources.isEmpty)
    for source in sources {
      #expect(names.contains(source))
      #expect(result.output.contains(source))
    }
  }

  @Test("a name that is none is answered with the nearest")
  func unknown() throws {
    let result = try trace("audits-completd--all--2025-26-q3", [])
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("Did you mean audits-completed--all--2025-26-q3?"))
    #expect(try trace("audits-completed--all", []).status == 64)
    #expect(
      try trace("audits-completed--all--2025-26-q3", ["--pack", ".", "--period", "2025-26-Q3"]).status == 64)
  }

  @Test("a pack whose inputs have changed is not traced, and the file is named")
  func changed() throws {
    let folder = try SmallWorkspace.make()
    let made = try Program.run([
      "quarterly", "--workspace", folder.url.path, "--period", "2025-26-Q3", "--format", "data",
    ])
    #expect(made.status == 0, "\(made.errors)")
    let figure = "audits-completed--all--2025-26-q3"
    let arguments = [
      "trace", figure, "--workspace", folder.url.path, "--pack",
      folder.url.appending(path: "output/quarterly-2025-26-Q3").path,
    ]
    let before = try Program.run(arguments)
    #expect(before.status == 0, "\(before.errors)")
    #expect(before.output.contains("exports/audits.csv:4"))
    try folder.write(
      SmallWorkspace.audits(SmallWorkspace.rows + ["A4,C4,Fostering,Case audit,random,21/11/2025,Good"]),
      to: "exports/audits.csv")
    let after = try Program.run(arguments)
    #expect(after.status == 2)
    #expect(after.output.isEmpty)
    #expect(after.errors.contains("exports/audits.csv has changed"))
    try folder.write("nonsense", to: "output/quarterly-2025-26-Q3/manifest.json")
    #expect(try Program.run(arguments).status == 2)
    #expect(
      try Program.run(["trace", figure, "--workspace", folder.url.path, "--pack", "nowhere"]).status == 2)
  }
}
