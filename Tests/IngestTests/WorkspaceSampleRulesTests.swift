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

  @Test("Dorset draws plans of the month before and contacts of the week before, by kind")
  func drawnFrom() throws {
    let types = try framework("dorset").auditTypes
    let plans = try #require(types.first { $0.term.name == "EHCP audit" })
    #expect(plans.drawnFrom == DrawnFrom(last: .month, isPlanFinalised: true, register: "EHC plans"))
    let contacts = try #require(types.first { $0.term.name == "Front door audit: section 47" })
    #expect(
      contacts.drawnFrom
        == DrawnFrom(
          last: .week, register: "Front door contacts",
          conditions: [.init("Kind", ["Contact", "Referral"]), .init("Outcome", ["Section 47", "s47"])]))
    let day = try #require(CalendarDate(iso: "2026-01-05"))
    #expect(plans.drawnFrom?.period(before: day) == Period(parsing: "2025-12"))
    #expect(contacts.drawnFrom?.period(before: day) == Period(parsing: "2025-12-29..2026-01-04"))
  }

  @Test(
    "What is drawn from is told where it cannot be",
    arguments: [
      ("{last: month}", "drawn_from does not say what is drawn from"),
      ("{caseload: opened_date, last: month}", "ehcp_finalised_date"),
      ("{register: Contacts, last: week}", "the framework has no register \"Contacts\""),
      ("{caseload: ehcp_finalised_date, last: year}", "\"year\" is not a stretch of time to draw from"),
      ("{caseload: ehcp_finalised_date}", "the key \"last\" of drawn_from is missing"),
      ("{caseload: ehcp_finalised_date, last: month, where: Kind}", "where must name columns"),
    ])
  func wrongDrawnFrom(written: String, told: String) throws {
    let wrong = try IngestTests.faults(
      of: "framework: small\naudit_types:\n  - {name: Review, drawn_from: \(written)}\n")
    #expect(wrong.count == 1, "\(wrong)")
    #expect(wrong.first?.contains(told) == true, "\(wrong)")
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
