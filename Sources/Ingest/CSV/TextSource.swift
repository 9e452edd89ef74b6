/// The text of an export as UTF-8, in pieces, without its byte-order mark.
///
/// Any place can be gone back to: a piece that begins at the same byte is decoded the same way again.
final class TextSource {
  /// A place in the text: the byte of the file at which a piece begins, and how far into the piece's text.
  struct Mark: Equatable {
    var piece: Int
    var into: Int
  }

  let finding: EncodingEvidence.Finding
  private let bytes: any RandomAccessBytes
  private let readSize: Int
  /// The bytes of the file that are read.
  private let range: Range<Int>
  private let raw: UnsafeMutableRawBufferPointer
  private var text = GrowableBuffer<UInt8>(capacity: 1)
  private var next: Int
  /// Where the piece that was read last begins.
  private(set) var piece: Int

  /// 256 KiB keep what is resident small and cost no more than larger pieces.
  static let usualReadSize = 256 << 10

  /// - Parameter range: the part of the file to read, everything behind its byte-order mark where it is `nil`. What
  ///   is not UTF-8 is read whole.
  init(
    _ bytes: any RandomAccessBytes, _ finding: EncodingEvidence.Finding, readSize: Int = usualReadSize,
    range: Range<Int>? = nil
  ) {
    precondition(range == nil || finding.encoding == .utf8)
    self.bytes = bytes
    self.finding = finding
    self.range = range ?? finding.markLength..<Int.max
    // A character of UTF-16 takes up to four bytes, and a piece must hold one.
    self.readSize = finding.encoding == .utf8 ? readSize : max(readSize, 4)
    raw = .allocate(byteCount: self.readSize, alignment: 16)
    next = self.range.lowerBound
    piece = next
  }

  deinit {
    raw.deallocate()
    text.free()
  }

  var start: Mark { Mark(piece: range.lowerBound, into: 0) }

  /// The next piece of text, valid until the next call; empty at the end.
  func read() throws(ReadFailure) -> UnsafeRawBufferPointer {
    piece = next
    let wanted = UnsafeMutableRawBufferPointer(rebasing: raw.prefix(range.upperBound - next))
    let got = try bytes.read(into: wanted, at: next)
    let read = UnsafeRawBufferPointer(rebasing: wanted[..<got])
    guard finding.encoding != .utf8 else {
      next += got
      return read
    }
    text.truncate(to: 0)
    next += Transcoding.append(read, as: finding.encoding, isLast: got < raw.count, to: &text)
    return UnsafeRawBufferPointer(text.elements)
  }

  /// Goes back to the piece of a mark and gives the text from the mark on.
  func read(from mark: Mark) throws(ReadFailure) -> UnsafeRawBufferPointer {
    next = mark.piece
    return UnsafeRawBufferPointer(rebasing: try read().dropFirst(mark.into))
  }
}
