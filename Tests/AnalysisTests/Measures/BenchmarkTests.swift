import Analysis
import QAModel
import Testing

@Suite("Indicators of others")
struct BenchmarkTests {
  private func records() -> Records {
    var records = Records()
    records.framework.indicators = [Indicator(Term("Visits"), kind: .stock), Indicator(Term("Referrals"))]
    return records
  }

  private func outcome(
    _ records: Records, _ comparator: String, _ indicator: String = "Visits", service: String? = nil
  )
    -> Outcome?
  {
    records.maker().figures().outcome(
      .indicatorBenchmark, service: service, first: (.indicator, indicator), second: (.benchmark, comparator))
  }

  private func value(_ value: Double) -> Outcome {
    .value(value, numerator: nil, denominator: nil, unit: .percent)
  }

  @Test func areOfTheDaysOfTheAuthoritysOwn() {
    var records = records()
    records.performance(0, from: "2023-04-01", to: "2024-03-31", value: 20)
    for (year, rate) in [(2023, 10.0), (2024, 12.0)] {
      let (first, last) = ("\(year)-04-01", "\(year + 1)-03-31")
      records.others(0, first, last, .england, "England", value: rate)
      records.others(0, first, last, .region, "North West", value: rate + 1)
      for (name, value) in [("A", 10.1), ("B", 20.2), ("C", nil)] as [(String, Double?)] {
        records.others(0, first, last, .neighbour, name, value: value, neighbours: 4)
      }
    }
    #expect(outcome(records, "England") == value(10))
    #expect(outcome(records, "North West") == value(11))
    #expect(outcome(records, "Statistical neighbours") == value(15.15))
    let note = records.maker().figures().figures.first { $0.key.measure == .indicatorBenchmark }?.note
    #expect(note?.hasPrefix("Plain mean of 2 of 4 statistical neighbours with a published figure, ") == true)
    // Of a year it has no figure of, the latest published.
    records.performance(0, from: "2025-10-01", to: "2025-10-31", value: 30)
    #expect(outcome(records, "England") == value(12))
  }

  @Test func withoutAnyFigureAreNone() {
    var records = records()
    records.performance(0, from: "2024-04-01", to: "2025-03-31", value: 20)
    records.others(0, "2024-04-01", "2025-03-31", .neighbour, "A", value: nil, neighbours: 10)
    records.others(0, "2025-04-01", "2026-03-31", .england, "England", value: 5)
    #expect(outcome(records, "Statistical neighbours") == nil)
    // The year of England's figure was not over by the as-at day.
    #expect(outcome(records, "England") == nil)
  }

  @Test func areWhatTheExportSaysWhereNothingIsPublished() {
    var records = records()
    records.performance(
      1, from: "2025-10-01", to: "2025-10-31", service: "Early Help", 1, of: 10, neighbours: 5, england: 7)
    records.performance(1, from: "2025-11-01", to: "2025-11-30", service: "Early Help", 1, of: 10, england: 8)
    records.performance(1, from: "2025-11-01", to: "2025-11-30", service: "Care", 1, of: 10, england: 9)
    #expect(outcome(records, "Statistical neighbours", "Referrals") == value(5))
    // Two services say different things: neither is the authority's.
    #expect(outcome(records, "England", "Referrals") == nil)
    #expect(outcome(records, "England", "Referrals", service: "Care") == value(9))
    #expect(outcome(records, "England", "Referrals", service: "Early Help") == value(8))
  }
}
