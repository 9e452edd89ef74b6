import Analysis
import QAModel
import Testing

@Suite struct IndicatorTests {
  static let flow = 0
  static let stock = 1
  static let caseload = 2
  static let events = 3

  private func records() -> Records {
    var records = Records()
    records.framework.indicators = [
      Indicator(Term("Visits")), Indicator(Term("Placements"), kind: .stock),
      Indicator(Term("Caseload"), unit: .ratio, kind: .stock), Indicator(Term("Events"), unit: .count),
    ]
    return records
  }

  private func value(_ records: Records, _ indicator: Int, service: String? = nil, period: UInt16 = 0)
    -> Outcome?
  {
    let figures = records.maker().figures()
    return figures.outcome(
      .indicatorValue, service: service,
      first: (.indicator, records.framework.indicators[indicator].term.name),
      period: period)
  }

  private func note(_ records: Records, _ indicator: Int) -> String? {
    let figures = records.maker().figures()
    return figures[FigureKey(.indicatorValue, first: AxisPlace(.indicator, UInt32(indicator)), period: 0)]?
      .note
  }

  @Test func percentagesComeFromSumsNeverFromAverages() {
    var records = records()
    records.performance(
      Self.flow, from: "2025-10-01", to: "2025-10-31", service: "Care", 90, of: 100, value: 90)
    records.performance(
      Self.flow, from: "2025-11-01", to: "2025-11-30", service: "Care", 1, of: 10, value: 10)
    records.performance(Self.flow, from: "2025-12-01", to: "2025-12-31", service: "Early Help", 9, of: 10)
    records.performance(Self.flow, from: "2025-09-01", to: "2025-09-30", service: "Care", 5, of: 10)
    #expect(
      value(records, Self.flow, service: "Care")
        == .value(91.0 / 110 * 100, numerator: 91, denominator: 110, unit: .percent))
    #expect(
      value(records, Self.flow) == .value(100.0 / 120 * 100, numerator: 100, denominator: 120, unit: .percent)
    )
    #expect(
      value(records, Self.flow, period: 1) == .value(50, numerator: 5, denominator: 10, unit: .percent))
    #expect(note(records, Self.flow) == "Part of the period has no figure.")
  }

  @Test func rowsOfTheWholeAuthorityStandBeforeTheSumOfServices() {
    var records = records()
    records.performance(Self.flow, from: "2025-10-01", to: "2025-12-31", service: "Care", 5, of: 10)
    records.performance(Self.flow, from: "2025-10-01", to: "2025-12-31", 80, of: 100)
    #expect(value(records, Self.flow) == .value(80, numerator: 80, denominator: 100, unit: .percent))
    #expect(note(records, Self.flow) == nil)
  }

  @Test func aQuartersOwnRowStandsInForItsMonthsAndAServicesForItsTeams() {
    var records = records()
    records.performance(Self.flow, from: "2025-10-01", to: "2025-12-31", service: "Care", 60, of: 100)
    records.performance(Self.flow, from: "2025-10-01", to: "2025-10-31", service: "Care", 20, of: 30)
    records.performance(
      Self.flow, from: "2025-10-01", to: "2025-12-31", service: "Care", team: "North", 9, of: 10)
    records.performance(
      Self.flow, from: "2025-10-01", to: "2025-12-31", service: "Early Help", team: "A", 1, of: 10)
    records.performance(
      Self.flow, from: "2025-10-01", to: "2025-12-31", service: "Early Help", team: "B", 2, of: 10)
    #expect(
      value(records, Self.flow, service: "Care")
        == .value(60, numerator: 60, denominator: 100, unit: .percent))
    #expect(
      value(records, Self.flow, service: "Early Help")
        == .value(15, numerator: 3, denominator: 20, unit: .percent))
    #expect(value(records, Self.flow) == .value(52.5, numerator: 63, denominator: 120, unit: .percent))
  }

  @Test func percentagesWithoutNumbersAreGivenOnlyWhereOneRowSpeaks() {
    var records = records()
    records.performance(Self.flow, from: "2025-10-01", to: "2025-10-31", service: "Care", value: 80)
    #expect(
      value(records, Self.flow, service: "Care")
        == .value(80, numerator: nil, denominator: nil, unit: .percent))
    #expect(value(records, Self.flow) == .notAvailable)
    records.performance(Self.flow, from: "2025-11-01", to: "2025-11-30", service: "Care", value: 90)
    #expect(value(records, Self.flow, service: "Care") == .notAvailable)
    records.performance(
      Self.flow, from: "2025-12-01", to: "2025-12-31", service: "Care", 7, of: 10, value: 70)
    #expect(
      value(records, Self.flow, service: "Care") == .value(70, numerator: 7, denominator: 10, unit: .percent))
  }

  @Test func aStockIsTheLatest() {
    var records = records()
    records.performance(Self.stock, from: "2025-10-01", to: "2025-10-31", service: "Care", 1, of: 10)
    records.performance(Self.stock, from: "2025-11-30", to: "2025-11-30", service: "Care", 2, of: 10)
    records.performance(Self.stock, from: "2025-12-01", to: "2025-12-31", service: "Care", nil, of: 10)
    records.performance(Self.stock, from: "2026-01-01", to: "2026-01-31", service: "Care", 9, of: 10)
    #expect(value(records, Self.stock) == .value(20, numerator: 2, denominator: 10, unit: .percent))
    #expect(value(records, Self.stock, period: 1) == .notAvailable)
    records.performance(Self.caseload, from: "2025-11-01", to: "2025-11-30", service: "Care", value: 17.5)
    records.performance(Self.caseload, from: "2025-12-01", to: "2025-12-31", service: "Care", value: 18.5)
    #expect(
      value(records, Self.caseload, service: "Care")
        == .value(18.5, numerator: nil, denominator: nil, unit: .ratio))
    #expect(value(records, Self.caseload) == .notAvailable)
  }

  @Test func aYearsFigureBelongsToNoQuarterButIsShownAsTheLatest() {
    var records = records()
    records.performance(Self.flow, from: "2023-04-01", to: "2024-03-31", 50, of: 100)
    records.performance(Self.flow, from: "2024-04-01", to: "2025-03-31", 60, of: 100)
    records.performance(Self.flow, from: "2025-04-01", to: "2026-03-31", 70, of: 100)
    #expect(value(records, Self.flow) == .value(60, numerator: 60, denominator: 100, unit: .percent))
    #expect(
      note(records, Self.flow)?.hasPrefix("The latest figure there is: 1 April 2024 to 31 March 2025") == true
    )
    records.performance(Self.flow, from: "2025-10-01", to: "2025-12-31", 4, of: 10)
    #expect(value(records, Self.flow) == .value(40, numerator: 4, denominator: 10, unit: .percent))
  }

  @Test func countsAreSummedAndFewRecordsGiveNoPercentage() {
    var records = records()
    records.performance(Self.events, from: "2025-10-01", to: "2025-10-31", service: "Care", value: 3)
    records.performance(Self.events, from: "2025-11-01", to: "2025-11-30", service: "Early Help", 4)
    #expect(value(records, Self.events) == .value(7, numerator: 7, denominator: nil, unit: .count))
    records.performance(Self.flow, from: "2025-10-01", to: "2025-10-31", 1, of: 4)
    #expect(value(records, Self.flow) == .insufficient(n: 4))
  }
}
