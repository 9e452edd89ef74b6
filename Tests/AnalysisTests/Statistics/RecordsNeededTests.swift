import Analysis
import Testing

@Suite struct RecordsNeededTests {
  struct Case: Sendable {
    let share: Double
    let threshold: Double
    let records: Int

    init(_ share: Double, _ threshold: Double, _ records: Int) {
      (self.share, self.threshold, self.records) = (share, threshold, records)
    }
  }

  /// The least `n` for which `proportion_confint(share * n, n, method="wilson")` of statsmodels 0.15.0 leaves the threshold
  /// out or ends at it, found by bisection.
  static let searched: [Case] = [
    Case(0.5, 0.7, 21),
    Case(0.55, 0.7, 36),
    Case(0.6, 0.7, 81),
    Case(0.65, 0.7, 323),
    Case(0.69, 0.7, 8068),
    Case(0.71, 0.7, 8068),
    Case(0.75, 0.7, 323),
    Case(0.8, 0.7, 81),
    Case(0.9, 0.7, 21),
    Case(0.99, 0.7, 10),
    Case(0.0, 0.7, 2),
    Case(1, 0.7, 9),
    Case(0.9, 0.8, 62),
    Case(0.95, 0.8, 28),
    Case(0.65, 0.8, 28),
    Case(0.1, 0.8, 2),
    Case(0.85, 0.9, 139),
    Case(0.97, 0.9, 71),
    Case(0.25, 0.5, 16),
    Case(0.45, 0.5, 385),
    Case(0.5, 0.05, 1),
    Case(0.06, 0.05, 1825),
    Case(0.0, 0.05, 73),
    Case(0.7, 0.95, 3),
  ]

  @Test(arguments: searched)
  func agreesWithASearchOverIntervals(_ searched: Case) {
    #expect(RecordsNeeded.toTell(searched.share, from: searched.threshold) == searched.records)
  }

  @Test func theThresholdItselfIsNeverTold() {
    #expect(RecordsNeeded.toTell(0.7, from: 0.7) == nil)
    #expect(RecordsNeeded.toTell(0.7001, from: 0.7) == nil)
    #expect(RecordsNeeded.toTell(0.69, from: 0.7, most: 1000) == nil)
  }
}
