public import QAModel

/// What a folder of exports seems to be: which dataset each file is, what each header stands for, and what names are
/// spelled how. Nothing in it has been decided: a person reads the file made from it.
public struct WorkspaceProposal: Sendable {
  /// As qareport.yaml will name it.
  public var framework: String
  public var authority: String
  /// The folder of the exports, relative to the workspace.
  public var exports: String
  /// `nil` where no file tells.
  public var isMonthFirst: Bool?
  public var files: [File]
  public var services: [Name]
  public var unknownServices: [Doubt]
  public var levelsOfNeed: [Name]
  public var unknownLevels: [Doubt]
  /// Cells of coded columns that the dataset's lists do not have.
  public var cells: [Cells]

  /// One export.
  public struct File: Sendable {
    /// Below the exports folder.
    public var path: String
    /// `nil` where it is none of the datasets.
    public var dataset: DatasetKind?
    public var isSure: Bool
    /// Whether the file's name would not have said so.
    public var isNamed: Bool
    public var rows: Int
    public var line: Int
    public var columns: [Column]
    /// Columns without which the dataset cannot be read, and no header was found for.
    public var missing: [String] = []
  }

  /// One header.
  public struct Column: Sendable {
    public var header: String
    /// `nil` where it is none.
    public var column: String?
    public var confidence: Confidence
    /// Another column it may be; where it is none, the one its cells alone would do for.
    public var rival: String?
    public var isRequired: Bool
    /// The commonest cell, to see what is in it; `nil` for free text and where nothing is.
    public var example: String?
  }

  public enum Confidence: Sendable, Hashable, CaseIterable {
    /// The program or the framework knows the header.
    case known
    case sure
    case unsure
    /// No column's name is near.
    case none
  }

  public struct Name: Sendable {
    public var name: String
    public var spellings: [String]
    public var doubtful: [Doubt]
  }

  /// A spelling that nothing speaks for.
  public struct Doubt: Sendable {
    public var spelling: String
    public var rows: Int
    public var place: SourceLocation
  }

  public struct Cells: Sendable {
    public var dataset: DatasetKind
    public var column: String
    public var doubts: [(doubt: Doubt, nearest: String?)]
  }

  public var headers: [(file: File, column: Column)] {
    files.flatMap { file in file.dataset == nil ? [] : file.columns.map { (file, $0) } }
  }
}
