import QAModel

/// Two periods of one share side by side, and whether the difference is more than chance has it.
///
/// The interval is Newcombe's of the difference; the p-value Fisher's exact one, which claims too little rather than too
/// much where records are few. `adjusted` is set once all the series of a report are tested together.
struct ProportionChange: Sendable, Hashable {
  enum Direction: Sendable, Hashable {
    case improved, declined
    /// Of a share of which neither high nor low is good.
    case changed
  }

  /// What changed, in the report's own period.
  var figure: FigureKey
  var before: Sample
  var after: Sample
  /// Of the later share less the earlier.
  var interval: Interval
  var p: Double
  var adjusted: Double
  var direction: Direction

  /// So many of so many, and when.
  struct Sample: Sendable, Hashable {
    var hits: Int
    var of: Int
    var period: Period

    init(_ hits: Int, of: Int, _ period: Period) {
      self.hits = hits
      self.of = of
      self.period = period
    }

    var share: Double { Double(hits) / Double(of) }
  }

  /// `nil` where either sample has under `fewest` records.
  init?(
    _ figure: FigureKey, before: Sample, after: Sample, polarity: Indicator.Polarity, fewest: Int
  ) {
    guard before.of >= max(1, fewest), after.of >= max(1, fewest),
      let interval = NewcombeDifference.interval(after.hits, of: after.of, less: before.hits, of: before.of)
    else { return nil }
    self.figure = figure
    self.before = before
    self.after = after
    self.interval = interval
    p = FisherExact.twoSided(after.hits, after.of - after.hits, before.hits, before.of - before.hits)
    adjusted = p
    let rose = after.share > before.share
    direction =
      switch polarity {
      case .highIsGood: rose ? .improved : .declined
      case .lowIsGood: rose ? .declined : .improved
      case .neither: .changed
      }
  }

  /// Whether it may be called a change: after adjustment, with an interval that leaves no room for none.
  var isClaimed: Bool { adjusted <= Changes.rate && !interval.contains(0) }
}
