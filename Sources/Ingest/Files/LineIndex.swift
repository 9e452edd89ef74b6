public import QAModel

/// A short hash of every line of an export, by which a later look tells which lines have changed.
///
/// Of a file of more than 16 MB a hash stands for 2, 4, 8 … lines, so that the index stays small. Lines are those of
/// every other message: line feeds end them, carriage returns, or both together.
public struct LineIndex: Sendable, Equatable {
  /// The path within the workspace.
  public var path: String
  /// How many lines a hash stands for.
  public var stride: Int
  /// How many lines the file has.
  public var lines = 0
  /// 24 bits each.
  public var hashes: [UInt32] = []

  public init(path: String, stride: Int, lines: Int, hashes: [UInt32]) {
    self.path = path
    self.stride = stride
    self.lines = lines
    self.hashes = hashes
  }

  /// Reads an export of a workspace.
  ///
  /// - Parameter stride: as in an older index, to compare with it; by the file's size unless given.
  /// - Returns: `nil` where the file cannot be read, or is no longer of the size it was read with.
  public init?(of file: SourceFile, in workspace: Workspace, stride: Int? = nil) {
    let prefix = workspace.exports == "." ? "" : workspace.exports + "/"
    guard file.path.hasPrefix(prefix),
      let folder = try? ExportFolder(workspace: workspace.folder, exports: workspace.exports),
      let bytes = try? folder.openFile(String(file.path.dropFirst(prefix.count))), bytes.size == file.bytes
    else { return nil }
    path = file.path
    self.stride = stride ?? Self.usualStride(bytes: file.bytes)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: TextSource.usualReadSize, alignment: 16)
    defer { buffer.deallocate() }
    var state = State(stride: self.stride)
    var offset = 0
    while let got = try? bytes.read(into: buffer, at: offset), got > 0 {
      state.take(UnsafeRawBufferPointer(rebasing: buffer[..<got]))
      offset += got
    }
    guard offset == file.bytes else { return nil }
    (lines, hashes) = state.finish()
  }

  static func usualStride(bytes: Int) -> Int {
    var stride = 1
    while bytes / stride > 16 << 20 { stride *= 2 }
    return stride
  }

  /// FNV-1a over the bytes of as many lines as a hash stands for, folded to 24 bits.
  private struct State {
    let stride: Int
    private var lines = 0
    private var hashes: [UInt32] = []
    private var hash = Self.start
    private var linesInGroup = 0
    /// Whether something stands on the line that has begun.
    private var lineIsBegun = false
    private var wasReturn = false

    private static let start: UInt32 = 0x811C_9DC5

    init(stride: Int) { self.stride = stride }

    mutating func take(_ bytes: UnsafeRawBufferPointer) {
      for byte in bytes {
        let endsReturn = wasReturn && byte == 10
        wasReturn = byte == 13
        if endsReturn { continue }
        if byte == 10 || byte == 13 {
          endLine()
        } else {
          hash = (hash ^ UInt32(byte)) &* 0x0100_0193
          lineIsBegun = true
        }
      }
    }

    mutating func finish() -> (lines: Int, hashes: [UInt32]) {
      if lineIsBegun { endLine() }
      if linesInGroup > 0 { endGroup() }
      return (lines, hashes)
    }

    private mutating func endLine() {
      hash = (hash ^ 10) &* 0x0100_0193
      lineIsBegun = false
      lines += 1
      linesInGroup += 1
      if linesInGroup == stride { endGroup() }
    }

    private mutating func endGroup() {
      hashes.append(hash >> 24 ^ hash & 0xFF_FFFF)
      (hash, linesInGroup) = (Self.start, 0)
    }
  }
}
