import Foundation
import QAModel
import Testing

@testable import Ingest

@Suite("The documentation of the configuration")
struct WorkspaceDocumentationTests {
  private let text: String

  init() throws {
    text = try String(contentsOfFile: Repository.root + "/docs/configuration.md", encoding: .utf8)
  }

  @Test("has an example that is read without a fault but for the export that is not there")
  func example() throws {
    let start = try #require(text.range(of: "```yaml\n"))
    let end = try #require(text.range(of: "\n```", range: start.upperBound..<text.endIndex))
    let yaml = String(text[start.upperBound..<end.lowerBound])
    let (workspace, messages) = try readWorkspace(["qareport.yaml": yaml], templates: [Repository.templates])
    #expect(
      messages.map { $0.split(separator: ": ")[2] } == [
        "there is no export \"old/tracker.csv\". Write its path from the exports folder on, or delete the line."
      ])
    let framework = try #require(workspace?.framework)
    #expect(framework.standards.count == 9)
    #expect(framework.indicators.count == 10)
    #expect(framework.auditTypes[1].selection == .random)
    #expect(framework.complaints.stage2 == 20)
    #expect(workspace?.datasets.count == 6)
    #expect(framework.plan.last?.due == .times(1, per: .weeks(6)))
  }

  @Test("speaks of every key and dataset")
  func keys() {
    let keys =
      WorkspaceReader.keys + FrameworkDecoder.keys + DatasetSettingsDecoder.keys
      + DatasetKind.allCases.map(\.rawValue)
    for key in keys { #expect(text.contains("`\(key)`"), "\(key)") }
  }
}

@Suite("The documentation of framework files")
struct FrameworkDocumentationTests {
  private let text: String

  init() throws {
    text = try String(contentsOfFile: Repository.root + "/docs/frameworks.md", encoding: .utf8)
  }

  @Test("speaks of every key, kind and section")
  func keys() {
    let keys =
      FrameworkDecoder.keys + ReportDecoder.keys + MeetingDecoder.keys + MeetingDecoder.dayKeys
      + PlanDecoder.keys + AuditTypeDecoder.keys + ReportKind.allCases.map(\.rawValue)
      + SectionID.allCases.map(\.rawValue)
    let spoken = text.matches(of: /[a-z_0-9]+/).reduce(into: Set<String>()) { $0.insert(String($1.output)) }
    for key in keys { #expect(spoken.contains(key), "\(key)") }
  }

  @Test("has examples that are read without a fault")
  func examples() throws {
    let blocks = text.split(separator: "```yaml\n").dropFirst().map { $0.split(separator: "```")[0] }
    #expect(blocks.count == 3)
    for block in blocks.prefix(2) {
      let (_, faults) = try readWorkspace([
        "qareport.yaml":
          "framework: small\nservices: [SEND]\naudit_types: [EHCP audit]\nreports: {monthly: }\n",
        "frameworks/small.yaml": smallFramework + "\n" + block,
      ])
      // The workspace's reports are added to the block's.
      #expect(faults == [], "\(block)")
    }
  }
}

@Suite("The table of obligations")
struct ObligationDocumentationTests {
  @Test("has each of the 63 once, and names tests that are there")
  func table() throws {
    let text = try String(contentsOfFile: Repository.root + "/docs/obligations.md", encoding: .utf8)
    let rows = text.split(separator: "\n").compactMap { line -> [Substring]? in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
      return cells.count == 4 && line.contains(#/^\| (KI|DO|HA|SH)-\d+ /#) ? Array(cells) : nil
    }
    let ids = rows.map { $0[0].trimmingCharacters(in: .whitespaces) }
    let expected = [("KI", 15), ("DO", 15), ("HA", 16), ("SH", 17)].flatMap { start, count in
      (1...count).map { "\(start)-\($0)" }
    }
    #expect(ids == expected)
    var tests = ""
    let files = FileManager.default.enumerator(atPath: Repository.root + "/Tests")
    while let file = files?.nextObject() as? String {
      guard file.hasSuffix(".swift") else { continue }
      tests += try String(contentsOfFile: Repository.root + "/Tests/" + file, encoding: .utf8)
    }
    for match in rows.map({ String($0[3]) }).joined().matches(of: #/`(\w+)\.(\w+)`/#) {
      #expect(tests.contains("struct \(match.1) "), "\(match.0)")
      #expect(tests.contains("func \(match.2)("), "\(match.0)")
    }
  }
}
