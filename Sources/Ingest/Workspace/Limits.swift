import QAModel

/// How much is read before a run that nobody watches is better refused: `limits` of `qareport.yaml`.
///
/// None is near what an authority's exports need. All are in bytes but the counts of files, rows and levels.
public struct Limits: Sendable, Equatable {
  /// Exports in the folder.
  public var files = 20_000
  /// One export.
  public var file = 4 << 30
  /// All exports together.
  public var exports = 16 << 30
  /// Rows of one export.
  public var rows = 20_000_000
  /// Cells of one row, by the header.
  public var columns = 2_000
  /// One cell. A longer one is taken for the work of a stray quotation mark.
  public var cell = 8 << 20
  /// A framework file. `qareport.yaml` itself is held to the usual limit: it is read before it can set one.
  public var configuration = Self.usualConfiguration
  /// Values within one another in a framework file.
  public var depth = Self.usualDepth
  /// Memory that exports may need. Where it is not set, what the system lets the run have.
  public var memory: Int?

  static let usualConfiguration = 1 << 19
  static let usualDepth = 32

  static let keys = [
    "files", "file", "exports", "rows", "columns", "cell", "configuration", "depth", "memory",
  ]

  public init() {}

  init(_ section: ConfigurationSection, _ faults: ConfigurationFaults) {
    self.init()
    let count = { (key: String, most: Int) in section[key]?.whole("limits: \(key)", in: 1...most, faults) }
    let bytes = { (key: String) in section[key]?.bytes("limits: \(key)", faults) }
    files = count("files", 1_000_000) ?? files
    file = bytes("file") ?? file
    exports = bytes("exports") ?? exports
    rows = count("rows", 1_000_000_000) ?? rows
    columns = count("columns", 100_000) ?? columns
    cell = bytes("cell") ?? cell
    configuration = bytes("configuration") ?? configuration
    depth = count("depth", 200) ?? depth
    memory = bytes("memory")
  }
}

extension ConfigurationNode {
  /// A size such as `512 KB` or `2 GB`; a number alone counts bytes.
  fileprivate func bytes(_ key: String, _ faults: ConfigurationFaults) -> Int? {
    if case .text(let text) = content, let bytes = ByteCount.parse(text), bytes > 0 { return bytes }
    wrongType(key, "a size such as 512 KB or 2 GB", faults)
    return nil
  }
}

extension Diagnostic {
  /// What is beyond a limit, and which setting moves it.
  static func beyondLimit(_ key: String, at location: SourceLocation, _ summary: String) -> Diagnostic {
    Diagnostic(
      id: "ingest.limit.\(key)", severity: .error, location: location, summary: summary,
      explanation: "what is larger is more likely a mistake than an export, and could exhaust the machine",
      suggestion: "if it is right, raise \(key) under limits in qareport.yaml")
  }
}
