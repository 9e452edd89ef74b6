import QAModel

extension FigureMaker {
  /// What the framework's rules of escalation find: a record that is past its limit on the as-at day and not done by
  /// it, from any period; quarters of the report's period that ended under a minimum, which is set for the authority as a whole.
  func escalations() -> [EscalationOutcome] {
    let reader = EscalationReader(
      dataset: dataset, framework: framework, index: index, facts: catalogue.audits,
      reaudits: catalogue.reaudits, plan: plan)
    let rules = framework.escalations.filter { scope.isEverything || !$0.trigger.isMinimum }
    return rules.map { rule in
      var outcome = reader.outcome(rule)
      outcome.hits.removeAll { !isInScope($0.record) }
      return outcome
    }
  }

  private func isInScope(_ record: EscalationOutcome.Record) -> Bool {
    switch record {
    case .audit(let row, _): scopeRows.contains(row, of: .audits)
    case .action(let row, _): scopeRows.contains(row, of: .actions)
    case .children: scope.isEverything
    case .activity(let name, _, _):
      framework.plan.contains { $0.name == name && scope.includes(service: $0.service.map { UInt32($0) }) }
    }
  }
}
