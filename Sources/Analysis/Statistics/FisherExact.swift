/// The exact test that two proportions are the same, for small samples.
///
/// R. A. Fisher, *Statistical Methods for Research Workers* (5th edition 1934), section 21.02. Two-sided: the
/// probability of every table with the same margins that is no likelier than the one seen.
public enum FisherExact {
  /// The p-value of the table `a b / c d`, from 0 to 1; 1 where a margin is empty.
  ///
  /// Takes time in proportion to the smallest margin. Values under the smallest number a Double holds come out as 0.
  public static func twoSided(_ a: Int, _ b: Int, _ c: Int, _ d: Int) -> Double {
    precondition(min(min(a, b), min(c, d)) >= 0, "a table of counts")
    let row = a + b
    let column = a + c
    let total = row + c + d
    let lowest = max(0, row + column - total)
    let highest = min(row, column)

    /// The likelihood of the table with `x + 1` in its first cell, as a multiple of that with `x`.
    func step(_ x: Int) -> Double {
      Double(row - x) * Double(column - x) / (Double(x + 1) * Double(total - row - column + x + 1))
    }
    // From the likeliest table outwards, so that nothing grows beyond 1.
    let mode = min(max((row + 1) * (column + 1) / (total + 2), lowest), highest)
    var weights = [Double](repeating: 1, count: highest - lowest + 1)
    for x in stride(from: mode, to: highest, by: 1) {
      weights[x + 1 - lowest] = weights[x - lowest] * step(x)
    }
    for x in stride(from: mode, to: lowest, by: -1) {
      weights[x - 1 - lowest] = weights[x - lowest] / step(x - 1)
    }
    // Tables exactly as likely come out a rounding apart.
    let limit = weights[a - lowest] * (1 + 1e-7)
    let asUnlikely = weights.reduce(0) { $0 + ($1 <= limit ? $1 : 0) }
    return min(1, asUnlikely / weights.reduce(0, +))
  }
}
