/// A stretch of days that a report is about.
///
/// Financial years run from April to March: `2025-26-Q1` is April to June 2025. Written as `2025-26`,
/// `2025-26-Q3`, `2025-10` or `2025-10-06..2025-12-31`. Academic years from September to July: `2025-26-T1` is the
/// autumn term of 2025.
public struct Period: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// A financial year, named by the calendar year it begins in.
    case year(beginning: Int)
    /// A quarter, 1 (April to June) to 4 (January to March), of the financial year that begins in that year.
    case quarter(Int, yearBeginning: Int)
    case month(Int, year: Int)
    /// An academic term, 1 (September to December), 2 (January to March) or 3 (April to July), of the academic year
    /// that begins in that year.
    case term(Int, yearBeginning: Int)
    case range
  }

  public let kind: Kind
  public let first: CalendarDate
  /// The last day, itself part of the period.
  public let last: CalendarDate

  /// `nil` where the range ends before it begins.
  public init?(first: CalendarDate, last: CalendarDate) {
    guard first <= last else { return nil }
    self.init(kind: .range, first: first, last: last)
  }

  private init(kind: Kind, first: CalendarDate, last: CalendarDate) {
    self.kind = kind
    self.first = first
    self.last = last
  }

  public static func month(_ month: Int, year: Int) -> Period? {
    guard let first = CalendarDate(year: year, month: month, day: 1) else { return nil }
    return Period(
      kind: .month(month, year: year), first: first, last: first.adding(months: 1).adding(days: -1))
  }

  public static func financialYear(beginning year: Int) -> Period? {
    guard let first = CalendarDate(year: year, month: 4, day: 1) else { return nil }
    return Period(
      kind: .year(beginning: year), first: first, last: first.adding(months: 12).adding(days: -1))
  }

  public static func quarter(_ quarter: Int, yearBeginning year: Int) -> Period? {
    guard (1...4).contains(quarter), let yearStart = CalendarDate(year: year, month: 4, day: 1) else {
      return nil
    }
    let first = yearStart.adding(months: 3 * (quarter - 1))
    return Period(
      kind: .quarter(quarter, yearBeginning: year), first: first,
      last: first.adding(months: 3).adding(days: -1))
  }

  /// The quarter that a day falls in.
  public static func quarter(containing date: CalendarDate) -> Period? {
    let (year, month, _) = date.parts
    return month >= 4
      ? quarter((month - 1) / 3, yearBeginning: year) : quarter(4, yearBeginning: year - 1)
  }

  public static func term(_ term: Int, yearBeginning year: Int) -> Period? {
    guard (1...3).contains(term), let september = CalendarDate(year: year, month: 9, day: 1) else {
      return nil
    }
    let first = september.adding(months: [0, 4, 7][term - 1])
    return Period(
      kind: .term(term, yearBeginning: year), first: first,
      last: first.adding(months: [4, 3, 4][term - 1]).adding(days: -1))
  }

  /// The academic term that a day falls in; `nil` in August.
  public static func term(containing date: CalendarDate) -> Period? {
    let (year, month, _) = date.parts
    return switch month {
    case 9...12: term(1, yearBeginning: year)
    case 1...3: term(2, yearBeginning: year - 1)
    case 4...7: term(3, yearBeginning: year - 1)
    default: nil
    }
  }

  /// Reads a period as written on the command line; `nil` where it is none.
  public init?(parsing text: String) {
    let ends = text.split(separator: ".", omittingEmptySubsequences: true)
    if text.contains(".."), ends.count == 2 {
      guard let first = CalendarDate(iso: ends[0]), let last = CalendarDate(iso: ends[1]) else { return nil }
      self.init(first: first, last: last)
      return
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts[0].count == 4, let year = Int(parts[0]), parts[1].count == 2,
      let second = Int(parts[1])
    else { return nil }
    let period: Period?
    if parts.count == 3 {
      guard second == (year + 1) % 100, parts[2].count == 2, let number = Int(parts[2].dropFirst()) else {
        return nil
      }
      switch parts[2].first {
      case "Q", "q": period = .quarter(number, yearBeginning: year)
      case "T", "t": period = .term(number, yearBeginning: year)
      default: period = nil
      }
    } else if second == (year + 1) % 100, !(1...12).contains(second) {
      period = .financialYear(beginning: year)
    } else if (1...12).contains(second), second != (year + 1) % 100 {
      period = .month(second, year: year)
    } else if second == (year + 1) % 100 {
      // 2008-09 could be September 2008 or the financial year: the financial year is what reports are about.
      period = .financialYear(beginning: year)
    } else {
      period = nil
    }
    guard let period else { return nil }
    self = period
  }

  public func contains(_ date: CalendarDate) -> Bool { first <= date && date <= last }

  /// How many days, the first and the last included.
  public var dayCount: Int { Int(last.dayNumber - first.dayNumber) + 1 }

  /// The period of the same kind just before this one; for a range, as many days.
  public var previous: Period {
    switch kind {
    case .year(let beginning): return .financialYear(beginning: beginning - 1) ?? self
    case .quarter(let number, let year):
      return
        (number == 1
        ? .quarter(4, yearBeginning: year - 1) : .quarter(number - 1, yearBeginning: year)) ?? self
    case .term(let number, let year):
      return (number == 1 ? .term(3, yearBeginning: year - 1) : .term(number - 1, yearBeginning: year))
        ?? self
    case .month(let month, let year):
      return (month == 1 ? .month(12, year: year - 1) : .month(month - 1, year: year)) ?? self
    case .range:
      return Period(first: first.adding(days: -dayCount), last: first.adding(days: -1)) ?? self
    }
  }

  /// The months that begin within the period, in order.
  public var months: [Period] {
    var months: [Period] = []
    var start = first
    while start <= last, let month = Period.month(start.month, year: start.year) {
      months.append(month)
      start = month.last.adding(days: 1)
    }
    return months
  }

  /// How it is written on the command line, in folder names and in figures: `2025-26-Q3`.
  public var slug: String {
    switch kind {
    case .year(let beginning): Self.yearName(beginning)
    case .quarter(let number, let year): "\(Self.yearName(year))-Q\(number)"
    case .term(let number, let year): "\(Self.yearName(year))-T\(number)"
    case .month: String(first.iso.prefix(7))
    case .range: "\(first.iso)..\(last.iso)"
    }
  }

  /// `Quarter 3, October to December 2025`.
  public var title: String {
    switch kind {
    case .year(let beginning): "April \(beginning) to March \(beginning + 1)"
    case .quarter(let number, _):
      "Quarter \(number), \(monthName(first)) to \(monthName(last)) \(last.year)"
    case .term(let number, _):
      "\(Self.termNames[number - 1]) term, \(monthName(first)) to \(monthName(last)) \(last.year)"
    case .month: "\(monthName(first)) \(first.year)"
    case .range: "\(first.long) to \(last.long)"
    }
  }

  /// A heading for a column: `Q3 2025-26`.
  public var short: String {
    switch kind {
    case .year(let beginning): Self.yearName(beginning)
    case .quarter(let number, let year): "Q\(number) \(Self.yearName(year))"
    case .term(let number, _): "\(Self.termNames[number - 1]) \(first.year)"
    case .month: "\(monthName(first).prefix(3)) \(first.year)"
    case .range: "\(first.short) to \(last.short)"
    }
  }

  private static let termNames = ["Autumn", "Spring", "Summer"]

  private func monthName(_ date: CalendarDate) -> String { CalendarDate.monthNames[date.month - 1] }

  private static func yearName(_ beginning: Int) -> String {
    let end = (beginning + 1) % 100
    return "\(beginning)-\(end < 10 ? "0" : "")\(end)"
  }
}
