/// A series over time with the limits within which it varies by itself: an individuals and moving range (XmR) chart.
///
/// Limits are the mean ± 2.66 times the mean of all moving ranges, without screening (D. J. Wheeler, *Understanding
/// Variation*, 2nd edition 2000). The rules are those of NHS England's *Making Data Count*: a point beyond a limit; 7 in a
/// row on one side of the mean; 7 in a row rising or falling; 2 of 3 in a row beyond two thirds of the way to a limit
/// on one side. A point on the mean ends a run.
///
/// A missing point is a gap: no moving range is taken across it and no run goes on past it.
public struct ProcessChart: Sendable, Hashable {
  public enum Side: Sendable, Hashable { case above, below }

  /// A pattern that chance rarely makes, at these positions of the series.
  public enum Signal: Sendable, Hashable {
    case beyondLimit(Int, Side)
    case oneSide(ClosedRange<Int>, Side)
    /// `above`: rising.
    case trend(ClosedRange<Int>, Side)
    /// The first and the last of the two.
    case twoOfThree(ClosedRange<Int>, Side)
  }

  /// Points a series must have before it is given limits.
  public static let fewestPoints = 12
  static let runLength = 7

  public let mean: Double
  public let lower: Double
  public let upper: Double
  /// By rule, then position. A run longer than 7 is one signal.
  public let signals: [Signal]

  /// `nil` where the series has fewer than 12 points, or no two next to each other.
  public init?(_ series: [Double?]) {
    let points = series.compactMap { $0 }
    let ranges = zip(series, series.dropFirst()).compactMap { left, right in
      if let left, let right { abs(right - left) } else { nil }
    }
    guard points.count >= Self.fewestPoints, !ranges.isEmpty else { return nil }
    let mean = points.reduce(0, +) / Double(points.count)
    let reach = 2.66 * ranges.reduce(0, +) / Double(ranges.count)
    self.mean = mean
    lower = mean - reach
    upper = mean + reach

    func side(_ point: Double?, beyond distance: Double) -> Side? {
      guard let point else { return nil }
      return point > mean + distance ? .above : point < mean - distance ? .below : nil
    }
    let beyond = series.indices.compactMap { position in
      side(series[position], beyond: reach).map { Signal.beyondLimit(position, $0) }
    }
    let sides = Self.runs(series.map { side($0, beyond: 0) }, atLeast: Self.runLength)
    let steps = zip(series, series.dropFirst()).map { left, right -> Side? in
      guard let left, let right, left != right else { return nil }
      return right > left ? .above : .below
    }
    // Seven points rising are six steps up.
    let trends = Self.runs(steps, atLeast: Self.runLength - 1)
    let far = series.map { side($0, beyond: reach * 2 / 3) }
    signals =
      beyond + sides.map { .oneSide($0.range, $0.side) }
      + trends.map { .trend($0.range.lowerBound...$0.range.upperBound + 1, $0.side) }
      + Self.pairs(far, series)
  }

  private static func runs(_ sides: [Side?], atLeast length: Int) -> [(range: ClosedRange<Int>, side: Side)] {
    var runs: [(ClosedRange<Int>, Side)] = []
    var start = 0
    for position in sides.indices where position == sides.count - 1 || sides[position + 1] != sides[position]
    {
      if let side = sides[position], position - start + 1 >= length { runs.append((start...position, side)) }
      start = position + 1
    }
    return runs
  }

  /// Points far out on one side, next to each other or with one point between them.
  private static func pairs(_ far: [Side?], _ series: [Double?]) -> [Signal] {
    far.indices.compactMap { position in
      guard let side = far[position] else { return nil }
      if position + 1 < far.count, far[position + 1] == side {
        return .twoOfThree(position...position + 1, side)
      }
      if position + 2 < far.count, series[position + 1] != nil, far[position + 2] == side {
        return .twoOfThree(position...position + 2, side)
      }
      return nil
    }
  }
}
