import QAModel
import Testing

@testable import Ingest

@Suite("Audits")
struct SourcesAuditTests {
  @Test("a plain export becomes a table", arguments: [1, 2, 3, 7, 1 << 18])
  func plain(readSize: Int) throws {
    let disk = TemporaryWorkspace([
      "audits-2025-10-13.csv": """
      Audit Ref,LCS Number,Service Area,Team,Type of Audit,Selection,Date Completed,Overall Judgement,Domain: Assessment,Voice of the child/young person,What has gone well
      A1,100,EH,North,Case audit,random,13/10/2025,RI,Good,good,"Seen alone, and
      listened to"
      A2,101,Early  Help,north,Reaudit,,14-Oct-25,GOOD ,n/a,Goood,-
      A3,'102,assessment and intervention,South,Case Audit,Targeted sample,,,,,
      A4,1.23E+05,Adult Social Care,South,Case Audit,random,01/10/2025,Good,,,
      ,103,EH,South,Case Audit,random,01/10/2025,Good,,,
      A6,104,EH,South,Case Audit,random,31/02/2025,Good,,,
      A7,1.23E+05,EH,South,Case Audit,random,01/10/2025,Good,,,
      """
    ])
    let dataset = try disk.read(readSize: readSize)
    let audits = try #require(dataset.audits)
    try #require(audits.count == 4, "\(dataset.diagnostics)")
    #expect((0..<4).map { audits.id[$0].map { dataset.names.audits.name($0) } } == ["A1", "A2", "A3", "A7"])
    #expect(
      (0..<4).map { dataset.service(audits.service[$0]) } == [
        "Early Help", "Early Help", "Assessment & Intervention", "Early Help",
      ])
    #expect(audits.team[0] == audits.team[1])
    #expect(audits.overall[0] == Grade(rank: 2))
    #expect(audits.overall[1] == Grade(rank: 1))
    #expect(audits.domains[0].audited[0] == Grade(rank: 1))
    #expect(audits.domains[0].audited.missing(at: 1) == .notApplicable)
    #expect(audits.domains[1].audited[0] == Grade(rank: 1))
    #expect(audits.domains[1].audited.missing(at: 1) == .unreadable)
    #expect(audits.completed[0] == CalendarDate(year: 2025, month: 10, day: 13))
    #expect(audits.completed[1] == CalendarDate(year: 2025, month: 10, day: 14))
    #expect(audits.completed.missing(at: 2) == .blank)
    #expect(audits.selection[0] == .random)
    #expect(audits.selection.missing(at: 1) == .blank)
    #expect(audits.selection[2] == .targeted)
    #expect(audits.child[2].map { dataset.names.children.name($0) } == "102")
    #expect(audits.child.missing(at: 3) == .unreadable)
    let text = dataset.text.string(at: audits.strengths.at[0], length: audits.strengths.length[0])
    #expect(text == "Seen alone, and\nlistened to")
    #expect(audits.strengths.isBlank(1))
    #expect(audits.origin.map(\.line) == [2, 4, 5, 9])
    let account = try #require(dataset.reconciliation.first)
    #expect(account.rowsRead == 7)
    #expect(account.used == 4)
    #expect(
      account.setAside == [
        "ingest.service.unknown": 1, "ingest.cell.blank": 1, "ingest.date.no_such_day": 1,
      ])
    #expect(account.cellRejects == ["ingest.grade.unknown": 1, "ingest.id.shortened": 1])
    #expect(account.balances)
    let goood = try #require(dataset.diagnostics.first { $0.id == "ingest.grade.unknown" })
    #expect(
      goood.location
        == SourceLocation(
          file: "exports/audits-2025-10-13.csv", line: 4, column: "Voice of the child/young person"))
    #expect(goood.suggestion == "did you mean Good?")
    #expect(goood.value == "Goood")
    #expect(goood.rejectsCell && !goood.rejectsRow)
    #expect(dataset.files.first?.sha256.count == 64)
  }

  @Test("the later export of a record stands")
  func replaced() throws {
    let disk = TemporaryWorkspace([
      "z-audits-2025-07-01.csv":
        "audit_id,service,completed_date,overall_grade\nA1,EH,01/07/2025,Goood\nA2,EH,13/07/2025,Good\n",
      "audits-2025-10-01.csv":
        "audit_id,service,completed_date,overall_grade\nA1,EH,01/07/2025,Good\nA3,EH,13/07/2025,Good\nA3,EH,13/07/2025,Inadequate\n",
    ])
    let dataset = try disk.read()
    let audits = try #require(dataset.audits)
    try #require(audits.count == 3)
    #expect(dataset.reconciliation.map(\.used) == [1, 2])
    #expect(dataset.reconciliation.map(\.replaced) == [1, 1])
    #expect(dataset.reconciliation.allSatisfy { $0.balances })
    #expect(audits.overall[2] == Grade(rank: 3))
    // The bad grade stood in a row that a later export put right.
    #expect(!dataset.ids.contains("ingest.grade.unknown"))
  }

  @Test("without a required column nothing is made")
  func missingColumn() {
    let disk = TemporaryWorkspace(["audits.csv": "audit_id,service,date complted\nA1,EH,01/07/2025\n"])
    #expect {
      try disk.read()
    } throws: { error in
      let diagnostics = (error as? IngestError)?.diagnostics ?? []
      return diagnostics.first?.id == "ingest.column.missing"
        && diagnostics.first?.location.column == "completed_date"
    }
  }
}
