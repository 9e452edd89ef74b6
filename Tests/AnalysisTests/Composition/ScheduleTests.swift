import Analysis
import QAModel
import Testing

@Suite("The schedule of the next quarter")
struct ScheduleTests {
  private func rows(_ plan: [PlanLine]) throws -> [[String]]? {
    var records = Records()
    records.framework.plan = plan
    let period = try #require(Period(parsing: "2025-26-Q3"))
    let maker = records.maker()
    let document = ReportPlan.report(
      findings: maker.findings(), records: maker.recordLists(), dataset: records.dataset,
      framework: records.framework, request: AnalysisRequest(period: period, asAt: period.last))
    return document.sections.first { $0.id == "schedule-section" }?.allTables.first?.rows.map {
      $0.map(\.value.shown)
    }
  }

  /// Mondays of January 2026: 5, 12, 19, 26; of March: 2, 9, 16, 23, 30.
  @Test func weeksAreMondaysOfTheNextQuarter() throws {
    let line = { PlanLine($0, lead: "PSW", asWritten: "Quarterly", scheduled: $1) }
    #expect(
      try rows([
        line("Reviews", PlanWeek(month: 3, week: 3)), line("Oversight", PlanWeek(month: 3)),
        line("Sampling", PlanWeek(month: 1, week: 3)), line("Early", PlanWeek(month: 1, week: 1)),
        line("Ever", nil),
      ]) == [
        ["January", "Week beginning 5 Jan 2026", "Early", "PSW"],
        ["January", "Week beginning 19 Jan 2026", "Sampling", "PSW"],
        ["March", "Week beginning 16 Mar 2026", "Reviews", "PSW"],
        ["March", "To be timetabled", "Oversight", "PSW"],
      ])
    #expect(try rows([line("Ever", nil)]) == nil)
  }
}
