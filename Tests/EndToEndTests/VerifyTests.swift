import Foundation
import Testing

@testable import qareport

/// `qareport verify`: the same, or every difference with what brought it about.
@Suite("Verifying a pack")
struct VerifyTests {
  private static let pack = "output/quarterly-2025-26-Q3"

  private func make(_ more: [String] = []) throws -> TemporaryFolder {
    let folder = try SmallWorkspace.make()
    let result = try Program.run(
      ["quarterly", "--workspace", folder.url.path, "--period", "2025-26-Q3"] + more)
    #expect(result.status == 0, "\(result.errors)")
    return folder
  }

  private func verify(_ folder: TemporaryFolder, _ pack: String = pack) throws -> Program.Result {
    let before = try folder.files()
    let result = try Program.run([
      "verify", folder.url.appending(path: pack).path, "--workspace", folder.url.path,
    ])
    // Nothing is left of the second making.
    #expect(try folder.files() == before)
    return result
  }

  @Test("a fresh pack is the same", arguments: [[], ["--audience", "public"], ["--format", "md"]])
  func same(options: [String]) throws {
    let folder = try make(options)
    let pack = options.contains("public") ? Self.pack + "-public" : Self.pack
    let result = try verify(folder, pack)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("the same. All"), "\(result.output)")
  }

  @Test("a changed export is named with its line, and what comes out otherwise")
  func changedExport() throws {
    let folder = try make()
    var rows = SmallWorkspace.rows
    rows[1] = rows[1].replacingOccurrences(of: "Outstanding", with: "Inadequate")
    try folder.write(SmallWorkspace.audits(rows), to: "exports/audits.csv")
    let result = try verify(folder)
    #expect(result.status == 1)
    #expect(result.output.contains("exports/audits.csv has changed: line 3\n"), "\(result.output)")
    #expect(result.output.contains("come out otherwise: figures.csv"))
    #expect(result.output.contains("not the same, because of the changes above"))
    // Nothing of the line itself; the folder's own name may hold anything.
    #expect(!result.output.replacingOccurrences(of: folder.url.path, with: "").contains("A2"))
  }

  @Test("a public pack tells only that an export changed")
  func publicPack() throws {
    let folder = try make(["--audience", "public"])
    let rows = SmallWorkspace.rows + ["A9,C9,Fostering,Case audit,random,21/11/2025,Good"]
    try folder.write(SmallWorkspace.audits(rows), to: "exports/audits.csv")
    let result = try verify(folder, Self.pack + "-public")
    #expect(result.status == 1)
    #expect(result.output.contains("an export has changed"))
    #expect(!result.output.contains("audits.csv"))
  }

  @Test("changed settings and a new export")
  func configuration() throws {
    let folder = try make()
    try folder.write(SmallWorkspace.configuration + "\nthresholds: {quality: 70%}\n", to: "qareport.yaml")
    try folder.write(
      SmallWorkspace.audits(["B1,D1,Fostering,Case audit,random,21/11/2025,Good"]),
      to: "exports/more-audits.csv")
    let result = try verify(folder)
    #expect(result.status == 1)
    #expect(result.output.contains("qareport.yaml has changed\n"), "\(result.output)")
    #expect(result.output.contains("exports/more-audits.csv is new\n"))
  }

  @Test("files that somebody changed, put there or took away")
  func tampered() throws {
    let folder = try make()
    try folder.write("other words", to: Self.pack + "/report.md")
    try folder.write("minutes", to: Self.pack + "/minutes.txt")
    try FileManager.default.removeItem(at: folder.url.appending(path: Self.pack + "/report.html"))
    let result = try verify(folder)
    #expect(result.status == 1)
    #expect(result.output.contains("report.md was changed after the pack was made"), "\(result.output)")
    #expect(result.output.contains("minutes.txt is no file of the pack"))
    #expect(result.output.contains("report.html is no longer there"))
    #expect(result.output.contains("the files made again are the ones that were written then"))
  }

  @Test("a pack of an older version is named")
  func olderVersion() throws {
    let folder = try make()
    let file = folder.url.appending(path: Self.pack + "/manifest.json")
    let manifest = try String(contentsOf: file, encoding: .utf8)
    try folder.write(
      manifest.replacingOccurrences(
        of: "\"version\": \"\(qareport.Program.version)\"", with: "\"version\": \"0.0.1\""
      )
      .replacingOccurrences(
        of: "\"definitions\": \"\(qareport.Program.definitions)\"", with: "\"definitions\": \"0\""),
      to: Self.pack + "/manifest.json")
    let result = try verify(folder)
    #expect(result.status == 1)
    #expect(result.output.contains("the pack was made by version 0.0.1, this is"), "\(result.output)")
    #expect(result.output.contains("the definitions of figures: the pack follows 0"))
  }

  @Test(
    "a sample and a check are no reports, and verify and trace say so",
    arguments: [
      (
        ["sample", "dip", "--size", "2", "--on", "2026-01-05"], "sample-dip-sample-2026-01-05",
        "is a sample, not a report"
      ),
      (["check", "--period", "2025-26-Q3"], "check-2025-26-Q3", "is a check of the exports, not a report"),
    ])
  func others(command: [String], name: String, says: String) throws {
    let folder = try SmallWorkspace.make()
    try folder.write(
      "child_id,service,opened_date,closed_date\nC1,Early Help,01/04/2025,\nC2,Early Help,01/04/2025,\n",
      to: "exports/caseload.csv")
    try folder.write("worker,role,service\nAnn,Team Manager,Early Help\n", to: "exports/staff.csv")
    let made = try Program.run(command + ["--workspace", folder.url.path, "--quiet"])
    #expect(made.status == 0 || made.status == 1, "\(made.errors)")
    let verified = try verify(folder, "output/" + name)
    #expect(verified.status == 2)
    #expect(verified.output.isEmpty)
    #expect(verified.errors.contains(says), "\(verified.errors)")
    let traced = try Program.run([
      "trace", "audits-completed--all--2025-26-q3", "--workspace", folder.url.path, "--pack",
      folder.url.appending(path: "output/" + name).path,
    ])
    #expect(traced.status == 2)
    #expect(traced.output.isEmpty)
    #expect(traced.errors.contains(says), "\(traced.errors)")
  }

  @Test("what is no pack ends with 2")
  func noPack() throws {
    let folder = try SmallWorkspace.make()
    let result = try verify(folder, "exports")
    #expect(result.status == 2)
    #expect(result.errors.contains("manifest.json"))
  }
}
