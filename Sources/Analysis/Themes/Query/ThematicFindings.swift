import QAModel

/// The records that a query finds, and what they come to.
///
/// A record (an audit, a complaint, an answer) counts once, by its own date and service, where at least one of its
/// comments holds what is looked for.
struct ThematicFindings {
  struct Match {
    /// Position in `CommentReadings.comments`.
    let comment: Int
    /// Bytes of the comment that speak for the query, in order.
    let ranges: [Range<Int>]
    let polarities: Set<Polarity>
  }

  /// Records with text, and of them those found.
  struct Tally: Equatable {
    var texts = 0
    var records = 0
    var concerns = 0
    var strengths = 0
    /// Told neither as a worry nor as a strength.
    var neither = 0

    fileprivate mutating func add(_ found: Set<Polarity>?) {
      texts += 1
      guard let found else { return }
      records += 1
      if found.contains(.concern) { concerns += 1 }
      if found.contains(.strength) { strengths += 1 }
      if !found.contains(.concern), !found.contains(.strength) { neither += 1 }
    }
  }

  /// Another theme that records found tell: how many of them, and how many of the other records with text.
  struct Companion {
    let theme: Int
    let together: Int
    let elsewhere: Int
  }

  let matches: [Match]
  let all: Tally
  /// The first to the last with any text, without a gap.
  let quarters: [(quarter: Period, tally: Tally)]
  /// Records without a date, which are in no quarter.
  let undated: Tally
  let services: [(service: UInt32?, tally: Tally)]
  let kinds: [(kind: CommentSource.Kind, tally: Tally)]
  /// By a practice area that the record's themes speak of; a record may be in several, or in none.
  let areas: [(area: Int, tally: Tally)]
  /// Records found that tell a theme of no practice area.
  let inNoArea: Tally
  /// Most records first.
  let companions: [Companion]
  /// The day of the first record with text.
  let begins: CalendarDate?
  /// The days of the first and the last record found.
  let seen: (first: CalendarDate, last: CalendarDate)?
  /// Positions of the records found in `CommentReadings.records`, with the way each tells it.
  let found: [Int: Set<Polarity>]

  init(_ query: ThematicQuery, in readings: CommentReadings, scope: ThematicScope, framework: Framework) {
    var matcher = QueryMatcher(query)
    var matches: [Match] = []
    var found: [Int: Set<Polarity>] = [:]
    var firstComments: [Int: Int] = [:]
    for (place, comment) in readings.comments.enumerated()
    where scope.holds(comment) && scope.holds(readings.records[comment.record]) {
      if firstComments[comment.record] == nil { firstComments[comment.record] = place }
      guard let ranges = readings.ranges(of: &matcher, in: comment) else { continue }
      let polarities = Self.polarities(query, comment, ranges, readings)
      matches.append(Match(comment: place, ranges: ranges, polarities: polarities))
      found[comment.record, default: []].formUnion(polarities)
    }
    self.matches = matches
    self.found = found
    let records = firstComments.keys.sorted()
    func tallies<Key: Hashable>(_ keys: (Int) -> [Key]) -> [Key: Tally] {
      var tallies: [Key: Tally] = [:]
      for record in records {
        for key in keys(record) { tallies[key, default: Tally()].add(found[record]) }
      }
      return tallies
    }
    all = tallies { _ in [true] }[true] ?? Tally()
    undated = tallies { readings.records[$0].date == nil ? [true] : [] }[true] ?? Tally()
    quarters = Self.filled(
      tallies { readings.records[$0].date.flatMap(Period.quarter(containing:)).map { [$0] } ?? [] })
    let byService = tallies { [readings.records[$0].service] }
    services = byService.map { (service: $0.key, tally: $0.value) }
      .sorted { ($0.service ?? .max) < ($1.service ?? .max) }
    let byKind = tallies { firstComments[$0].map { [readings.comments[$0].source.kind] } ?? [] }
    kinds = CommentSource.Kind.allCases.compactMap { kind in byKind[kind].map { (kind, $0) } }
    let areasOfThemes = readings.taxonomy.themes.indices.map {
      readings.taxonomy.practiceAreas(of: $0, in: framework)
    }
    func areas(of record: Int) -> Set<Int> {
      Set(readings.records[record].labels.flatMap { areasOfThemes[$0.theme] })
    }
    let byArea = tallies { Array(areas(of: $0)) }
    self.areas = framework.practiceAreas.indices.compactMap { area in byArea[area].map { (area, $0) } }
    inNoArea = tallies { areas(of: $0).isEmpty ? [true] : [] }[true] ?? Tally()
    companions = Self.companions(query, records, found, readings)
    begins = records.compactMap { readings.records[$0].date }.min()
    let days = found.keys.compactMap { readings.records[$0].date }
    seen = days.min().flatMap { first in days.max().map { (first, $0) } }
  }

  /// The quarters between the first and the last, those without any text too.
  private static func filled(_ tallies: [Period: Tally]) -> [(quarter: Period, tally: Tally)] {
    guard var quarter = tallies.keys.max(by: { $0.first < $1.first }),
      let first = tallies.keys.map(\.first).min()
    else { return [] }
    var quarters: [(quarter: Period, tally: Tally)] = []
    while quarter.first >= first {
      quarters.append((quarter, tallies[quarter] ?? Tally()))
      // A mistyped century is no reason for a thousand rows.
      if quarters.count == mostQuarters, quarter.first > first { break }
      quarter = quarter.previous
    }
    let earlier = tallies.filter { $0.key.first < quarters[quarters.count - 1].quarter.first }
    if let start = earlier.keys.map(\.first).min(),
      let period = Period(first: start, last: quarters[quarters.count - 1].quarter.first.adding(days: -1))
    {
      quarters.append((period, earlier.values.reduce(into: Tally()) { $0.add($1) }))
    }
    return quarters.reversed()
  }

  static let mostQuarters = 60

  private static func companions(
    _ query: ThematicQuery, _ records: [Int], _ found: [Int: Set<Polarity>], _ readings: CommentReadings
  ) -> [Companion] {
    var counts = [(together: Int, elsewhere: Int)](repeating: (0, 0), count: readings.taxonomy.themes.count)
    for record in records {
      for theme in Set(readings.records[record].labels.map(\.theme)) {
        if found[record] == nil { counts[theme].elsewhere += 1 } else { counts[theme].together += 1 }
      }
    }
    if case .theme(let theme) = query { counts[theme] = (0, 0) }
    return counts.enumerated().filter { $0.element.together > 0 }
      .map { Companion(theme: $0.offset, together: $0.element.together, elsewhere: $0.element.elsewhere) }
      .sorted { ($1.together, $0.theme) < ($0.together, $1.theme) }
  }

  /// Which way it is told: a theme's own polarity; of words, that of the themes told in the clauses where they stand.
  private static func polarities(
    _ query: ThematicQuery, _ comment: CommentReadings.Comment, _ ranges: [Range<Int>],
    _ readings: CommentReadings
  ) -> Set<Polarity> {
    if case .theme(let theme) = query {
      return Set(readings.findings(of: comment).filter { $0.theme == theme }.map(\.polarity))
    }
    return Set(
      readings.findings(of: comment).flatMap { readings.hits(of: $0) }
        .filter { hit in ranges.contains { $0.overlaps(hit.clauseBytes) } }
        .map(\.polarity))
  }
}

extension ThematicFindings.Tally {
  fileprivate mutating func add(_ other: Self) {
    texts += other.texts
    records += other.records
    concerns += other.concerns
    strengths += other.strengths
    neither += other.neither
  }
}
