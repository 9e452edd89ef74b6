import QAModel
import Testing

@testable import Ingest

/// Every duty of the shipped frameworks in 2025-26 and 2026-27, against a count by walking through the days.
@Suite("What goes to which meeting by when")
struct DutyCalendarTests {
  static let frameworks = ["kirklees", "dorset", "haringey", "st-helens", "ofsted-ilacs"]

  private static func framework(_ name: String) throws -> Framework {
    let weeks = name == "haringey" ? "practice_weeks: [2025-11, 2026-03, 2026-10]\n" : ""
    let (workspace, faults) = try readWorkspace(
      ["qareport.yaml": "framework: \(name)\n\(weeks)"], templates: [Repository.templates])
    #expect(faults == [])
    return try #require(workspace?.framework)
  }

  private static func day(_ iso: String) -> CalendarDate { CalendarDate(iso: iso)! }
  private static let years = Period(first: day("2025-04-01"), last: day("2027-03-31"))!

  @Test(
    "is what a walk through the days finds, each report of a period once a meeting", arguments: frameworks)
  func everyDuty(name: String) throws {
    let framework = try Self.framework(name)
    let found = DutyCalendar(framework, meetingsIn: Self.years).duties
    let counted = DayWalk(framework, until: Self.years.last).duties.filter {
      $0.day >= Self.years.first && $0.day <= Self.years.last
    }
    #expect(
      found.map { "\($0.meeting) \($0.day.iso) \($0.report) \($0.period.first.iso) \($0.period.last.iso)" }
        .sorted()
        == counted.map { "\($0.meeting) \($0.day.iso) \($0.report) \($0.first.iso) \($0.last.iso)" }.sorted())
    #expect(Set(found).count == found.count)
    #expect(found.allSatisfy { $0.period.last < $0.papersDue && $0.papersDue <= $0.day })
    #expect(found.isEmpty == framework.meetings.isEmpty)
  }

  @Test("comes up once, in time, and none is missed, day by day over two years", arguments: frameworks)
  func dayByDay(name: String) throws {
    let framework = try Self.framework(name)
    let around = try #require(Period(first: Self.day("2023-04-01"), last: Self.day("2028-09-30")))
    let calendar = DutyCalendar(framework, meetingsIn: around)
    // Whoever looks every day makes what can be made on the first day it can.
    var made: [Duty: CalendarDate] = [:]
    var sinceWhen: [Duty: Int] = [:]
    var day = Self.years.first
    while day <= Self.years.last {
      let duties = calendar.duties(on: day)
      #expect(Set(duties).count == duties.count, "twice on \(day.iso)")
      for duty in duties where duty.canBeMadeFrom <= day {
        sinceWhen[duty, default: 0] += 1
        if made[duty] == nil { made[duty] = day }
      }
      if ["2025-10-14", "2026-04-14"].contains(day.iso) {
        #expect(try #require(DutyCalendar(framework, around: day)).duties(on: day) == duties)
      }
      day = day.adding(days: 1)
    }
    for duty in calendar.duties where Self.years.contains(duty.day) && Self.years.contains(duty.period.last) {
      // A period that ends with the second year is for the day after.
      guard duty.canBeMadeFrom <= Self.years.last else { continue }
      #expect(made[duty] == duty.canBeMadeFrom, "\(duty.report) \(duty.period.slug) for \(duty.meeting)")
      // In sight every day from then until the meeting at least.
      #expect(sinceWhen[duty] ?? 0 >= Int(duty.day.dayNumber - duty.canBeMadeFrom.dayNumber) + 1)
    }
  }

  @Test("of St Helens' leadership team are the quarter's reports in its third week of the next, once each")
  func stHelens() throws {
    let duties = DutyCalendar(try Self.framework("st-helens"), meetingsIn: Self.years).duties.filter {
      $0.meeting == "Departmental Leadership Team" && $0.report == "quarterly"
    }
    // Third Wednesdays of April, July, October and January, looked up in a printed calendar; papers a week before.
    #expect(
      duties.prefix(5).map { "\($0.period.slug) \($0.papersDue.iso) \($0.day.iso)" } == [
        "2024-25-Q4 2025-04-09 2025-04-16", "2025-26-Q1 2025-07-09 2025-07-16",
        "2025-26-Q2 2025-10-08 2025-10-15", "2025-26-Q3 2026-01-14 2026-01-21",
        "2025-26-Q4 2026-04-08 2026-04-15",
      ])
    #expect(duties.count == 8)
  }

  @Test("A quarterly board receives each month's dashboard; a monthly group a quarter's report once")
  func otherFrequencies() throws {
    let duties = DutyCalendar(try Self.framework("dorset"), meetingsIn: Self.years).duties
    let board = duties.filter {
      $0.meeting == "Strengthening Services Board" && $0.report == "dashboard"
        && $0.day.iso.hasPrefix("2026-01")
    }
    #expect(board.map(\.period.slug) == ["2025-10", "2025-11", "2025-12"])
    #expect(board.allSatisfy { $0.audience == .board })
    let complaints = duties.filter {
      $0.meeting == "Quality of Practice and Action Group" && $0.report == "complaints"
    }
    #expect(complaints.count == 8)
    let highlight = try #require(duties.first { $0.report == "highlight" })
    #expect(highlight.services.count == 9)
  }
}

/// Duties found by walking through the days one by one, with the bank holidays written out: no code is shared with the
/// calendar of the program but the days of the week.
private struct DayWalk {
  struct Found {
    let meeting: String
    let day: CalendarDate
    let report: String
    let first: CalendarDate
    let last: CalendarDate
  }

  private(set) var duties: [Found] = []

  /// GOV.UK, bank holidays in England and Wales.
  private static let holidays = Set(
    [
      "2024-04-01", "2024-05-06", "2024-05-27", "2024-08-26", "2024-12-25", "2024-12-26", "2025-01-01",
      "2025-04-18", "2025-04-21", "2025-05-05", "2025-05-26", "2025-08-25", "2025-12-25", "2025-12-26",
      "2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31", "2026-12-25",
      "2026-12-28", "2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03",
    ])
  private static func works(_ day: CalendarDate) -> Bool {
    day.weekday < 6 && !holidays.contains(day.iso)
  }

  init(_ framework: Framework, until end: CalendarDate) {
    let days = stride(from: CalendarDate(iso: "2023-04-01")!.dayNumber, through: end.dayNumber + 40, by: 1)
      .map { CalendarDate(dayNumber: $0) }
    var walked: [PlanStretch: [[CalendarDate]]] = [:]
    func stretches(_ stretch: PlanStretch) -> [[CalendarDate]] {
      if let known = walked[stretch] { return known }
      let found = Self.stretches(stretch, days)
      walked[stretch] = found
      return found
    }
    for meeting in framework.meetings {
      let held = stretches(meeting.frequency).map { Self.day(meeting.day, $0) }
      for name in meeting.receives {
        guard let report = framework.reports.first(where: { $0.name == name }) else { continue }
        for stretch in stretches(report.period) {
          let last = stretch[stretch.count - 1]
          // The first meeting whose papers are due when it is over.
          guard
            let day = held.filter({ $0.dayNumber - Int32(meeting.papersBefore) > last.dayNumber }).min()
          else { continue }
          duties.append(
            Found(meeting: meeting.name, day: day, report: name, first: stretch[0], last: last))
        }
      }
    }
  }

  /// The days of each whole stretch, told apart by counting months or days since the April before.
  private static func stretches(_ stretch: PlanStretch, _ days: [CalendarDate]) -> [[CalendarDate]] {
    var all: [String: [CalendarDate]] = [:]
    var april = days[0]
    var length = 0
    for day in days {
      if day.month == 4, day.day == 1 {
        april = day
        length = 0
      }
      length += 1
      let key: Int
      switch stretch {
      case .months(let months): key = ((day.month + 8) % 12) / months
      case .weeks(let weeks): key = (length - 1) / (7 * weeks)
      case .term: continue
      case .practiceWeeks(let months):
        guard let month = months.firstIndex(where: { $0.contains(day) }) else { continue }
        key = month
      }
      all["\(april.iso) \(100 + key)", default: []].append(day)
    }
    let whole = all.sorted { $0.key < $1.key }.map(\.value)
    guard case .weeks(let weeks) = stretch else {
      // The last may be cut off.
      return whole.filter { $0[$0.count - 1].adding(days: 1).day == 1 }
    }
    return whole.filter { $0.count == 7 * weeks }
  }

  private static func day(_ rule: MeetingDay, _ stretch: [CalendarDate]) -> CalendarDate {
    // The days of the month of the stretch that the rule names; of weeks those of a month's length.
    var month: [CalendarDate] = []
    var number = 1
    for day in stretch {
      if day != stretch[0], day.day == stretch[0].day { number += 1 }
      if number == rule.month { month.append(day) }
    }
    let fitting: [CalendarDate]
    let wanted: Int
    switch rule.rule {
    case .weekday(let weekday, let week):
      fitting = month.filter { $0.weekday == weekday }
      wanted = min(week, fitting.count)
    case .workingDay(let count):
      fitting = month.filter(works)
      wanted = count
    case .dayOfMonth(let count):
      fitting = month
      wanted = min(count, month.count)
    }
    var day = wanted <= fitting.count ? fitting[wanted - 1] : month[month.count - 1]
    while !works(day) { day = day.adding(days: 1) }
    return day
  }
}
