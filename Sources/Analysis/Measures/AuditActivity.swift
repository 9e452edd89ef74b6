import QAModel

/// Audits completed, by how the child was chosen and by type.
struct AuditsCompleted: AuditMeasure {
  let facts: AuditFacts

  var grids: [GridShape] {
    [
      GridShape(measure: .auditsCompleted),
      GridShape(
        measure: .auditsCompleted, first: .axis(.selection, places: AuditFacts.selectionNames.count),
        totals: [FigureKey.notBrokenDown]),
      GridShape(
        measure: .auditsCompleted, first: .axis(.auditType, places: facts.auditTypeCount),
        totals: [FigureKey.notBrokenDown]),
    ]
  }

  func mark<Sink: MarkSink>(_ row: Int, into sink: inout Sink) {
    guard let period = facts.period(row) else { return }
    let service = facts.service(row)
    sink.mark(0, period: period, service: service)
    sink.mark(1, period: period, service: service, place: facts.selection(row))
    if let type = facts.auditType[row] { sink.mark(2, period: period, service: service, place: Int(type)) }
  }
}

/// Different children among completed audits. A child seen in two services is one child of all services together;
/// audits without a child's id are left out. Who they are is told by the caseload.
struct AuditedChildren: AuditMeasure {
  let facts: AuditFacts
  let demographics: Demographics

  /// Grids of audits by themselves; those by who the children are follow, three of each characteristic.
  private static let own = 9

  var grids: [GridShape] {
    let counting = GridShape.Counting.distinct(ids: facts.childCount)
    let selections = GridShape.Breakdown.axis(.selection, places: AuditFacts.selectionNames.count)
    return [
      GridShape(measure: .auditsChildren, counting: counting),
      GridShape(
        measure: .auditsChildren, first: .axis(.levelOfNeed, places: facts.levelCount), counting: counting),
      GridShape(
        measure: .auditsChildren, first: .teams(facts.teamCount), counting: counting, perService: false),
      GridShape(
        measure: .auditsChildren, first: .axis(.levelOfNeed, places: facts.levelCount), second: selections,
        counting: counting, perService: false),
      GridShape(
        measure: .auditsChildren, first: .teams(facts.teamCount), second: selections, counting: counting,
        perService: false),
      GridShape(measure: .auditsChildren, first: selections, counting: counting),
      GridShape(measure: .moderatedChildren, counting: counting),
      GridShape(
        measure: .moderatedChildren, first: .axis(.levelOfNeed, places: facts.levelCount), counting: counting,
        perService: false),
      GridShape(
        measure: .moderatedChildren, first: .teams(facts.teamCount), counting: counting, perService: false),
    ]
      + demographics.characteristics.flatMap { characteristic in
        let first = GridShape.Breakdown.axis(characteristic.axis, places: characteristic.names.count)
        return [
          GridShape(measure: .auditsChildren, first: first, counting: counting, perService: false),
          GridShape(
            measure: .auditsChildren, first: first, second: selections, counting: counting, perService: false),
          GridShape(measure: .moderatedChildren, first: first, counting: counting, perService: false),
        ]
      }
  }

  func mark<Sink: MarkSink>(_ row: Int, into sink: inout Sink) {
    guard let period = facts.period(row), let child = facts.child[row] else { return }
    let service = facts.service(row)
    let id = Int(child)
    let (selection, selections) = (facts.selection(row), AuditFacts.selectionNames.count)
    sink.markDistinct(0, period: period, service: service, place: 0, id: id)
    sink.markDistinct(5, period: period, service: service, place: selection, id: id)
    let isModerated = facts.isModerated(row)
    if isModerated { sink.markDistinct(6, period: period, service: service, place: 0, id: id) }
    if let level = facts.levelOfNeed[row].map(Int.init) {
      if isModerated { sink.markDistinct(7, period: period, service: service, place: level, id: id) }
      sink.markDistinct(1, period: period, service: service, place: level, id: id)
      sink.markDistinct(3, period: period, service: service, place: level * selections + selection, id: id)
    }
    if let team = facts.team[row].map(Int.init) {
      if isModerated { sink.markDistinct(8, period: period, service: service, place: team, id: id) }
      sink.markDistinct(2, period: period, service: service, place: team, id: id)
      sink.markDistinct(4, period: period, service: service, place: team * selections + selection, id: id)
    }
    for (position, characteristic) in demographics.characteristics.enumerated() {
      let place = Int(characteristic.placeOfChild[id])
      guard place >= 0 else { continue }
      let grid = Self.own + 3 * position
      sink.markDistinct(grid, period: period, service: service, place: place, id: id)
      sink.markDistinct(
        grid + 1, period: period, service: service, place: place * selections + selection, id: id)
      if isModerated { sink.markDistinct(grid + 2, period: period, service: service, place: place, id: id) }
    }
  }
}

/// Re-audits completed.
struct ReauditsCompleted: AuditMeasure {
  let facts: AuditFacts

  var grids: [GridShape] {
    [GridShape(measure: .reauditsCompleted, totals: [FigureKey.sameOf(.auditsCompleted)])]
  }

  func mark<Sink: MarkSink>(_ row: Int, into sink: inout Sink) {
    guard let period = facts.period(row), facts.isReaudit(row) else { return }
    sink.mark(0, period: period, service: facts.service(row))
  }
}
