import Analysis
import QAModel
import Testing

@Suite("Registers")
struct RegisterTests {
  private func records() -> Records {
    var records = Records()
    records.framework.registers = [
      Register(Term("Conferences"), date: "Held", countBy: ["Kind"]),
      Register(Term("LADO"), date: "Referred", countBy: ["Setting", "Outcome"]),
      Register(Term("Tribunals"), date: "Heard", countBy: ["Setting"]),
    ]
    let rows: [(String, String?, String?, String?)] = [
      ("2025-10-01", "Early Help", "School", "Open"), ("2025-12-31", "Early Help", "School", nil),
      ("2025-11-05", nil, "Nursery", "Open"), ("2025-09-30", "Care", "School", "Open"),
      ("2026-01-01", "Care", "School", "Open"),
    ]
    for row in rows { records.register("LADO", row.0, service: row.1, [row.2, row.3]) }
    records.register("Tribunals", "2025-10-02", service: nil, ["School"])
    return records
  }

  private func count(
    _ figures: FigureSet, _ register: String, _ category: String? = nil, service: String? = nil,
    period: UInt16 = 0
  ) -> Outcome? {
    figures.outcome(
      .registerRecords, service: service, first: (.register, register),
      second: category.map { (.registerCategory, $0) }, period: period)
  }

  @Test func areCountedByPeriodServiceAndColumn() {
    let figures = records().maker().figures()
    #expect(count(figures, "LADO") == .count(3))
    #expect(count(figures, "LADO", period: 1) == .count(1))
    #expect(count(figures, "LADO", service: "Early Help") == .count(2))
    #expect(count(figures, "LADO", service: "Care") == .count(0))
    #expect(count(figures, "LADO", "Setting: School") == .count(2))
    #expect(count(figures, "LADO", "Setting: Nursery") == .count(1))
    #expect(count(figures, "LADO", "Setting: not recorded") == .count(0))
    #expect(count(figures, "LADO", "Outcome: Open") == .count(2))
    #expect(count(figures, "LADO", "Outcome: not recorded") == .count(1))
    // The same words of another register are not its own.
    #expect(count(figures, "Tribunals", "Setting: School") == .count(1))
    #expect(count(figures, "Tribunals", "Setting: Nursery") == nil)
    // Not supplied is not none.
    #expect(count(figures, "Conferences") == .notAvailable)
  }

  @Test func eachColumnAddsUpToAllRecords() {
    let figures = records().maker().figures(withTotals: true)
    let parts = figures.figures.filter { $0.key.measure == .registerRecords && $0.key.second != nil }
    var sums: [FigureKey: [String: Int]] = [:]
    for figure in parts {
      guard case .count(let number) = figure.outcome, let second = figure.key.second else { continue }
      let column = figures.names.name(second).prefix { $0 != ":" }
      #expect(figure.partOf.count == 1)
      sums[figure.partOf[0], default: [:]][String(column), default: 0] += number
    }
    #expect(sums.count == 4)
    for (total, columns) in sums {
      for sum in columns.values { #expect(figures.outcome(total) == .count(sum)) }
    }
  }

  @Test func areTracedToTheirRows() throws {
    let maker = records().maker()
    let figures = maker.figures()
    for (category, rows) in [(nil, [0, 1, 2]), ("Setting: School", [0, 1]), ("Outcome: not recorded", [1])]
      as [(String?, [Int])]
    {
      let key = try #require(
        figures.key(
          .registerRecords, first: (.register, "LADO"), second: category.map { (.registerCategory, $0) }))
      let traced = try #require(maker.rows(behind: key))
      #expect(traced.dataset == .register("LADO"))
      #expect(traced.rows.map(\.row) == rows)
    }
  }

  @Test func countAsDoneAndAsEventsOfThePlan() {
    var records = records()
    records.framework.plan = [
      PlanLine(
        "Referrals", asWritten: "Monthly", due: .times(3, per: .months(3)),
        done: PlanSource(.register("LADO"))),
      PlanLine(
        "Early Help referrals", service: 0, asWritten: "As required", done: PlanSource(.register("LADO"))),
      PlanLine("Minutes", asWritten: "After each", due: .each(PlanSource(.register("LADO")))),
      PlanLine("Reports", asWritten: "After each", due: .each(PlanSource(.register("Conferences")))),
    ]
    let figures = records.maker().figures()
    #expect(figures.outcome(.planDone, first: (.activity, "Referrals")) == .count(3))
    #expect(
      figures.outcome(.planDone, service: "Early Help", first: (.activity, "Early Help referrals"))
        == .count(2))
    #expect(figures.outcome(.planDue, first: (.activity, "Minutes")) == .count(3))
    #expect(figures.outcome(.planDue, first: (.activity, "Reports")) == .notAvailable)
  }
}
