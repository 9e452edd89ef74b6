import QAModel

/// A theme that is told more or less often than in the period before, as a worry or as a strength.
struct ThemeChange: Sendable, Hashable {
  /// Position in the taxonomy.
  let theme: Int
  let polarity: Polarity
  /// Records that tell it so, of all records with text.
  let change: ProportionChange

  var isRise: Bool { change.after.share > change.before.share }

  /// The changes that may be claimed, adjusted over every theme's worries and strengths; nothing without a period before.
  static func all(
    _ themes: [ThemeSummary.Theme], texts: (now: Int, before: Int), periods: [Period], fewest: Int
  ) -> [ThemeChange] {
    guard periods.count > 1 else { return [] }
    let tested = themes.flatMap { theme in
      [Polarity.concern, .strength].compactMap { polarity -> ThemeChange? in
        let hits = { (count: ThemeSummary.Count) in
          polarity == .concern ? count.concerns : count.strengths
        }
        return ProportionChange(
          FigureKey(
            .themeRecords, first: AxisPlace(.theme, UInt32(theme.theme)),
            second: AxisPlace(.polarity, UInt32(polarity.rawValue)), period: 0),
          before: .init(hits(theme.before), of: texts.before, periods[1]),
          after: .init(hits(theme.now), of: texts.now, periods[0]),
          polarity: polarity == .concern ? .lowIsGood : .highIsGood, fewest: fewest
        ).map { ThemeChange(theme: theme.theme, polarity: polarity, change: $0) }
      }
    }
    let adjusted = Changes(tested.map(\.change)).compared
    return zip(tested, adjusted).map {
      ThemeChange(theme: $0.theme, polarity: $0.polarity, change: $1)
    }.filter(\.change.isClaimed).sorted { ($0.change.p, $0.theme) < ($1.change.p, $1.theme) }
  }
}
