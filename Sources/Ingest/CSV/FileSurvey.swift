import QAModel

/// What must be known of a file before its text can be read: its size, its encoding. Its hash too, which of a large
/// file is found in the meantime.
struct FileSurvey {
  var size: Int
  var finding: Result<EncodingEvidence.Finding, UnreadableText>
  private var hash: Hash

  private enum Hash {
    case unwanted
    case known(String)
    case underway(Background<Result<String, ReadFailure>>)
  }

  /// From so many bytes on another thread goes on with the hash.
  private static let mostHashedHere = 4 << 20

  /// - Parameter hashing: whether the hash will be asked for.
  init(
    of bytes: any RandomAccessBytes, readSize: Int = TextSource.usualReadSize, hashing: Bool = true
  ) throws(ReadFailure) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: readSize, alignment: 16)
    defer { buffer.deallocate() }
    var evidence = EncodingEvidence()
    var hash = SHA256()
    var elsewhere: Background<Result<String, ReadFailure>>?
    size = 0
    while case let got = try bytes.read(into: buffer, at: size), got > 0 {
      let piece = UnsafeRawBufferPointer(rebasing: buffer[..<got])
      evidence.take(piece)
      if hashing, elsewhere == nil { hash.update(piece) }
      size += got
      if hashing, elsewhere == nil, size >= Self.mostHashedHere, Parallel.processors > 1 {
        elsewhere = Background { [hash, size] in
          Result { () throws(ReadFailure) in try Self.hash(of: bytes, from: size, goingOn: hash) }
        }
      }
    }
    self.hash = !hashing ? .unwanted : elsewhere.map { .underway($0) } ?? .known(hash.finish())
    finding = evidence.finding()
  }

  /// The file's SHA-256 in lower-case hexadecimal; empty where it was not wanted.
  func sha256() throws(ReadFailure) -> String {
    switch hash {
    case .unwanted: ""
    case .known(let hash): hash
    case .underway(let work): try work.value().get()
    }
  }

  private static func hash(
    of bytes: any RandomAccessBytes, from start: Int, goingOn hash: SHA256
  ) throws(ReadFailure) -> String {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: TextSource.usualReadSize, alignment: 16)
    defer { buffer.deallocate() }
    var hash = hash
    var at = start
    while case let got = try bytes.read(into: buffer, at: at), got > 0 {
      hash.update(UnsafeRawBufferPointer(rebasing: buffer[..<got]))
      at += got
    }
    return hash.finish()
  }
}
