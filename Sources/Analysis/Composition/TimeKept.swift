import QAModel

/// What fell due within the period, by whether it was done in time.
struct TimeKept: Hashable {
  var inTime = 0
  var late = 0
  /// Past its day and not done.
  var overdue = 0
  /// Its day has not come yet.
  var open = 0

  var total: Int { inTime + late + overdue + open }
  /// Of which it can be told whether they were in time.
  var told: Int { inTime + late + overdue }

  mutating func add(done: CalendarDate?, due: CalendarDate, asAt: CalendarDate) {
    if let done, done <= asAt {
      if done <= due { inTime += 1 } else { late += 1 }
    } else if due < asAt {
      overdue += 1
    } else {
      open += 1
    }
  }
}

extension ReportContext {
  /// The actions that fell due within a period and were raised by the as-at day, by their source as the log has it:
  /// together those that `actions.due` counts.
  func actionTimes(in period: Period) -> [String: TimeKept] {
    guard let actions = dataset.actions else { return [:] }
    var times: [String: TimeKept] = [:]
    for row in 0..<actions.count {
      guard let due = actions.due[row], period.contains(due),
        actions.raised[row].map({ $0 <= request.asAt }) ?? true
      else { continue }
      let source = actions.source[row].map { dataset.names.words.name($0) } ?? "Not recorded"
      times[source, default: TimeKept()].add(done: actions.completed[row], due: due, asAt: request.asAt)
    }
    return times
  }

  /// The five columns of a share that is no figure of its own.
  func shareCells(_ part: Int, of whole: Int) -> [Cell] {
    guard whole >= max(1, framework.thresholds.fewestRecords) else {
      return [Cell(.count(part)), Cell(.count(whole))] + Array(repeating: Cell(.insufficient), count: 3)
    }
    let interval = Wilson.interval(part, of: whole)
    return [
      Cell(.count(part)), Cell(.count(whole)), Cell(.share(part, of: whole)),
      Cell(interval.map { .proportion($0.lower) } ?? .notAvailable),
      Cell(interval.map { .proportion($0.upper) } ?? .notAvailable),
    ]
  }
}
