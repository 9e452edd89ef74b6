import QAModel

/// Final grades of completed audits, for each way of choosing the child: only random selection speaks for practice
/// across the service.
struct GradeProfile: AuditMeasure {
  let facts: AuditFacts

  var grids: [GridShape] {
    [
      GridShape(
        measure: .auditsGrade, first: .axis(.grade, places: facts.scale.grades.count),
        second: .axis(.selection, places: AuditFacts.selectionNames.count),
        totals: [
          { FigureKey(.auditsCompleted, service: $0.service, first: $0.second, period: $0.period) }
        ])
    ]
  }

  func mark<Sink: MarkSink>(_ row: Int, into sink: inout Sink) {
    guard let period = facts.period(row), let grade = facts.final(row) else { return }
    sink.mark(
      0, period: period, service: facts.service(row),
      place: Int(grade.rank) * AuditFacts.selectionNames.count + facts.selection(row))
  }
}

/// The share of final grades that are *Good or better*, overall and domain by domain: random selection only.
struct GoodOrBetter: AuditMeasure {
  let facts: AuditFacts

  var grids: [GridShape] {
    [
      GridShape(measure: .auditsGoodOrBetter, counting: .share),
      GridShape(measure: .auditsGoodOrBetter, first: domainAxis, counting: .share),
    ]
  }

  func mark<Sink: MarkSink>(_ row: Int, into sink: inout Sink) {
    guard let period = facts.period(row), facts.selection(row) == AuditFacts.random else { return }
    let service = facts.service(row)
    if let grade = facts.final(row) {
      sink.mark(0, period: period, service: service, place: 0, hit: facts.scale.isGoodOrBetter(grade))
    }
    for domain in 0..<facts.domainCount {
      guard let grade = facts.final(row, domain: domain) else { continue }
      sink.mark(1, period: period, service: service, place: domain, hit: facts.scale.isGoodOrBetter(grade))
    }
  }
}
