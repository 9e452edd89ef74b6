import QAModel

/// What most records told as a worry in the last weeks: where a framework's learning report is about so many weeks, these
/// pick the next learning days (KI-5).
struct LatestWorries: Sendable, Hashable {
  /// The weeks up to the as-at day.
  let period: Period
  /// Positions in the taxonomy with how many records told each as a worry, most first.
  let themes: [Theme]

  struct Theme: Sendable, Hashable {
    let theme: Int
    let records: Int
  }

  /// As many are named: an authority has few learning days.
  private static let most = 3
  /// One record alone is no theme.
  private static let fewest = 2

  /// `nil` where the framework has no such report.
  init?(_ readings: CommentReadings, _ framework: Framework, asAt: CalendarDate) {
    let weeks = framework.reports.lazy.compactMap { report -> Int? in
      guard report.kind == .learning, case .weeks(let number) = report.period else { return nil }
      return number
    }.first
    guard let weeks, let period = Period(first: asAt.adding(days: 1 - 7 * weeks), last: asAt) else {
      return nil
    }
    self.period = period
    var counts: [Int: Int] = [:]
    for record in readings.records where record.date.map(period.contains) ?? false {
      for label in record.labels where label.polarity == .concern { counts[label.theme, default: 0] += 1 }
    }
    themes = Array(
      counts.filter { $0.value >= Self.fewest }.map { Theme(theme: $0.key, records: $0.value) }
        .sorted { ($1.records, $0.theme) < ($0.records, $1.theme) }.prefix(Self.most))
  }
}
