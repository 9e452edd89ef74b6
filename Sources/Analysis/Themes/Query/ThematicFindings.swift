import QAModel

/// What a thematic report may be narrowed to.
public struct ThematicScope: Sendable {
  /// The days looked at; `nil`: all there are, undated comments among them.
  public var first: CalendarDate?
  public var last: CalendarDate?
  /// A code of `Dataset.names.services`.
  public var service: UInt32?
  public var kind: CommentSource.Kind?

  public init(
    first: CalendarDate? = nil, last: CalendarDate? = nil, service: UInt32? = nil,
    kind: CommentSource.Kind? = nil
  ) {
    self.first = first
    self.last = last
    self.service = service
    self.kind = kind
  }

  /// Without days at either end undated comments count too; with one they cannot be told to lie within.
  func holds(_ comment: CommentReadings.Comment) -> Bool {
    if let service, comment.service != service { return false }
    if let kind, comment.source.kind != kind { return false }
    guard let date = comment.date else { return first == nil && last == nil }
    return first.map { date >= $0 } ?? true && last.map { date <= $0 } ?? true
  }
}

/// The comments that a query finds, and what they come to.
struct ThematicFindings {
  struct Match {
    /// Position in `CommentReadings.comments`.
    let comment: Int
    /// Bytes of the comment that speak for the query.
    let ranges: [Range<Int>]
    let strength: Bool
    let concern: Bool
  }

  /// Records: one with several comments counts once.
  struct Count {
    var texts = 0
    var records = 0
    var strengths = 0
    var concerns = 0
  }

  let matches: [Match]
  let all: Count
  /// By quarter, the latest first; undated ones are in none.
  let quarters: [(period: Period, count: Count)]
  let services: [(service: UInt32?, count: Count)]
  let kinds: [(kind: CommentSource.Kind, count: Count)]
  /// Other themes told by the records found, most first.
  let themes: [(theme: Int, records: Int)]
  /// Records found without a date.
  let undated: Int

  init(_ query: ThematicQuery, in readings: CommentReadings, scope: ThematicScope) {
    let compiled = CompiledQuery(query)
    var text = SearchText()
    var matches: [Match] = []
    var texts: Set<Int> = []
    for (place, comment) in readings.comments.enumerated() where scope.holds(comment) {
      texts.insert(comment.record)
      text.read(readings.bytes(comment))
      guard let ranges = compiled.matches(text, comment.findings) else { continue }
      let told = Self.polarities(query, comment, ranges)
      matches.append(
        Match(
          comment: place, ranges: ranges, strength: told.contains(.strength),
          concern: told.contains(.concern)))
    }
    self.matches = matches
    var found: [Int: (strength: Bool, concern: Bool)] = [:]
    for match in matches {
      let record = readings.comments[match.comment].record
      let before = found[record] ?? (false, false)
      found[record] = (before.strength || match.strength, before.concern || match.concern)
    }
    func counts<Key: Hashable>(by key: (CommentReadings.Record) -> Key?) -> [Key: Count] {
      var counts: [Key: Count] = [:]
      for record in texts {
        guard let key = key(readings.records[record]) else { continue }
        counts[key, default: Count()].texts += 1
        guard let told = found[record] else { continue }
        counts[key, default: Count()].records += 1
        if told.strength { counts[key, default: Count()].strengths += 1 }
        if told.concern { counts[key, default: Count()].concerns += 1 }
      }
      return counts
    }
    all = counts { _ in true }[true] ?? Count()
    quarters = counts { $0.date.flatMap(Period.quarter(containing:)) }
      .map { (period: $0.key, count: $0.value) }.sorted { $0.period.first > $1.period.first }
    services = counts { $0.service.map { Int($0) } ?? -1 }
      .map { (service: $0.key < 0 ? nil : UInt32($0.key), count: $0.value) }
      .sorted { ($1.count.records, $0.service ?? .max) < ($0.count.records, $1.service ?? .max) }
    let byKind = Dictionary(grouping: texts) { record in
      readings.records[record].comments.first.map { readings.comments[$0].source.kind }
    }
    kinds = CommentSource.Kind.allCases.compactMap { kind in
      guard let records = byKind[kind] else { return nil }
      var count = Count(texts: records.count)
      for told in records.compactMap({ found[$0] }) {
        count.records += 1
        if told.strength { count.strengths += 1 }
        if told.concern { count.concerns += 1 }
      }
      return (kind, count)
    }
    var together: [Int: Int] = [:]
    for record in found.keys {
      for theme in Set(readings.records[record].labels.map(\.theme)) { together[theme, default: 0] += 1 }
    }
    if case .theme(let theme) = query { together[theme] = nil }
    themes = together.map { (theme: $0.key, records: $0.value) }
      .sorted { ($1.records, $0.theme) < ($0.records, $1.theme) }
    undated = found.keys.count { readings.records[$0].date == nil }
  }

  /// Which way it is told: a theme's own polarity; of words, that of the themes told in the clauses where they stand.
  private static func polarities(
    _ query: ThematicQuery, _ comment: CommentReadings.Comment, _ ranges: [Range<Int>]
  ) -> Set<Polarity> {
    if case .theme(let theme) = query {
      return Set(comment.findings.filter { $0.theme == theme }.map(\.polarity))
    }
    return Set(
      comment.findings.filter { finding in
        finding.hits.contains { hit in ranges.contains { $0.overlaps(hit.clauseBytes) } }
      }.map(\.polarity))
  }
}
