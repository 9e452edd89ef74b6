import QAModel

/// The period of an open-data row, from its `time_period` and `time_identifier`, in the words of `PeriodDecoder`.
///
/// A *reporting year* 2025 is the year to 31 March 2025, as the Department's statistics on children in need and
/// looked after are published. What is not known stays as it is, and so becomes a diagnostic.
enum OpenDataPeriod {
  static func words(_ period: String, _ identifier: String) -> String {
    let period = Cell.trimmed(period)
    let identifier = Fold.cell(identifier)
    let year = Int(period.prefix(4)) ?? 0
    let isYear = period.count == 4 && year > 0
    switch identifier {
    case "reporting year" where isYear, "financial year" where isYear:
      return "\(year - 1)-\(twoDigits(year % 100))"
    case "calendar year" where isYear: return "\(period)-01-01..\(period)-12-31"
    case "academic year" where period.count == 6 && year > 0:
      return "\(year)-09-01..\(year + 1)-08-31"
    case let quarter where quarter.hasPrefix("financial year q") && period.count == 6:
      return "Q\(quarter.dropFirst("financial year q".count)) \(year)-\(period.suffix(2))"
    case let month where isYear && DateTokens.month(month) != nil: return "\(month) \(period)"
    default: return period
    }
  }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
