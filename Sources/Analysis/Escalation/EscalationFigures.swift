import QAModel

/// What the rules of escalation find, as figures: how many of each rule and of all of them, for each service and for all.
/// A rule the exports do not hold enough for has none.
extension FigureMaker {
  func escalationFigures(_ services: [UInt32?]) -> [Figure] {
    guard !escalated.isEmpty else { return [] }
    return services.flatMap { service -> [Figure] in
      let total = FigureKey(.escalationHits, service: service, period: 0)
      var figures = escalated.compactMap { outcome -> Figure? in
        // A minimum is the authority's as a whole.
        guard service == nil || !outcome.rule.trigger.isMinimum, let place = place(of: outcome.rule) else {
          return nil
        }
        let key = FigureKey(.escalationHits, service: service, first: place, period: 0)
        return Figure(
          key, outcome.isChecked ? .count(hits(outcome, key).count) : .notAvailable,
          partOf: [total] + (service == nil ? [] : [FigureKey(.escalationHits, first: place, period: 0)]))
      }
      let counts = figures.compactMap { if case .count(let number) = $0.outcome { number } else { nil } }
      figures.append(
        Figure(
          total, counts.isEmpty ? .notAvailable : .count(counts.reduce(0, +)),
          partOf: service == nil ? [] : [FigureKey(.escalationHits, period: 0)]))
      // A service met only in exports has the figures that say something.
      guard let service, Int(service) >= framework.services.count else { return figures }
      return figures.filter { if case .count(1...) = $0.outcome { true } else { false } }
    }
  }

  /// The rows of audits and actions behind such a figure; what fell short of a minimum or the plan has none of its own.
  func tracedEscalations(_ key: FigureKey) -> TracedRows? {
    guard key.period == 0, key.team == nil, key.second == nil,
      escalated.contains(where: { $0.isChecked && isAsked($0, key) })
    else { return nil }
    var audits = TracedRows(dataset: .audits, rows: [])
    var actions = TracedRows(dataset: .actions, rows: [])
    for hit in allHits(key) {
      switch hit.record {
      case .audit(let row, _): audits.rows.append(.init(row: row, inNumerator: true))
      case .action(let row, _): actions.rows.append(.init(row: row, inNumerator: true))
      case .children, .activity: break
      }
    }
    audits.others = [actions]
    return audits
  }

  /// The figures that tell what fell short of a minimum or of the plan.
  func escalationSources(_ key: FigureKey, _ figures: FigureSet) -> [FigureTrace.Source] {
    guard key.measure == .escalationHits else { return [] }
    return escalated.filter { isAsked($0, key) }.flatMap { outcome in
      hits(outcome, key).compactMap { hit -> FigureTrace.Source? in
        switch hit.record {
        case .audit, .action: return nil
        case .children(let children, let quarter):
          let measure: MeasureID =
            outcome.rule.trigger == .tooFewDipSampled ? .dipChildren : .auditsChildren
          let period = figures.names.periods.firstIndex(of: quarter) ?? 0
          return FigureTrace.Source(
            id: figures.slug(FigureKey(measure, period: UInt16(period))),
            says: "\(children) of \(outcome.rule.minimum) children, \(quarter.short)")
        case .activity(let name, let done, let due):
          guard let line = framework.plan.firstIndex(where: { $0.name == name }) else { return nil }
          let service = framework.plan[line].service.map { UInt32($0) }
          let place = AxisPlace(.activity, UInt32(line))
          return FigureTrace.Source(
            id: figures.slug(
              FigureKey(
                .planDone, service: service == scope.onlyService ? nil : service, first: place, period: 0)),
            says: "\(name): done \(done) of \(due)")
        }
      }
    }
  }

  private func place(of rule: EscalationRule) -> AxisPlace? {
    framework.escalations.firstIndex { $0.id == rule.id }.map { AxisPlace(.rule, UInt32($0)) }
  }

  /// Whether a rule's hits are among those of a figure.
  private func isAsked(_ outcome: EscalationOutcome, _ key: FigureKey) -> Bool {
    key.first.map { $0 == place(of: outcome.rule) } ?? true
  }

  private func hits(_ outcome: EscalationOutcome, _ key: FigureKey) -> [EscalationOutcome.Hit] {
    outcome.hits.filter { key.service == nil || $0.service == key.service }
  }

  private func allHits(_ key: FigureKey) -> [EscalationOutcome.Hit] {
    escalated.filter { isAsked($0, key) }.flatMap { hits($0, key) }
  }
}
