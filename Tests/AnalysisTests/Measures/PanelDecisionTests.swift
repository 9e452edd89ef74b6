import QAModel
import Testing

@testable import Analysis

/// KI-2: the panel's decisions, what it returned, and the risk register.
@Suite("The panel's decisions on actions")
struct PanelDecisionTests {
  @Test(
    "are told by their words",
    arguments: [
      ("Sign off", PanelDecision.signOff), ("SIGNED-OFF", .signOff), ("return to panel", .returnToPanel),
      ("To return to Panel in March with follow-up report", .returnToPanel), ("De-escalated", .deEscalate),
      ("Follow up report for information", .followUp), ("Not signed off", .other), ("Deferred", .other),
    ])
  func words(text: String, decision: PanelDecision) {
    #expect(PanelDecision(text) == decision)
  }

  private func records() -> Records {
    var records = Records()
    // Decided in the quarter, signed off; a second one the quarter before; one after the as-at day; one without a day.
    records.action(raised: "2025-09-01", due: "2025-11-01", decision: "Sign off", decided: "2025-10-01")
    records.action(raised: "2025-09-01", due: "2025-11-01", decision: "Sign off", decided: "2025-09-30")
    records.action(raised: "2025-09-01", due: "2025-11-01", decision: "De-escalate", decided: "2026-01-01")
    records.action(raised: "2025-09-01", due: "2025-11-01", decision: "De-escalate")
    // Returned: not back; completed since; completed the day before it was returned; completed after the as-at day.
    records.action(
      raised: "2025-09-01", due: "2026-01-31", service: "Care", decision: "Return to panel",
      decided: "2025-12-31")
    records.action(
      raised: "2025-09-01", due: "2025-11-01", completed: "2025-12-01", decision: "Return to panel",
      decided: "2025-12-01")
    records.action(
      raised: "2025-09-01", due: "2025-11-01", completed: "2025-11-30", decision: "Return to panel",
      decided: "2025-12-01")
    records.action(
      raised: "2025-09-01", due: "2025-11-01", completed: "2026-01-01", decision: "Return to panel",
      decided: "2025-08-01")
    // On the risk register: open; completed; raised after the as-at day; not.
    records.action(raised: "2025-09-01", due: "2025-12-30", service: "Care", onRisk: .yes)
    records.action(raised: "2025-09-01", due: "2025-12-30", completed: "2025-12-31", onRisk: .yes)
    records.action(raised: "2026-01-01", due: "2026-02-01", onRisk: .yes)
    records.action(raised: "2025-09-01", due: "2025-12-30", onRisk: .no)
    return records
  }

  @Test("are counted by their day and kind, with what is not back and what is on the risk register")
  func counted() {
    let figures = records().maker().figures()
    #expect(figures.outcome(.actionsDecision) == .count(4))
    #expect(figures.outcome(.actionsDecision, period: 1) == .count(2))
    #expect(figures.outcome(.actionsDecision, first: (.decision, "sign off")) == .count(1))
    #expect(figures.outcome(.actionsDecision, first: (.decision, "return to panel")) == .count(3))
    #expect(figures.outcome(.actionsDecision, first: (.decision, "return to panel"), period: 1) == .count(1))
    #expect(figures.outcome(.actionsDecision, first: (.decision, "de-escalate")) == .count(0))
    #expect(figures.outcome(.actionsReturned) == .count(3))
    #expect(figures.outcome(.actionsReturned, service: "Care") == .count(1))
    #expect(figures.outcome(.actionsReturned, period: 1) == .count(1))
    #expect(figures.outcome(.actionsRiskRegister) == .count(1))
    #expect(figures.outcome(.actionsRiskRegister, period: 1) == .count(2))
  }

  private func section(_ audience: Audience, _ records: Records) throws -> Section? {
    let request = AnalysisRequest(
      period: Period(parsing: "2025-26-Q3")!, asAt: CalendarDate(iso: "2025-12-31")!, audience: audience,
      periodsBefore: 1)
    let maker = FigureMaker(dataset: records.dataset, framework: records.framework, request: request)
    let findings = try Disclosure.disclose(maker.findings(), framework: records.framework, request: request)
    let document = ReportPlan.report(
      findings: findings, records: maker.recordLists(), dataset: records.dataset,
      framework: records.framework, request: request)
    return document.sections.first { $0.id == "actions" }
  }

  @Test("stand in the report by quarter, and one by one with their timeframe for internal readers alone")
  func shown() throws {
    let tables = try #require(try section(.internal, records())).allTables
    let decisions = try #require(tables.first { $0.id == "panel-decisions" })
    #expect(
      decisions.rows.map { $0.map(\.value.shown) } == [
        ["Sign off", "1", "1"], ["Return to panel", "3", "1"], ["All decisions", "4", "2"],
      ])
    let log = try #require(tables.first { $0.id == "panel-returned" })
    #expect(
      log.rows.map { row in [0, 4, 8].map { row[$0].value.shown } } == [
        ["ACT7", "Returned to the panel and not back", "Overdue"],
        ["ACT8", "Returned to the panel and not back", "Overdue"],
        ["ACT9", "On the risk register", "Overdue"],
        ["ACT5", "Returned to the panel and not back", "Not due yet"],
      ])
    let board = try #require(try section(.board, records())).allTables
    #expect(!board.contains { $0.id == "panel-returned" })
    #expect(
      board.first { $0.id == "panel-log-by-service" }?.rows.map { $0[1].value.shown } == ["3", "2", "1"])
    #expect(try section(.public, records()) == nil)
  }

  @Test("A log without decisions and flags has no such part")
  func none() throws {
    var records = Records()
    records.action(raised: "2025-09-01", due: "2025-11-01")
    let tables = try #require(try section(.internal, records)).allTables
    #expect(tables.map(\.id) == ["actions-by-service"])
  }
}
