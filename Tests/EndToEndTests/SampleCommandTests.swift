import Foundation
import Testing

/// DO-4, DO-5, SH-4: the list of who is audited by whom, as a user draws it.
@Suite("qareport sample")
struct SampleCommandTests {
  /// Twelve children in each of two teams, three who audit.
  private func workspace() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("framework: dorset\n", to: "qareport.yaml")
    let children = ["North", "South"].flatMap { team in
      (1...12).map { "\(team)\($0),Locality Teams,\(team),Worker \(team),Child in need,17/01/2025,,\($0)" }
    }
    try folder.write(
      (["child_id,service,team,worker,level_of_need,opened_date,closed_date,age"] + children).joined(
        separator: "\n") + "\n", to: "exports/caseload.csv")
    try folder.write(
      """
      worker,role,service,team,started_date,left_date
      Worker North,Social Worker,Locality Teams,North,21/09/2020,
      Worker South,Social Worker,Locality Teams,South,21/09/2020,
      Ann,Team Manager,Locality Teams,North,21/09/2020,
      Bob,Team Manager,Locality Teams,South,21/09/2020,
      Cat,Advanced Practitioner,Locality Teams,Hub,21/09/2020,

      """, to: "exports/staff.csv")
    return folder
  }

  private func draw(_ folder: TemporaryFolder, _ more: [String] = []) throws -> Program.Result {
    try Program.run(["sample", "--workspace", folder.url.path, "--on", "2026-01-05"] + more)
  }

  @Test("draws what the plan says and allocates to other teams, two weeks from notification")
  func draws() throws {
    let folder = try workspace()
    let result = try draw(folder)
    #expect(result.status == 0, "\(result.errors)")
    let place = "output/sample-case-audit-2026-01-05"
    #expect(
      try folder.files().filter { $0.hasPrefix("output/") }
        == [
          "allocation.csv", "manifest.json", "sample.xlsx", "tables/auditors.csv", "tables/left-out.csv",
          "tables/sample-against-caseload.csv",
        ].map { "\(place)/\($0)" })
    let list = folder.url.appending(path: "\(place)/allocation.csv")
    let rows = try CSVRows.read(list)
    // Six a year for each of three, a twelfth a month: a half of three, rounded up.
    #expect(rows.count == 2)
    let teams = ["Ann": "North", "Bob": "South", "Cat": "Hub"]
    for row in rows {
      #expect(row["Due"] == "2026-01-19")
      #expect(row["Selection"] == "random")
      let auditor = try #require(row["Auditor"])
      #expect(teams[auditor] == row["Auditor's team"])
      #expect(row["Auditor's team"] != row["Team"])
      #expect(row["Worker's team"] == row["Team"])
    }
    #expect(Set(rows.map { $0["Auditor"] }).count == 2)
    let mode = try FileManager.default.attributesOfItem(atPath: list.path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    // The workbook has the list too; the terminal names no child.
    let book = try ZipReader(path: folder.url.appending(path: "\(place)/sample.xlsx").path)
    let strings = try book.text("xl/sharedStrings.xml")
    for row in rows {
      let child = try #require(row["Child id"])
      #expect(strings.contains(">\(child)<"))
      #expect(!result.output.contains(child))
    }
    #expect(result.output.contains("2 children were drawn from 24 that could be"))
    #expect(result.output.contains("All of the caseload"))
  }

  @Test("The same seed gives the same bytes, another seed another folder")
  func sameBytes() throws {
    let folder = try workspace()
    let contents = { (name: String) in
      try ["allocation.csv", "sample.xlsx", "manifest.json"].map {
        try Data(contentsOf: folder.url.appending(path: "output/\(name)/\($0)"))
      }
    }
    #expect(try draw(folder, ["--size", "6"]).status == 0)
    let first = try contents("sample-case-audit-2026-01-05")
    #expect(try draw(folder, ["--size", "6"]).status == 0)
    #expect(try contents("sample-case-audit-2026-01-05") == first)
    #expect(try draw(folder, ["--size", "6", "--seed", "7"]).status == 0)
    #expect(try contents("sample-case-audit-2026-01-05-seed-7")[0] != first[0])
    #expect(try contents("sample-case-audit-2026-01-05") == first)
  }

  @Test("What cannot be drawn is refused, and nothing is left")
  func refused() throws {
    let folder = try workspace()
    for (more, expected) in [
      (["--size", "25"], "24 children can be drawn and 25 are wanted"),
      (
        ["--open-for", "13"],
        "0 children can be drawn and 2 are wanted (left out: 24 open for less than 13 months)"
      ),
      (["Case adit"], "did you mean \u{201C}Case audit\u{201D}?"),
      (["--team", "Nrth"], "did you mean \u{201C}North\u{201D}?"),
      (["dip"], "does not say who audits"),
    ] {
      let result = try draw(folder, more)
      #expect(result.status == 2, "\(more)")
      #expect(result.errors.contains(expected), "\(result.errors)")
    }
    #expect(try !folder.files().contains { $0.hasPrefix("output") })
    #expect(try draw(folder, ["--size", "0"]).status == 64)
    #expect(try draw(folder, ["--by", "height"]).status == 64)
    #expect(try draw(folder, ["--due", "2026-01-01"]).status == 64)
  }

  @Test("Where only one team audits, its own children have nobody, and it is said so")
  func ownTeam() throws {
    let folder = try workspace()
    try folder.write(
      """
      worker,role,service,team,started_date,left_date
      Ann,Team Manager,Locality Teams,North,21/09/2020,
      Bob,Team Manager,Locality Teams,North,21/09/2020,

      """, to: "exports/staff.csv")
    let result = try draw(folder)
    #expect(result.status == 2)
    #expect(
      result.errors.contains(
        "for 12 of the children that could be drawn there is no auditor of another team (North)"))
    #expect(try draw(folder, ["--team", "South"]).status == 0)
  }
}
