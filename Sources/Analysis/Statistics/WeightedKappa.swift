public import QAModel

/// Agreement of two raters on an ordinal scale beyond what chance gives, disagreements weighted by the square of
/// their distance.
///
/// J. Cohen, *Weighted kappa*, Psychological Bulletin 70 (1968), 213–220, with weights 1 − (i − j)² / (k − 1)². The
/// interval is from the large-sample standard error of J. L. Fleiss, J. Cohen and B. S. Everitt, *Large sample
/// standard errors of kappa and weighted kappa*, Psychological Bulletin 72 (1969), 323–327, equation 8.
public struct WeightedKappa: Sendable, Hashable {
  /// 1 is agreement throughout, 0 what chance gives; negative is worse than chance.
  public let kappa: Double
  public let standardError: Double

  /// From a square table of counts: row the first rater's place on the scale, column the second's.
  ///
  /// `table` holds the rows one after the other, `categories` × `categories` cells. `nil` where kappa has no
  /// meaning: no records, a scale of one place, or both raters with one and the same place throughout.
  public init?(table: some RandomAccessCollection<Int>, categories k: Int) {
    precondition(table.count == k * k, "a square table, row by row")
    let counts = table.map(Double.init)
    let total = counts.reduce(0, +)
    guard total > 0, k > 1 else { return nil }
    var rows = [Double](repeating: 0, count: k)
    var columns = rows
    for i in 0..<k {
      for j in 0..<k {
        rows[i] += counts[i * k + j] / total
        columns[j] += counts[i * k + j] / total
      }
    }
    let furthest = Double((k - 1) * (k - 1))
    func weight(_ i: Int, _ j: Int) -> Double { 1 - Double((i - j) * (i - j)) / furthest }

    var observed = 0.0
    var expected = 0.0
    /// The mean weight of each row's place against the second rater, and of each column's against the first.
    var rowMean = [Double](repeating: 0, count: k)
    var columnMean = rowMean
    for i in 0..<k {
      for j in 0..<k {
        observed += weight(i, j) * counts[i * k + j] / total
        expected += weight(i, j) * rows[i] * columns[j]
        rowMean[i] += weight(i, j) * columns[j]
        columnMean[j] += weight(i, j) * rows[i]
      }
    }
    // Both raters in one and the same place leave nothing that chance could have got wrong.
    guard 1 - expected > 1e-12 else { return nil }

    var sum = 0.0
    for i in 0..<k {
      for j in 0..<k {
        let term = weight(i, j) * (1 - expected) - (rowMean[i] + columnMean[j]) * (1 - observed)
        sum += counts[i * k + j] / total * term * term
      }
    }
    let centre = observed * expected - 2 * expected + observed
    let chanceLeft = (1 - expected) * (1 - expected)
    let variance = max(0, sum - centre * centre) / (total * chanceLeft * chanceLeft)
    kappa = (observed - expected) / (1 - expected)
    standardError = variance.squareRoot()
  }

  /// kappa ± z standard errors. Not cut at 1: the bound says how little is known, too.
  public func interval(z: Double = Wilson.z95) -> Interval {
    Interval(lower: kappa - z * standardError, upper: kappa + z * standardError)
  }
}
