import Glibc

/// A file beside packs that a command is asked to write: readable by its owner only, in its place whole or not at all.
enum OwnerFile {
  static func write(_ bytes: [UInt8], to path: String) throws(PackError) {
    let partial = "\(path).partial-\(getpid())"
    let file = open(partial, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .system("write", path: path, errno) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(file, $0.baseAddress! + written, bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let code = errno
        close(file)
        unlink(partial)
        throw .system("write", path: path, code)
      }
      written += count
    }
    close(file)
    guard rename(partial, path) == 0 else {
      let code = errno
      unlink(partial)
      throw .system("write", path: path, code)
    }
  }
}
