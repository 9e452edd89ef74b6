import Glibc
import QAModel

/// Bytes that can be read from any place, and from several threads.
protocol RandomAccessBytes: AnyObject, Sendable {
  /// Fills the buffer from `offset` on and says how many bytes there were; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(ReadFailure) -> Int
}

/// The system refused to read, with its error number.
struct ReadFailure: Error, Equatable {
  var code: Int32

  /// The system's own words, as `Permission denied`.
  var reason: String { String(cString: strerror(code)) }
}

/// A regular file open for reading, closed when it is let go.
final class OpenFile: RandomAccessBytes {
  private let descriptor: Int32
  let size: Int
  /// As they were when the file was opened.
  private let status: stat
  private let progress: WorkProgress?

  /// Opens a file in a folder that is open. Links are not followed; what is no regular file is refused.
  init(_ name: String, in folder: Int32, progress: WorkProgress? = nil) throws(ReadFailure) {
    let opened = openat(folder, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard opened >= 0 else { throw ReadFailure(code: errno) }
    var status = stat()
    guard fstat(opened, &status) == 0 else {
      let code = errno
      close(opened)
      throw ReadFailure(code: code)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(opened)
      throw ReadFailure(code: EINVAL)
    }
    descriptor = opened
    size = Int(status.st_size)
    self.status = status
    self.progress = progress
  }

  /// Whether anybody wrote to the file since it was opened, or cut it off.
  var hasChanged: Bool {
    var now = stat()
    return fstat(descriptor, &now) != 0 || now.st_size != status.st_size
      || now.st_mtim.tv_sec != status.st_mtim.tv_sec || now.st_mtim.tv_nsec != status.st_mtim.tv_nsec
  }

  deinit { close(descriptor) }

  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(ReadFailure) -> Int {
    var filled = 0
    while filled < buffer.count {
      let got = pread(descriptor, buffer.baseAddress! + filled, buffer.count - filled, off_t(offset + filled))
      if got > 0 {
        filled += got
      } else if got == 0 {
        break
      } else if errno != EINTR {
        throw ReadFailure(code: errno)
      }
    }
    progress?.add(filled)
    return filled
  }
}
