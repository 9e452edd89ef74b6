import QAModel
import Testing

@testable import Analysis

@Suite("Escalations and disputes as figures")
struct EscalationFigureTests {
  private func records() -> Records {
    var records = Records()
    records.framework.escalations = [
      EscalationRule(id: "Late actions", trigger: .actionOverdue, to: "Head of service"),
      EscalationRule(id: "Concerns", trigger: .concernNotNotified, to: "Head of service"),
      EscalationRule(id: "Too few", trigger: .tooFewAudited, minimum: 5, to: "Director"),
      EscalationRule(id: "Dips", trigger: .tooFewDipSampled, minimum: 5, to: "Director"),
    ]
    // More than the report lists of one rule; one not due yet.
    for _ in 0..<30 { records.action(raised: "2025-06-01", due: "2025-11-07") }
    records.action(raised: "2025-06-01", due: "2025-11-07", service: "Care")
    records.action(raised: "2025-06-01", due: "2025-12-31")
    records.audit("2025-11-03", child: "C1", concern: .yes)
    records.audit("2025-11-03", child: "C2", service: "Care", concern: .yes, notified: "2025-11-03")
    records.dataset.files = [SourceFile(path: "exports/a.csv", dataset: .audits, bytes: 1, sha256: "")]
    return records
  }

  @Test("each rule has a count, each service too, and all together add up")
  func counts() {
    let figures = records().maker().figures()
    #expect(figures.outcome(.escalationHits) == .count(33))
    #expect(figures.outcome(.escalationHits, first: (.rule, "Late actions")) == .count(31))
    #expect(figures.outcome(.escalationHits, service: "Care", first: (.rule, "Late actions")) == .count(1))
    #expect(figures.outcome(.escalationHits, service: "Care") == .count(1))
    #expect(figures.outcome(.escalationHits, first: (.rule, "Concerns")) == .count(1))
    #expect(figures.outcome(.escalationHits, first: (.rule, "Too few")) == .count(1))
    #expect(figures.outcome(.escalationHits, service: "Care", first: (.rule, "Too few")) == nil)
    // There are no dip samples to tell by.
    #expect(figures.outcome(.escalationHits, first: (.rule, "Dips")) == .notAvailable)
  }

  @Test("a count is traced to its rows, and what fell short to the figure that tells it")
  func traced() throws {
    let maker = records().maker()
    func trace(_ slug: String) throws -> FigureTrace {
      try FigureTrace(slug, maker: maker, findings: maker.findings(), audience: .internal)
    }
    let late = try trace("escalation-hits--all--rule-late-actions--2025-26-q3")
    #expect(late.records.count == 31)
    #expect(late.records.first?.record == "ACT1")
    #expect(late.evidence.isEmpty)
    let few = try trace("escalation-hits--all--rule-too-few--2025-26-q3")
    #expect(few.records.isEmpty)
    #expect(few.evidence.map(\.id.slug) == ["audits-children--all--2025-26-q3"])
    #expect(few.evidence.map(\.says) == ["2 of 5 children, Q3 2025-26"])
    let all = try trace("escalation-hits--all--2025-26-q3")
    #expect(all.records.count == 32)
    #expect(all.evidence.count == 1)
  }

  @Test("disputes by the day they were raised, how far they went and with what result")
  func disputes() {
    var records = Records()
    func days(_ raised: String, formal: String? = nil, resolved: String? = nil)
      -> [WritableKeyPath<AuditTable, DateColumn>: String]
    {
      var days: [WritableKeyPath<AuditTable, DateColumn>: String] = [\.disputeRaised: raised]
      days[\.disputeFormal] = formal
      days[\.disputeResolved] = resolved
      return days
    }
    records.audit(
      "2025-10-01", dates: days("2025-10-07", resolved: "2025-10-20"), disputeResult: "grade changed")
    records.audit(
      "2025-10-01", dates: days("2025-10-07", formal: "2025-10-10", resolved: "2025-11-20"),
      disputeResult: "Grade changed")
    records.audit("2025-10-01", service: "Care", dates: days("2025-10-07", resolved: "2025-10-20"))
    // Resolved and made formal only after the as-at day.
    records.audit(
      "2025-10-01", dates: days("2025-10-07", formal: "2026-01-02", resolved: "2026-01-09"),
      disputeResult: "Grade changed")
    records.audit("2025-09-01", dates: days("2025-09-30"))
    records.audit("2025-10-01")
    let maker = records.maker()
    let figures = maker.figures()
    let changed = (Axis.disputeResult, "Grade changed")
    #expect(figures.outcome(.disputesRaised) == .count(4))
    #expect(figures.outcome(.disputesRaised, period: 1) == .count(1))
    #expect(figures.outcome(.disputesRaised, service: "Care") == .count(1))
    #expect(figures.outcome(.disputesRaised, first: (.disputeStage, "formal")) == .count(1))
    #expect(figures.outcome(.disputesRaised, first: changed) == .count(2))
    #expect(
      figures.outcome(.disputesRaised, first: changed, second: (.disputeStage, "informal")) == .count(1))
    #expect(figures.outcome(.disputesRaised, first: (.disputeResult, "Not resolved yet")) == .count(1))
    #expect(
      figures.outcome(.disputesRaised, first: (.disputeResult, "Resolved, no result recorded")) == .count(1))
    #expect(
      figures.key(.disputesRaised, first: changed).flatMap { maker.rows(behind: $0)?.rows.map(\.row) }
        == [0, 1])
  }
}
