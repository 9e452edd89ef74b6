import QAModel

/// Every re-audit held against the audit before it (HA-3).
///
/// Overall grades are compared; where the re-audit has none, the domains both audits graded are, each by itself: the
/// re-audit is escalated where any of them is.
///
/// The audit before is the one a re-audit names, else the same child's latest earlier one, which is an assumption and
/// counted as such. A name that is in no export is not replaced by another audit.
struct ReauditLinks: Sendable {
  enum Movement: Sendable {
    /// The audit before is unknown, not completed by the re-audit's day or part of a circle, or one of the two has no
    /// grade.
    case notComparable
    case notEscalated
    /// Lower than before, or unchanged below *Good*.
    case escalated
    /// Escalated, and the audit before was itself a re-audit, whatever that one's result.
    case escalatedAgain
  }

  enum Direction: Int, Sendable {
    case better, unchanged, lower

    init(from then: Grade, to now: Grade) {
      self = now == then ? .unchanged : now.isBetter(than: then) ? .better : .lower
    }

    /// Of several domains together: lower where any is, else better where any is; `nil` of none.
    init?(of directions: [Direction]) {
      guard !directions.isEmpty else { return nil }
      self =
        directions.contains(.lower) ? .lower : directions.contains(.better) ? .better : .unchanged
    }
  }

  struct Link: Sendable {
    var previous: Int?
    /// Whether `previous` is the same child's latest earlier audit, for want of a name.
    var isAssumed: Bool
    var movement: Movement
  }

  private let links: [Int: Link]

  init(_ facts: AuditFacts) {
    let rows = (0..<facts.count).filter { facts.isReaudit($0) }
    var previous = Self.named(rows, facts)
    let earlier = Self.latestEarlier(rows.filter { Self.namesNone($0, facts) }, facts)
    previous.merge(earlier) { named, _ in named }
    let circular = Self.onCircles(rows, previous)
    var links: [Int: Link] = [:]
    links.reserveCapacity(rows.count)
    for row in rows {
      let before = previous[row]
      links[row] = Link(
        previous: before, isAssumed: earlier[row] != nil,
        movement: circular.contains(row) ? .notComparable : Self.movement(row, before, facts))
    }
    self.links = links
  }

  /// `nil` for an audit that is no re-audit.
  subscript(row: Int) -> Link? { links[row] }

  private static func movement(_ row: Int, _ previous: Int?, _ facts: AuditFacts) -> Movement {
    guard let previous, let day = facts.completed[row], let before = facts.completed[previous], before <= day
    else { return .notComparable }
    let compared = facts.comparison(row, after: previous)
    guard !compared.isEmpty else { return .notComparable }
    guard compared.contains(where: { $0.direction == .lower || $0.direction == .unchanged && !$0.isGood })
    else {
      return .notEscalated
    }
    return facts.isReaudit(previous) ? .escalatedAgain : .escalated
  }

  /// An id that cannot be read is a name all the same: the audit it stood for is not known.
  private static func namesNone(_ row: Int, _ facts: AuditFacts) -> Bool {
    guard let missing = facts.previousAudit.missing(at: row) else { return false }
    return missing != .unreadable
  }

  private static func named(_ rows: [Int], _ facts: AuditFacts) -> [Int: Int] {
    let wanted = Set(rows.compactMap { facts.previousAudit[$0] })
    guard !wanted.isEmpty else { return [:] }
    var rowsByID: [UInt32: Int] = [:]
    for row in 0..<facts.count {
      if let id = facts.id[row], wanted.contains(id) { rowsByID[id] = row }
    }
    var found: [Int: Int] = [:]
    for row in rows { found[row] = facts.previousAudit[row].flatMap { rowsByID[$0] } }
    return found
  }

  private static func latestEarlier(_ rows: [Int], _ facts: AuditFacts) -> [Int: Int] {
    let children = Set(rows.compactMap { facts.child[$0] })
    guard !children.isEmpty else { return [:] }
    var audits: [UInt32: [Int]] = [:]
    for row in 0..<facts.count where facts.completed[row] != nil {
      if let child = facts.child[row], children.contains(child) { audits[child, default: []].append(row) }
    }
    var found: [Int: Int] = [:]
    for row in rows {
      guard let day = facts.completed[row], let child = facts.child[row] else { continue }
      found[row] = (audits[child] ?? []).filter { facts.completed[$0].map { $0 < day } ?? false }
        .max { (facts.completed[$0]?.dayNumber ?? 0, $0) < (facts.completed[$1]?.dayNumber ?? 0, $1) }
    }
    return found
  }

  /// Re-audits from which going back leads to themselves.
  private static func onCircles(_ rows: [Int], _ previous: [Int: Int]) -> Set<Int> {
    var seen: Set<Int> = []
    var circular: Set<Int> = []
    for row in rows where !seen.contains(row) {
      var path: [Int] = []
      var places: [Int: Int] = [:]
      var next: Int? = row
      while let current = next {
        if let start = places[current] {
          circular.formUnion(path[start...])
          break
        }
        guard seen.insert(current).inserted else { break }
        places[current] = path.count
        path.append(current)
        next = previous[current]
      }
    }
    return circular
  }
}

extension AuditFacts {
  /// The final grades of two audits held against each other: the overall ones; where the later has none, and not only one
  /// that cannot be read, those of each domain both graded.
  func comparison(_ row: Int, after previous: Int) -> [(direction: ReauditLinks.Direction, isGood: Bool)] {
    var pairs: [(then: Grade?, now: Grade?)] = [(final(previous), final(row))]
    if final(row) == nil, overall.missing(at: row) != .unreadable {
      pairs = (0..<domainCount).map { (final(previous, domain: $0), final(row, domain: $0)) }
    }
    return pairs.compactMap { pair in
      guard let then = pair.then, let now = pair.now else { return nil }
      return (ReauditLinks.Direction(from: then, to: now), scale.isGoodOrBetter(now))
    }
  }
}
