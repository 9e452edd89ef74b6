import Analysis
import Testing

@Suite struct FisherExactTests {
  struct Case: Sendable {
    let table: [Int]
    let p: Double

    init(_ a: Int, _ b: Int, _ c: Int, _ d: Int, _ p: Double) {
      table = [a, b, c, d]
      self.p = p
    }
  }

  /// Table, p-value: scipy 1.17.1, `fisher_exact(alternative="two-sided")`.
  static let published: [Case] = [
    Case(0, 0, 0, 0, 1.0),
    Case(1, 0, 0, 1, 1.0),
    Case(3, 1, 1, 3, 0.48571428571428565),
    Case(8, 2, 1, 5, 0.034965034965034975),
    Case(0, 10, 10, 0, 1.082508822446903e-05),
    Case(10, 0, 0, 10, 1.082508822446903e-05),
    Case(5, 5, 5, 5, 1.0),
    Case(1, 9, 11, 3, 0.0027594561852200836),
    Case(2, 7, 8, 2, 0.02301413756522116),
    Case(12, 5, 29, 2, 0.08026855207410463),
    Case(0, 5, 0, 7, 1.0),
    Case(5, 0, 7, 0, 1.0),
    Case(6, 0, 0, 6, 0.0021645021645021645),
    Case(100, 50, 40, 90, 2.952051227470709e-09),
    Case(7, 3, 100, 200, 0.03558556789714659),
    Case(20, 20, 20, 21, 1.0),
    Case(1, 24, 5, 20, 0.1894630192502533),
    Case(45, 55, 60, 40, 0.04716548538301931),
    Case(300, 700, 350, 650, 0.019284321614513614),
    Case(0, 12, 5, 7, 0.03726708074534161),
    Case(3, 97, 10, 90, 0.08179405296897922),
    Case(15, 1, 1, 0, 1.0),
    Case(2, 3, 4, 5, 1.0),
    Case(11, 2, 13, 14, 0.04024851569939508),
  ]

  @Test(arguments: published)
  func agreesWithScipy(_ published: Case) {
    let table = published.table
    #expect(abs(FisherExact.twoSided(table[0], table[1], table[2], table[3]) - published.p) < 1e-9)
  }

  @Test func theOrderOfRowsAndColumnsDoesNotMatter() {
    #expect(FisherExact.twoSided(8, 2, 1, 5) == FisherExact.twoSided(8, 1, 2, 5))
  }
}
