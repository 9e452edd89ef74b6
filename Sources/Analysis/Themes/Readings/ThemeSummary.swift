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

  /// One theme while the records are gone through.
  private struct Tally {
    var now = Count()
    var before = Count()
    var byService: [UInt32: Count] = [:]
    /// By kind of source, in the order of all kinds: whether it tells the theme, as a worry, as a strength.
    var kinds = [[Bool]](
      repeating: Array(repeating: false, count: CommentSource.Kind.allCases.count), count: 3)
  }

  private static func themes(_ readings: CommentReadings, _ periods: [Int?]) -> [Theme] {
    let kinds = CommentSource.Kind.allCases
    var tallies = readings.taxonomy.themes.map { _ in Tally() }
    for (position, record) in readings.records.enumerated() {
      guard let period = periods[position], period < 2 else { continue }
      for (place, label) in record.labels.enumerated()
      where !record.labels[..<place].contains(where: { $0.theme == label.theme }) {
        let theme = label.theme
        let strength = record.labels.contains(ThemeLabel(theme: theme, polarity: .strength))
        let concern = record.labels.contains(ThemeLabel(theme: theme, polarity: .concern))
        if period == 1 {
          tallies[theme].before.add(strength: strength, concern: concern)
          continue
        }
        tallies[theme].now.add(strength: strength, concern: concern)
        if let service = record.service {
          tallies[theme].byService[service, default: Count()].add(strength: strength, concern: concern)
        }
      }
      guard period == 0 else { continue }
      for place in record.comments {
        let kind = kinds.firstIndex(of: readings.comments[place].source.kind) ?? 0
        for finding in readings.findings(of: readings.comments[place]) {
          tallies[finding.theme].kinds[0][kind] = true
          if finding.polarity == .concern { tallies[finding.theme].kinds[1][kind] = true }
          if finding.polarity == .strength { tallies[finding.theme].kinds[2][kind] = true }
        }
      }
    }
    return tallies.enumerated().compactMap { theme, tally -> Theme? in
      guard tally.now.records + tally.before.records > 0 else { return nil }
      let named = tally.kinds.map { told in zip(kinds, told).filter(\.1).map(\.0) }
      return Theme(
        theme: theme, now: tally.now, before: tally.before, kinds: named[0], concernKinds: named[1],
        strengthKinds: named[2], byService: tally.byService)
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
      return EmergingPhrases.Comment(bytes: readings.bytes(comment), date: date, origin: origin)
    }
    return EmergingPhrases().find(
      in: dated, period: index.periods[0], engine: engine, redactor: readings.redactor)
  }
}

extension ThemeSummary.Count {
  fileprivate mutating func add(strength: Bool, concern: Bool) {
    records += 1
    if strength { strengths += 1 }
    if concern { concerns += 1 }
  }
}
