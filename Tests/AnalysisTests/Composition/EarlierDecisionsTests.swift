import QAModel
import Testing

@testable import Analysis

/// What became of actions decided before the period.
@Suite("Decisions of before")
struct EarlierDecisionsTests {
  private static let period = Period(parsing: "2025-26-Q3")!
  private static let before = Period(parsing: "2025-26-Q2")!
  private static let asAt = CalendarDate(iso: "2025-12-31")!

  private func decisions(_ rows: [Row], asAt: CalendarDate = asAt) -> EarlierDecisions {
    var actions = ActionTable()
    for row in rows {
      actions.origin.append(Origin(file: 0, line: 1))
      actions.raised.append(row.raised)
      actions.due.append(row.due)
      actions.completed.append(row.completed)
      actions.decided.append(row.decided)
    }
    return EarlierDecisions(actions, period: Self.period, before: Self.before, asAt: asAt)
  }

  struct Row {
    var raised: String?
    var due: String?
    var completed: String?
    var decided: String?
  }

  @Test("only what was raised before, and was open then or decided in the period before")
  func population() {
    let decisions = decisions([
      Row(raised: "2025-09-30"),  // open
      Row(raised: "2025-10-01"),  // raised in the period
      Row(raised: "2025-07-01", completed: "2025-09-30"),  // done before
      Row(raised: "2025-07-01", completed: "2025-10-01"),  // done on the first day
      // Decided in the period before.
      Row(raised: "2025-05-01", completed: "2025-06-01", decided: "2025-07-01"),
      Row(raised: "2025-05-01", completed: "2025-06-01", decided: "2025-06-30"),  // decided earlier
      Row(due: "2025-09-01"),  // nobody knows when
    ])
    #expect(decisions.decisions.map(\.row).sorted() == [0, 3, 4])
  }

  @Test("what became of it is told by due and completion days alone, what is not done first")
  func outcomes() {
    let decisions = decisions([
      Row(raised: "2025-09-01", due: "2025-10-10", completed: "2025-10-10"),
      Row(raised: "2025-09-01", due: "2025-10-10", completed: "2025-10-12"),
      Row(raised: "2025-09-01", completed: "2025-10-12"),
      Row(raised: "2025-09-01", due: "2025-12-30"),
      Row(raised: "2025-09-01", due: "2025-12-31"),  // the due day itself is not overdue
      Row(raised: "2025-09-01"),
      Row(raised: "2025-09-01", due: "2025-11-30", completed: "2026-01-02"),  // not done yet as at the day
    ])
    let day = { (iso: String) in CalendarDate(iso: iso)! }
    #expect(
      decisions.decisions.map(\.became) == [
        .overdue(days: 31), .overdue(days: 1), .openWithoutDue, .open, .doneLate(day("2025-10-12"), days: 2),
        .done(day("2025-10-12")), .doneInTime(day("2025-10-10")),
      ])
    #expect(EarlierDecisions.Outcome.allCases.reduce(0) { $0 + decisions.count($1) } == 7)
  }

  @Test("what was raised after the as-at date was not known")
  func asAtWithinEarlierPeriod() {
    #expect(decisions([Row(raised: "2025-09-15")], asAt: CalendarDate(iso: "2025-09-10")!).decisions.isEmpty)
  }
}

extension DateColumn {
  fileprivate mutating func append(_ iso: String?) {
    if let date = iso.flatMap({ CalendarDate(iso: $0) }) { append(date) } else { append(missing: .blank) }
  }
}
