import QAModel

/// Working days by look-up: a calendar asked for thousands of deadlines should not work out each day's holidays anew.
struct WorkingDayTable: Sendable {
  private let calendar: WorkingCalendar
  private let base: Int32
  /// By day from `base`: how many working days there are up to and including it.
  private let upTo: [Int32]
  /// The working days, in order.
  private let days: [Int32]

  /// Covers `first` to `last`; other days are worked out by the calendar.
  init(_ calendar: WorkingCalendar, first: CalendarDate, last: CalendarDate) {
    self.calendar = calendar
    base = first.dayNumber
    let holidays = Set((first.year...max(first.year, last.year)).flatMap(calendar.bankHolidays))
    var upTo: [Int32] = []
    var days: [Int32] = []
    for day in first.dayNumber...max(first.dayNumber, last.dayNumber) {
      let date = CalendarDate(dayNumber: day)
      if date.weekday <= 5, !holidays.contains(date) { days.append(day) }
      upTo.append(Int32(days.count))
    }
    self.upTo = upTo
    self.days = days
  }

  /// As `WorkingCalendar.adding(workingDays:to:)`.
  func adding(workingDays: Int, to start: CalendarDate) -> CalendarDate {
    guard workingDays > 0 else { return start }
    let offset = Int(start.dayNumber) - Int(base)
    guard upTo.indices.contains(offset) else { return calendar.adding(workingDays: workingDays, to: start) }
    let position = Int(upTo[offset]) + workingDays - 1
    guard position < days.count else { return calendar.adding(workingDays: workingDays, to: start) }
    return CalendarDate(dayNumber: days[position])
  }
}
