import QAModel

/// The period a figure is about, as a cell or the header of a column writes it: `2025-04`, `Apr-25`, `April 2025`,
/// `04/2025`, `Q1 2025-26`, `2025-26 Q1`, `2024/25`, `202425`, a day, or `2025-01-01..2025-12-31`.
///
/// Quarters and years are financial, from April. `2009-10` is the year, not October, as reports are about years.
enum PeriodDecoder {
  /// First and last day; a figure taken on a day has the same for both.
  struct Span: Hashable {
    var first: CalendarDate
    var last: CalendarDate
  }

  static func read(_ cell: String, order: Workspace.DateOrder) -> Reading<Span> {
    if let period = period(cell) { return .value(Span(first: period.first, last: period.last)) }
    switch DateDecoder.read(cell, order: order) {
    case .value(let date): return .value(Span(first: date, last: date))
    case .missing(let missing): return .missing(missing)
    case .unreadable: return .unreadable(.notAPeriod)
    }
  }

  /// A month, quarter, financial year or range; `nil` for a day or anything else.
  static func period(_ cell: String) -> Period? {
    if cell.contains("..") { return Period(parsing: cell) }
    let words = words(cell)
    guard (1...4).contains(words.count) else { return nil }
    // 48 and 49 side by side are two numbers, 48/49 is a year.
    if words.count == 2, words.allSatisfy({ $0.count == 2 }), !cell.contains(where: { "/-–".contains($0) }) {
      guard words.contains(where: { Int($0) == nil }) else { return nil }
    }
    if let quarter = words.lazy.compactMap(quarterNumber).first,
      let year = yearBeginning(words.filter { quarterNumber($0) == nil })
    {
      return .quarter(quarter, yearBeginning: year)
    }
    if let index = words.firstIndex(where: { DateTokens.month($0) != nil }),
      let month = DateTokens.month(words[index])
    {
      return named(month, Array(words[..<index]), Array(words[(index + 1)...]))
    }
    if words.count == 2, let year = calendarYear(words[0]), words[1].count == 2, let month = Int(words[1]),
      words[0].count == 4, (1...12).contains(month), month != (year + 1) % 100
    {
      return .month(month, year: year)
    }
    if words.count == 2, words[1].count == 4, words[0].count <= 2, let year = calendarYear(words[1]),
      let month = Int(words[0]), (1...12).contains(month)
    {
      return .month(month, year: year)
    }
    if words.count == 1, words[0].count == 6, let whole = Int(words[0]), !isFinancialYear(words[0]),
      (1...12).contains(whole % 100), (1950...2099).contains(whole / 100)
    {
      return .month(whole % 100, year: whole / 100)
    }
    return yearBeginning(words).flatMap { Period.financialYear(beginning: $0) }
  }

  /// `Apr-25`, `April 2025`, `2025-26 Apr`: the month of a calendar year, or of a financial year.
  private static func named(_ month: Int, _ before: [String], _ after: [String]) -> Period? {
    if before.isEmpty || after.isEmpty, let year = yearBeginning(before + after) {
      return .month(month, year: month >= 4 ? year : year + 1)
    }
    if before.isEmpty, after.count == 1, let year = calendarYear(after[0]) {
      return .month(month, year: year)
    }
    if after.isEmpty, before.count == 1, before[0].count == 4, let year = calendarYear(before[0]) {
      return .month(month, year: year)
    }
    return nil
  }

  private static func quarterNumber(_ word: String) -> Int? {
    guard let digit = word.last?.wholeNumberValue, (1...4).contains(digit) else { return nil }
    return ["q", "qtr", "quarter"].contains(String(word.dropLast())) ? digit : nil
  }

  /// The year in which a financial year begins: `2025-26`, `2025/2026`, `25-26`, `202526`.
  private static func yearBeginning(_ words: [String]) -> Int? {
    let words = words.filter { $0 != "fy" && $0 != "year" }
    if words.count == 1 {
      guard words[0].count == 6, isFinancialYear(words[0]) else { return nil }
      return Int(words[0].prefix(4))
    }
    guard words.count == 2, let beginning = calendarYear(words[0]), let end = Int(words[1]) else {
      return nil
    }
    switch (words[0].count, words[1].count) {
    case (4, 2), (2, 2): return end == (beginning + 1) % 100 ? beginning : nil
    case (4, 4): return end == beginning + 1 ? beginning : nil
    default: return nil
    }
  }

  private static func isFinancialYear(_ word: String) -> Bool {
    guard let whole = Int(word), word.count == 6, (1950...2099).contains(whole / 100) else { return false }
    return whole % 100 == (whole / 100 + 1) % 100
  }

  private static func calendarYear(_ word: String) -> Int? {
    guard word.count == 4 || word.count == 2, let number = Int(word), number >= 0 else { return nil }
    return DateDecoder.year(DateTokens.Number(value: number, digits: word.count))
  }

  /// Letters and digits apart from what stands between them; `Quarter 1` is one word, `quarter1`.
  private static func words(_ cell: String) -> [String] {
    let pieces = Fold.cell(cell).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    var words: [String] = []
    for piece in pieces {
      if piece.count == 1, let last = words.last, ["q", "qtr", "quarter"].contains(last) {
        words[words.count - 1] = last + piece
      } else {
        words.append(piece)
      }
    }
    return words
  }
}

extension Problem {
  fileprivate static let notAPeriod = Problem(
    id: "ingest.period.unreadable", summary: "this is not a month, quarter, year or date",
    suggestion: "write it as 2025-04, April 2025, Q1 2025-26, 2025-26 or a date")
}
