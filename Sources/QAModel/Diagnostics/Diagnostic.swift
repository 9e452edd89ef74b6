/// Where in which file something was found. Lines and columns are counted from 1.
public struct SourceLocation: Hashable, Sendable {
  /// The path within the workspace, as the user would type it.
  public var file: String
  public var line: Int?
  /// The header of the column, for a cell of an export.
  public var column: String?

  public init(file: String, line: Int? = nil, column: String? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }
}

/// One thing that could not be read, or was read with a doubt: what, where, why, and what to do about it.
public struct Diagnostic: Sendable, Hashable {
  public enum Severity: Int, Sendable, Comparable {
    /// Worth knowing, nothing lost.
    case note
    /// A cell could not be used, the row could.
    case warning
    /// A row, a file or a setting could not be used.
    case error

    public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }

    public var word: String {
      switch self {
      case .note: "note"
      case .warning: "warning"
      case .error: "error"
      }
    }
  }

  /// A stable name such as `ingest.date.unreadable`.
  public var id: String
  public var severity: Severity
  public var location: SourceLocation
  /// What is wrong, in a sentence without a full stop.
  public var summary: String
  /// Why it matters or why it could not be read.
  public var explanation: String?
  /// What to do about it.
  public var suggestion: String?
  /// The cell as it stood in the export. For `internal` eyes only.
  public var value: String?
  /// Whether the row was set aside because of it.
  public var rejectsRow: Bool
  /// Whether a cell of a row that is otherwise used could not be: it too belongs into `rejects.csv`.
  public var rejectsCell: Bool

  public init(
    id: String, severity: Severity, location: SourceLocation, summary: String, explanation: String? = nil,
    suggestion: String? = nil, value: String? = nil, rejectsRow: Bool = false,
    rejectsCell: Bool = false
  ) {
    self.id = id
    self.severity = severity
    self.location = location
    self.summary = summary
    self.explanation = explanation
    self.suggestion = suggestion
    self.value = value
    self.rejectsRow = rejectsRow
    self.rejectsCell = rejectsCell
  }

  /// Whether `rejects.csv` has a row for it.
  public var isReject: Bool { rejectsRow || rejectsCell }
}
