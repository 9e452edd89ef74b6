/// p-values of many tests at once, adjusted so that of the findings claimed the expected share of false ones is kept.
///
/// Y. Benjamini and Y. Hochberg, *Controlling the False Discovery Rate*, Journal of the Royal Statistical Society B 57
/// (1995), 289–300.
public enum BenjaminiHochberg {
  /// The adjusted p-values, in the order given: claim those at or below the rate wanted. p-values are from 0 to 1.
  public static func adjusted(_ p: [Double]) -> [Double] {
    var adjusted = [Double](repeating: 1, count: p.count)
    var least = 1.0
    for (rank, position) in p.indices.sorted(by: { (p[$0], $0) < (p[$1], $1) }).enumerated().reversed() {
      least = min(least, p[position] * Double(p.count) / Double(rank + 1))
      adjusted[position] = least
    }
    return adjusted
  }
}
