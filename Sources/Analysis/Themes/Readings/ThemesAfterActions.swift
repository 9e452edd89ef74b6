import QAModel

/// A theme that actions were taken on, as it is told since.
struct ThemeAfterAction: Sendable, Hashable {
  enum Course: Sendable, Hashable {
    /// Told less as a worry in a period after the action than when it was raised, and now no less than then.
    case cameBack
    /// No less than when it was raised, now or between.
    case stillThere
    /// Less than when it was raised: a difference beyond chance.
    case lessOften
  }

  /// Position in the taxonomy.
  let theme: Int
  let course: Course
  /// When the latest such action was completed.
  let completed: CalendarDate
  /// Records that tell it as a worry, of records with text: in the period the action was raised in, and now.
  let then: ProportionChange.Sample
  let now: ProportionChange.Sample

  /// Themes that a completed action names, by their own name or that of a practice area they speak of. The latest action
  /// completed before the report's period counts; periods with under `fewest` records with text say nothing.
  static func all(
    _ readings: CommentReadings, _ index: PeriodIndex, _ dataset: Dataset, fewest: Int
  ) -> [ThemeAfterAction] {
    guard let actions = dataset.actions else { return [] }
    let words = dataset.names.words
    var latest: [String: (raised: Int, completed: CalendarDate)] = [:]
    for row in 0..<actions.count {
      guard let name = actions.theme[row].map({ Slug.make(words.name($0)) }),
        let raised = index.position(happened: actions.raised[row]), let done = actions.completed[row],
        let completed = index.position(happened: done), completed > 0,
        latest[name].map({ $0.completed < done }) ?? true
      else { continue }
      latest[name] = (raised, done)
    }
    guard !latest.isEmpty else { return [] }
    let periods = readings.records.map { index.position(happened: $0.date) }
    let texts = (0..<index.count).map { period in periods.count { $0 == period } }
    return readings.taxonomy.themes.enumerated().compactMap { theme, described in
      let names = ([described.name, described.id] + described.practiceAreas).map(Slug.make)
      guard let action = names.compactMap({ latest[$0] }).max(by: { $0.completed < $1.completed }),
        let done = index.position(happened: action.completed), texts[0] >= fewest,
        texts[action.raised] >= fewest
      else { return nil }
      var worries = [Int](repeating: 0, count: index.count)
      for (record, period) in zip(readings.records, periods) {
        if let period, record.labels.contains(ThemeLabel(theme: theme, polarity: .concern)) {
          worries[period] += 1
        }
      }
      guard worries[0] > 0 else { return nil }
      let sample = { (period: Int) in
        ProportionChange.Sample(worries[period], of: texts[period], index.periods[period])
      }
      let (then, now) = (sample(action.raised), sample(0))
      let between = (1..<max(1, done)).filter { texts[$0] >= fewest }
      let isLess = { (later: ProportionChange.Sample) -> Bool in
        let change = ProportionChange(
          FigureKey(.themeRecords, period: 0), before: then, after: later, polarity: .lowIsGood,
          fewest: fewest)
        return change.map { $0.isClaimed && $0.direction == .improved } ?? false
      }
      let course: Course =
        isLess(now) ? .lessOften : between.contains { isLess(sample($0)) } ? .cameBack : .stillThere
      return ThemeAfterAction(theme: theme, course: course, completed: action.completed, then: then, now: now)
    }
  }
}
