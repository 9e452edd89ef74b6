import QAModel

/// What must be known of a file before its text can be read: its size, its hash, its encoding. One pass.
struct FileSurvey {
  var size: Int
  /// Lower-case hexadecimal.
  var sha256: String
  var finding: Result<EncodingEvidence.Finding, UnreadableText>

  init(of bytes: any RandomAccessBytes, readSize: Int = TextSource.usualReadSize) throws(ReadFailure) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: readSize, alignment: 16)
    defer { buffer.deallocate() }
    var hash = SHA256()
    var evidence = EncodingEvidence()
    size = 0
    while case let got = try bytes.read(into: buffer, at: size), got > 0 {
      let piece = UnsafeRawBufferPointer(rebasing: buffer[..<got])
      hash.update(piece)
      evidence.take(piece)
      size += got
    }
    sha256 = hash.finish()
    finding = evidence.finding()
  }
}
