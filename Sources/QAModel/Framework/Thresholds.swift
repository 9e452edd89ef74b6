/// The shares and counts at which the framework calls something a strength or a concern.
public struct Thresholds: Sendable, Hashable {
  /// The share (0 to 1) that a strand must reach to be a strength.
  public var strand: [Strand: Double]
  /// Under so many records nothing is compared and no percentage is given.
  public var fewestRecords: Int
  /// Kappa is given from so many moderated audits.
  public var fewestForKappa: Int
  /// A service has a page of its own from so many records.
  public var fewestForServicePage: Int
  /// Counts from 1 to this are withheld from the public.
  public var suppressUpTo: Int

  public init(
    strand: [Strand: Double] = [.quantity: 0.8, .quality: 0.7, .outcome: 0.7], fewestRecords: Int = 5,
    fewestForKappa: Int = 30, fewestForServicePage: Int = 5, suppressUpTo: Int = 5
  ) {
    self.strand = strand
    self.fewestRecords = fewestRecords
    self.fewestForKappa = fewestForKappa
    self.fewestForServicePage = fewestForServicePage
    self.suppressUpTo = suppressUpTo
  }
}
