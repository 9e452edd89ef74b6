import Analysis
import QAModel
import Testing

@Suite struct WorkingDayTests {
  /// Bank holidays of England and Wales as published: GOV.UK, *UK bank holidays* (`bank-holidays.json`), 2012 to 2028.
  /// Contains public sector information licensed under the Open Government Licence v3.0.
  static let published: [(year: Int, days: String)] = [
    (2012, "01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26"),
    (2013, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26"),
    (2014, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26"),
    (2015, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28"),
    (2016, "01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27"),
    (2017, "01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26"),
    (2018, "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26"),
    (2019, "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26"),
    (2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28"),
    (2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28"),
    (2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27"),
    (2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26"),
    (2024, "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26"),
    (2025, "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26"),
    (2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28"),
    (2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"),
    (2028, "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26"),
  ]

  @Test(arguments: published)
  func computedHolidaysAreThePublishedOnes(year: Int, days: String) {
    let computed = WorkingCalendar.englandAndWales().bankHolidays(in: year).map {
      String($0.iso.dropFirst(5))
    }
    #expect(computed == days.split(separator: " ").map(String.init))
  }

  /// Received, the last day in time at stage 1 (10 working days).
  static let limits = [
    ("2025-10-01", "2025-10-15"), ("2025-12-18", "2026-01-06"), ("2025-04-11", "2025-04-29"),
    ("2025-10-04", "2025-10-17"), ("2025-12-25", "2026-01-12"), ("2022-09-12", "2022-09-27"),
    ("2019-12-24", "2020-01-10"),
  ]

  /// A complaint answered on its last day is in time, one answered the day after is not, wherever the day lies in or
  /// out of the report's periods.
  @Test(arguments: limits)
  func lastDayOfTenWorkingDays(received: String, last: String) throws {
    let calendar = WorkingCalendar.englandAndWales()
    let start = try #require(CalendarDate(iso: received))
    #expect(calendar.adding(workingDays: 10, to: start).iso == last)
    let lastDay = try #require(CalendarDate(iso: last))
    #expect(calendar.workingDays(after: start, through: lastDay) == 10)
    var records = Records()
    records.complaint("C1", received: received)
    for (asAt, count) in [(last, 0), (lastDay.adding(days: 1).iso, 1)] {
      let maker = records.maker("2025-26-Q3", asAt: asAt, periodsBefore: 0)
      #expect(maker.figures().outcome(.complaintsOpenOverdue) == .count(count))
      #expect(maker.recordLists().complaintsOpenOverdue.map(\.due) == (count == 0 ? [] : [lastDay]))
    }
  }
}
