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
