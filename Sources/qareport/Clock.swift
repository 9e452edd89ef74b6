import Glibc
import QAModel

extension CalendarDate {
  /// The day by the machine's clock and time zone, which are read here only.
  static var today: CalendarDate {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return CalendarDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? CalendarDate(dayNumber: Int32(now / 86_400))
  }
}
