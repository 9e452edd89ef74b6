import QAModel

/// A child whose last audit is to be followed up.
enum FollowUp: String, CaseIterable {
  case inadequate, nearGood

  /// As the list says why the child is on it.
  func reason(_ scale: GradeScale) -> String {
    switch self {
    case .inadequate: "last audit \(scale.name(scale.lowest))"
    case .nearGood: "last audit near \(scale.grades[max(0, scale.goodCount - 1)].name)"
    }
  }
}

/// Which children were looked at before the day of a draw.
struct LookedAtBefore {
  /// Looked at in the months before that the request names.
  private(set) var recent: Set<UInt32> = []
  /// Allocated in those months and not completed yet.
  private(set) var underWay: Set<UInt32> = []
  /// Children whose last audit had a grade that this kind of audit follows up.
  private(set) var followUps: [UInt32: FollowUp] = [:]

  init(_ dataset: Dataset, _ framework: Framework, _ request: SampleRequest) {
    let since = request.day.adding(months: -request.notAgainMonths)
    let isRecent = { (day: CalendarDate?) in day.map { since < $0 && $0 <= request.day } ?? false }
    switch request.kind {
    case .dipSample:
      let samples = dataset.dipSamples ?? DipSampleTable()
      for row in 0..<samples.count where isRecent(samples.date[row]) {
        if let child = samples.child[row] { recent.insert(child) }
      }
    case .audit:
      let audits = dataset.audits ?? AuditTable()
      for row in 0..<audits.count {
        guard let child = audits.child[row] else { continue }
        let completed = audits.completed[row]
        if isRecent(completed) { recent.insert(child) }
        let isOpen = completed.map { $0 > request.day } ?? true
        if isOpen, isRecent(audits.allocated[row] ?? audits.due[row].map { min($0, request.day) }) {
          underWay.insert(child)
        }
      }
      if request.kind.earlier.isAny { followUps = Self.followUps(dataset, framework, request) }
    }
  }

  /// By the child's last audit completed by the day. *Near Good*: the grade just below *Good*, with at least half of
  /// the domains that were graded at *Good* or better.
  private static func followUps(_ dataset: Dataset, _ framework: Framework, _ request: SampleRequest)
    -> [UInt32: FollowUp]
  {
    guard let today = Period(first: request.day, last: request.day) else { return [:] }
    let facts = AuditFacts(
      dataset, framework, PeriodIndex(AnalysisRequest(period: today, asAt: request.day, periodsBefore: 0)))
    var last: [UInt32: Int] = [:]
    for row in 0..<facts.count {
      guard let child = facts.child[row], let completed = facts.completed[row], completed <= request.day
      else {
        continue
      }
      if let before = last[child], let day = facts.completed[before], day > completed { continue }
      last[child] = row
    }
    let earlier = request.kind.earlier
    return last.compactMapValues { row in
      guard let grade = facts.final(row) else { return nil }
      if grade == facts.scale.lowest { return earlier.inadequate > 0 ? .inadequate : nil }
      guard earlier.nearGood > 0, Int(grade.rank) == facts.scale.goodCount else { return nil }
      let domains = (0..<facts.domainCount).compactMap { facts.final(row, domain: $0) }
      let good = domains.count(where: facts.scale.isGoodOrBetter)
      return good > 0 && 2 * good >= domains.count ? .nearGood : nil
    }
  }
}
