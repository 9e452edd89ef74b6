import QAModel
import Testing

@testable import Ingest

@Suite("Headers")
struct SourcesHeaderTests {
  struct Case: Sendable {
    var name: String
    var text: String
    var titles = 0
    var line: UInt32 = 2
  }

  static let row = "A1,Early Help,13/07/2025,Good"

  static let cases: [Case] = [
    Case(name: "canonical", text: "audit_id,service,completed_date,overall_grade\n\(row)\n"),
    Case(name: "case, spaces, hyphens", text: "Audit ID,SERVICE,Completed-Date,overall  grade\n\(row)\n"),
    Case(name: "non-breaking spaces", text: "Audit\u{A0}ID,Service,Completed Date ,Overall Grade\n\(row)\n"),
    Case(name: "curly quotes", text: "“Audit ID”,Service,Completed date,Overall grade\n\(row)\n"),
    Case(name: "synonyms", text: "Audit Ref,Service Area,Date Completed,Overall Judgement\n\(row)\n"),
    Case(name: "footnote numbers", text: "audit_id,service1,completed_date,overall_grade2\n\(row)\n"),
    Case(
      name: "titles above",
      text: "Audits,,,\nQuarter 2,,,\n\naudit_id,service,completed_date,overall_grade\n\(row)\n",
      titles: 2, line: 5),
    Case(
      name: "two rows", text: "Audit,,Date,Overall\nID,Service,Completed,Grade\n\(row)\n", line: 3),
    Case(
      name: "two rows, a group over several",
      text: ",,Dates,,Grades\nAudit ID,Service,Completed,Due,Overall\nA1,Early Help,13/07/2025,,Good\n",
      line: 3),
    Case(
      name: "a row of groups above",
      text: ",,What was found,\naudit_id,service,completed_date,overall_grade\n\(row)\n", line: 3),
    Case(
      name: "sep= line", text: "sep=,\naudit_id,service,completed_date,overall_grade\n\(row)\n", titles: 1,
      line: 3),
    Case(
      name: "semicolons",
      text: "audit_id;service;completed_date;overall_grade\nA1;Early Help;13/07/2025;Good\n"),
    Case(
      name: "tabs",
      text: "audit_id\tservice\tcompleted_date\toverall_grade\nA1\tEarly Help\t13/07/2025\tGood\n"),
    Case(
      name: "blank columns",
      text: "audit_id,,service,,completed_date,overall_grade,\nA1,,Early Help,,13/07/2025,Good,\n"),
    Case(name: "byte-order mark", text: "\u{FEFF}audit_id,service,completed_date,overall_grade\n\(row)\n"),
  ]

  @Test("are found and mapped", arguments: cases, [1, 7, 1 << 18])
  func found(_ test: Case, readSize: Int) throws {
    let dataset = try TemporaryWorkspace(["audits.csv": test.text]).read(readSize: readSize)
    let audits = try #require(dataset.audits)
    try #require(audits.count == 1)
    #expect(audits.id[0].map { dataset.names.audits.name($0) } == "A1")
    #expect(dataset.service(audits.service[0]) == "Early Help")
    #expect(audits.completed[0] == CalendarDate(year: 2025, month: 7, day: 13))
    #expect(audits.overall[0] == Grade(rank: 1))
    #expect(audits.origin[0].line == test.line)
    #expect(dataset.reconciliation[0].notData[.title] ?? 0 == test.titles)
    #expect(dataset.reconciliation[0].balances)
  }

  @Test(
    "a name goes before the same name with a number, and a year is no footnote",
    arguments: [
      ("Auditor 2,Auditor", "Second,First", "First"), ("Auditor,Auditor 2", "First,Second", "First"),
      ("Auditor 2,Remarks", "Second,x", "Second"), ("Auditor 2024,Auditor 2025", "Old,New", nil),
    ] as [(String, String, String?)])
  func numbered(headers: String, cells: String, auditor: String?) throws {
    let dataset = try TemporaryWorkspace([
      "audits.csv":
        "audit_id,service,completed_date,overall_grade,\(headers)\nA1,EH,13/07/2025,Good,\(cells)\n"
    ]).read()
    let audits = try #require(dataset.audits)
    #expect(audits.auditor[0].map { dataset.names.people.name($0) } == auditor)
    #expect(!dataset.ids.contains("ingest.header.duplicate"))
  }

  @Test("an unknown header is noted with the nearest name, a duplicate warned of")
  func notes() throws {
    let dataset = try TemporaryWorkspace([
      "audits.csv":
        "audit_id,service,completed_date,overall_garde,Service Area,shoe size\nA1,EH,13/07/2025,Good,CiC,9\n"
    ]).read()
    #expect(dataset.ids == ["ingest.header.unknown", "ingest.header.duplicate", "ingest.header.unknown"])
    #expect(dataset.diagnostics[0].suggestion == "did you mean overall_grade?")
    #expect(dataset.diagnostics[1].severity == .warning)
    #expect(dataset.service(dataset.audits?.service[0]) == "Early Help")
  }

  @Test("the workspace maps headers, and columns without one")
  func workspace() throws {
    let disk = TemporaryWorkspace(["audits.csv": ",where,when,score\nA1,CiC,13/07/2025,2\n"])
    var settings = DatasetSettings()
    settings.columns = [
      "Column 1": "audit_id", "WHERE": "service", "when": "completed_date", "score": "overall_grade",
    ]
    settings.values = ["overall_grade": ["2": "Good"]]
    settings.constants = ["audit_type": "Reaudit", "selection": "targeted"]
    let dataset = try disk.read(disk.workspace(datasets: [.audits: settings]))
    let audits = try #require(dataset.audits)
    #expect(audits.id[0].map { dataset.names.audits.name($0) } == "A1")
    #expect(audits.overall[0] == Grade(rank: 1))
    #expect(audits.auditType[0].map { dataset.names.auditTypes.name($0) } == "Re-audit")
    #expect(audits.selection[0] == .targeted)
  }

  @Test("names of the framework come first, in its order")
  func preloaded() throws {
    let dataset = try TemporaryWorkspace(["audits.csv": SourcesFileTests.audits]).read()
    #expect(dataset.names.services.names == ["Early Help", "Assessment & Intervention", "Children in Care"])
    #expect(dataset.names.standards.names == ["Child seen alone", "Plan updated within timescale"])
    #expect(dataset.names.auditTypes.names == ["Case audit", "Re-audit"])
    #expect(dataset.names.questions.names == ["I feel listened to"])
  }
}
