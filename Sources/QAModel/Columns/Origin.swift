/// Where a row came from: the file, as its place in `Dataset.files`, and the line its record began on.
public struct Origin: Hashable, Sendable {
  public var file: UInt16
  public var line: UInt32

  public init(file: UInt16, line: UInt32) {
    self.file = file
    self.line = line
  }
}
