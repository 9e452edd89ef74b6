import QAModel

/// The scale of a chart's value axis, with ticks at round numbers.
struct Scale {
  let lower: Double
  let upper: Double
  let ticks: [Double]
  private let kind: Table.Column.Kind

  /// Which part of the numbers an axis shows.
  enum Extent {
    /// From zero, and percentages up to 100 %: lengths must be true.
    case whole
    /// What the values need, with zero where they come near it. Percentages take 20 points at least, so that a small
    /// difference does not look like a large one.
    case needed
  }

  /// A scale that holds the values.
  init(values: [Double], kind: Table.Column.Kind, extent: Extent) {
    self.kind = kind
    var (low, high) = (values.min() ?? 0, values.max() ?? 1)
    switch extent {
    case .whole: (low, high) = (min(low, 0), max(high, kind == .percentage ? 1 : 0))
    case .needed:
      if kind == .percentage, high <= 1, low >= 0, high - low < 0.2 {
        low = max(0, min((low + high) / 2 - 0.1, 0.8))
        high = low + 0.2
      }
      if low > 0, low < high / 2 { low = 0 }
    }
    if low == high { high = low + 1 }
    let step = Self.step(for: high - low, wholeNumbers: kind == .count)
    let first = (low / step).rounded(.down)
    let last = (high / step).rounded(.up)
    ticks = stride(from: first, through: last, by: 1).map { $0 * step }
    lower = first * step
    upper = last * step
  }

  /// How far along the axis a value lies, in percent of its length.
  func percent(_ value: Double) -> Double { (value - lower) / (upper - lower) * 100 }

  /// The number at a tick.
  func label(_ tick: Double) -> String {
    switch kind {
    case .percentage: return Rounding.percentage(tick)
    case .count: return Rounding.count(Int(tick.rounded()))
    case .number, .text, .date:
      let step = ticks.count > 1 ? ticks[1] - ticks[0] : 1
      let places = (0...4).first { place in
        let scaled = step * Self.power(of: place)
        return (scaled - scaled.rounded()).magnitude < 1e-6
      }
      return Rounding.decimal(tick, places: places ?? 4)
    }
  }

  /// The round number that cuts a span into four to six pieces.
  private static func step(for span: Double, wholeNumbers: Bool) -> Double {
    let rough = span / 5
    var unit = 1.0
    while unit > rough { unit /= 10 }
    while unit * 10 <= rough { unit *= 10 }
    let step = [1, 2, 2.5, 5, 10].first { $0 * unit >= rough * 0.99 } ?? 10
    return wholeNumbers ? max(1, (step * unit).rounded(.up)) : step * unit
  }

  private static func power(of places: Int) -> Double { (0..<places).reduce(1) { power, _ in power * 10 } }
}
