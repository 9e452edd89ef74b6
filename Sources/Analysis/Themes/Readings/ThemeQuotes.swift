import QAModel

/// Chooses comments that stand for a theme: those that say it in the words most comments use, not the longest.
struct ThemeQuotes {
  private let readings: CommentReadings
  private let periods: [Int?]

  /// Themes that are quoted, the most told first.
  private static let themes = 8
  /// Characters of a quote: under the least a comment says too little, over the most nobody reads it.
  private static let lengths = 25...220
  /// More personal data than this and little is left to read.
  private static let mostTakenOut = 2

  init(_ readings: CommentReadings, _ periods: [Int?]) {
    self.readings = readings
    self.periods = periods
  }

  /// A worry and a strength of each of the themes most told, and the personal data taken out of them by kind.
  func choose(for themes: [ThemeSummary.Theme]) -> (
    quotes: [ThemeSummary.Quote], takenOut: [RedactionKind: Int]
  ) {
    var quotes: [ThemeSummary.Quote] = []
    var takenOut: [RedactionKind: Int] = [:]
    var used: Set<Int> = []
    for theme in themes.prefix(Self.themes) {
      for polarity in [Polarity.concern, .strength] {
        guard let (place, text) = best(theme.theme, polarity, except: used) else { continue }
        used.insert(readings.comments[place].record)
        takenOut.merge(text.counts, uniquingKeysWith: +)
        quotes.append(
          ThemeSummary.Quote(
            theme: theme.theme, polarity: polarity, text: text.text,
            source: readings.comments[place].source.kind))
      }
    }
    return (quotes, takenOut)
  }

  private func best(_ theme: Int, _ polarity: Polarity, except used: Set<Int>) -> (Int, RedactedText)? {
    var usual: [Int: Int] = [:]
    var candidates: [(place: Int, patterns: [Int])] = []
    for (place, comment) in readings.comments.enumerated()
    where periods[comment.record] == 0 && comment.source.kind != .action {
      guard
        let finding = readings.findings(of: comment).first(where: {
          $0.theme == theme && $0.polarity == polarity
        })
      else { continue }
      let patterns = Array(Set(readings.hits(of: finding).map(\.pattern)))
      for pattern in patterns { usual[pattern, default: 0] += 1 }
      if !used.contains(comment.record) { candidates.append((place, patterns)) }
    }
    let ranked = candidates.map { candidate in
      (
        score: candidate.patterns.reduce(0) { $0 + (usual[$1] ?? 0) }
          / max(1, candidate.patterns.count), place: candidate.place
      )
    }.sorted { (-$0.score, $0.place) < (-$1.score, $1.place) }
    for (_, place) in ranked {
      let text = readings.redacted(readings.comments[place])
      let isReadable =
        Self.lengths.contains(text.text.count)
        && text.counts.values.reduce(0, +) <= Self.mostTakenOut
      if isReadable { return (place, text) }
    }
    return nil
  }
}
