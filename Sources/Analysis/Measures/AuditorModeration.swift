import QAModel

/// How moderators' grades compare with those of one auditor. Counts only, and for `internal` eyes: it is about a
/// person, and few audits say little of anybody.
public struct AuditorModeration: Sendable, Hashable {
  /// Code in `names.people`.
  public var auditor: UInt32
  /// The auditor's audits of the period that were moderated by the as-at day.
  public var audits: Int
  /// Grades the same, moved up and moved down: one an audit, of an audit without an overall grade one a domain.
  public var exact: Int
  public var movedUp: Int
  public var movedDown: Int

  public init(auditor: UInt32, audits: Int, exact: Int, movedUp: Int, movedDown: Int) {
    self.auditor = auditor
    self.audits = audits
    self.exact = exact
    self.movedUp = movedUp
    self.movedDown = movedDown
  }
}

extension FigureMaker {
  /// Auditors of the report's own period with enough moderated audits, those with the most grades moved first.
  func moderationByAuditor() -> [AuditorModeration] {
    let facts = catalogue.audits
    var found: [UInt32: AuditorModeration] = [:]
    for row in 0..<facts.count {
      guard facts.period(row) == 0, scopeRows.contains(row, of: .audits), let auditor = facts.auditor[row]
      else { continue }
      var pairs: [(Grade?, Grade?)] = [(facts.overall[row], facts.moderated(row))]
      if facts.overall[row] == nil || facts.moderated(row) == nil {
        pairs = (0..<facts.domainCount).map {
          (facts.audited(row, domain: $0), facts.moderated(row, domain: $0))
        }
      }
      let compared = pairs.compactMap { pair -> (Grade, Grade)? in
        guard let auditor = pair.0, let moderator = pair.1 else { return nil }
        return (auditor, moderator)
      }
      guard !compared.isEmpty else { continue }
      var entry =
        found[auditor] ?? AuditorModeration(auditor: auditor, audits: 0, exact: 0, movedUp: 0, movedDown: 0)
      entry.audits += 1
      for (given, moderated) in compared {
        if moderated == given {
          entry.exact += 1
        } else if moderated.isBetter(than: given) {
          entry.movedUp += 1
        } else {
          entry.movedDown += 1
        }
      }
      found[auditor] = entry
    }
    return found.values.filter { $0.audits >= max(1, framework.thresholds.fewestRecords) }
      .sorted { left, right in
        (-(left.movedUp + left.movedDown), left.auditor) < (-(right.movedUp + right.movedDown), right.auditor)
      }
  }
}
