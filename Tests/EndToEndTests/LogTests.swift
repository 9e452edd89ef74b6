import Foundation
import Testing

@testable import qareport

/// What is said on standard error, for people and for what collects logs.
@Suite("The log")
struct LogTests {
  private func run(_ more: [String], rows: [String] = SmallWorkspace.rows) throws -> (
    Program.Result, [[String: Any]]
  ) {
    let folder = try SmallWorkspace.make(audits: SmallWorkspace.audits(rows))
    let result = try Program.run(
      ["quarterly", "--workspace", folder.url.path, "--period", "2025-26-Q3"] + more)
    let lines = result.errors.split(separator: "\n").compactMap {
      try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
    return (result, lines)
  }

  private static let spoiled =
    SmallWorkspace.rows + ["A4,C4,Early Help,Case audit,random,31/02/2025,\"Go\"\"od\""]

  @Test("every line is an object, the last the account of the run")
  func json() throws {
    let (result, lines) = try run(["--log-format", "json"], rows: Self.spoiled)
    #expect(result.status == 1)
    #expect(lines.count == result.errors.split(separator: "\n").count)
    let fault = try #require(lines.first { $0["line"] as? Int == 5 })
    #expect(fault["file"] as? String == "exports/audits.csv")
    #expect((fault["event"] as? String)?.hasPrefix("ingest.") == true)
    #expect((fault["message"] as? String)?.contains("31/02/2025") == true)
    let end = try #require(lines.last)
    #expect(end["event"] as? String == "run.end")
    #expect(end["status"] as? Int == 1)
    #expect(end["rows"] as? Int == 3)
    #expect(end["exports"] as? Int == 1)
    #expect((end["seconds"] as? Double ?? 0) > 0)
    #expect((end["peak_bytes"] as? Int ?? 0) > 1 << 20)
    let time = try #require(end["time"] as? String)
    #expect(time.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/) != nil)
  }

  @Test("what failed is an object, too")
  func failure() throws {
    let (result, lines) = try run(["--log-format", "json", "--strict"], rows: Self.spoiled)
    #expect(result.status == 2)
    #expect(lines.contains { $0["event"] as? String == "run.failed" && $0["level"] as? String == "error" })
    #expect(lines.last?["status"] as? Int == 2)
  }

  @Test("quiet says only what went wrong, verbose every step")
  func levels() throws {
    #expect(try run(["--quiet"]).0.errors.isEmpty)
    let (plain, _) = try run([])
    #expect(plain.errors.split(separator: "\n").count == 1)
    #expect(plain.errors.contains("3 rows used"))
    let (verbose, _) = try run(["--verbose"])
    for step in [
      "read qareport.yaml", "exports/audits.csv: audits, 3 rows, 3 used", "made the figures", "wrote ",
    ] {
      #expect(verbose.errors.contains(step), "\(verbose.errors)")
    }
    #expect(try run(["--quiet", "--verbose"]).0.status == 64)
    #expect(try run(["--log-format", "xml"]).0.status == 64)
  }

  @Test("no progress is drawn but on a terminal")
  func noTerminal() throws {
    #expect(try !run([]).0.errors.contains("\u{1B}"))
  }

  @Test("how far, how fast, how long")
  func progress() {
    func line(_ done: Int, of expected: Int, _ seconds: Double) -> String {
      ProgressLine.text("reading the exports", done, of: expected, seconds) { "\($0 >> 20) MB" }
    }
    #expect(line(300 << 20, of: 1200 << 20, 3) == "reading the exports: 25%, 100 MB/s, about 9 s left")
    #expect(line(1 << 20, of: 1000 << 20, 1) == "reading the exports: 0%, 1 MB/s, about 16 min left")
    #expect(line(0, of: 0, 1) == "reading the exports: 0%")
  }

  @Test("a quoted text is JSON whatever it holds")
  func quoting() throws {
    let text = "a \"b\" \\ \n\t\u{1} \u{85} \u{2028} é 👍"
    let read =
      try JSONSerialization.jsonObject(with: Data("[\(JSONLogHandler.quoted(text))]".utf8)) as? [String]
    #expect(read == [text])
  }
}
