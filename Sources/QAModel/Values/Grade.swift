/// A place on an authority's grade scale: 0 is the best.
///
/// Grades are ordinal. They are compared and counted, never added or averaged.
public struct Grade: Hashable, Comparable, Sendable {
  public let rank: UInt8

  @inlinable public init(rank: UInt8) { self.rank = rank }

  /// Worse grades are greater.
  public static func < (left: Grade, right: Grade) -> Bool { left.rank < right.rank }

  public func isBetter(than other: Grade) -> Bool { rank < other.rank }
}
