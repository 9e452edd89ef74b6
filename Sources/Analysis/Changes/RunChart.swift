import QAModel

/// An indicator's months as a process chart, read with the words of NHS England's *Making Data Count*: whether it varies
/// as chance has it, and whether a target can be relied upon.
struct RunChart: Sendable {
  /// What the latest month with a figure shows.
  enum Variation: Sendable, Hashable {
    case commonCause
    case improvement
    case concern
    /// A pattern of an indicator of which neither high nor low is good.
    case specialCause
  }

  enum Assurance: Sendable, Hashable {
    case consistentlyMeets, consistentlyMisses, hitAndMiss
  }

  let chart: ProcessChart
  let variation: Variation
  /// `nil` without a target or a side that is good.
  let assurance: Assurance?
  /// The pattern that the latest figure is part of; else the latest of those before it.
  let signal: ProcessChart.Signal?
  /// Whether the latest figure is part of `signal`.
  let isCurrent: Bool
  /// The run that ends with the latest figure: on the signal's side of the mean, or rising or falling.
  let run: ClosedRange<Int>?
  /// How many months have a figure.
  let points: Int

  /// `nil` where there are too few points for limits.
  init?(_ values: [Double?], _ indicator: Indicator) {
    guard let chart = ProcessChart(values), let last = values.lastIndex(where: { $0 != nil }) else {
      return nil
    }
    self.chart = chart
    points = values.reduce(0) { $0 + ($1 == nil ? 0 : 1) }
    let current = chart.signals.first { $0.range.upperBound == last }
    isCurrent = current != nil
    signal = current ?? chart.signals.max { $0.range.upperBound < $1.range.upperBound }
    run = current.map { Self.run($0, in: values, chart.mean) }
    variation = Self.variation(current, indicator.polarity)
    assurance = Self.assurance(chart, indicator)
  }

  private static func variation(_ signal: ProcessChart.Signal?, _ polarity: Indicator.Polarity) -> Variation {
    guard let signal else { return .commonCause }
    switch (polarity, signal.side) {
    case (.neither, _): return .specialCause
    case (.highIsGood, .above), (.lowIsGood, .below): return .improvement
    case (.highIsGood, .below), (.lowIsGood, .above): return .concern
    }
  }

  /// The target against the limits: met or missed whatever chance does, or now one and now the other.
  private static func assurance(_ chart: ProcessChart, _ indicator: Indicator) -> Assurance? {
    guard let target = indicator.target else { return nil }
    switch indicator.polarity {
    case .neither: return nil
    case .highIsGood:
      return chart.lower >= target
        ? .consistentlyMeets : chart.upper < target ? .consistentlyMisses : .hitAndMiss
    case .lowIsGood:
      return chart.upper <= target
        ? .consistentlyMeets : chart.lower > target ? .consistentlyMisses : .hitAndMiss
    }
  }

  /// Back from the signal's end, for as long as points lie on its side of the mean.
  private static func run(_ signal: ProcessChart.Signal, in values: [Double?], _ mean: Double) -> ClosedRange<
    Int
  > {
    if case .trend(let range, _) = signal { return range }
    let end = signal.range.upperBound
    var start = end
    while start > 0, let before = values[start - 1], signal.side == .above ? before > mean : before < mean {
      start -= 1
    }
    return start...end
  }
}

extension ProcessChart.Signal {
  var range: ClosedRange<Int> {
    switch self {
    case .beyondLimit(let position, _): position...position
    case .oneSide(let range, _), .trend(let range, _), .twoOfThree(let range, _): range
    }
  }

  var side: ProcessChart.Side {
    switch self {
    case .beyondLimit(_, let side), .oneSide(_, let side), .trend(_, let side), .twoOfThree(_, let side): side
    }
  }
}
