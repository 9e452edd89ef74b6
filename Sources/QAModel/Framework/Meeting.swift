/// A meeting of the framework's: how often, on which day, and which reports go to it by when.
public struct Meeting: Sendable, Hashable {
  public var name: String
  /// One meeting in each of these stretches of the calendar.
  public var frequency: PlanStretch
  public var day: MeetingDay
  /// Whether the document names no day, so that `day` is only a place to start from until a workspace gives its own.
  public var isDayAssumed: Bool
  /// Names of the framework's reports.
  public var receives: [String]
  /// Papers are circulated so many days before.
  public var papersBefore: Int
  /// Members put their queries until so many days before; `nil`: no such rule.
  public var queriesUntil: Int?
  /// Who signs the papers off before they are circulated.
  public var signedOffBy: String?
  /// Who sees the papers.
  public var audience: Audience

  public init(
    _ name: String, frequency: PlanStretch, day: MeetingDay? = nil, isDayAssumed: Bool? = nil,
    receives: [String] = [],
    papersBefore: Int = 7, queriesUntil: Int? = nil, signedOffBy: String? = nil,
    audience: Audience = .internal
  ) {
    self.name = name
    self.frequency = frequency
    self.day = day ?? MeetingDay()
    self.isDayAssumed = isDayAssumed ?? (day == nil)
    self.receives = receives
    self.papersBefore = papersBefore
    self.queriesUntil = queriesUntil
    self.signedOffBy = signedOffBy
    self.audience = audience
  }

  /// The days it meets on within a period, in order.
  ///
  /// A day that is no working day is put off to the next that is. A stretch meets once, wherever in it the day falls.
  public func days(in period: Period, calendar: WorkingCalendar) -> [CalendarDate] {
    // Put off, a day can leave its stretch by a few days: the period before is looked at too.
    guard let wider = Period(first: period.first.adding(days: -14), last: period.last) else { return [] }
    return frequency.periods(touching: wider).map { day.date(in: $0, calendar: calendar) }
      .filter(period.contains)
  }

  /// The day by which the papers of a meeting are circulated.
  public func papersDue(for day: CalendarDate) -> CalendarDate { day.adding(days: -papersBefore) }

  /// The last day of queries before a meeting.
  public func lastQueries(for day: CalendarDate) -> CalendarDate? {
    queriesUntil.map { day.adding(days: -$0) }
  }
}

/// Which day of its stretch of the calendar a meeting is on.
public struct MeetingDay: Sendable, Hashable {
  public enum Rule: Sendable, Hashable {
    /// The n-th of a weekday (1 Monday to 5 Friday) in the month, or the last of it where it has fewer.
    case weekday(Int, week: Int)
    /// The n-th working day of the month, or its last.
    case workingDay(Int)
    /// A day of the month, or its last.
    case dayOfMonth(Int)
  }

  public var rule: Rule
  /// Which month of the stretch, from 1; its last where it has fewer. Stretches of weeks count from their own first day
  /// instead of a month's.
  public var month: Int

  /// The 15th working day of the first month: late enough for the last month's figures and a week for papers.
  public init(_ rule: Rule = .workingDay(15), month: Int = 1) {
    self.rule = rule
    self.month = month
  }

  /// The day of one stretch; where it is no working day, the next that is.
  func date(in stretch: Period, calendar: WorkingCalendar) -> CalendarDate {
    let last = stretch.last
    var first = stretch.first
    for _ in 1..<max(1, month) {
      let next = first.adding(months: 1)
      guard next <= last else { break }
      first = next
    }
    let end = min(first.adding(months: 1).adding(days: -1), last)
    var day: CalendarDate
    switch rule {
    case .weekday(let weekday, let week):
      day = first.adding(days: (weekday - first.weekday + 7) % 7 + 7 * (week - 1))
      while day > end, day.adding(days: -7) >= first { day = day.adding(days: -7) }
    case .workingDay(let number):
      day = min(calendar.adding(workingDays: number, to: first.adding(days: -1)), end)
    case .dayOfMonth(let number):
      day = min(first.adding(days: number - 1), end)
    }
    while !calendar.isWorkingDay(day) { day = day.adding(days: 1) }
    return day
  }
}
