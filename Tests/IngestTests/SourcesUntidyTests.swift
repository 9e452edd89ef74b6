import QAModel
import Testing

@testable import Ingest

@Suite("Untidy exports")
struct SourcesUntidyTests {
  static let header = "audit_id,service,completed_date,overall_grade,strengths"

  func read(
    _ rows: String, readSize: Int = 1 << 18, settings: DatasetSettings = DatasetSettings(),
    change: (inout Workspace) -> Void = { _ in }
  ) throws -> Dataset {
    let disk = TemporaryWorkspace(["audits.csv": "\(Self.header)\n\(rows)"])
    return try disk.read(readSize: readSize, disk.workspace(datasets: [.audits: settings], change: change))
  }

  @Test("a stray quote costs its row, and names the line", arguments: [1, 2, 3, 7, 1 << 18])
  func strayQuote(readSize: Int) throws {
    let dataset = try read(
      "A1,EH,13/07/2025,Good,\"so\nfar\"\nA2,EH,13/07/2025,Good,\"oops\nA3,EH,13/07/2025,Good,fine\nA4,EH,13/07/2025,Good,\"a, b\"\n",
      readSize: readSize)
    #expect(dataset.audits?.count == 3)
    let account = dataset.reconciliation[0]
    #expect(account.rowsRead == 4)
    #expect(account.setAside == ["ingest.csv.stray_quote": 1])
    #expect(account.balances)
    let diagnostic = try #require(dataset.diagnostics.first)
    #expect(diagnostic.location.line == 4)
    #expect(diagnostic.location.column == "strengths")
    #expect(diagnostic.rejectsRow)
    #expect(dataset.audits?.origin.map(\.line) == [2, 5, 6])
  }

  @Test(
    "a file that was cut short says so",
    arguments: [
      "A1,EH,13/07/2025,Good,\"cut o", "A1,EH,13/07/2025,Good,\"cut\nin the middle\nof a long te",
      "A1,EH,13/0",
    ], [1, 3, 1 << 18])
  func cut(end: String, readSize: Int) throws {
    let dataset = try read("A0,EH,13/07/2025,Good,fine\n\(end)", readSize: readSize)
    #expect(dataset.audits?.count == 1)
    #expect(dataset.reconciliation[0].setAside == ["ingest.csv.cut": 1])
    #expect(dataset.reconciliation[0].rowsRead == 2)
    #expect(dataset.reconciliation[0].balances)
    #expect(dataset.diagnostics.map(\.id) == ["ingest.csv.cut"])
    #expect(dataset.diagnostics[0].location.line == 3)
    #expect(dataset.diagnostics[0].severity == .error)
  }

  @Test("cells that slipped to the right are not read")
  func slipped() throws {
    let dataset = try read(
      "A1,EH,13/07/2025,Good,fine,side note\nA2,EH, north,13/07/2025,Good,slipped\nA3,EH,13/07/2025,see, next,Good\n"
    )
    #expect(dataset.audits?.count == 1)
    #expect(
      dataset.reconciliation[0].setAside == ["ingest.date.unreadable": 1, "ingest.row.too_long": 1])
    #expect(dataset.reconciliation[0].balances)
    #expect(dataset.ids.contains("ingest.row.longer_than_header"))
  }

  @Test("bytes that are no characters are reported, not replaced")
  func undecodable() throws {
    var bytes = Array("\(Self.header)\né1,EH,13/07/2025,Good,è\nA2,EH,13/07/2025,Good,bad ".utf8)
    bytes += [0xFF] + Array(" byte\nA3,EH,13/07/2025,Go".utf8) + [0xE9] + Array("d,fine é\n".utf8)
    let dataset = try TemporaryWorkspace(["audits.csv": bytes]).read()
    let audits = try #require(dataset.audits)
    #expect(audits.count == 3)
    #expect(audits.strengths.isBlank(1))
    #expect(audits.overall.missing(at: 2) == .unreadable)
    #expect(dataset.diagnostics.map(\.id) == ["ingest.text.undecodable", "ingest.text.undecodable"])
    #expect(dataset.diagnostics.map(\.location.line) == [3, 4])
    #expect(dataset.reconciliation[0].cellRejects == ["ingest.text.undecodable": 2])
  }

  @Test("rows outside the workspace's scope are counted as such")
  func scope() throws {
    var settings = DatasetSettings()
    settings.rows = ["Service": ["EH", "early help"]]
    let dataset = try read(
      "A1,EH,13/07/2025,Good,\nA2,CiC,13/07/2025,Good,\nA3, eh ,13/07/2025,Good,\nA4,Nowhere,13/07/2025,Good,\n",
      settings: settings)
    #expect(dataset.audits?.count == 2)
    #expect(dataset.reconciliation[0].setAside == ["outside_scope": 2])
    #expect(dataset.diagnostics.isEmpty)
  }

  @Test("the workspace says which cells are missing")
  func missing() throws {
    var settings = DatasetSettings()
    settings.missing = ["overall_grade": [.notAvailable: ["nan", "None"], .notSeen: ["x"]]]
    let rows = "A1,EH,13/07/2025,nan,\nA2,EH,13/07/2025,NONE,\nA3,EH,13/07/2025,x,\nA4,EH,13/07/2025,nana,\n"
    let listed = try read(rows, settings: settings)
    let grades = try #require(listed.audits?.overall)
    #expect((0..<4).map { grades.missing(at: $0) } == [.notAvailable, .notAvailable, .notSeen, .unreadable])
    let unlisted = try read(rows)
    #expect(unlisted.reconciliation[0].cellRejects == ["ingest.grade.unknown": 3])
    #expect(unlisted.audits?.overall.missing(at: 2) == .notAvailable)
  }

  @Test("the order of day and month is the file's, else the workspace's with one diagnostic")
  func dateOrder() throws {
    let ambiguous = "A1,EH,07/10/2025,Good,\nA2,EH,08/10/2025,Good,\n"
    let assumed = try read(ambiguous)
    #expect(assumed.ids == ["ingest.date.order_assumed"])
    #expect(assumed.audits?.completed[0] == CalendarDate(year: 2025, month: 10, day: 7))
    let monthFirst = try read(ambiguous) { $0.dateOrder = .monthFirst }
    #expect(monthFirst.audits?.completed[0] == CalendarDate(year: 2025, month: 7, day: 10))
    let decided = try read(ambiguous + "A3,EH,10/13/2025,Good,\n")
    #expect(decided.ids == [])
    #expect(decided.audits?.completed[0] == CalendarDate(year: 2025, month: 7, day: 10))
    let mixed = try read(
      ambiguous + "A3,EH,10/13/2025,Good,\nA4,EH,14/10/2025,Good,\nA5,EH,15/10/2025,Good,\n")
    #expect(mixed.ids == ["ingest.date.order_mixed", "ingest.date.other_order"])
    #expect(mixed.audits?.count == 4)
  }

  @Test("services are told by their letters, unknown ones set aside unless any are taken")
  func services() throws {
    let rows = """
      A1,early  help,13/07/2025,Good,
      A2,EARLY-HELP,13/07/2025,Good,
      A3,Assessment and Intervention,13/07/2025,Good,
      A4,A&I ,13/07/2025,Good,
      A5,Erly Help,13/07/2025,Good,
      A6,,13/07/2025,Good,
      """
    let dataset = try read(rows)
    let audits = try #require(dataset.audits)
    #expect(audits.count == 5)
    #expect((0..<5).map { audits.service[$0] } == [0, 0, 1, 1, nil])
    #expect(audits.service.missing(at: 4) == .blank)
    #expect(dataset.ids == ["ingest.service.unknown", "ingest.cell.blank"])
    #expect(dataset.diagnostics[0].suggestion == "did you mean Early Help?")
    let open = try read(rows) { $0.acceptsUnknownServices = true }
    #expect(open.audits?.count == 6)
    #expect(open.names.services.names.last == "Erly Help")
  }

  @Test("what was not completed has no date, and is read")
  func notCompleted() throws {
    let dataset = try read("A1,EH,,Good,\nA2,EH,-,Good,\nA3,EH,soon,Good,\n")
    #expect(dataset.audits?.count == 2)
    #expect(dataset.reconciliation[0].setAside == ["ingest.date.unreadable": 1])
  }

  @Test("the account of every row balances, whatever is in the file", arguments: [1, 5, 1 << 18])
  func balances(readSize: Int) throws {
    let dataset = try read(
      """
      A1,EH,13/07/2025,Good,x
      ,,,,
      \(Self.header)
      A1,EH,13/07/2025,Goood,x
      Total,,,2,
      A2,Nowhere,13/07/2025,Good,"oops
      A3,EH,31/02/2025,Good,x

      Source: somewhere,,,,
      """, readSize: readSize)
    let account = dataset.reconciliation[0]
    #expect(account.balances)
    #expect(account.rowsRead == 9)
    #expect(account.used == 1)
    #expect(account.replaced == 1)
    #expect(account.notData == [.blank: 2, .header: 1, .total: 1, .footnote: 1])
    #expect(account.setAsideTotal == 2)
  }
}
