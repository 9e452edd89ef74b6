import QAModel
import Testing

@testable import Ingest

@Suite("Periods")
struct DecodingPeriodTests {
  @Test(
    "every way a period is written",
    arguments: [
      ("2025-04", "2025-04"), ("Apr-25", "2025-04"), ("April 2025", "2025-04"), ("apr 25", "2025-04"),
      ("04/2025", "2025-04"), ("202504", "2025-04"), ("2025 April", "2025-04"), ("Sept-25", "2025-09"),
      ("2025-26 Apr", "2025-04"), ("Feb 2025-26", "2026-02"), ("Q1 2025-26", "2025-26-Q1"),
      ("2025-26 Q1", "2025-26-Q1"), ("2025-26-Q3", "2025-26-Q3"), ("Quarter 4 2025/26", "2025-26-Q4"),
      ("Qtr 2 25/26", "2025-26-Q2"), ("2024/25", "2024-25"), ("2024-25", "2024-25"), ("202425", "2024-25"),
      ("2024/2025", "2024-25"), ("FY 2024-25", "2024-25"), ("2009-10", "2009-10"),
      ("2025-10-06..2025-12-31", "2025-10-06..2025-12-31"),
    ])
  func periods(cell: String, slug: String) {
    #expect(PeriodDecoder.period(cell)?.slug == slug)
  }

  @Test(
    "what is no period",
    arguments: [
      "2025", "Q1", "Q5 2025-26", "Q1 2025", "April", "2025-13", "2024-26", "value", "", "2025 2025",
      "369 376",
      "22.2 21.5", "10 18.3", "North West", "E12000002", "5.7", "25-Apr", "Total", "Reporting year",
      "4101.9 1100.9",
      "2099 2093", "356 357", "295.7", "19.2 18.9", "97.2 75.3", "12", "1920", "local authority",
    ])
  func noPeriods(cell: String) {
    #expect(PeriodDecoder.period(cell) == nil)
  }

  @Test("a day is a period of one day")
  func day() {
    let day = CalendarDate(year: 2025, month: 10, day: 7)!
    #expect(PeriodDecoder.read("07/10/2025", order: .dayFirst) == .value(.init(first: day, last: day)))
  }
}
