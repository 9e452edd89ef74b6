/// What became of every row of one export.
///
/// `rowsRead` is every record of the file but its header (one row or two); it always equals the sum of the other
/// counts. Titles above the header count as not data.
public struct Reconciliation: Sendable, Hashable {
  public enum NotData: String, Sendable, CaseIterable {
    case blank, title, header, total, footnote
  }

  public var file: String
  public var dataset: DatasetKind
  public var rowsRead = 0
  public var used = 0
  /// Rows that a later export of the same record stood in for.
  public var replaced = 0
  /// Rows that could not be used, by the id of the diagnostic that says why.
  public var setAside: [String: Int] = [:]
  public var notData: [NotData: Int] = [:]
  /// Of the replaced rows: those that a later row of the same export stood in for. Not part of the sum.
  public var repeatedInFile = 0
  /// Of these: those that the later row is not the same as.
  public var differingInFile = 0
  /// The diagnostic that tells of each of them.
  public static var differingID: String { "ingest.row.differs_in_file" }
  /// Of the replaced rows: those that the later row is the same as in every cell. Not part of the sum.
  public var identical = 0
  /// Cells of used rows that could not be read, by the id of the diagnostic that says why. Not part of the sum.
  public var cellRejects: [String: Int] = [:]

  public init(file: String, dataset: DatasetKind) {
    self.file = file
    self.dataset = dataset
  }

  public var setAsideTotal: Int { setAside.values.reduce(0, +) }
  public var notDataTotal: Int { notData.values.reduce(0, +) }
  public var balances: Bool { rowsRead == used + replaced + setAsideTotal + notDataTotal }
}
