/// What tells whether a record is the same as in an earlier run, without saying what is in it.
///
/// Two prints, not ciphers: whoever can guess an id can compute its print, so they are for `internal` packs only, which
/// hold ids anyway.
public struct RecordPrint: Sendable, Hashable {
  public var dataset: DatasetKind
  /// The quarter the record belongs to, as `2025-26-Q3`; empty where it belongs to none.
  public var quarter: String
  /// Of what makes it this record and no other.
  public var record: UInt64
  /// Of everything that was read of it.
  public var content: UInt64

  public init(dataset: DatasetKind, quarter: String, record: UInt64, content: UInt64) {
    self.dataset = dataset
    self.quarter = quarter
    self.record = record
    self.content = content
  }
}
