import Foundation
import Testing

/// `init` on the built program: what it writes, what it leaves alone, and that the workspace works.
@Suite struct InitTests {
  private static let fixture = Program.repository.appending(path: "fixtures/st-helens")

  private func initialise(_ folder: TemporaryFolder, _ more: String...) throws -> Program.Result {
    try Program.run(["init", "--framework", "st-helens", "--workspace", folder.url.path] + more)
  }

  private static let renamed = """
    QA Audit No.,Child's LCS ID,Which service?,Kind of audit,Random or targeted,Date audit finished,Overall Grading,Postcode
    A1,C1,Early Help,Case audit,random,07/10/2025,Good,WA1 2AB
    A2,C2,Early Help,Case audit,random,17/10/2025,Outstanding,WA2 2AB
    A3,C3,Fostering,Case audit,random,21/11/2025,RI,WA3 2AB
    """

  @Test func aFolderOfExportsBecomesAWorkspace() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.renamed, to: "extract.csv")
    let made = try initialise(folder)
    #expect(made.status <= 1, "\(made.errors)")
    #expect(made.output.contains("audits"))
    let configuration = try String(contentsOf: folder.url.appending(path: "qareport.yaml"), encoding: .utf8)
    #expect(configuration.contains("\"Date audit finished\": completed_date"))
    #expect(configuration.contains("\"QA Audit No.\": audit_id"))
    #expect(configuration.contains("\"Early Help\": []"))
    let attributes = try FileManager.default.attributesOfItem(
      atPath: folder.url.appending(path: "qareport.yaml").path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let check = try Program.run(["check", "--workspace", folder.url.path, "--as-at", "2026-01-14"])
    #expect(check.status <= 1, "\(check.errors)")
    #expect(check.output.contains("3 rows: 3 used"))
    // What check and a report leave in the folder are no exports.
    let quarterly = try Program.run([
      "quarterly", "--workspace", folder.url.path, "--period", "2025-26-Q3", "--format", "data",
    ])
    #expect(quarterly.status <= 1, "\(quarterly.errors)")
    let figures = try CSVRows.read(folder.url.appending(path: "output/quarterly-2025-26-Q3/figures.csv"))
    let completed = figures.first { $0["figure"] == "audits-completed--all--2025-26-q3" }
    #expect(completed?["value"] == "3")
  }

  @Test func aColumnThatMustBeThereIsNamedWhereNoHeaderIsLikeIt() throws {
    let folder = try TemporaryFolder()
    let undated = Self.renamed.split(separator: "\n").map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return (cells[..<5] + cells[6...]).joined(separator: ",")
    }
    try folder.write(undated.joined(separator: "\n") + "\n", to: "exports/audits.csv")
    let made = try initialise(folder)
    #expect(made.status == 1)
    #expect(made.output.contains("audits.csv: no header was found for completed_date"), "\(made.output)")
    let written = try String(contentsOf: folder.url.appending(path: "qareport.yaml"), encoding: .utf8)
    #expect(written.contains("# No header of \"audits.csv\" was found for completed_date"))
  }

  @Test func anExistingConfigurationIsLeftAlone() throws {
    let folder = try SmallWorkspace.make()
    let refused = try initialise(folder)
    #expect(refused.status == 2)
    #expect(refused.errors.contains("--force"))
    let file = folder.url.appending(path: "qareport.yaml")
    #expect(try String(contentsOf: file, encoding: .utf8) == SmallWorkspace.configuration)
    #expect(try initialise(folder, "--force").status <= 1)
    #expect(try String(contentsOf: file, encoding: .utf8) != SmallWorkspace.configuration)
  }

  @Test func nothingIsWrittenWithoutExportsOrFramework() throws {
    let folder = try TemporaryFolder()
    #expect(try initialise(folder).status == 2)
    try folder.write(Self.renamed, to: "extract.csv")
    let result = try Program.run(["init", "--framework", "st-helen", "--workspace", folder.url.path])
    #expect(result.status == 2)
    #expect(result.errors.contains("st-helens"))
    #expect(try folder.files() == ["extract.csv"])
  }

  @Test func headersCannotBreakOutOfTheFile() throws {
    let folder = try TemporaryFolder()
    let hostile = "\"x\"\": y\n# services: \u{2028}&a *a\""
    try folder.write(
      Self.renamed.replacingOccurrences(of: "Postcode", with: hostile), to: "exports/extract.csv")
    #expect(try initialise(folder).status <= 1)
    let check = try Program.run(["check", "--workspace", folder.url.path, "--as-at", "2026-01-14"])
    #expect(check.status <= 1, "\(check.errors)")
  }

  /// The fixture's exports as they are: what the hand-made configuration says beyond their headers and spellings
  /// (targets, escalations, plan) cannot be found in exports, so only what rests on rows is compared.
  @Test func theFixtureGivesTheSameFigures() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: Self.fixture.appending(path: "exports"), to: folder.url.appending(path: "exports"))
    #expect(try initialise(folder).status == 1)
    let byHand = try TemporaryFolder()
    for (workspace, out) in [(Self.fixture, byHand), (folder.url, folder)] {
      let result = try Program.run([
        "quarterly", "--workspace", workspace.path, "--period", "2025-26-Q3", "--as-at", "2026-01-14",
        "--format",
        "data", "--out", out.url.appending(path: "made").path,
      ])
      #expect(result.status == 1, "\(result.errors)")
    }
    func figures(_ folder: TemporaryFolder) throws -> [String: [String]] {
      let rows = try CSVRows.read(
        folder.url.appending(path: "made/quarterly-2025-26-Q3/figures.csv"))
      var figures: [String: [String]] = [:]
      for row in rows {
        figures[row["figure"] ?? ""] = ["numerator", "denominator", "value", "status"].map { row[$0] ?? "" }
      }
      return figures
    }
    let (expected, found) = (try figures(byHand), try figures(folder))
    let kinds = [
      "audits-", "moderation-", "reaudit-", "dip-", "complaints-", "compliments-", "feedback-", "actions-",
    ]
    // That "Mum/Dad" is a parent, and which services an inspector's area is about, only people can say: who gave feedback
    // and the judgement areas are left out.
    let rested = expected.filter { figure in
      kinds.contains { kind in figure.key.hasPrefix(kind) }
        && !["--source-", "--judgement-area-"].contains { figure.key.contains($0) }
    }
    #expect(rested.count > 500)
    let different = rested.keys.filter { found[$0] != rested[$0] }.sorted()
    #expect(different.isEmpty, "\(different.count) of \(rested.count): \(different.prefix(20))")
  }
}
