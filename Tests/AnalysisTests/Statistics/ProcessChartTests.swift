import Analysis
import Testing

@Suite struct ProcessChartTests {
  @Test func workedSeries() throws {
    let series: [Double] = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
    let chart = try #require(ProcessChart(series))
    // 35 / 18; 32 / 17 moving range.
    #expect(abs(chart.mean - 35.0 / 18) < 1e-12)
    #expect(abs(chart.lower - (35.0 / 18 - 2.66 * 32 / 17)) < 1e-12)
    #expect(abs(chart.upper - (35.0 / 18 + 2.66 * 32 / 17)) < 1e-12)
    #expect(chart.signals == [.beyondLimit(4, .above)])
  }

  @Test func fewerThanTwelvePointsHaveNoLimits() {
    #expect(ProcessChart(Array(repeating: 1, count: 11)) == nil)
    #expect(ProcessChart([nil, nil, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) == nil)
    #expect(ProcessChart(Array(repeating: [1, nil], count: 12).flatMap { $0 }) == nil)
  }

  @Test func aSeriesThatNeverChangesHasNoSignal() throws {
    let chart = try #require(ProcessChart(Array(repeating: 4, count: 12)))
    #expect(chart.lower == 4 && chart.upper == 4 && chart.signals.isEmpty)
  }

  /// Each series has one pattern; the second has the same with one point taken away.
  static let patterns: [(with: [Double?], signal: ProcessChart.Signal, without: [Double?])] = [
    (
      [6, 4, 6, 4, 6, 4, 4, 6, 6, 6, 6, 6, 6, 6, 4, 4, 4, 4], .oneSide(7...13, .above),
      [6, 4, 6, 4, 6, 4, 4, 6, 6, 6, nil, 6, 6, 6, 4, 4, 4, 4]
    ),
    (
      [6, 4, 6, 4, 3, 4, 4.5, 5, 5.5, 6, 6.5, 4, 6, 4, 6, 4], .trend(4...10, .above),
      [6, 4, 6, 4, 3, 4, 4.5, 5, 5.0, 6, 6.5, 4, 6, 4, 6, 4]
    ),
    (
      [5, 6, 5, 4, 5, 6, 5, 4, 5, 8, 5, 8, 5, 4, 5, 6, 5, 4], .twoOfThree(9...11, .above),
      [5, 6, 5, 4, 5, 6, 5, 4, 5, 8, nil, 8, 5, 4, 5, 6, 5, 4]
    ),
  ]

  @Test(arguments: patterns.indices)
  func rules(_ position: Int) throws {
    let pattern = Self.patterns[position]
    let signals = try #require(ProcessChart(pattern.with)).signals
    #expect(signals.contains(pattern.signal))
    let others = try #require(ProcessChart(pattern.without)).signals
    #expect(!others.contains { Self.kind($0) == Self.kind(pattern.signal) })
  }

  @Test func aPointOnTheMeanEndsARun() throws {
    // The mean is 5: six above, one on it, six above; then below.
    let series: [Double] = [6, 6, 6, 6, 6, 6, 5, 6, 6, 6, 6, 6, 6, 3, 3, 3, 3, 3, 3]
    let chart = try #require(ProcessChart(series))
    #expect(chart.mean == 5)
    #expect(!chart.signals.contains { Self.kind($0) == 1 })
  }

  private static func kind(_ signal: ProcessChart.Signal) -> Int {
    switch signal {
    case .beyondLimit: 0
    case .oneSide: 1
    case .trend: 2
    case .twoOfThree: 3
    }
  }
}
