/// How many records it takes to tell a share from a threshold.
///
/// Wilson's interval is the score test turned inside out: it ends at the threshold exactly where
/// `|p − t| = z √(t (1 − t) / n)` (Wilson 1927, see `Wilson`), which is solved for `n`.
public enum RecordsNeeded {
  /// The least number of records whose Wilson interval would leave out the threshold if the share stayed what it is.
  ///
  /// `share` and `threshold` are proportions from 0 to 1. `nil` where the share is the threshold, which no number of
  /// records tells apart, and where the number is beyond `most`.
  public static func toTell(
    _ share: Double, from threshold: Double, z: Double = Wilson.z95, most: Int = 100_000
  ) -> Int? {
    let distance = share - threshold
    guard distance != 0 else { return nil }
    let n = z * z * threshold * (1 - threshold) / (distance * distance)
    guard n <= Double(most) else { return nil }
    // An interval that only touches the threshold from below does not leave it out; from above it reaches it, which is
    // enough. A rounding apart is the same.
    return max(1, Int((n - 1e-9).rounded(.up)))
  }
}
