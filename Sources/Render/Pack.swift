/// One file of a report pack, complete in memory.
public struct PackFile: Sendable {
  /// The path within the pack: `report.md`, `charts/grades.svg`.
  public var path: String
  public var bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
