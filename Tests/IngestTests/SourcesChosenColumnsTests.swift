import QAModel
import Testing

@testable import Ingest

@Suite("Chosen columns of an export")
struct SourcesChosenColumnsTests {
  static let export = """
    audit_id,service,team,completed_date,overall_grade,strengths
    A1,EH,East,13/07/2025,Good,kept in touch
    A2,nowhere,East,14/07/2025,Good,
    A1,CiC,West,15/07/2025,RI,
    ,EH,West,not a date,Good,
    """

  static func read(_ columns: Set<String>) throws -> Dataset {
    let disk = TemporaryWorkspace([
      "audits.csv": export, "complaints.csv": "reference,received_date,service\nC1,1/5/2025,EH\n",
    ])
    return try ExportReader(workspace: disk.workspace(), only: [.audits: columns]).read()
  }

  @Test("hold what they hold when everything is read; the others are empty")
  func chosen() throws {
    let audits = try #require(try Self.read(["team", "overall_grade"]).audits)
    #expect(audits.count == 4)
    #expect((0..<4).map { audits.overall[$0]?.rank } == [1, 1, 2, 1])
    #expect(audits.team.count == 4)
    #expect(audits.id.count == 0 && audits.completed.count == 0 && audits.strengths.count == 0)
  }

  @Test("are judged as ever: a service nobody knows costs its row")
  func judged() throws {
    let dataset = try Self.read(["service", "completed_date"])
    #expect(dataset.audits?.count == 2)
    #expect(dataset.ids.sorted() == ["ingest.date.unreadable", "ingest.service.unknown"])
    #expect(dataset.reconciliation.map(\.balances) == [true])
  }

  @Test("leave other datasets unread and unmentioned, and files without a hash")
  func others() throws {
    let dataset = try Self.read(["team"])
    #expect(dataset.complaints == nil)
    #expect(dataset.files.map(\.path) == ["exports/audits.csv"])
    #expect(dataset.files.map(\.sha256) == [""])
    #expect(dataset.diagnostics.isEmpty)
  }

  @Test("a file whose hash another thread finds has the hash of its bytes")
  func largeFile() throws {
    let row = "A1,EH,East,13/07/2025,Good,\"\(String(repeating: "text, ", count: 500))\"\n"
    let bytes =
      Array(("audit_id,service,team,completed_date,overall_grade,strengths\n").utf8)
      + Array(repeatElement(Array(row.utf8), count: 3000).joined())
    let dataset = try TemporaryWorkspace(["audits.csv": bytes]).read()
    #expect(bytes.count > 8 << 20)
    #expect(dataset.files.map(\.sha256) == [SHA256.hex(of: bytes)])
    #expect(dataset.reconciliation.map(\.rowsRead) == [3000])
  }
}

@Suite("Work on several threads")
struct ParallelTests {
  @Test("is done once for every number", arguments: [0, 1, 2, 3, 100], [1, 2, 5])
  func everyNumber(count: Int, threads: Int) {
    let done = UnsafeMutableBufferPointer<Int>.allocate(capacity: max(count, 1))
    defer { done.deallocate() }
    done.initialize(repeating: 0)
    Parallel.forEach(count, threads: threads) { done[$0] += 1 }
    #expect(done.prefix(count).allSatisfy { $0 == 1 })
  }

  @Test("comes out in the order of the numbers")
  func inOrder() {
    #expect(Parallel.map(100, threads: 4) { "\($0)" } == (0..<100).map { "\($0)" })
  }

  @Test("in the background has its value when it is asked for, and ends when nobody asks")
  func background() {
    #expect(Background { (1...1000).reduce(0, +) }.value() == 500_500)
    _ = Background { 1 }
  }
}
