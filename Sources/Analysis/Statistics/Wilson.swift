public import QAModel

/// The score interval of a proportion.
///
/// E. B. Wilson, *Probable Inference, the Law of Succession, and Statistical Inference*, Journal of the American
/// Statistical Association 22 (1927), 209–212; recommended for small samples by R. G. Newcombe, *Two-sided
/// confidence intervals for the single proportion*, Statistics in Medicine 17 (1998), 857–872 (method 3, without
/// continuity correction).
public enum Wilson {
  /// The 97.5th percentile of the standard normal distribution: two-sided 95 %.
  public static let z95 = 1.959963984540054

  /// The interval of `hits` out of `trials` as proportions from 0 to 1, or `nil` of no trials at all.
  ///
  /// None of some has the lower bound 0 exactly, all of some the upper bound 1. Stops on counts that are none:
  /// negative, or more hits than trials.
  public static func interval(_ hits: Int, of trials: Int, z: Double = z95) -> Interval? {
    precondition(hits >= 0 && trials >= hits, "hits are counted among the trials")
    guard trials > 0 else { return nil }
    let n = Double(trials)
    let p = Double(hits) / n
    let z2 = z * z
    let centre = p + z2 / (2 * n)
    let spread = z * (p * (1 - p) / n + z2 / (4 * n * n)).squareRoot()
    let scale = 1 + z2 / n
    return Interval(
      lower: hits == 0 ? 0 : (centre - spread) / scale,
      upper: hits == trials ? 1 : (centre + spread) / scale)
  }
}
