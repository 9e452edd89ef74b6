/// Working days in England and Wales: Monday to Friday less bank holidays.
///
/// Regular bank holidays are computed (Banking and Financial Dealings Act 1971, Schedule 1, with the customary
/// substitute days); the days that were moved or added by proclamation are given.
public struct WorkingCalendar: Sendable {
  /// Bank holidays that no rule gives: jubilees, a coronation, a state funeral.
  public let oneOffHolidays: Set<CalendarDate>
  /// Regular bank holidays held on another day that year: from the computed date to the actual one.
  public let moved: [CalendarDate: CalendarDate]

  public init(oneOffHolidays: Set<CalendarDate>, moved: [CalendarDate: CalendarDate]) {
    self.oneOffHolidays = oneOffHolidays
    self.moved = moved
  }

  /// The proclaimed days published on GOV.UK for England and Wales, and more where a setting adds them.
  public static func englandAndWales(more: Set<CalendarDate> = []) -> WorkingCalendar {
    let day = { (year: Int, month: Int, day: Int) in CalendarDate(year: year, month: month, day: day) }
    let oneOff = [day(2011, 4, 29), day(2012, 6, 5), day(2022, 6, 3), day(2022, 9, 19), day(2023, 5, 8)]
    let moved = [
      (day(2012, 5, 28), day(2012, 6, 4)), (day(2020, 5, 4), day(2020, 5, 8)),
      (day(2022, 5, 30), day(2022, 6, 2)),
    ]
    var moves: [CalendarDate: CalendarDate] = [:]
    for case (let from?, let to?) in moved { moves[from] = to }
    return WorkingCalendar(oneOffHolidays: more.union(oneOff.compactMap { $0 }), moved: moves)
  }

  public func isBankHoliday(_ date: CalendarDate) -> Bool {
    oneOffHolidays.contains(date) || bankHolidays(in: date.year).contains(date)
  }

  public func isWorkingDay(_ date: CalendarDate) -> Bool {
    date.weekday <= 5 && !isBankHoliday(date)
  }

  /// The day on which that many working days are over; day 1 is the next working day after `start`.
  ///
  /// With 0 or fewer days it is `start` itself.
  public func adding(workingDays: Int, to start: CalendarDate) -> CalendarDate {
    var left = workingDays
    var date = start
    while left > 0 {
      date = date.adding(days: 1)
      if isWorkingDay(date) { left -= 1 }
    }
    return date
  }

  /// Working days after `start` up to and including `end`; 0 where `end` is not after `start`.
  public func workingDays(after start: CalendarDate, through end: CalendarDate) -> Int {
    guard start < end else { return 0 }
    var count = 0
    var date = start
    while date < end {
      date = date.adding(days: 1)
      if isWorkingDay(date) { count += 1 }
    }
    return count
  }

  /// The bank holidays of a calendar year, in order, the one-off ones included.
  public func bankHolidays(in year: Int) -> [CalendarDate] {
    var days: [CalendarDate] = []
    func add(_ date: CalendarDate?) {
      guard let date else { return }
      days.append(moved[date] ?? date)
    }
    if let newYear = CalendarDate(year: year, month: 1, day: 1) { add(Self.substitute(newYear)) }
    if let easter = Self.easterSunday(year) {
      add(easter.adding(days: -2))
      add(easter.adding(days: 1))
    }
    add(Self.firstMonday(year, 5))
    add(Self.lastMonday(year, 5))
    add(Self.lastMonday(year, 8))
    if let christmas = CalendarDate(year: year, month: 12, day: 25) {
      let boxing = christmas.adding(days: 1)
      switch christmas.weekday {
      case 5:
        add(christmas)
        add(christmas.adding(days: 3))
      case 6:
        add(christmas.adding(days: 2))
        add(christmas.adding(days: 3))
      case 7:
        add(boxing)
        add(christmas.adding(days: 2))
      default:
        add(christmas)
        add(boxing)
      }
    }
    days += oneOffHolidays.filter { $0.year == year }
    return Array(Set(days)).sorted()
  }

  /// Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Nature, 20 April 1876).
  static func easterSunday(_ year: Int) -> CalendarDate? {
    let a = year % 19
    let (b, c) = (year / 100, year % 100)
    let (d, e) = (b / 4, b % 4)
    let g = (8 * b + 13) / 25
    let h = (19 * a + b - d - g + 15) % 30
    let (i, k) = (c / 4, c % 4)
    let l = (32 + 2 * e + 2 * i - h - k) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let n = h + l - 7 * m + 114
    return CalendarDate(year: year, month: n / 31, day: n % 31 + 1)
  }

  private static func substitute(_ date: CalendarDate) -> CalendarDate {
    switch date.weekday {
    case 6: date.adding(days: 2)
    case 7: date.adding(days: 1)
    default: date
    }
  }

  private static func firstMonday(_ year: Int, _ month: Int) -> CalendarDate? {
    CalendarDate(year: year, month: month, day: 1).map { $0.adding(days: (8 - $0.weekday) % 7) }
  }

  private static func lastMonday(_ year: Int, _ month: Int) -> CalendarDate? {
    CalendarDate(year: year, month: month, day: 31).map { $0.adding(days: 1 - $0.weekday) }
  }
}
