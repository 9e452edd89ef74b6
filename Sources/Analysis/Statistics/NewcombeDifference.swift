public import QAModel

/// The interval of the difference of two proportions of separate samples.
///
/// R. G. Newcombe, *Interval estimation for the difference between independent proportions: comparison of eleven
/// methods*, Statistics in Medicine 17 (1998), 873–890, method 10: Wilson's intervals of the two, combined.
public enum NewcombeDifference {
  /// The interval of the first proportion less the second, from −1 to 1; `nil` where either sample is empty.
  public static func interval(
    _ hits1: Int, of trials1: Int, less hits2: Int, of trials2: Int, z: Double = Wilson.z95
  ) -> Interval? {
    guard let first = Wilson.interval(hits1, of: trials1, z: z),
      let second = Wilson.interval(hits2, of: trials2, z: z)
    else { return nil }
    let p1 = Double(hits1) / Double(trials1)
    let p2 = Double(hits2) / Double(trials2)
    func distance(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
    return Interval(
      lower: p1 - p2 - distance(p1 - first.lower, second.upper - p2),
      upper: p1 - p2 + distance(first.upper - p1, p2 - second.lower))
  }
}
