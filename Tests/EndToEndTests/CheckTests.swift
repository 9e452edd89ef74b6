import Foundation
import Testing

/// `check` on the built program: what it says, what it leaves, and its exit status.
@Suite struct CheckTests {
  private func check(_ folder: TemporaryFolder, _ more: String...) throws -> Program.Result {
    try Program.run(["check", "--workspace", folder.url.path, "--as-at", "2026-01-14"] + more)
  }

  @Test func cleanExportsNeedNothing() throws {
    let folder = try SmallWorkspace.make()
    let result = try check(folder)
    #expect(result.status == 0)
    #expect(result.output.contains("Nothing needs seeing to."))
    #expect(result.output.contains("1 export, 3 rows: 3 used"))
    #expect(!result.output.contains("\u{1B}"))
  }

  @Test func whatCostsRowsComesFirstWithFileAndLine() throws {
    let folder = try SmallWorkspace.make(
      audits: SmallWorkspace.audits(
        SmallWorkspace.rows + [
          "A4,C4,Early Hepl,Case audit,random,21/11/2025,Good",
          "A5,C5,Fostering,Case audit,random,22/11/2025,Goood",
          "A6,C6,Fostering,Case audit,random,31/02/2025,Good",
        ]))
    let result = try check(folder)
    #expect(result.status == 1)
    let lost = try #require(result.output.range(of: "1 row is not counted"))
    let cell = try #require(result.output.range(of: "1 cell is left out"))
    #expect(lost.lowerBound < cell.lowerBound)
    for place in ["exports/audits.csv:5", "exports/audits.csv:6", "exports/audits.csv:7"] {
      #expect(result.output.contains(place))
    }
    #expect(result.output.contains("\u{201C}Early Hepl\u{201D}"))
    #expect(result.output.contains("Did you mean Early Help?"))
  }

  @Test func linesKeepToAHundredColumns() throws {
    let folder = try SmallWorkspace.make(
      audits: SmallWorkspace.audits(SmallWorkspace.rows + ["A4,C4,Nowhere,Case audit,random,21/11/2025,Good"])
    )
    let result = try check(folder)
    #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 100 || $0.hasPrefix("In full") })
  }

  @Test func leavesThePageAndEveryTable() throws {
    let folder = try SmallWorkspace.make()
    #expect(try check(folder, "--period", "2025-26-Q3").status == 0)
    let made = try folder.files().filter { $0.hasPrefix("output/check-2025-26-Q3/") }
    #expect(made.contains("output/check-2025-26-Q3/report.html"))
    #expect(made.contains("output/check-2025-26-Q3/manifest.json"))
    let columns = try CSVRows.read(
      folder.url.appending(path: "output/check-2025-26-Q3/tables/audits-columns.csv"))
    let grade = try #require(columns.first { $0["Column"] == "overall_grade" })
    #expect(grade["Filled"] == "3")
    #expect(grade["Out of"] == "3")
    let inPeriod = try CSVRows.read(
      folder.url.appending(path: "output/check-2025-26-Q3/tables/in-period.csv"))
    #expect(inPeriod.map { $0["In the period"] } == ["3"])
    for file in made {
      let attributes = try FileManager.default.attributesOfItem(
        atPath: folder.url.appending(path: file).path)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
  }

  @Test func saysWhichHeadersItReadAs() throws {
    let folder = try SmallWorkspace.make(
      configuration: """
        framework: st-helens
        services: [Early Help, Fostering]
        datasets:
          audits:
            columns: {Finished On: completed_date}
            ignore: [Case Ref]
        """,
      audits: """
        Audit Ref,Child ID,Service,Type,Selection,Finished On,Judgement,Case Ref,Overal Grade
        A1,C1,Early Help,Case audit,random,07/10/2025,Good,x1,Good
        """)
    let result = try check(folder)
    let rows = try CSVRows.read(
      folder.url.appending(path: "output/check-2026-01-14/tables/audits-headers.csv"))
    let how = Dictionary(rows.map { ($0["Header"]!, $0["How"]!) }, uniquingKeysWith: { $1 })
    #expect(how["Child ID"] == "its own name")
    #expect(how["Audit Ref"] == "a synonym the program knows")
    #expect(how["Finished On"] == "columns in qareport.yaml")
    #expect(how["Case Ref"] == "qareport.yaml says to ignore it")
    #expect(how["Overal Grade"]?.contains("nearest is overall_grade") == true)
    #expect(result.status == 1)
    #expect(!result.output.contains("Case Ref"))
  }

  @Test func tellsTwinsFromRestatements() throws {
    let folder = try SmallWorkspace.make(
      audits: SmallWorkspace.audits(
        SmallWorkspace.rows + [SmallWorkspace.rows[0], "A2,C2,Early Help,Case audit,random,17/10/2025,Good"]))
    let result = try check(folder)
    #expect(
      result.output.contains("Of the replaced rows 1 are the same in every cell"), "\(result.output)")
    #expect(result.output.contains("2 stand\n  twice in one export"), "\(result.output)")
    #expect(result.status == 1)
    let (seeTo, worthKnowing) = (
      try #require(result.output.range(of: "differs from it; only the last of them counts")),
      try #require(
        result.output.range(of: "A record stands more than once in an export, the same in every cell"))
    )
    #expect(seeTo.upperBound < worthKnowing.lowerBound)
  }

  @Test func followsEveryLink() throws {
    let folder = try SmallWorkspace.make()
    try folder.write(
      """
      audit_id,child_id,service,audit_type,completed_date,overall_grade,previous_audit_id
      A1,C1,Early Help,Case audit,07/10/2025,Good,
      A2,C1,Early Help,Re-audit,17/10/2025,Good,A1
      A3,C2,Early Help,Re-audit,18/10/2025,Good,A99
      """, to: "exports/audits.csv")
    try folder.write(
      """
      action_id,raised_date,source,source_id,service,description
      ACT1,07/10/2025,Audit,A1,Early Help,Write the plan
      ACT2,07/10/2025,Audit,A77,Early Help,Write the plan
      """, to: "exports/actions.csv")
    let result = try check(folder)
    #expect(result.status == 1)
    #expect(result.output.contains("is not among the ids of audits (previous_audit_id): \u{201C}A99\u{201D}"))
    #expect(result.output.contains("(source_id): \u{201C}A77\u{201D}"))
    let links = try CSVRows.read(
      folder.url.appending(path: "output/check-2026-01-14/tables/record-links.csv"))
    #expect(links.map { $0["Pointing"] } == ["2", "2"])
    #expect(links.map { $0["To nothing"] } == ["1", "1"])
  }

  @Test func findsDatesThatCannotBe() throws {
    let folder = try TemporaryFolder()
    try folder.write(SmallWorkspace.configuration, to: "qareport.yaml")
    try folder.write(
      """
      audit_id,child_id,service,audit_type,allocated_date,completed_date,overall_grade
      A1,C1,Early Help,Case audit,01/10/2025,07/10/2025,Good
      A2,C2,Early Help,Case audit,28/10/2025,17/10/2025,Good
      A3,C3,Fostering,Case audit,01/11/2025,21/12/2025,Good
      """, to: "exports/audits 2025-12-01.csv")
    let result = try check(folder)
    #expect(result.output.contains("Completed_date is after the day the export was made"))
    #expect(result.output.contains("exports/audits 2025-12-01.csv:4"))
    #expect(result.output.contains("Completed_date is before allocated_date"))
    #expect(result.output.contains("2025-10-28, 2025-10-17"))
  }

  @Test func comparesWithTheLastPack() throws {
    let folder = try SmallWorkspace.make()
    #expect(
      try Program.run([
        "quarterly", "--workspace", folder.url.path, "--period", "2025-26-Q3", "--format", "md",
      ])
      .status == 0)
    #expect(try check(folder).output.contains("Nothing has changed."))
    // One audit regraded, one more found, one withdrawn; one of the next quarter is no restatement.
    try folder.write(
      SmallWorkspace.audits([
        SmallWorkspace.rows[0], "A2,C2,Early Help,Case audit,random,17/10/2025,Good",
        "A4,C4,Fostering,Case audit,random,28/11/2025,Good",
        "A5,C5,Fostering,Case audit,random,05/01/2026,Good",
        "A6,C6,Fostering,Case audit,random,29/11/2025,Good",
      ]), to: "exports/audits.csv")
    let result = try check(folder)
    #expect(result.output.contains("Since quarterly-2025-26-Q3"))
    #expect(result.output.contains("2025-26-Q3: 3 audits then, 4 now (2 new, 1 gone, 1 changed)"))
    #expect(!result.output.contains("2025-26-Q4: "))
    #expect(result.output.contains("exports/audits.csv has changed"))
    let rows = try CSVRows.read(folder.url.appending(path: "output/check-2026-01-14/tables/restated.csv"))
    #expect(rows.map { $0["Quarter"] } == ["2025-26-Q3", "2025-26-Q4"])
    #expect(rows.map { $0["Reported already"] } == ["yes: restated", "no"])
  }

  @Test func onlyTheInternalPackKeepsPrints() throws {
    let folder = try SmallWorkspace.make()
    for audience in ["internal", "board", "public"] {
      _ = try Program.run([
        "quarterly", "--workspace", folder.url.path, "--period", "2025-26-Q3", "--format", "data",
        "--audience",
        audience,
      ])
    }
    #expect(
      try folder.files().filter { $0.hasSuffix("records.csv") } == ["output/quarterly-2025-26-Q3/records.csv"]
    )
    let board = try check(folder, "--since", folder.url.path + "/output/quarterly-2025-26-Q3-board")
    #expect(board.status == 2)
    #expect(board.errors.contains("keeps no records to compare with"))
  }

  @Test func whatCannotBeReadIsSaidWithStatusTwo() throws {
    let folder = try TemporaryFolder()
    #expect(try check(folder).status == 2)
    try folder.write(SmallWorkspace.configuration, to: "qareport.yaml")
    try folder.write("audit_id,service\nA1,Early Help\n", to: "exports/audits.csv")
    let result = try check(folder)
    #expect(result.status == 2)
    #expect(result.errors.contains("completed_date"))
  }
}
