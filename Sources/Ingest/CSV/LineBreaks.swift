import Glibc

/// Line breaks as every editor counts them: LF, CR LF, and CR alone.
enum LineBreaks {
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D

  /// How many line breaks stand in the bytes. A CR LF is one.
  @inline(__always)
  static func count(in bytes: UnsafePointer<UInt8>, _ length: Int) -> Int {
    // Most cells are short and hold none: no call for them.
    if length < 16 {
      for index in 0..<length where bytes[index] == lineFeed || bytes[index] == carriageReturn {
        return countSlowly(bytes, length)
      }
      return 0
    }
    if memchr(bytes, Int32(lineFeed), length) == nil, memchr(bytes, Int32(carriageReturn), length) == nil {
      return 0
    }
    return countSlowly(bytes, length)
  }

  @inline(never)
  private static func countSlowly(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> Int {
    var counter = Counter()
    for index in 0..<length { counter.take(bytes[index]) }
    return counter.breaks
  }

  /// Counts the line breaks of bytes that come in pieces.
  struct Counter {
    private(set) var breaks = 0
    private var afterReturn = false

    @inline(__always)
    mutating func take(_ byte: UInt8) {
      if byte == LineBreaks.carriageReturn {
        breaks += 1
        afterReturn = true
      } else {
        if byte == LineBreaks.lineFeed, !afterReturn { breaks += 1 }
        afterReturn = false
      }
    }
  }
}
