import Glibc

/// A small file read as a whole: a configuration, a framework, a template.
///
/// Nothing but an ordinary file below the folder is read. A link, at the end of the path or on the way, is refused:
/// whoever may write into the folder must not make the program read what only the program's account may.
public enum PlainFile {
  public enum Reading {
    case bytes([UInt8])
    case absent
    /// Why it cannot be read, after "the file".
    case refused(String)
  }

  /// - Parameters:
  ///   - path: from the folder on, without `..`.
  ///   - folder: as somebody named it; links on the way to it are followed.
  ///   - limit: the most bytes that are read.
  public static func read(_ path: String, in folder: String, atMost limit: Int) -> Reading {
    var folder = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return errno == ENOENT ? .absent : .refused(reason(errno)) }
    defer { close(folder) }
    let steps = path.split(separator: "/").map(String.init)
    for step in steps.dropLast() {
      let next = openat(folder, step, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard next >= 0 else { return refusal(of: step, in: folder, errno) }
      close(folder)
      folder = next
    }
    guard let name = steps.last else { return .absent }
    // Not blocking: a pipe of that name must not hold up a run that nobody watches.
    let file = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return refusal(of: name, in: folder, errno) }
    defer { close(file) }
    return read(file, atMost: limit)
  }

  private static func read(_ file: Int32, atMost limit: Int) -> Reading {
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return .refused("is not an ordinary file")
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return .refused("cannot be read: \(String(cString: strerror(errno)))") }
      if count == 0 { return .bytes(bytes) }
      bytes += buffer[..<count]
      if bytes.count > limit {
        return .refused("is larger than \(ByteCount.text(limit)), the most that is read")
      }
    }
  }

  private static func refusal(of step: String, in folder: Int32, _ code: Int32) -> Reading {
    if code == ENOENT { return .absent }
    var status = stat()
    let isLink =
      fstatat(folder, step, &status, AT_SYMLINK_NOFOLLOW) == 0 && status.st_mode & S_IFMT == S_IFLNK
    if isLink { return .refused("is reached by a link (\(step)), and links are not followed: copy it there") }
    // A socket or a device without a driver.
    return code == ENXIO || code == ENODEV ? .refused("is not an ordinary file") : .refused(reason(code))
  }

  private static func reason(_ code: Int32) -> String {
    "cannot be opened: \(String(cString: strerror(code)))"
  }
}

/// Sizes as people write them.
public enum ByteCount {
  private static let units: [(name: String, bytes: Int)] = [
    ("TB", 1 << 40), ("GB", 1 << 30), ("MB", 1 << 20), ("KB", 1 << 10),
  ]

  /// `512 KB`, `1.5 GB`: in the largest unit of 1,024, cut to a tenth.
  public static func text(_ bytes: Int) -> String {
    guard let unit = units.first(where: { bytes >= $0.bytes }) else { return "\(bytes) bytes" }
    let (whole, tenth) = (bytes / unit.bytes, bytes % unit.bytes * 10 / unit.bytes)
    return tenth == 0 ? "\(whole) \(unit.name)" : "\(whole).\(tenth) \(unit.name)"
  }

  /// Reads `512 KB`, `2GB`, `4096`; `nil` for anything else and for what no machine holds.
  public static func parse(_ text: String) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard digits.count <= 9 || digits.count == text.count, let number = Int(digits) else { return nil }
    let unit = text.dropFirst(digits.count).filter { $0 != " " }.uppercased()
    if unit.isEmpty || unit == "BYTES" { return number }
    guard let factor = units.first(where: { $0.name == unit })?.bytes else { return nil }
    let (bytes, isTooLarge) = number.multipliedReportingOverflow(by: factor)
    return isTooLarge ? nil : bytes
  }
}
