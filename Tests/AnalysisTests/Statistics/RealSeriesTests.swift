import Analysis
import Foundation
import Testing

/// Process charts of real monthly series against a count by plain definitions in exact fractions:
/// `fixtures/nhs-attendances/XMR.csv`, made by `recount.py` beside it.
@Suite struct RealSeriesTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test func agreesOnAttendancesOfTrusts() throws {
    let text = try String(
      contentsOf: Self.root.appending(path: "fixtures/nhs-attendances/XMR.csv"), encoding: .utf8)
    let rows = text.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(rows.count == 48)
    var flagged = 0
    for row in rows {
      let series = row[9...].compactMap { Double($0) }
      #expect(series.count == 36)
      let chart = try #require(ProcessChart(series))
      let numbers: [Double] = row[2...4].compactMap { Double($0) }
      #expect(numbers.count == 3)
      for (found, counted) in zip([chart.mean, chart.lower, chart.upper], numbers) {
        let difference: Double = abs(found - counted)
        let allowed: Double = 1e-9 * max(1, abs(counted))
        #expect(difference <= allowed, "\(row[0]) \(row[1])")
      }
      let positions: [[Int]] = Self.positions(chart.signals)
      let counted: [[Int]] = row[5...8].map { cell in cell.split(separator: " ").compactMap { Int($0) } }
      #expect(positions == counted, "\(row[0]) \(row[1])")
      for rule in positions { flagged += rule.count }
    }
    #expect(flagged > 100, "every rule has something to find")
  }

  /// The points of each rule's signals: beyond a limit, on one side, rising or falling, two of three.
  private static func positions(_ signals: [ProcessChart.Signal]) -> [[Int]] {
    var found = [Set<Int>](repeating: [], count: 4)
    for signal in signals {
      switch signal {
      case .beyondLimit(let position, _): found[0].insert(position)
      case .oneSide(let range, _): found[1].formUnion(range)
      case .trend(let range, _): found[2].formUnion(range)
      case .twoOfThree(let range, _): found[3].formUnion([range.lowerBound, range.upperBound])
      }
    }
    return found.map { $0.sorted() }
  }
}
