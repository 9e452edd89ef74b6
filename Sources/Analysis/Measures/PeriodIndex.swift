import QAModel

/// Which of the report's periods a day falls in, looked up by day number: one pass over a table serves every period.
struct PeriodIndex: Sendable {
  /// The report's own period, then back in time.
  let periods: [Period]
  /// What happened or became known after this day does not count, for any period: an earlier quarter is told as it
  /// is known today, so that it reads the same beside this one.
  let asAt: CalendarDate
  /// The day on which what is open or overdue is looked at, by period: the as-at day for the report's own, for an
  /// earlier one its last day.
  let closes: [CalendarDate]
  private let base: Int32
  private let positions: [UInt8]
  private static let outside = UInt8.max

  init(_ request: AnalysisRequest) {
    var periods = [request.period]
    for _ in 0..<max(0, request.periodsBefore) {
      let previous = periods[periods.count - 1].previous
      guard previous.last < periods[periods.count - 1].first else { break }
      periods.append(previous)
    }
    self.periods = periods
    asAt = request.asAt
    closes = periods.enumerated().map { position, period in
      position == 0 ? request.asAt : min(period.last, request.asAt)
    }
    base = periods[periods.count - 1].first.dayNumber
    var positions = [UInt8](repeating: Self.outside, count: Int(request.period.last.dayNumber - base) + 1)
    for (position, period) in periods.enumerated() {
      for day in period.first.dayNumber...period.last.dayNumber {
        positions[Int(day - base)] = UInt8(position)
      }
    }
    self.positions = positions
  }

  var count: Int { periods.count }

  /// The period a day falls in, wherever the as-at day is.
  func position(_ date: CalendarDate?) -> Int? {
    guard let date else { return nil }
    let offset = Int(date.dayNumber) - Int(base)
    guard offset >= 0, offset < positions.count, positions[offset] != Self.outside else { return nil }
    return Int(positions[offset])
  }

  /// The period in which something happened; `nil` if it happened after the as-at day.
  func position(happened date: CalendarDate?) -> Int? {
    guard let date, date <= asAt else { return nil }
    return position(date)
  }

  /// Whether what was due was done in time; `nil` where it is not done and not past its day either, so that it cannot be
  /// told yet.
  func isInTime(done: CalendarDate?, due: CalendarDate) -> Bool? {
    if let done, done <= asAt { return done <= due }
    return due < asAt ? false : nil
  }

  /// Whether something had happened by the as-at day. Without a day it cannot be told, and does not count.
  func hasHappened(_ date: CalendarDate?) -> Bool { date.map { $0 <= asAt } ?? false }
}
