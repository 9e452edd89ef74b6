import QAModel
import Testing

@Suite("What of a plan falls due within a period")
struct PlanStretchTests {
  @Test("The months of Practice Weeks are those that are named, in order, and none where none is")
  func practiceWeeks() throws {
    let months = ["2026-03", "2025-11"].compactMap { Period(parsing: $0) }
    let year = try #require(Period(parsing: "2025-26"))
    let weeks = PlanStretch.practiceWeeks(months)
    #expect(weeks.periods(touching: year).map(\.slug) == ["2025-11", "2026-03"])
    #expect(weeks.occurrences(1, in: year) == 2)
    #expect(weeks.isOne(months[1]))
    #expect(!weeks.isOne(try #require(Period(parsing: "2025-12"))))
    #expect(weeks.lastPeriod(before: try #require(CalendarDate(iso: "2026-02-01"))) == months[1])
    #expect(PlanStretch.practiceWeeks([]).periods(touching: year).isEmpty)
  }

  struct Case: CustomTestStringConvertible {
    var times: Int
    var stretch: PlanStretch
    var period: String
    var due: Int
    /// The first day of what counts as done.
    var from: String
    var testDescription: String { "\(times) per \(stretch) in \(period)" }

    init(_ times: Int, _ stretch: PlanStretch, _ period: String, _ due: Int, from: String) {
      (self.times, self.stretch, self.period, self.due, self.from) = (times, stretch, period, due, from)
    }
  }

  /// Worked out by hand with a calendar.
  static let cases: [Case] = [
    // A stretch of the period's own length, and shorter ones.
    Case(10, .months(3), "2025-26-Q3", 10, from: "2025-10-01"),
    Case(2, .months(1), "2025-26-Q3", 6, from: "2025-10-01"),
    Case(1, .months(1), "2025-26", 12, from: "2025-04-01"),
    // 1 April 2025 and 13 weeks on: 91 days to 30 June, 26 weeks to 29 September, 39 to 29 December.
    Case(1, .weeks(1), "2025-26-Q1", 13, from: "2025-04-01"),
    Case(1, .weeks(1), "2025-26-Q3", 13, from: "2025-10-01"),
    Case(1, .weeks(1), "2025-26", 52, from: "2025-04-01"),
    // Six weeks end on 12 May, 23 June, 4 August, 15 September, 27 October, 8 December, 19 January and 2 March.
    Case(1, .weeks(6), "2025-26-Q1", 2, from: "2025-04-01"),
    Case(1, .weeks(6), "2025-26-Q2", 2, from: "2025-07-01"),
    Case(1, .weeks(6), "2025-26-Q3", 2, from: "2025-10-01"),
    Case(1, .weeks(6), "2025-26-Q4", 2, from: "2026-01-01"),
    Case(1, .weeks(6), "2025-26", 8, from: "2025-04-01"),
    // 42 days are more than a month: what is due on 27 October counts from 16 September.
    Case(1, .weeks(6), "2025-10", 1, from: "2025-09-16"),
    Case(1, .weeks(6), "2025-11", 0, from: "2025-11-01"),
    // Longer stretches fall due in one of the periods, and count from their part's first day.
    Case(4, .months(12), "2025-26-Q3", 1, from: "2025-10-01"),
    Case(3, .months(12), "2025-26-Q1", 0, from: "2025-04-01"),
    Case(3, .months(12), "2025-26-Q2", 1, from: "2025-04-01"),
    Case(3, .months(12), "2025-26-Q3", 1, from: "2025-08-01"),
    Case(3, .months(12), "2025-26-Q4", 1, from: "2025-12-01"),
    Case(1, .months(6), "2025-26-Q2", 1, from: "2025-04-01"),
    Case(1, .months(6), "2025-26-Q3", 0, from: "2025-10-01"),
    Case(1, .months(6), "2025-26-Q4", 1, from: "2025-10-01"),
    Case(1, .months(12), "2025-26-Q3", 0, from: "2025-10-01"),
    Case(1, .months(12), "2025-26-Q4", 1, from: "2025-04-01"),
    Case(1, .months(12), "2025-26", 1, from: "2025-04-01"),
    Case(1, .months(3), "2025-11", 0, from: "2025-11-01"),
    Case(1, .months(3), "2025-12", 1, from: "2025-10-01"),
    // Two years that begin in April of an even year: 2024 to 2026.
    Case(1, .months(24), "2025-26-Q4", 1, from: "2024-04-01"),
    Case(1, .months(24), "2024-25", 0, from: "2024-04-01"),
    Case(1, .months(24), "2026-27", 0, from: "2026-04-01"),
    // Terms end on 31 July, 31 December and 31 March; none ends in August.
    Case(1, .term, "2025-26-Q1", 0, from: "2025-04-01"),
    Case(1, .term, "2025-26-Q2", 1, from: "2025-04-01"),
    Case(1, .term, "2025-26-Q3", 1, from: "2025-09-01"),
    Case(1, .term, "2025-26-Q4", 1, from: "2026-01-01"),
    Case(2, .term, "2025-26", 6, from: "2025-04-01"),
    Case(1, .term, "2025-08", 0, from: "2025-08-01"),
    // A quarter's ten, month by month: parts end at 0.3, 0.6, 0.9 of a month and so on.
    Case(10, .months(3), "2025-10", 3, from: "2025-10-01"),
    Case(10, .months(3), "2025-11", 3, from: "2025-11-01"),
    Case(10, .months(3), "2025-12", 4, from: "2025-12-01"),
    // Two a month: on the 16th of October, the 15th of November, and on the last days.
    Case(2, .months(1), "2025-10-01..2025-10-15", 0, from: "2025-10-01"),
    Case(2, .months(1), "2025-10-01..2025-10-16", 1, from: "2025-10-01"),
    Case(2, .months(1), "2025-10-16..2025-11-29", 3, from: "2025-10-16"),
    Case(0, .months(1), "2025-26", 0, from: "2025-04-01"),
  ]

  @Test("is whole occurrences", arguments: cases)
  func due(each: Case) throws {
    let period = try #require(Period(parsing: each.period))
    #expect(each.stretch.occurrences(each.times, in: period) == each.due)
    #expect(each.stretch.firstDay(each.times, in: period).iso == each.from)
  }

  @Test("adds up to the year over its quarters and its months")
  func addsUp() throws {
    let stretches: [PlanStretch] = [
      .weeks(1), .weeks(2), .weeks(6), .weeks(8), .months(1), .months(3), .months(6), .months(12),
      .months(24),
      .term,
    ]
    for beginning in 2023...2026 {
      let year = try #require(Period.financialYear(beginning: beginning))
      let quarters = (1...4).compactMap { Period.quarter($0, yearBeginning: beginning) }
      for stretch in stretches {
        for times in [1, 2, 3, 5, 7, 10] {
          let all = stretch.occurrences(times, in: year)
          for parts in [quarters, year.months] {
            #expect(parts.reduce(0) { $0 + stretch.occurrences(times, in: $1) } == all, "\(times) \(stretch)")
          }
        }
      }
    }
  }
}
