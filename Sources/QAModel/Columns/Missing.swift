/// Why a cell holds no value. The kinds are different answers and none of them is zero.
public enum Missing: UInt8, Sendable, CaseIterable {
  /// Nothing was written.
  case blank
  /// `n/a`, `z`: the question does not apply.
  case notApplicable
  /// The auditor looked and found nothing to judge.
  case notSeen
  /// `c`, `*`, `<5`: withheld by whoever published it.
  case suppressed
  /// `x`, `..`: not collected or not published.
  case notAvailable
  /// `low`: not zero, but rounds to it.
  case low
  /// Something was written that cannot be read; a diagnostic says where.
  case unreadable
}
