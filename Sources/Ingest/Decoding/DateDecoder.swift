import QAModel

/// Dates as exports write them: `07/10/2025`, `7-Oct-25`, `7 October 2025`, `2025-10-07 00:00:00`, `2025/10/07`,
/// `20251007`, and the serial numbers of Excel. The time of day is dropped.
enum DateDecoder {
  /// What a spelling says before the order of day and month is known.
  enum Spelling: Equatable {
    case day(CalendarDate)
    /// Two numbers and a year: day and month in the file's order.
    case dayAndMonth(first: Int, second: Int, year: Int)
    case noSuchDay
    case implausibleYear
    case notADate
  }

  /// Years an export of ours can speak of. Others are slips of the keyboard, or a system's way of writing *none*.
  private static let years = 1950...2099

  static func read(_ cell: String, order: Workspace.DateOrder) -> Reading<CalendarDate> {
    switch spelling(of: cell) {
    case .day(let date): return .value(date)
    case .dayAndMonth(let first, let second, let year):
      let (day, month) = order == .dayFirst ? (first, second) : (second, first)
      if let date = CalendarDate(year: year, month: month, day: day) { return .value(date) }
      return .unreadable(month > 12 && day <= 12 ? .otherOrder(order) : .noSuchDay)
    case .noSuchDay: return .unreadable(.noSuchDay)
    case .implausibleYear: return .unreadable(.implausibleYear(years))
    case .notADate:
      if let missing = MissingTokens.dates[Fold.cell(cell)] { return .missing(missing) }
      return .unreadable(.notADate)
    }
  }

  static func spelling(of cell: String) -> Spelling {
    if let usual = usualSpelling(of: cell) { return usual }
    let tokens = DateTokens(cell)
    switch (tokens.numbers.count, tokens.month) {
    case (1, nil): return ofOneNumber(tokens.numbers[0])
    case (2, nil) where tokens.separators == ["."] && tokens.numbers[0].digits == 5:
      return serial(tokens.numbers[0].value)
    case (3, nil): return ofThreeNumbers(tokens)
    case (2, let month?): return ofNamedMonth(month, tokens)
    default: return .notADate
    }
  }

  /// `07/10/2025`, as nearly every date is written, without taking the spelling apart.
  private static func usualSpelling(of cell: String) -> Spelling? {
    let bytes = cell.utf8
    guard bytes.count == 10 else { return nil }
    var numbers = (0, 0, 0)
    var signs: (UInt8, UInt8) = (0, 0)
    var place = 0
    for byte in bytes {
      let digit = Int(byte) - 0x30
      switch place {
      case 0, 1: numbers.0 = numbers.0 * 10 + digit
      case 2: signs.0 = byte
      case 3, 4: numbers.1 = numbers.1 * 10 + digit
      case 5: signs.1 = byte
      default: numbers.2 = numbers.2 * 10 + digit
      }
      guard place == 2 || place == 5 || (0...9).contains(digit) else { return nil }
      place += 1
    }
    guard signs == (UInt8(ascii: "/"), UInt8(ascii: "/")), years.contains(numbers.2),
      (1...31).contains(numbers.0), (1...31).contains(numbers.1)
    else { return nil }
    return .dayAndMonth(first: numbers.0, second: numbers.1, year: numbers.2)
  }

  private static func ofOneNumber(_ number: DateTokens.Number) -> Spelling {
    switch number.digits {
    case 8: day(number.value / 10000, number.value / 100 % 100, number.value % 100)
    case 5: serial(number.value)
    default: .notADate
    }
  }

  /// Excel counts days from 1 January 1900 as 1 and believes in 29 February 1900.
  private static func serial(_ number: Int) -> Spelling {
    guard let origin = CalendarDate(year: 1899, month: 12, day: 30) else { return .notADate }
    let date = origin.adding(days: number)
    return years.contains(date.year) ? .day(date) : .implausibleYear
  }

  private static func ofThreeNumbers(_ tokens: DateTokens) -> Spelling {
    let (first, second, third) = (tokens.numbers[0], tokens.numbers[1], tokens.numbers[2])
    guard tokens.separators.count == 2, tokens.separators[0] == tokens.separators[1] else { return .notADate }
    if first.digits == 4, second.digits <= 2, third.digits <= 2 {
      return day(first.value, second.value, third.value)
    }
    guard first.digits <= 2, second.digits <= 2, third.digits == 4 || third.digits == 2 else {
      return .notADate
    }
    guard let year = year(third) else { return .implausibleYear }
    if max(first.value, second.value) > 31 || min(first.value, second.value) == 0 { return .noSuchDay }
    return .dayAndMonth(first: first.value, second: second.value, year: year)
  }

  private static func ofNamedMonth(_ month: Int, _ tokens: DateTokens) -> Spelling {
    let (first, second) = (tokens.numbers[0], tokens.numbers[1])
    if first.digits == 4 { return second.digits <= 2 ? day(first.value, month, second.value) : .notADate }
    guard first.digits <= 2, second.digits == 4 || second.digits == 2 else { return .notADate }
    guard let year = year(second) else { return .implausibleYear }
    return day(year, month, first.value)
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Spelling {
    guard years.contains(year) else { return .implausibleYear }
    return CalendarDate(year: year, month: month, day: day).map { .day($0) } ?? .noSuchDay
  }

  /// Two digits are of this century up to 79, as nothing here is older than 1980.
  static func year(_ number: DateTokens.Number) -> Int? {
    let year = number.digits == 2 ? number.value + (number.value < 80 ? 2000 : 1900) : number.value
    return years.contains(year) ? year : nil
  }
}

extension Problem {
  fileprivate static let notADate = Problem(
    id: "ingest.date.unreadable", summary: "this is not a date",
    suggestion: "write it as 07/10/2025, 7 October 2025 or 2025-10-07")
  fileprivate static let noSuchDay = Problem(
    id: "ingest.date.no_such_day", summary: "there is no such day",
    suggestion: "correct the day or the month where the record is kept")
  fileprivate static func implausibleYear(_ years: ClosedRange<Int>) -> Problem {
    Problem(
      id: "ingest.date.implausible",
      summary: "the year is not between \(years.lowerBound) and \(years.upperBound)",
      explanation: "such years are slips of the keyboard, or how a system writes that there is no date",
      suggestion: "correct the year, or leave the cell blank")
  }
  fileprivate static func otherOrder(_ order: Workspace.DateOrder) -> Problem {
    Problem(
      id: "ingest.date.other_order",
      summary: order == .dayFirst
        ? "the month comes before the day, unlike in the rest of the file"
        : "the day comes before the month, unlike in the rest of the file",
      explanation: "read the other way round there is no such month",
      suggestion: "write the date in the order of the other dates, or with the month's name")
  }
}
