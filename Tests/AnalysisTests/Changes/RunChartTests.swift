import QAModel
import Testing

@testable import Analysis

@Suite struct RunChartTests {
  private static let level: [Double?] = (0..<16).map { $0.isMultiple(of: 2) ? 80 : 82 }

  private func runChart(
    _ values: [Double?], _ polarity: Indicator.Polarity = .highIsGood, target: Double? = nil
  ) -> RunChart? {
    RunChart(values, Indicator(Term("Visits"), polarity: polarity, target: target))
  }

  @Test func whatChanceHasIsCommonCause() throws {
    let chart = try #require(runChart(Self.level))
    #expect(chart.variation == .commonCause && chart.signal == nil && !chart.isCurrent && chart.points == 16)
    #expect(chart.assurance == nil)
  }

  @Test(
    arguments: [
      (Indicator.Polarity.highIsGood, RunChart.Variation.concern), (.lowIsGood, .improvement),
      (.neither, .specialCause),
    ])
  func aFallIsReadByWhatIsGood(polarity: Indicator.Polarity, variation: RunChart.Variation) throws {
    let chart = try #require(runChart(Self.level + [70, 69, 71], polarity))
    #expect(chart.variation == variation)
    #expect(chart.run == 16...18)
  }

  @Test func aPatternThatIsOverIsNotTheLatest() throws {
    let chart = try #require(runChart([95, 67] + Self.level))
    #expect(chart.variation == .commonCause && !chart.isCurrent)
    #expect(chart.signal == .beyondLimit(1, .below))
  }

  @Test func aGapAtTheEndIsNotTheLatest() throws {
    #expect(try #require(runChart(Self.level + [50, nil, nil])).variation == .concern)
  }

  @Test(
    arguments: [
      (Indicator.Polarity.highIsGood, 70.0, RunChart.Assurance.consistentlyMeets),
      (.highIsGood, 81, .hitAndMiss), (.highIsGood, 90, .consistentlyMisses),
      (.lowIsGood, 70, .consistentlyMisses), (.lowIsGood, 81, .hitAndMiss),
      (.lowIsGood, 90, .consistentlyMeets),
    ])
  func aTargetIsHeldAgainstTheLimits(
    polarity: Indicator.Polarity, target: Double, assurance: RunChart.Assurance
  )
    throws
  {
    #expect(try #require(runChart(Self.level, polarity, target: target)).assurance == assurance)
  }

  @Test func underTwelvePointsThereIsNone() { #expect(runChart(Array(Self.level.prefix(11))) == nil) }

  @Test func patternsInWords() throws {
    let months = try (0..<24).map { month in
      try #require(Period.month(1 + month % 12, year: 2024 + month / 12))
    }
    let wording = RunChartWording(months: months)
    let before: [Double?] = Self.level + [80, 82, 80]
    #expect(
      wording.pattern(runChart(before + [70, 71, 70, 71, 60]), points: 24)
        == "Concern: 5 months below the mean since August 2025 (the latest beyond the lower limit)")
    #expect(wording.pattern(runChart(Self.level), points: 16) == "Common cause")
    #expect(wording.pattern(nil, points: 5) == "Too few points (5)")
  }
}

@Suite struct MonthlyIndicatorsTests {
  private func records() -> Records {
    var records = Records()
    records.framework.indicators = [Indicator(Term("Visits")), Indicator(Term("Placements"), kind: .stock)]
    return records
  }

  private func months(_ records: Records, asAt: String) throws -> MonthlyIndicators {
    MonthlyIndicators(records.dataset, records.framework, asAt: try #require(CalendarDate(iso: asAt)))
  }

  @Test func theLastMonthIsTheOneThatIsOver() throws {
    var records = records()
    records.performance(0, from: "2025-12-01", to: "2025-12-31", 5, of: 10)
    #expect(try months(records, asAt: "2025-12-31").months.last?.slug == "2025-12")
    #expect(try months(records, asAt: "2026-01-14").months.last?.slug == "2025-12")
    #expect(try months(records, asAt: "2025-12-30").months.last?.slug == "2025-11")
    #expect(try months(records, asAt: "2025-12-31").months.count == 24)
    #expect(try months(self.records(), asAt: "2025-12-31").months.isEmpty)
  }

  @Test func monthsAreSumsAndMissingOnesAreGaps() throws {
    var records = records()
    records.performance(0, from: "2025-10-01", to: "2025-10-31", service: "Early Help", 5, of: 10)
    records.performance(0, from: "2025-10-01", to: "2025-10-31", service: "Care", 10, of: 10)
    records.performance(0, from: "2025-12-01", to: "2025-12-31", service: "Care", 1, of: 4)
    // A quarter's own row is no month's.
    records.performance(1, from: "2025-10-01", to: "2025-12-31", 7, of: 10)
    let months = try months(records, asAt: "2025-12-31")
    #expect(months.series(0).values.suffix(3) == [75, nil, nil])
    #expect(months.series(0, service: 1).values.suffix(3) == [100, nil, nil])
    #expect(months.series(0).outcomes.last == .insufficient(n: 4))
    #expect(months.series(1).values.allSatisfy { $0 == nil })
    #expect(months.series(0).sum(21..<24) == (15, 20, 1))
  }
}
