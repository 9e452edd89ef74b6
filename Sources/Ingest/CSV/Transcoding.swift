/// Turns the bytes of an encoding into UTF-8, piece by piece.
///
/// What has no character is passed on as bytes that are not UTF-8 (a lone byte of Windows-1252, a surrogate
/// written as three bytes), so that whoever reads the cell sees that it cannot be decoded, and where.
enum Transcoding {
  /// Appends the text of `source` to `target` and says how many bytes were used: a character cut off at the
  /// end is left for the next piece, unless this is the last.
  static func append(
    _ source: UnsafeRawBufferPointer, as encoding: TextEncoding, isLast: Bool,
    to target: inout GrowableBuffer<UInt8>
  ) -> Int {
    switch encoding {
    case .utf8:
      for byte in source { target.append(byte) }
      return source.count
    case .windows1252:
      for byte in source { appendWindows1252(byte, to: &target) }
      return source.count
    case .utf16LittleEndian, .utf16BigEndian:
      return appendUTF16(source, bigEndian: encoding == .utf16BigEndian, isLast: isLast, to: &target)
    }
  }

  private static func appendWindows1252(_ byte: UInt8, to target: inout GrowableBuffer<UInt8>) {
    switch byte {
    case 0..<0x80, 0x81, 0x8D, 0x8F, 0x90, 0x9D: target.append(byte)
    case 0x80..<0xA0: appendScalar(UInt32(upperHalf[Int(byte) - 0x80]), to: &target)
    default: appendScalar(UInt32(byte), to: &target)
    }
  }

  private static func appendUTF16(
    _ source: UnsafeRawBufferPointer, bigEndian: Bool, isLast: Bool, to target: inout GrowableBuffer<UInt8>
  ) -> Int {
    func unit(_ at: Int) -> UInt32 {
      let (first, second) = (UInt32(source[at]), UInt32(source[at + 1]))
      return bigEndian ? first << 8 | second : second << 8 | first
    }
    var at = 0
    while at + 2 <= source.count {
      let high = unit(at)
      if (0xD800..<0xDC00).contains(high) {
        if at + 4 > source.count, !isLast { return at }
        if at + 4 <= source.count, case let low = unit(at + 2), (0xDC00..<0xE000).contains(low) {
          appendScalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00), to: &target)
          at += 4
          continue
        }
      }
      appendScalar(high, to: &target)
      at += 2
    }
    if isLast, at < source.count {
      // Half a character at the very end: passed on as a byte that is no UTF-8.
      target.append(0xFF)
      at = source.count
    }
    return at
  }

  private static func appendScalar(_ value: UInt32, to target: inout GrowableBuffer<UInt8>) {
    func low(_ shift: UInt32) -> UInt8 { UInt8(0x80 | value >> shift & 0x3F) }
    switch value {
    case 0..<0x80: target.append(UInt8(value))
    case 0x80..<0x800:
      target.append(UInt8(0xC0 | value >> 6))
      target.append(low(0))
    case 0x800..<0x10000:
      target.append(UInt8(0xE0 | value >> 12))
      target.append(low(6))
      target.append(low(0))
    default:
      target.append(UInt8(0xF0 | value >> 18))
      target.append(low(12))
      target.append(low(6))
      target.append(low(0))
    }
  }

  /// 0x80 to 0x9F of Windows-1252; the five places it leaves undefined are 0 here and never asked for.
  private static let upperHalf: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
    0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0, 0x017E, 0x0178,
  ]
}
