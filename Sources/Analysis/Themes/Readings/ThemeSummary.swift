import QAModel

/// What the free text of a period says, theme by theme, beside the period before: what a report's section on themes
/// is written from.
public struct ThemeSummary: Sendable {
  /// One theme over all services.
  struct Theme: Sendable {
    /// Position in the taxonomy.
    let theme: Int
    /// Records of the period that tell it at all, by polarity, and of the period before.
    let now: Count
    let before: Count
    /// Who told it in the period.
    let kinds: [CommentSource.Kind]
    /// Of those, who told it as a worry, and as a strength.
    let concernKinds: [CommentSource.Kind]
    let strengthKinds: [CommentSource.Kind]
    /// Records by service code.
    let byService: [UInt32: Count]
  }

  struct Count: Sendable, Hashable {
    var records = 0
    var strengths = 0
    var concerns = 0
  }

  /// A comment that stands for a theme, without personal data.
  struct Quote: Sendable, Hashable {
    let theme: Int
    let polarity: Polarity
    let text: String
    let source: CommentSource.Kind
  }

  /// Two themes told by the same records.
  struct Pair: Sendable, Hashable {
    let first: Int
    let second: Int
    let records: Int
  }

  let taxonomy: ThemeTaxonomy
  /// Records with any text in the period, and in the period before.
  let texts: Int
  let textsBefore: Int
  /// Records with text by service code.
  let textsByService: [UInt32: Int]
  /// Themes told in the period or the one before, most records first.
  let themes: [Theme]
  let pairs: [Pair]
  let quotes: [Quote]
  let emerging: [EmergingPhrase]
  /// Personal data taken out of what is quoted here, by kind: never what it was.
  let takenOut: [RedactionKind: Int]

  /// Worries that rose or fell and strengths that did, by the rule that changes are claimed by, adjusted over all of
  /// them.
  let changes: [ThemeChange]
  /// Themes that completed actions were about, in the taxonomy's order.
  let afterActions: [ThemeAfterAction]
  /// What was written about each practice area, by strand.
  let areas: [AreaText]
  /// Worries of the last weeks, where the framework picks learning days by them.
  let latest: LatestWorries?

  init(
    _ readings: CommentReadings, _ index: PeriodIndex, _ dataset: Dataset, _ framework: Framework
  ) {
    taxonomy = readings.taxonomy
    let periods = readings.records.map { index.position(happened: $0.date) }
    texts = periods.count { $0 == 0 }
    textsBefore = periods.count { $0 == 1 }
    var textsByService: [UInt32: Int] = [:]
    for (record, period) in zip(readings.records, periods) where period == 0 {
      if let service = record.service { textsByService[service, default: 0] += 1 }
    }
    self.textsByService = textsByService
    let themes = Self.themes(readings, periods)
    self.themes = themes
    pairs = Self.pairs(readings, periods, fewest: framework.thresholds.fewestRecords)
    let chosen = ThemeQuotes(readings, periods).choose(for: themes)
    quotes = chosen.quotes
    takenOut = chosen.takenOut
    emerging = Self.emerging(readings, index)
    areas = AreaText.all(readings, index, framework)
    latest = LatestWorries(readings, framework, asAt: min(index.asAt, index.periods[0].last))
    afterActions = ThemeAfterAction.all(
      readings, index, dataset, fewest: framework.thresholds.fewestRecords)
    changes = ThemeChange.all(
      themes, texts: (texts, textsBefore), periods: index.periods,
      fewest: framework.thresholds.fewestRecords)
  }

  private static func themes(_ readings: CommentReadings, _ periods: [Int?]) -> [Theme] {
    readings.taxonomy.themes.indices.compactMap { theme -> Theme? in
      var (now, before) = (Count(), Count())
      var byService: [UInt32: Count] = [:]
      var kinds: [[CommentSource.Kind: Int]] = [[:], [:], [:]]
      for (position, record) in readings.records.enumerated() {
        guard let period = periods[position], period < 2 else { continue }
        let told = record.labels.filter { $0.theme == theme }.map(\.polarity)
        guard !told.isEmpty else { continue }
        if period == 1 {
          before.add(told)
          continue
        }
        now.add(told)
        if let service = record.service { byService[service, default: Count()].add(told) }
        for comment in record.comments.map({ readings.comments[$0] }) {
          for finding in comment.findings where finding.theme == theme {
            kinds[0][comment.source.kind, default: 0] += 1
            if finding.polarity == .concern { kinds[1][comment.source.kind, default: 0] += 1 }
            if finding.polarity == .strength { kinds[2][comment.source.kind, default: 0] += 1 }
          }
        }
      }
      guard now.records + before.records > 0 else { return nil }
      let named = kinds.map { counts in CommentSource.Kind.allCases.filter { counts[$0] != nil } }
      return Theme(
        theme: theme, now: now, before: before, kinds: named[0], concernKinds: named[1],
        strengthKinds: named[2], byService: byService)
    }.sorted { (-$0.now.records, $0.theme) < (-$1.now.records, $1.theme) }
  }

  /// Pairs that stand together in at least `fewest` records, most first.
  private static func pairs(_ readings: CommentReadings, _ periods: [Int?], fewest: Int) -> [Pair] {
    let count = readings.taxonomy.themes.count
    var together = [Int](repeating: 0, count: count * count)
    for (record, period) in zip(readings.records, periods) where period == 0 {
      let told = Set(record.labels.map(\.theme)).sorted()
      for (place, first) in told.enumerated() {
        for second in told[(place + 1)...] { together[first * count + second] += 1 }
      }
    }
    return together.indices.filter { together[$0] >= max(2, fewest) }
      .map { Pair(first: $0 / count, second: $0 % count, records: together[$0]) }
      .sorted { (-$0.records, $0.first, $0.second) < (-$1.records, $1.first, $1.second) }
  }

  private static func emerging(_ readings: CommentReadings, _ index: PeriodIndex) -> [EmergingPhrase] {
    let engine = readings.engine
    var origins: [CommentSource: CommentOrigin] = [:]
    let dated = readings.comments.compactMap { comment -> EmergingPhrases.Comment? in
      guard let date = comment.date, date <= index.asAt else { return nil }
      let origin = origins[comment.source] ?? engine.origin(source: comment.source.rawValue, service: "")
      origins[comment.source] = origin
      return EmergingPhrases.Comment(text: readings.raw(comment), date: date, origin: origin)
    }
    return EmergingPhrases().find(
      in: dated, period: index.periods[0], engine: engine, redactor: readings.redactor)
  }
}

extension ThemeSummary.Count {
  fileprivate mutating func add(_ told: [Polarity]) {
    records += 1
    if told.contains(.strength) { strengths += 1 }
    if told.contains(.concern) { concerns += 1 }
  }
}
