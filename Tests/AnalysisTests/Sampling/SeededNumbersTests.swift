import Analysis
import Testing

@Suite("Seeded numbers")
struct SeededNumbersTests {
  @Test("are those of SplitMix64")
  func reference() {
    // Worked out apart, in Python 3.12 with whole numbers cut to 64 bits.
    var zero = SeededNumbers(seed: 0)
    #expect(
      (0..<3).map { _ in zero.next() } == [
        0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F4, 0x06C4_5D18_8009_454F,
      ])
    var other = SeededNumbers(seed: 1_234_567)
    #expect(
      (0..<5).map { _ in other.next() } == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  @Test("below a bound are each as likely", arguments: [2, 3, 6, 7, 10])
  func below(bound: Int) {
    var numbers = SeededNumbers(seed: 20_260_105)
    var counts = [Int](repeating: 0, count: bound)
    for _ in 0..<10_000 { counts[numbers.below(bound)] += 1 }
    let expected = 10_000 / Double(bound)
    let statistic = counts.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
    // 99.9th percentiles of chi-squared with 1, 2, 5, 6 and 9 degrees of freedom: scipy 1.17.1, chi2.ppf.
    let limits = [2: 10.828, 3: 13.816, 6: 20.515, 7: 22.458, 10: 27.877]
    #expect(statistic < limits[bound] ?? 0)
  }

  @Test("below a bound that does not divide 2^64 are not favoured by cutting")
  func large() {
    // Of 3 × 2^62 a plain multiplication would give two thirds of the numbers to a half of the range.
    let bound = 3 << 61
    var numbers = SeededNumbers(seed: 1)
    let low = (0..<6000).count { _ in numbers.below(bound) < bound / 3 }
    // A third of 6000, give or take four standard deviations of 36.5.
    #expect((2000 - 146...2000 + 146).contains(low))
  }

  @Test("shuffle every order as often")
  func shuffled() {
    var counts: [[Int]: Int] = [:]
    var numbers = SeededNumbers(seed: 3)
    for _ in 0..<12_000 { counts[numbers.shuffled([1, 2, 3, 4]), default: 0] += 1 }
    #expect(counts.count == 24)
    let statistic = counts.values.reduce(0) { $0 + Double(($1 - 500) * ($1 - 500)) / 500 }
    // 99.9th percentile of chi-squared with 23 degrees of freedom: scipy 1.17.1.
    #expect(statistic < 49.728)
  }
}
