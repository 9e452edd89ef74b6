import QAModel

/// Immediate concerns for a child's safety that audits raised, and those nobody had been told of by the as-at day
/// (HA-10).
///
/// By the audit's completion, as every figure of audits. A concern of an audit that is not completed belongs to no
/// period's figure; `RecordLists` has it, for it cannot wait.
struct Concerns: AuditMeasure {
  let facts: AuditFacts

  var grids: [GridShape] {
    [
      GridShape(measure: .concernsRaised, totals: [FigureKey.sameOf(.auditsCompleted)]),
      GridShape(measure: .concernsNotNotified, totals: [FigureKey.sameOf(.concernsRaised)]),
    ]
  }

  func mark<Sink: MarkSink>(_ row: Int, into sink: inout Sink) {
    guard facts.raisesConcern(row), let period = facts.period(row) else { return }
    sink.mark(0, period: period, service: facts.service(row))
    if !facts.isConcernNotified(row) { sink.mark(1, period: period, service: facts.service(row)) }
  }
}
