import QAModel

/// Final grades of completed audits, for each way of choosing the child: only random selection speaks for practice
/// across the service, and only of it are there grades by level of need, audit type and team.
struct GradeProfile: AuditMeasure {
  let facts: AuditFacts

  var grids: [GridShape] {
    let grades = GridShape.Breakdown.axis(.grade, places: facts.scale.grades.count)
    return [
      GridShape(
        measure: .auditsGrade, first: grades,
        second: .axis(.selection, places: AuditFacts.selectionNames.count),
        totals: [
          { FigureKey(.auditsCompleted, service: $0.service, first: $0.second, period: $0.period) }
        ])
    ]
      + facts.groupings.map { grouping in
        GridShape(
          measure: .auditsGrade, first: grades, second: grouping.breakdown, perService: false,
          totals: [FigureKey.ofRandomSelection])
      }
  }

  func mark<Sink: MarkSink>(_ row: Int, into sink: inout Sink) {
    guard let period = facts.period(row), let grade = facts.final(row).map({ Int($0.rank) }) else { return }
    let (service, selection) = (facts.service(row), facts.selection(row))
    sink.mark(
      0, period: period, service: service, place: grade * AuditFacts.selectionNames.count + selection)
    guard selection == AuditFacts.random else { return }
    for (position, grouping) in facts.groupings.enumerated() {
      guard let place = grouping.column[row] else { continue }
      sink.mark(
        1 + position, period: period, service: service,
        place: grade * grouping.breakdown.places + Int(place))
    }
  }
}

/// The share of final grades that are *Good or better*, overall, domain by domain, by level of need, audit type and team,
/// and by the inspectorate's judgement areas: random selection only.
struct GoodOrBetter: AuditMeasure {
  let facts: AuditFacts

  var grids: [GridShape] {
    [
      GridShape(measure: .auditsGoodOrBetter, counting: .share),
      GridShape(measure: .auditsGoodOrBetter, first: domainAxis, counting: .share),
    ]
      + facts.groupings.map { grouping in
        GridShape(
          measure: .auditsGoodOrBetter, first: grouping.breakdown, counting: .share, perService: false,
          totals: [FigureKey.notBrokenDown])
      } + [
        GridShape(
          measure: .auditsGoodOrBetter, first: .axis(.judgementArea, places: facts.judgementAreaCount),
          counting: .share, perService: false)
      ]
  }

  func mark<Sink: MarkSink>(_ row: Int, into sink: inout Sink) {
    guard let period = facts.period(row), facts.selection(row) == AuditFacts.random else { return }
    let service = facts.service(row)
    if let grade = facts.final(row) {
      let isGood = facts.scale.isGoodOrBetter(grade)
      sink.mark(0, period: period, service: service, place: 0, hit: isGood)
      for (position, grouping) in facts.groupings.enumerated() {
        guard let place = grouping.column[row] else { continue }
        sink.mark(2 + position, period: period, service: service, place: Int(place), hit: isGood)
      }
      for area in facts.judgementAreas(row) {
        sink.mark(2 + facts.groupings.count, period: period, service: service, place: area, hit: isGood)
      }
    }
    for domain in 0..<facts.domainCount {
      guard let grade = facts.final(row, domain: domain) else { continue }
      sink.mark(1, period: period, service: service, place: domain, hit: facts.scale.isGoodOrBetter(grade))
    }
  }
}

/// Final grades of each domain: of randomly selected audits each grade, of the others the share *Good or better*, by
/// how the child was chosen. Where audits have no overall grade this is the profile, by level of need, audit type and
/// team too, and for the inspectorate's judgement areas all domains' grades together.
struct DomainProfile: AuditMeasure {
  let facts: AuditFacts

  var grids: [GridShape] {
    let selections = GridShape.Breakdown.axis(.selection, places: AuditFacts.selectionNames.count)
    return [
      GridShape(
        measure: .auditsDomainGrade, first: domainAxis,
        second: .axis(.grade, places: facts.scale.grades.count), perService: false),
      GridShape(
        measure: .auditsDomainGood, first: domainAxis, second: selections, counting: .share,
        perService: false),
    ]
      + groupings.map { grouping in
        GridShape(
          measure: .auditsDomainGood, first: domainAxis, second: grouping.breakdown, counting: .share,
          perService: false)
      }
      + [
        GridShape(
          measure: .auditsDomainGood,
          first: .axis(.judgementArea, places: facts.hasAuditsByDomainAlone ? facts.judgementAreaCount : 0),
          counting: .share, perService: false)
      ]
  }

  private var groupings: [AuditFacts.Grouping] { facts.hasAuditsByDomainAlone ? facts.groupings : [] }

  func mark<Sink: MarkSink>(_ row: Int, into sink: inout Sink) {
    guard let period = facts.period(row) else { return }
    let (service, selection) = (facts.service(row), facts.selection(row))
    for domain in 0..<facts.domainCount {
      guard let grade = facts.final(row, domain: domain) else { continue }
      if selection == AuditFacts.random {
        sink.mark(
          0, period: period, service: service,
          place: domain * facts.scale.grades.count + Int(grade.rank))
      }
      sink.mark(
        1, period: period, service: service, place: domain * AuditFacts.selectionNames.count + selection,
        hit: facts.scale.isGoodOrBetter(grade))
      guard selection == AuditFacts.random, facts.hasAuditsByDomainAlone else { continue }
      for (position, grouping) in facts.groupings.enumerated() {
        guard let place = grouping.column[row] else { continue }
        sink.mark(
          2 + position, period: period, service: service,
          place: domain * grouping.breakdown.places + Int(place), hit: facts.scale.isGoodOrBetter(grade))
      }
      for area in facts.judgementAreas(row) {
        sink.mark(
          2 + facts.groupings.count, period: period, service: service, place: area,
          hit: facts.scale.isGoodOrBetter(grade))
      }
    }
  }
}

extension FigureKey {
  /// The grade of all randomly selected audits.
  fileprivate static let ofRandomSelection: @Sendable (FigureKey) -> FigureKey = { key in
    FigureKey(
      key.measure, first: key.first, second: AxisPlace(.selection, UInt32(AuditFacts.random)),
      period: key.period)
  }
}
