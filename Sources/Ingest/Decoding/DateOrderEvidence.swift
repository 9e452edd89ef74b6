import QAModel

/// What the dates of a file say about whether the day or the month comes first.
struct DateOrderEvidence {
  private(set) var dayFirst = 0
  private(set) var monthFirst = 0
  /// Dates that would be read either way, and differently.
  private(set) var undecided = 0

  /// Takes one distinct spelling and how many cells have it.
  mutating func take(_ cell: String) {
    guard case .dayAndMonth(let first, let second, _) = DateDecoder.spelling(of: cell) else { return }
    if first > 12, second <= 12 {
      dayFirst += 1
    } else if second > 12, first <= 12 {
      monthFirst += 1
    } else if first != second, first <= 12, second <= 12 {
      undecided += 1
    }
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
