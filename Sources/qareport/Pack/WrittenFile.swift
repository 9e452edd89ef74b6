import Glibc
import QAModel

/// A file of a pack, read back.
enum WrittenFile {
  /// The SHA-256 of an ordinary file, in lower-case hexadecimal; `nil` where it cannot be read or is a link.
  static func sha256(_ path: String) -> String? {
    var hash = SHA256()
    let isWhole = read(path) { hash.update($0) }
    return isWhole ? hash.finish() : nil
  }

  /// The bytes of an ordinary file of at most `limit` bytes; `nil` where it is another or a larger one.
  static func bytes(_ path: String, limit: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    let isWhole = read(path, limit: limit) { bytes.append(contentsOf: $0) }
    return isWhole ? bytes : nil
  }

  private static func read(
    _ path: String, limit: Int = .max, _ take: (UnsafeRawBufferPointer) -> Void
  ) -> Bool {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= limit else {
      return false
    }
    return withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer in
      var taken = 0
      while true {
        let count = Glibc.read(file, buffer.baseAddress!, buffer.count)
        if count < 0, errno == EINTR { continue }
        taken += max(count, 0)
        guard count >= 0, taken <= limit else { return false }
        if count == 0 { return true }
        take(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      }
    }
  }
}
