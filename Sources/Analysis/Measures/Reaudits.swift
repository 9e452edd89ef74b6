import QAModel

/// What re-audits found compared with the audit before: better, unchanged or lower, overall and domain by domain;
/// escalated, escalated again, and those that cannot be compared (HA-3). By the re-audit's completion; grades as they stood on the as-at day.
struct ReauditMovement: AuditMeasure {
  let facts: AuditFacts
  let links: ReauditLinks

  var grids: [GridShape] {
    [
      GridShape(measure: .reauditsEscalated, totals: [FigureKey.sameOf(.reauditsCompleted)]),
      GridShape(measure: .reauditsEscalatedAgain, totals: [FigureKey.sameOf(.reauditsEscalated)]),
      GridShape(measure: .reauditsNotComparable, totals: [FigureKey.sameOf(.reauditsCompleted)]),
      GridShape(measure: .reauditsPreviousAssumed, totals: [FigureKey.sameOf(.reauditsCompleted)]),
    ]
      + [MeasureID.reauditsBetter, .reauditsUnchanged, .reauditsLower].flatMap { measure in
        [
          GridShape(measure: measure, totals: [FigureKey.sameOf(.reauditsCompleted)]),
          GridShape(measure: measure, first: domainAxis, perService: false),
        ]
      }
  }

  func mark<Sink: MarkSink>(_ row: Int, into sink: inout Sink) {
    guard facts.isReaudit(row), let period = facts.period(row), let link = links[row] else { return }
    let service = facts.service(row)
    switch link.movement {
    case .notEscalated: break
    case .notComparable: sink.mark(2, period: period, service: service)
    case .escalated: sink.mark(0, period: period, service: service)
    case .escalatedAgain:
      sink.mark(0, period: period, service: service)
      sink.mark(1, period: period, service: service)
    }
    if link.isAssumed { sink.mark(3, period: period, service: service) }
    guard let previous = link.previous, link.movement != .notComparable else { return }
    let directions = facts.comparison(row, after: previous)
    if let direction = ReauditLinks.Direction(of: directions.map(\.direction)) {
      sink.mark(4 + 2 * direction.rawValue, period: period, service: service)
    }
    for domain in 0..<facts.domainCount {
      guard let now = facts.final(row, domain: domain), let then = facts.final(previous, domain: domain)
      else {
        continue
      }
      let direction = ReauditLinks.Direction(from: then, to: now)
      sink.mark(5 + 2 * direction.rawValue, period: period, service: service, place: domain)
    }
  }
}

/// Audits of the scale's lowest final grade (without an overall grade, in any domain) without a review by quality assurance within a month of their completion,
/// and none since (DO-6). By the audit's completion; the day a month on is not late yet.
struct InadequateWithoutReview: AuditMeasure {
  let facts: AuditFacts

  var grids: [GridShape] {
    [GridShape(measure: .inadequateWithoutReview, totals: [FigureKey.sameOf(.auditsCompleted)])]
  }

  func mark<Sink: MarkSink>(_ row: Int, into sink: inout Sink) {
    guard let period = facts.period(row), facts.lacksReview(row) else { return }
    sink.mark(0, period: period, service: facts.service(row))
  }
}

extension AuditFacts {
  /// The day by which quality assurance was to have reviewed an inadequate audit.
  func reviewDue(_ row: Int) -> CalendarDate? { completed[row]?.adding(months: 1) }

  /// Whether an audit of the lowest final grade is past the day of its review and has none, whatever its period.
  func lacksReview(_ row: Int) -> Bool {
    guard let due = reviewDue(row), due < index.asAt, isInadequate(row) else { return false }
    return !index.hasHappened(qaReview[row])
  }
}
