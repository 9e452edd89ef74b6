import Analysis
import QAModel
import Testing

@Suite struct NewcombeDifferenceTests {
  struct Case: Sendable {
    let counts: [Int]
    let lower: Double
    let upper: Double

    init(_ hits1: Int, _ trials1: Int, _ hits2: Int, _ trials2: Int, _ lower: Double, _ upper: Double) {
      counts = [hits1, trials1, hits2, trials2]
      (self.lower, self.upper) = (lower, upper)
    }
  }

  /// Hits and trials of the first, of the second, lower, upper: statsmodels 0.15.0,
  /// `confint_proportions_2indep(method="newcomb", compare="diff")`.
  static let published: [Case] = [
    Case(56, 70, 48, 80, 0.05243147240236498, 0.33387265403690614),
    Case(9, 10, 3, 10, 0.1705227239345029, 0.809017973535488),
    Case(6, 7, 2, 7, 0.05822792748231209, 0.8062496375242278),
    Case(5, 56, 0, 29, -0.038137147903536936, 0.19256001385511165),
    Case(0, 10, 0, 20, -0.1611251580528194, 0.27753279986288926),
    Case(0, 10, 0, 10, -0.27753279986288926, 0.27753279986288926),
    Case(10, 10, 0, 20, 0.6790860371419145, 1.0),
    Case(10, 10, 0, 10, 0.6075093504305241, 1.0),
    Case(10, 10, 10, 10, -0.27753279986288937, 0.27753279986288937),
    Case(1, 2, 1, 2, -0.5734194679697172, 0.5734194679697172),
    Case(30, 40, 30, 40, -0.186487229316317, 0.186487229316317),
    Case(12, 60, 21, 55, -0.3371404247295558, -0.016016092232520623),
    Case(88, 100, 70, 100, 0.06742923033259383, 0.28810891467613087),
    Case(45, 90, 44, 91, -0.12663912988562934, 0.15866472295319553),
    Case(1, 100, 99, 100, -0.9916426092280501, -0.9170870180256847),
    Case(300, 400, 310, 390, -0.10294902533250067, 0.013699426865775417),
    Case(2, 5, 4, 5, -0.7264361648748668, 0.1626147944819385),
    Case(5, 5, 4, 9, 0.03378866810433756, 0.8112214789023354),
    Case(700, 1000, 650, 1000, 0.00894435453883951, 0.09082289395369855),
    Case(17, 90, 31, 90, -0.27845640636556507, -0.02618568207113653),
    Case(0, 1, 1, 1, -1.0, 0.12210872068194178),
    Case(63, 81, 55, 84, -0.014889985409385631, 0.25424329187977546),
  ]

  @Test(arguments: published)
  func agreesWithStatsmodels(_ published: Case) throws {
    let counts = published.counts
    let interval = try #require(
      NewcombeDifference.interval(counts[0], of: counts[1], less: counts[2], of: counts[3]))
    #expect(abs(interval.lower - published.lower) < 1e-9)
    #expect(abs(interval.upper - published.upper) < 1e-9)
  }

  @Test func anEmptySampleHasNoDifference() {
    #expect(NewcombeDifference.interval(0, of: 0, less: 1, of: 2) == nil)
    #expect(NewcombeDifference.interval(1, of: 2, less: 0, of: 0) == nil)
  }
}
