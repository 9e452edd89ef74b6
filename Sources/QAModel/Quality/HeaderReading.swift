/// What one header of an export was taken for.
public struct HeaderReading: Sendable, Hashable {
  /// As the export has it, without the spaces around it.
  public var header: String
  /// The column of the file, counted from 1.
  public var position: Int
  public var fate: Fate

  public init(header: String, position: Int, fate: Fate) {
    self.header = header
    self.position = position
    self.fate = fate
  }

  public enum Fate: Sendable, Hashable {
    /// Read as a column of the dataset, and on whose word.
    case read(as: String, by: Authority)
    /// An earlier header of the file is the same column: only that one is read.
    case repeated(of: String)
    /// The workspace says that it is not to be read.
    case ignored
    /// No column of the dataset, and the name that is nearest where one is near.
    case unknown(nearest: String?)
    /// A column without a header.
    case unnamed
  }

  /// What says that a header is a column.
  public enum Authority: Sendable, Hashable, CaseIterable {
    /// It is the column's own name.
    case name
    /// A synonym that the program knows.
    case synonym
    /// A name or synonym of the framework's: a domain, a standard.
    case framework
    /// `columns` of the workspace's `qareport.yaml`.
    case workspace
    /// The header names the record: a standard or a period of a wide export.
    case record
    /// `rows` or `indicators` of the workspace ask for it.
    case asked
  }
}
