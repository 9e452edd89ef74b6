import Foundation
import Testing

/// What a user sees when something is wrong: a message that says where and what to do, the right exit status, and
/// never part of a report.
@Suite("Bad input")
struct BadInputTests {
  private func quarterly(_ folder: TemporaryFolder, _ more: [String] = []) throws -> Program.Result {
    try Program.run(["quarterly", "--workspace", folder.url.path, "--period", "2025-26-Q3"] + more)
  }

  private func leavesNothing(_ folder: TemporaryFolder) throws -> Bool {
    try !folder.files().contains { $0.hasPrefix("output/") }
  }

  @Test("clean exports end with 0")
  func clean() throws {
    let folder = try SmallWorkspace.make()
    let result = try quarterly(folder)
    #expect(result.status == 0, "\(result.errors)")
    #expect(try folder.files().contains("output/quarterly-2025-26-Q3/report.html"))
  }

  @Test("a missing required column")
  func missingColumn() throws {
    let folder = try SmallWorkspace.make(audits: "audit_id,child_id,overall_grade\nA1,C1,Good\n")
    let result = try quarterly(folder)
    #expect(result.status == 2)
    #expect(result.errors.contains("exports/audits.csv"))
    #expect(result.errors.contains("service"))
    #expect(result.errors.contains("completed_date"))
    #expect(try leavesNothing(folder))
  }

  @Test("an unknown key in qareport.yaml")
  func unknownKey() throws {
    let folder = try SmallWorkspace.make(configuration: SmallWorkspace.configuration + "\ndate_ordr: dmy\n")
    let result = try quarterly(folder)
    #expect(result.status == 2)
    #expect(result.errors.contains("qareport.yaml:3"))
    #expect(result.errors.contains("date_order"))
    #expect(try leavesNothing(folder))
  }

  @Test(
    "a cell that cannot be read",
    arguments: [
      ("A4,C4,Early Help,Case audit,random,31/02/2025,Good", "31/02/2025"),
      ("A4,C4,Early Help,Case audit,random,07/10/2025,Goood", "Goood"),
    ])
  func unreadableCell(row: String, value: String) throws {
    let folder = try SmallWorkspace.make(audits: SmallWorkspace.audits(SmallWorkspace.rows + [row]))
    let result = try quarterly(folder)
    #expect(result.status == 1)
    #expect(result.errors.contains("exports/audits.csv:5"))
    #expect(result.errors.contains(value))
    let rejects = try String(
      contentsOf: folder.url.appending(path: "output/quarterly-2025-26-Q3/rejects.csv"), encoding: .utf8)
    #expect(rejects.contains("exports/audits.csv,5,"))
    #expect(rejects.contains(value))
  }

  @Test("--strict makes nothing of exports with data problems")
  func strict() throws {
    let folder = try SmallWorkspace.make(
      audits: SmallWorkspace.audits(
        SmallWorkspace.rows + ["A4,C4,Early Help,Case audit,random,31/02/2025,Good"]))
    let result = try quarterly(folder, ["--strict"])
    #expect(result.status == 2)
    #expect(try leavesNothing(folder))
  }

  @Test("a folder without anything")
  func emptyFolder() throws {
    let folder = try TemporaryFolder()
    let result = try quarterly(folder)
    #expect(result.status == 2)
    #expect(result.errors.contains("qareport.yaml"))
    #expect(try folder.files().isEmpty)
  }

  @Test("a workspace without exports")
  func noExports() throws {
    let folder = try TemporaryFolder()
    try folder.write(SmallWorkspace.configuration, to: "qareport.yaml")
    let result = try quarterly(folder)
    #expect(result.status == 2)
    #expect(result.errors.contains("exports"))
    #expect(try leavesNothing(folder))
  }

  @Test("a CSV cut in the middle of a quoted field")
  func cutInQuotes() throws {
    let folder = try SmallWorkspace.make(
      audits: SmallWorkspace.audits(SmallWorkspace.rows)
        + "A4,C4,Early Help,Case audit,random,07/10/2025,\"Go")
    let result = try quarterly(folder)
    #expect(result.status == 1)
    #expect(result.errors.contains("exports/audits.csv:5"))
  }

  @Test("a file that is not text")
  func notText() throws {
    let folder = try SmallWorkspace.make()
    var bytes = Data([0x50, 0x4B, 0x03, 0x04])
    bytes.append(contentsOf: (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 31) })
    try folder.write(bytes, to: "exports/audits_2025-11.csv")
    let result = try quarterly(folder)
    #expect(result.status == 2)
    #expect(result.errors.contains("exports/audits_2025-11.csv"))
  }

  @Test("a period that is none is a usage error")
  func period() throws {
    let folder = try SmallWorkspace.make()
    let result = try Program.run(["quarterly", "--workspace", folder.url.path, "--period", "2025-26-Q5"])
    #expect(result.status == 64)
    #expect(try leavesNothing(folder))
  }

  @Test(
    "public reports that could be subtracted from one another are refused",
    arguments: [
      (["--period", "2025-26"], "only quarters are published"),
      (["--period", "2025-10"], "only quarters are published"),
      (["--period", "2025-26-Q3", "--as-at", "2026-01-14"], "a quarter is published once"),
    ])
  func publicDifferencing(arguments: [String], message: String) throws {
    let folder = try SmallWorkspace.make()
    let result = try Program.run(
      ["quarterly", "--workspace", folder.url.path, "--audience", "public"] + arguments)
    #expect(result.status == 2)
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(try leavesNothing(folder))
  }
}
