import Glibc
import QAModel

/// The clock, read where a command that was given no day begins, and nowhere else.
enum Today {
  static var date: CalendarDate {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return CalendarDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? CalendarDate(dayNumber: Int32(now / 86_400))
  }
}
