import Testing

@testable import QAModel

@Suite("Meetings")
struct MeetingTests {
  private static let calendar = WorkingCalendar.englandAndWales()

  private func days(_ frequency: PlanStretch, _ day: MeetingDay?, _ period: String) throws -> [String] {
    try Meeting("A", frequency: frequency, day: day).days(
      in: #require(Period(parsing: period)), calendar: Self.calendar
    ).map(\.iso)
  }

  // Days looked up in a printed calendar, and GOV.UK's list of bank holidays of England and Wales.
  static let cases: [(PlanStretch, MeetingDay, String, [String])] = [
    // Wednesdays in October 2025: 1, 8, 15, 22, 29.
    (.months(1), MeetingDay(.weekday(3, week: 3)), "2025-26-Q3", ["2025-10-15", "2025-11-19", "2025-12-17"]),
    // Only October has a fifth Wednesday: the others' last.
    (.months(1), MeetingDay(.weekday(3, week: 5)), "2025-26-Q3", ["2025-10-29", "2025-11-26", "2025-12-31"]),
    // Mondays: 4 May 2026 is a bank holiday.
    (.months(1), MeetingDay(.weekday(1, week: 1)), "2026-05", ["2026-05-05"]),
    (.months(1), MeetingDay(.workingDay(10)), "2025-12", ["2025-12-12"]),
    // 25 and 26 December are holidays: the 20th working day is the 30th.
    (.months(1), MeetingDay(.workingDay(20)), "2025-12", ["2025-12-30"]),
    // 7 February 2026 is a Saturday.
    (.months(1), MeetingDay(.dayOfMonth(7)), "2026-02", ["2026-02-09"]),
    // 31 January is a Saturday, put off into February; 28 February another, put off into March.
    (.months(1), MeetingDay(.dayOfMonth(31)), "2026-02", ["2026-02-02"]),
    (.months(3), MeetingDay(.weekday(3, week: 3)), "2025-26-Q3", ["2025-10-15"]),
    (.months(3), MeetingDay(.weekday(3, week: 3), month: 3), "2025-26-Q3", ["2025-12-17"]),
    (.months(3), MeetingDay(.weekday(3, week: 3)), "2025-11", []),
    (.months(12), MeetingDay(.workingDay(1), month: 2), "2026-27", ["2026-05-01"]),
    // Six weeks from 1 April 2025, a Tuesday; the last stretch begins on 16 December.
    (
      .weeks(6), MeetingDay(.weekday(2, week: 1)), "2025-26",
      [
        "2025-04-01", "2025-05-13", "2025-06-24", "2025-08-05", "2025-09-16", "2025-10-28", "2025-12-09",
        "2026-01-20",
      ]
    ),
    (.term, MeetingDay(.workingDay(1)), "2025-26", ["2025-04-01", "2025-09-01", "2026-01-02"]),
  ]

  @Test("are on the day that the rule says", arguments: cases)
  func day(frequency: PlanStretch, day: MeetingDay, period: String, expected: [String]) throws {
    #expect(try days(frequency, day, period) == expected)
  }

  @Test("A day put off past the month's end is the next month's, once")
  func putOff() throws {
    // 31 January 2026 is a Saturday.
    let day = MeetingDay(.dayOfMonth(31))
    #expect(try days(.months(1), day, "2026-01") == [])
    #expect(try days(.months(1), day, "2026-02") == ["2026-02-02"])
  }

  @Test("meet once a stretch over ten years, always on a working day")
  func once() throws {
    let whole = try #require(
      Period(first: CalendarDate(iso: "2020-04-01")!, last: CalendarDate(iso: "2030-03-31")!))
    for (weekday, week) in [(1, 1), (3, 3), (5, 4)] {
      let found = Meeting("A", frequency: .months(1), day: MeetingDay(.weekday(weekday, week: week))).days(
        in: whole, calendar: Self.calendar)
      #expect(found.count == 120)
      #expect(found.allSatisfy(Self.calendar.isWorkingDay))
      #expect(Set(found.map { $0.iso.prefix(7) }).count == 120)
    }
  }

  @Test("Papers are a week before, queries until three days before")
  func papers() throws {
    let meeting = Meeting("A", frequency: .months(1), queriesUntil: 3)
    let day = try #require(CalendarDate(iso: "2025-10-15"))
    #expect(meeting.papersDue(for: day).iso == "2025-10-08")
    #expect(meeting.lastQueries(for: day)?.iso == "2025-10-12")
    #expect(meeting.isDayAssumed)
    #expect(!Meeting("B", frequency: .months(1), day: MeetingDay()).isDayAssumed)
  }
}

@Suite("Academic terms")
struct TermTests {
  @Test("are September to December, January to March and April to July")
  func days() throws {
    let expected = [
      ("2025-26-T1", "2025-09-01", "2025-12-31", "Autumn term, September to December 2025"),
      ("2025-26-T2", "2026-01-01", "2026-03-31", "Spring term, January to March 2026"),
      ("2025-26-t3", "2026-04-01", "2026-07-31", "Summer term, April to July 2026"),
    ]
    for (text, first, last, title) in expected {
      let term = try #require(Period(parsing: text))
      #expect([term.first.iso, term.last.iso, term.title] == [first, last, title])
      #expect(term.slug == text.uppercased())
      #expect(Period.term(containing: term.first) == term)
      #expect(Period.term(containing: term.last) == term)
    }
    #expect(Period(parsing: "2025-26-T1")?.previous.slug == "2024-25-T3")
    #expect(Period(parsing: "2025-26-T3")?.previous.slug == "2025-26-T2")
    #expect(Period(parsing: "2025-26-T4") == nil)
    #expect(Period(parsing: "2025-26-X1") == nil)
    #expect(Period.term(containing: CalendarDate(iso: "2025-08-15")!) == nil)
  }

  static let lasts: [(PlanStretch, String, String)] = [
    (.months(1), "2025-10-01", "2025-09"), (.months(1), "2025-10-31", "2025-09"),
    (.months(3), "2025-10-01", "2025-26-Q2"), (.months(3), "2026-01-14", "2025-26-Q3"),
    (.months(12), "2026-03-31", "2024-25"), (.months(12), "2026-04-01", "2025-26"),
    (.months(6), "2025-10-01", "2025-04-01..2025-09-30"),
    (.months(24), "2026-03-31", "2022-04-01..2024-03-31"),
    (.weeks(6), "2025-05-13", "2025-04-01..2025-05-12"), (.weeks(6), "2025-05-12", "2025-01-20..2025-03-02"),
    (.term, "2025-09-30", "2024-25-T3"), (.term, "2026-01-01", "2025-26-T1"),
  ]

  @Test("The latest whole stretch before a day", arguments: lasts)
  func last(stretch: PlanStretch, day: String, expected: String) throws {
    let found = stretch.lastPeriod(before: try #require(CalendarDate(iso: day)))
    #expect(found?.slug == expected)
  }
}
