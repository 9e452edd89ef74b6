/// A report that goes to a meeting: what is to be ready by when.
public struct Duty: Sendable, Hashable {
  /// The name of the framework's report.
  public var report: String
  public var period: Period
  /// Who sees it: of the report's and the meeting's audience the narrower one.
  public var audience: Audience
  /// One report for each of these services; empty: one of them all.
  public var services: [String]
  public var meeting: String
  /// The day of the meeting, and whether that is only assumed.
  public var day: CalendarDate
  public var isDayAssumed: Bool
  /// The day by which the papers are circulated.
  public var papersDue: CalendarDate
  public var lastQueries: CalendarDate?
  /// Who signs it off first.
  public var signedOffBy: String?

  /// The first day it can be made: the one after its period.
  public var canBeMadeFrom: CalendarDate { period.last.adding(days: 1) }
}

/// What a framework's meetings receive, worked out once for a stretch of time.
///
/// A report of a period goes to each meeting that receives it once: to the first whose papers are due after the period is
/// over. A meeting held less often than its report is made receives all of them since the meeting before; one held more
/// often receives none in between.
public struct DutyCalendar: Sendable {
  private var series: [DutySeries] = []

  /// - Parameter period: holds the days of the meetings.
  public init(_ framework: Framework, meetingsIn period: Period) {
    let calendar = WorkingCalendar.englandAndWales(more: framework.moreHolidays)
    for meeting in framework.meetings {
      let rounds = Self.rounds(of: meeting, in: period, calendar: calendar)
      for name in meeting.receives {
        guard let report = framework.report(named: name) else { continue }
        series.append(DutySeries(rounds.map { Self.duties(report, meeting, $0, framework.services) }))
      }
    }
  }

  /// Enough to tell what is to be looked at on a day, of anything that is held or made at least every two years.
  public init?(_ framework: Framework, around day: CalendarDate) {
    guard let period = Period(first: day.adding(months: -36), last: day.adding(months: 36)) else {
      return nil
    }
    self.init(framework, meetingsIn: period)
  }

  /// Everything, by the day papers are due.
  public var duties: [Duty] { series.flatMap { $0.rounds.flatMap(\.self) }.sorted(by: Self.bySoonest) }

  /// What is to be looked at on a day: of each report and meeting the latest that could be made already, and the next.
  ///
  /// What could be made stays in sight until its meeting is over and a later one could be made.
  public func duties(on day: CalendarDate) -> [Duty] {
    series.flatMap { $0.inSight(on: day) }.sorted(by: Self.bySoonest)
  }

  /// A meeting's day, and between which days a report's period must have ended to go there and not to the one before.
  private typealias Round = (day: CalendarDate, from: CalendarDate, before: CalendarDate)

  private static func rounds(of meeting: Meeting, in period: Period, calendar: WorkingCalendar) -> [Round] {
    // The meeting before the first is looked for as far back as any can be.
    guard let wider = Period(first: period.first.adding(months: -30), last: period.last) else { return [] }
    let days = Set(meeting.days(in: wider, calendar: calendar)).sorted()
    return zip(days, days.dropFirst()).filter { period.contains($1) }.map { before, day in
      (day, meeting.papersDue(for: before), meeting.papersDue(for: day))
    }
  }

  private static func duties(
    _ report: ReportDefinition, _ meeting: Meeting, _ round: Round, _ all: [Term]
  ) -> [Duty] {
    guard let ends = Period(first: round.from, last: round.before.adding(days: -1)) else { return [] }
    let audiences = [report.audience, meeting.audience]
    let services = report.services.isEmpty ? Array(all.indices) : report.services
    return report.period.periods(touching: ends).filter { ends.contains($0.last) }.map { period in
      Duty(
        report: report.name, period: period,
        audience: Audience.allCases.last { audiences.contains($0) } ?? .internal,
        services: report.isPerService ? services.map { all[$0].name } : [], meeting: meeting.name,
        day: round.day, isDayAssumed: meeting.isDayAssumed, papersDue: round.before,
        lastQueries: meeting.lastQueries(for: round.day), signedOffBy: meeting.signedOffBy)
    }
  }

  private static func bySoonest(_ left: Duty, _ right: Duty) -> Bool {
    (left.papersDue, left.day, left.meeting, left.period.last, left.report)
      < (right.papersDue, right.day, right.meeting, right.period.last, right.report)
  }
}

/// What one meeting receives of one report, meeting by meeting, with what finds a day's by halving.
private struct DutySeries: Sendable {
  /// By the meeting's day. None is empty.
  let rounds: [[Duty]]
  /// The day of each meeting.
  private let days: [CalendarDate]
  /// From when any report of a meeting or of a later one can be made: it only rises, so that the last meeting of which
  /// any can be made is found by it.
  private let opens: [CalendarDate]

  init(_ rounds: [[Duty]]) {
    self.rounds = rounds.filter { !$0.isEmpty }
    days = self.rounds.map { $0[0].day }
    var opens = self.rounds.compactMap { $0.map(\.canBeMadeFrom).min() }
    for position in opens.indices.dropLast().reversed() {
      opens[position] = min(opens[position], opens[position + 1])
    }
    self.opens = opens
  }

  /// The latest that could be made already, what stands before it whose meeting is not over, and the next.
  func inSight(on day: CalendarDate) -> [Duty] {
    let begun = Self.first(in: opens) { $0 > day } - 1
    guard begun >= 0 else { return rounds.first ?? [] }
    let notOver = min(begun, Self.first(in: days) { $0 >= day })
    return rounds[notOver...min(begun + 1, rounds.count - 1)].flatMap(\.self)
  }

  /// The first place at which something holds that holds of all places after it; their number where it never does.
  private static func first(in days: [CalendarDate], where holds: (CalendarDate) -> Bool) -> Int {
    var (low, high) = (0, days.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(days[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
