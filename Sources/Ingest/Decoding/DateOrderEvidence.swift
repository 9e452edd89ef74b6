import QAModel

/// What the dates of a file say about whether the day or the month comes first.
struct DateOrderEvidence {
  private(set) var dayFirst = 0
  private(set) var monthFirst = 0
  /// Dates that would be read either way, and differently.
  private(set) var undecided = 0

  /// The last two digits of the years that are written in full.
  private var fullYears: Set<Int> = []
  /// The first and the last number of dates such as `25-10-07`, which may begin with the year.
  private var shortDates: [(first: Int, last: Int)] = []

  /// Takes one distinct spelling.
  mutating func take(_ cell: String) {
    let spelling = DateDecoder.spelling(of: cell)
    if case .day(let date) = spelling { fullYears.insert(date.year % 100) }
    guard case .dayAndMonth(let first, let second, let year) = spelling else { return }
    if !cell.utf8.contains(UInt8(ascii: "-")) || cell.contains(String(year)) {
      fullYears.insert(year % 100)
    } else if (1...12).contains(second), (1...31).contains(year % 100), first != year % 100 {
      shortDates.append((first, year % 100))
    }
    if first > 12, second <= 12 {
      dayFirst += 1
    } else if second > 12, first <= 12 {
      monthFirst += 1
    } else if first != second, first <= 12, second <= 12 {
      undecided += 1
    }
  }

  /// What to say of dates that may begin with a year of two digits, where no other date of the file tells.
  func yearInDoubt(file: String) -> Diagnostic? {
    let count = shortDates.count { !fullYears.contains($0.last) || fullYears.contains($0.first) }
    guard count > 0 else { return nil }
    return Diagnostic(
      id: "ingest.date.order_of_year", severity: .warning, location: SourceLocation(file: file),
      summary: "the file has dates of three numbers of two digits, which are read with the year last",
      explanation:
        "25-10-07 could be 25 October 2007 or 7 October 2025; of \(count) such no other date of the file tells",
      suggestion: "export the file again with years of four digits")
  }

  enum Decision: Equatable {
    case decided(Workspace.DateOrder)
    /// Nothing depends on it, or nothing tells and the workspace's order is taken.
    case assumed(Workspace.DateOrder, matters: Bool)
    /// Dates of both orders are in the file; most are of this one.
    case mixed(Workspace.DateOrder)
  }

  func decision(otherwise order: Workspace.DateOrder) -> Decision {
    switch (dayFirst, monthFirst) {
    case (0, 0): .assumed(order, matters: undecided > 0)
    case (_, 0): .decided(.dayFirst)
    case (0, _): .decided(.monthFirst)
    default: .mixed(dayFirst == monthFirst ? order : dayFirst > monthFirst ? .dayFirst : .monthFirst)
    }
  }
}

extension DateOrderEvidence.Decision {
  var order: Workspace.DateOrder {
    switch self {
    case .decided(let order), .assumed(let order, _), .mixed(let order): order
    }
  }
}

extension DateOrderEvidence.Decision {
  /// What to say of the file, where its dates do not settle the order.
  func diagnostic(_ evidence: DateOrderEvidence, file: String) -> Diagnostic? {
    let words = order == .dayFirst ? "the day before the month" : "the month before the day"
    switch self {
    case .decided: return nil
    case .assumed(_, let matters):
      guard matters else { return nil }
      return Diagnostic(
        id: "ingest.date.order_assumed", severity: .warning, location: SourceLocation(file: file),
        summary: "no date of the file has a day above 12, so they are read with \(words)",
        explanation: "7/10/2025 could be 7 October or 10 July, and nothing in the file tells",
        suggestion: "set date_order in qareport.yaml if that is wrong")
    case .mixed:
      return Diagnostic(
        id: "ingest.date.order_mixed", severity: .warning, location: SourceLocation(file: file),
        summary:
          "the file has dates with the day first and dates with the month first, and is read with \(words)",
        explanation:
          "\(evidence.dayFirst) dates can only be day first, \(evidence.monthFirst) only month first; the latter kind is set aside where it cannot be read, and may be misread where it can",
        suggestion: "export the file again with one form of date")
    }
  }
}
