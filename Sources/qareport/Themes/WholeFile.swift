import Glibc

/// Files read and written as a whole, by POSIX calls.
enum WholeFile {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw Failure(description: "\(path): cannot be opened: \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count >= 0 else {
        throw Failure(description: "\(path): cannot be read: \(String(cString: strerror(errno)))")
      }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  static func text(_ path: String) throws -> String {
    String(decoding: try bytes(path), as: UTF8.self)
  }

  /// Writes a whole file that only its owner may read.
  static func write(_ text: String, to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw Failure(description: "\(path): cannot be written: \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    var text = text
    try text.withUTF8 { bytes in
      var done = 0
      while done < bytes.count {
        let count = Glibc.write(descriptor, bytes.baseAddress! + done, bytes.count - done)
        guard count > 0 else {
          throw Failure(
            description: "\(path): cannot be written: \(String(cString: strerror(errno)))")
        }
        done += count
      }
    }
  }
}
