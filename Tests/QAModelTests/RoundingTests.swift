import QAModel
import Testing

@Suite("Rounding")
struct RoundingTests {
  @Test(
    "half is rounded away from zero",
    arguments: [
      (0.285, 0, "29%"), (0.125, 0, "13%"), (0.5, 0, "50%"), (1.0, 0, "100%"), (0.0, 0, "0%"),
      (0.005, 0, "1%"),
      (0.0049, 0, "0%"), (0.995, 0, "100%"), (0.9949, 0, "99%"), (1e-7, 0, "0%"), (0.12345, 2, "12.35%"),
    ])
  func percentages(proportion: Double, places: Int, shown: String) {
    #expect(Rounding.percentage(proportion, places: places) == shown)
  }

  @Test(
    "decimals",
    arguments: [
      (1240.0, 0, "1,240"), (1240.55, 1, "1,240.6"), (-0.04, 1, "0.0"), (-2.5, 0, "-3"), (2.5, 0, "3"),
      (22.6, 1, "22.6"), (999.95, 1, "1,000.0"), (1e15, 0, "1,000,000,000,000,000"),
      (1e16, 0, "10,000,000,000,000,000"),
      (0.0, 2, "0.00"), (1e-5, 2, "0.00"), (7.0, 1, "7.0"), (0.05, 1, "0.1"),
    ])
  func decimals(number: Double, places: Int, shown: String) {
    #expect(Rounding.decimal(number, places: places) == shown)
  }

  @Test("counts", arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (-1_234_567, "-1,234,567")])
  func counts(number: Int, shown: String) {
    #expect(Rounding.count(number) == shown)
  }
}
