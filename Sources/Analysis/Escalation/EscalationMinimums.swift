import QAModel

/// Minimums: so many children a quarter, and the plan's own numbers.
extension EscalationReader {
  /// Whole quarters of the report's period that had ended by the as-at day, its last day included: a quarter that is
  /// still running can still reach its minimum.
  func minimum(_ rule: EscalationRule) -> EscalationOutcome {
    let isDips = rule.trigger == .tooFewDipSampled
    let isSupplied = isDips ? dataset.dipSamples != nil : dataset.audits != nil
    let ended = quarters(of: index.periods[0]).filter { $0.last <= index.asAt }
    guard isSupplied, !ended.isEmpty else {
      return EscalationOutcome(rule: rule, isChecked: false, hits: [])
    }
    let hits = ended.compactMap { quarter -> EscalationOutcome.Hit? in
      let children = isDips ? dipSampled(in: quarter) : audited(in: quarter, type: rule.auditType)
      guard children < rule.minimum else { return nil }
      return EscalationOutcome.Hit(
        record: .children(children, quarter), service: nil, due: quarter.last, days: days(since: quarter.last)
      )
    }
    return EscalationOutcome(rule: rule, isChecked: true, hits: hits)
  }

  /// Lines of the plan that fell short in the report's own period, once it is over: until then what is due can still be
  /// done.
  func planNotDone(_ rule: EscalationRule) -> EscalationOutcome {
    let period = index.periods[0]
    let watched = planLines.indices.filter { rule.activity == nil || rule.activity == planLines[$0].name }
    let counted =
      period.last <= index.asAt
      ? watched.compactMap { line in
        plan.counts(ofLine: line).map { (line: planLines[line], counts: $0) }
      } : []
    let hits = counted.filter { $0.counts.done < $0.counts.due }.map { found in
      EscalationOutcome.Hit(
        record: .activity(found.line.name, done: found.counts.done, due: found.counts.due),
        service: found.line.service.map { UInt32($0) }, due: period.last, days: days(since: period.last))
    }
    return EscalationOutcome(rule: rule, isChecked: !counted.isEmpty, hits: hits)
  }

  private func quarters(of period: Period) -> [Period] {
    var quarters: [Period] = []
    var day = period.first
    while day <= period.last, let quarter = Period.quarter(containing: day) {
      if quarter.first >= period.first, quarter.last <= period.last { quarters.append(quarter) }
      day = quarter.last.adding(days: 1)
    }
    return quarters
  }

  private func dipSampled(in quarter: Period) -> Int {
    let table = dataset.dipSamples ?? DipSampleTable()
    let rows = (0..<table.count).filter { table.date[$0].map(quarter.contains) ?? false }
    return Set(rows.compactMap { table.child[$0] }).count
  }

  private func audited(in quarter: Period, type: String?) -> Int {
    let code = type.map { dataset.names.auditTypes.existingCode(for: $0) }
    let rows = (0..<facts.count).filter { row in
      (facts.completed[row].map(quarter.contains) ?? false)
        && (code.map { $0 == facts.auditType[row] } ?? true)
    }
    return Set(rows.compactMap { facts.child[$0] }).count
  }
}
