/// How complete the records of one dataset are, column by column, and what stands in them.
public struct DatasetProfile: Sendable {
  public var dataset: DatasetKind
  /// Where each record came from, in the order of the columns' cells.
  public var origins: [Origin]
  public var columns: [ColumnProfile]

  public init(dataset: DatasetKind, origins: [Origin], columns: [ColumnProfile]) {
    self.dataset = dataset
    self.origins = origins
    self.columns = columns
  }

  public var records: Int { origins.count }

  public func column(_ name: String) -> ColumnProfile? { columns.first { $0.name == name } }
}

/// What the cells of one column hold.
public struct ColumnProfile: Sendable {
  /// As the documentation and `qareport.yaml` name it.
  public var name: String
  /// Whether an export without it cannot be read.
  public var isRequired: Bool
  /// Whether any export has the column, or the workspace says what it would hold.
  public var isSupplied: Bool
  public var filled: Int
  /// The cells without a value, by why.
  public var missing: [Missing: Int]
  public var content: Content

  public init(
    name: String, isRequired: Bool, isSupplied: Bool, filled: Int, missing: [Missing: Int], content: Content
  ) {
    self.name = name
    self.isRequired = isRequired
    self.isSupplied = isSupplied
    self.filled = filled
    self.missing = missing
    self.content = content
  }

  public enum Content: Sendable {
    /// Ids or names of people: only how many different ones.
    case identities(different: Int)
    /// Coded words, most frequent first.
    case values([ValueCount])
    case days(DateColumn)
    case numbers
    case text
  }

  public struct ValueCount: Sendable, Hashable {
    public var value: String
    public var count: Int

    public init(_ value: String, _ count: Int) {
      self.value = value
      self.count = count
    }
  }
}

extension DatasetKind {
  /// The column by which a record belongs to a period; `nil` where the records are a list as it stands on a day.
  public var periodColumn: String? {
    switch self {
    case .audits: "completed_date"
    case .dipSamples: "sample_date"
    case .complaints: "received_date"
    case .performance: "period"
    case .observations, .supervisionAudits, .feedback, .activity: "date"
    case .actions: "raised_date"
    case .register: "date"
    case .caseload, .staff, .neighbours: nil
    }
  }
}
