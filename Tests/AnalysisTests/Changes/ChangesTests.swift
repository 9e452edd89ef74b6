import QAModel
import Testing

@testable import Analysis

@Suite struct ChangesTests {
  private static let quarter = Period(parsing: "2025-26-Q3")!
  private static let before = Period(parsing: "2025-26-Q2")!

  private func compare(
    _ hits: Int, _ of: Int, from hitsBefore: Int, _ ofBefore: Int,
    _ polarity: Indicator.Polarity = .highIsGood
  ) -> ProportionChange? {
    ProportionChange(
      FigureKey(.dipMet, period: 0), before: .init(hitsBefore, of: ofBefore, Self.before),
      after: .init(hits, of: of, Self.quarter), polarity: polarity, fewest: 5)
  }

  @Test(
    arguments: [
      (Indicator.Polarity.highIsGood, ProportionChange.Direction.declined), (.lowIsGood, .improved),
      (.neither, .changed),
    ])
  func aFallIsReadByWhatIsGood(polarity: Indicator.Polarity, direction: ProportionChange.Direction) throws {
    let change = try #require(compare(230, 346, from: 1193, 1399, polarity))
    #expect(change.direction == direction)
    #expect(change.isClaimed)
    #expect(change.interval.upper < 0)
  }

  @Test func fewRecordsAreNotCompared() {
    #expect(compare(4, 4, from: 0, 100) == nil)
    #expect(compare(100, 100, from: 0, 4) == nil)
    #expect(compare(5, 5, from: 0, 5) != nil)
  }

  /// By itself the difference would be called one; among twenty others like chance it is not.
  @Test func manyComparisonsAskMoreOfEach() throws {
    let single = try #require(compare(60, 100, from: 75, 100))
    #expect(single.p < 0.05)
    #expect(Changes([single]).claimed.count == 1)
    let same = try #require(compare(70, 100, from: 70, 100))
    let many = Changes([single] + Array(repeating: same, count: 20))
    #expect(many.compared.count == 21 && many.claimed.isEmpty)
    #expect(abs(many.compared[0].adjusted - single.p * 21) < 1e-12)
  }

  private func records(lastQuarter: Double) -> Records {
    var records = Records()
    records.framework.indicators = [
      Indicator(Term("Visits")), Indicator(Term("Placements"), kind: .stock),
      Indicator(Term("Caseload"), unit: .ratio),
    ]
    for month in 0..<15 {
      guard let days = Period.month((month + 9) % 12 + 1, year: 2024 + (month + 9) / 12) else { continue }
      for indicator in 0..<3 {
        records.performance(
          indicator, from: days.first.iso, to: days.last.iso, service: "Care", month < 12 ? 81 : lastQuarter,
          of: 90)
      }
    }
    return records
  }

  private func read(_ records: Records, asAt: String = "2025-12-31") throws -> Changes {
    let figures = records.maker(asAt: asAt).figures()
    let months = MonthlyIndicators(
      records.dataset, records.framework, asAt: try #require(CalendarDate(iso: asAt)))
    return Changes(figures, months, records.framework, services: [0, 1])
  }

  @Test func threeMonthsAreHeldAgainstTheTwelveBefore() throws {
    let changes = try read(records(lastQuarter: 63))
    // All services and Care: flows in per cent alone, none for a service without rows.
    #expect(changes.compared.map(\.figure.service) == [nil, 1])
    #expect(changes.claimed.count == 2)
    let first = changes.compared[0]
    #expect((first.before.hits, first.before.of, first.after.hits, first.after.of) == (972, 1080, 189, 270))
    #expect(first.before.period.title == "1 October 2024 to 30 September 2025")
    #expect(try read(records(lastQuarter: 80)).claimed.isEmpty)
  }

  @Test func withHalfItsMonthsMissingNothingIsCompared() throws {
    // Of December to February only December has rows.
    #expect(try read(records(lastQuarter: 63), asAt: "2026-02-28").compared.isEmpty)
  }

  @Test(arguments: [(63.0, true), (80, false)])
  func theSummarySaysClaimsAndNothingElse(lastQuarter: Double, isClaimed: Bool) throws {
    let records = records(lastQuarter: lastQuarter)
    let maker = records.maker()
    let document = ReportPlan.report(
      findings: maker.findings(), records: maker.recordLists(), dataset: records.dataset,
      framework: records.framework,
      request: AnalysisRequest(period: Self.quarter, asAt: Self.quarter.last, periodsBefore: 1))
    let summary = try #require(document.sections.first { $0.role == .summary })
    let lines = summary.blocks.flatMap { block in
      if case .list(let items) = block { items.flatMap(\.sentences).map(\.plainText) } else { [String]() }
    }
    let claim =
      "Declined: Visits, Care, fell from 90% (972 of 1,080, October 2024 to September 2025) to 70% (189 of 270, October 2025 to December 2025); the difference is 20 percentage points, likely 14 to 26."
    #expect(lines.contains(claim) == isClaimed, "\(lines)")
    #expect(lines.contains { $0.contains(" fell ") || $0.contains(" rose ") } == isClaimed)
    #expect(lines.contains { $0.contains("nothing can be called a change: of 2 comparisons") } == !isClaimed)
  }
}
