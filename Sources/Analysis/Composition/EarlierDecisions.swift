import QAModel

/// What was decided before the period, and what had become of it by the as-at date.
///
/// A decision is an action that was raised before the period began and was still to be done when it did, or that the
/// panel decided on in the period before. Whether it is done is told by its completion day alone.
struct EarlierDecisions {
  struct Decision {
    /// Row of the actions.
    let row: Int
    let became: Became
  }

  enum Became: Hashable {
    case doneInTime(CalendarDate)
    case doneLate(CalendarDate, days: Int)
    /// Done, and nothing says by when it should have been.
    case done(CalendarDate)
    case overdue(days: Int)
    case open
    case openWithoutDue

    var outcome: Outcome {
      switch self {
      case .doneInTime: .doneInTime
      case .doneLate: .doneLate
      case .done: .done
      case .overdue: .overdue
      case .open: .open
      case .openWithoutDue: .openWithoutDue
      }
    }
  }

  /// The columns of a count, in the order a reader asks for them: what was not done first.
  enum Outcome: Int, CaseIterable {
    case overdue, openWithoutDue, open, doneLate, done, doneInTime

    var words: String {
      switch self {
      case .overdue: "overdue"
      case .openWithoutDue: "open without a due date"
      case .open: "not due yet"
      case .doneLate: "done late"
      case .done: "done, without a due date"
      case .doneInTime: "done in time"
      }
    }
  }

  /// Not done first: the longest overdue at the top.
  let decisions: [Decision]

  init(_ actions: ActionTable, period: Period, before: Period?, asAt: CalendarDate) {
    let lastClose = min(period.first, asAt)
    decisions = (0..<actions.count).compactMap { row -> Decision? in
      guard let raised = actions.raised[row], raised < lastClose else { return nil }
      let completed = actions.completed[row]
      let wasOpen = completed.map { $0 >= period.first } ?? true
      let wasDecided =
        actions.decided[row].map { day in before.map { $0.first <= day && day <= $0.last } ?? false } ?? false
      guard wasOpen || wasDecided else { return nil }
      return Decision(
        row: row, became: Self.became(completed: completed, due: actions.due[row], asAt: asAt))
    }.sorted { left, right in
      let (first, second) = (Self.order(left), Self.order(right))
      return (first.0, first.1, left.row) < (second.0, second.1, right.row)
    }
  }

  func count(_ outcome: Outcome) -> Int { decisions.count { $0.became.outcome == outcome } }

  private static func became(completed: CalendarDate?, due: CalendarDate?, asAt: CalendarDate) -> Became {
    if let completed, completed <= asAt {
      guard let due else { return .done(completed) }
      return completed <= due
        ? .doneInTime(completed) : .doneLate(completed, days: days(from: due, to: completed))
    }
    guard let due else { return .openWithoutDue }
    return due < asAt ? .overdue(days: days(from: due, to: asAt)) : .open
  }

  private static func order(_ decision: Decision) -> (Int, Int) {
    let days =
      switch decision.became {
      case .overdue(let days), .doneLate(_, let days): -days
      case .doneInTime, .done, .open, .openWithoutDue: 0
      }
    return (decision.became.outcome.rawValue, days)
  }

  private static func days(from: CalendarDate, to: CalendarDate) -> Int { Int(to.dayNumber - from.dayNumber) }
}
