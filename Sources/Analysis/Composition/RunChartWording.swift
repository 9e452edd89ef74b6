import QAModel

/// A run chart in words.
struct RunChartWording {
  let months: [Period]

  /// `Concern: 5 months below the mean since August 2025`, `Common cause`.
  func pattern(_ chart: RunChart?, points: Int) -> String {
    guard let chart else { return "Too few points (\(points))" }
    switch chart.variation {
    case .commonCause:
      return chart.signal.map { "Common cause; earlier \(earlier($0))" } ?? "Common cause"
    case .improvement: return "Improvement: \(current(chart))"
    case .concern: return "Concern: \(current(chart))"
    case .specialCause: return "Special cause: \(current(chart))"
    }
  }

  func assurance(_ assurance: RunChart.Assurance) -> String {
    switch assurance {
    case .consistentlyMeets: "Consistently meets the target"
    case .consistentlyMisses: "Consistently misses the target"
    case .hitAndMiss: "Hit and miss the target"
    }
  }

  /// The pattern that the latest month is part of, and the rule that found it: `5 months below the mean since August 2025
  /// (2 of 3 months near the lower limit)`.
  func current(_ chart: RunChart) -> String {
    guard let signal = chart.signal, let run = chart.run else { return "" }
    let since = name(run.lowerBound)
    if case .trend = signal {
      return "\(signal.side == .above ? "rising" : "falling") for \(run.count) months since \(since)"
    }
    let side = signal.side == .above ? "above" : "below"
    let length =
      run.count == 1 ? "\(since) \(side) the mean" : "\(run.count) months \(side) the mean since \(since)"
    return rule(signal).map { "\(length) (\($0))" } ?? length
  }

  private func earlier(_ signal: ProcessChart.Signal) -> String {
    let end = name(signal.range.upperBound)
    let side = signal.side == .above ? "above" : "below"
    let limit = signal.side == .above ? "upper" : "lower"
    return switch signal {
    case .beyondLimit: "\(end) beyond the \(limit) limit"
    case .oneSide(let range, _): "\(range.count) months \(side) the mean to \(end)"
    case .trend(let range, let side):
      "\(side == .above ? "rising" : "falling") for \(range.count) months to \(end)"
    case .twoOfThree: "2 of 3 months near the \(limit) limit to \(end)"
    }
  }

  /// `nil` where the run says it already.
  private func rule(_ signal: ProcessChart.Signal) -> String? {
    let limit = signal.side == .above ? "upper" : "lower"
    return switch signal {
    case .beyondLimit: "the latest beyond the \(limit) limit"
    case .twoOfThree: "2 of the latest 3 near the \(limit) limit"
    case .oneSide, .trend: nil
    }
  }

  private func name(_ month: Int) -> String { months[month].title }
}
