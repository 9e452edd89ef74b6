import QAModel

/// Activity against plan: what each line of the plan asks for in a period, and how much of it was done.
///
/// A line's figures are for its own service, else for all. Of all lines together `plan.due` is how many have anything
/// due and can be counted, and `plan.done` how many of those were done as often as due.
struct PlanFigures: Sendable {
  private let lines: [Line]
  private let index: PeriodIndex
  private let staff: PlanStaff
  private let serviceCount: Int
  private let scope: ReportScope

  private struct Line: Sendable {
    let due: PlanDue?
    let service: UInt32?
    let notDueIn: [Period]
    /// The events of a line that is due once for each.
    let events: PlanRows?
    let done: PlanRows?
  }

  init(_ dataset: Dataset, _ framework: Framework, _ index: PeriodIndex, scope: ReportScope) {
    self.index = index
    self.scope = scope
    let staff = PlanStaff(dataset)
    self.staff = staff
    serviceCount = framework.services.count
    lines = framework.plan.map { line in
      let service = line.service.map { UInt32($0) }
      var events: PlanRows?
      if case .each(let source) = line.due {
        events = PlanRows(source, dataset, service: service, staff: staff, asAt: index.asAt)
      }
      return Line(
        due: line.due, service: service, notDueIn: line.notDueIn, events: events,
        done: line.done.map { PlanRows($0, dataset, service: service, staff: staff, asAt: index.asAt) })
    }
  }

  /// None where the framework has no plan, or none for the services the report is about.
  func figures() -> [Figure] {
    guard lines.contains(where: { scope.includes(service: $0.service) }) else { return [] }
    var figures: [Figure] = []
    var dueLines = [Int](repeating: 0, count: index.count)
    var doneLines = dueLines
    for (position, line) in lines.enumerated() where scope.includes(service: line.service) {
      let done = doneCounts(line)
      for period in 0..<index.count {
        let due = due(line, period)
        if let done, case .count(let times) = due, times > 0 {
          dueLines[period] += 1
          if done[period] >= times { doneLines[period] += 1 }
        }
        figures.append(Figure(key(.planDue, position, period), due))
        figures.append(
          Figure(
            key(.planDone, position, period), done.map { .count($0[period]) } ?? .notAvailable,
            note: done == nil ? nil : note(line, period)))
      }
    }
    for period in 0..<index.count {
      figures.append(Figure(FigureKey(.planDue, period: UInt16(period)), .count(dueLines[period])))
      figures.append(Figure(FigureKey(.planDone, period: UInt16(period)), .count(doneLines[period])))
    }
    return figures
  }

  /// How often a line was due in the report's own period, and done; `nil` where either cannot be told.
  func counts(ofLine position: Int) -> (due: Int, done: Int)? {
    guard case .count(let due) = due(lines[position], 0), let done = doneCounts(lines[position]) else {
      return nil
    }
    return (due, done[0])
  }

  /// From when what was done is counted, where that is not the period's first day.
  private func note(_ line: Line, _ period: Int) -> String? {
    let first = firstDays(line)[period]
    return first < index.periods[period].first ? "counted from \(first.long)" : nil
  }

  /// The first day of what is counted as done, by period.
  private func firstDays(_ line: Line) -> [CalendarDate] {
    index.periods.enumerated().map { position, period in
      switch line.due {
      case .perPerson: index.closes[position].adding(months: -12).adding(days: 1)
      case .times(let times, let stretch), .timesPerService(let times, let stretch):
        stretch.firstDay(times, in: period)
      case nil, .each: period.first
      }
    }
  }

  private func key(_ measure: MeasureID, _ line: Int, _ period: Int) -> FigureKey {
    FigureKey(
      measure, service: shown(lines[line].service), first: AxisPlace(.activity, UInt32(line)),
      period: UInt16(period)
    )
  }

  /// The service of a line's figures: the only one of a report stands for the whole of it.
  private func shown(_ service: UInt32?) -> UInt32? { service == scope.onlyService ? nil : service }

  private func due(_ line: Line, _ period: Int) -> Outcome {
    switch line.due {
    case nil: return .notApplicable
    case .times(let times, let stretch):
      return .count(stretch.occurrences(times, in: index.periods[period], except: line.notDueIn))
    case .timesPerService(let times, let stretch):
      return .count(stretch.occurrences(times, in: index.periods[period]) * serviceCount)
    case .perPerson(_, let times):
      return staff.isSupplied ? .count(peopleDue(line, period).count * times) : .notAvailable
    case .each:
      guard let events = line.events, events.isCountable else { return .notAvailable }
      return .count(eventRows(events, period).reduce(0) { $0 + events.events($1) })
    }
  }

  /// The rows of the events of a period.
  private func eventRows(_ events: PlanRows, _ period: Int) -> [Int] {
    var seen: Set<UInt32> = []
    return (0..<events.count).filter { row in
      guard index.position(happened: events.day(row)) == period else { return false }
      guard events.countsDifferent else { return true }
      return events.identity(row).map { seen.insert($0).inserted } ?? false
    }
  }

  /// The rows of the staff for each of whom a line is due.
  private func peopleDue(_ line: Line, _ period: Int) -> [Int] {
    guard case .perPerson(let roles, _) = line.due else { return [] }
    return staff.rows(roles: roles, service: line.service, inPostUpTo: index.closes[period])
  }

  /// How often a line was done, by period; `nil` where that cannot be told.
  private func doneCounts(_ line: Line) -> [Int]? {
    guard let done = line.done, done.isCountable else { return nil }
    if case .perPerson = line.due, !staff.isSupplied { return nil }
    var counts = [Int](repeating: 0, count: index.count)
    forEachDone(line, done) { _, period, isCounted in if isCounted { counts[period] += 1 } }
    return counts
  }

  /// Every row that is among what was done of a line, with its period and whether it counts: of the same child, of a
  /// person or service done as often as due already, only the first rows do.
  private func forEachDone(_ line: Line, _ done: PlanRows, _ body: (Int, Int, Bool) -> Void) {
    var limits: [[UInt32: Int]] = []
    switch line.due {
    case .perPerson(_, let times):
      for period in 0..<index.count {
        let people = peopleDue(line, period).compactMap { staff.worker($0) }
        limits.append(Dictionary(people.map { ($0, times) }, uniquingKeysWith: { first, _ in first }))
      }
    case .timesPerService(let times, let stretch):
      for period in index.periods {
        let most = stretch.occurrences(times, in: period)
        limits.append(Dictionary(uniqueKeysWithValues: (0..<serviceCount).map { (UInt32($0), most) }))
      }
    case nil, .times, .each: break
    }
    let isOfPeople = if case .perPerson = line.due { true } else { false }
    let firstDays = firstDays(line)
    let lastDays = isOfPeople ? index.closes : index.periods.map { min($0.last, index.asAt) }
    var seen: Set<UInt64> = []
    for row in 0..<done.count {
      guard let day = done.day(row) else { continue }
      for period in 0..<index.count where firstDays[period] <= day && day <= lastDays[period] {
        if !limits.isEmpty {
          guard let owner = isOfPeople ? done.person?[row] : done.service(row),
            let left = limits[period][owner]
          else { continue }
          limits[period][owner] = max(0, left - 1)
          body(row, period, left > 0)
        } else if done.countsDifferent {
          guard let id = done.identity(row) else { continue }
          body(row, period, seen.insert(UInt64(period) << 32 | UInt64(id)).inserted)
        } else {
          body(row, period, true)
        }
      }
    }
  }

  /// The rows behind a figure of the plan; `nil` where it is worked out from the calendar or from other figures.
  func traced(_ key: FigureKey) -> TracedRows? {
    guard let place = key.first, place.axis == .activity, lines.indices.contains(Int(place.place)),
      key.second == nil, key.team == nil, key.service == shown(lines[Int(place.place)].service)
    else { return nil }
    let line = lines[Int(place.place)]
    let period = Int(key.period)
    if key.measure == .planDone {
      guard let done = line.done, done.isCountable else { return nil }
      var rows: [TracedRows.Row] = []
      forEachDone(line, done) { row, of, isCounted in
        if of == period { rows.append(TracedRows.Row(row: row, inNumerator: isCounted)) }
      }
      return TracedRows(dataset: done.source.dataset, rows: rows)
    }
    let (dataset, rows): (DatasetKind, [Int])
    switch line.due {
    case .perPerson where staff.isSupplied: (dataset, rows) = (.staff, peopleDue(line, period))
    case .each:
      guard let events = line.events, events.isCountable else { return nil }
      (dataset, rows) = (events.source.dataset, eventRows(events, period))
    default: return nil
    }
    return TracedRows(dataset: dataset, rows: rows.map { TracedRows.Row(row: $0, inNumerator: true) })
  }
}
