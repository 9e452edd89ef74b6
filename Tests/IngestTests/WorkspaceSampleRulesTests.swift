import QAModel
import Testing

@testable import Ingest

/// DO-4, SH-5: the rules of who may be drawn are the framework's.
@Suite("Rules of samples in framework files")
struct WorkspaceSampleRulesTests {
  private func framework(_ name: String) throws -> Framework {
    try #require(
      readWorkspace(["qareport.yaml": "framework: \(name)\n"], templates: [Repository.templates]).0?.framework
    )
  }

  @Test("Dorset's records are open six months, in early help two, and the auditor is of another team")
  func dorset() throws {
    let types = try framework("dorset").auditTypes
    let audit = try #require(types.first { $0.term.name == "Case audit" })
    #expect(audit.openMonths == 6 && audit.isByAnotherTeam)
    let early = try #require(types.first { $0.term.name == "Early help audit" })
    #expect(early.openMonths == 2 && early.isByAnotherTeam)
  }

  @Test("St Helens' reviews take earlier inadequate and near-good children")
  func stHelens() throws {
    let types = try framework("st-helens").auditTypes
    #expect(types.filter { $0.earlier.isAny }.map(\.term.name) == ["Collaborative case review"])
    #expect(types[1].earlier == EarlierGrades(inadequate: 2, nearGood: 2))
  }

  @Test("How many are followed up is read, and what is no number is told")
  func earlier() throws {
    let (workspace, faults) = try readWorkspace([
      "qareport.yaml":
        "framework: small\naudit_types:\n  - {name: Review, earlier: {inadequate: 3}}\n",
      "frameworks/small.yaml": smallFramework,
    ])
    #expect(faults == [])
    #expect(workspace?.framework.auditTypes.last?.earlier == EarlierGrades(inadequate: 3))
    let wrong = try IngestTests.faults(
      of: "framework: small\naudit_types:\n  - {name: Review, earlier: {near_god: 3}}\n")
    #expect(wrong.count == 1)
    #expect(wrong.first?.contains("near_good") == true)
  }
}
