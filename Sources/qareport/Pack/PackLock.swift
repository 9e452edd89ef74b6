import Glibc

/// The right to make one pack, held from before an export is read until the pack stands in its place.
///
/// A file beside the pack, locked by the system (`flock`), which lets go of it however the program ends: a run that
/// was killed locks nobody out. The file goes when the lock is released.
struct PackLock {
  /// What the file's name ends with, behind the pack's own.
  static let suffix = ".qareport-lock"

  private let path: String
  private let descriptor: Int32

  /// - Throws: `PackError.isBeingMade` where another run holds the lock.
  init(folder: String, pack: String) throws(PackError) {
    path = "\(folder)/.\(pack)\(Self.suffix)"
    while true {
      let file = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o600)
      guard file >= 0 else { throw .system("lock", path: "\(folder)/\(pack)", errno) }
      guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
        let code = errno
        defer { close(file) }
        guard code == EWOULDBLOCK else {
          // A file system without locks: nobody can hold one.
          unlink(path)
          throw .system("lock", path: "\(folder)/\(pack)", code)
        }
        throw .isBeingMade("\(folder)/\(pack)", by: Self.holder(file))
      }
      // A run that ended between the two calls took the file away: a lock on it would keep nobody out.
      if Self.isNamed(file, path) {
        descriptor = file
        break
      }
      close(file)
    }
    let process = Array("\(getpid())\n".utf8)
    _ = ftruncate(descriptor, 0)
    _ = write(descriptor, process, process.count)
  }

  /// Takes the file away while it is still locked, so that nobody can be waiting for a file that is gone.
  func release() {
    unlink(path)
    close(descriptor)
  }

  private static func isNamed(_ file: Int32, _ path: String) -> Bool {
    var held = stat()
    var named = stat()
    return fstat(file, &held) == 0 && lstat(path, &named) == 0 && held.st_ino == named.st_ino
      && held.st_dev == named.st_dev
  }

  /// Who holds the lock and since when, as `process 4711 of account 1001, since 2026-01-14 06:00:02 UTC`.
  private static func holder(_ file: Int32) -> String {
    var status = stat()
    guard fstat(file, &status) == 0 else { return "another run" }
    var digits = [UInt8](repeating: 0, count: 20)
    let count = max(pread(file, &digits, digits.count, 0), 0)
    let process = Int(String(decoding: digits[..<count].prefix { $0 != 10 }, as: UTF8.self))
    return (process.map { "process \($0)" } ?? "another run")
      + " of account \(status.st_uid), since \(UTC.text(status.st_mtim.tv_sec))"
  }
}

/// Moments for messages, whatever the time zone and the language. No report has any: it is dated by its as-at day.
enum UTC {
  /// `2026-01-14 06:00:02 UTC`.
  static func text(_ seconds: time_t) -> String { parts(seconds, between: " ") + " UTC" }

  /// `2026-01-14T06:00:02.125Z`.
  static func iso(_ moment: timespec) -> String {
    "\(parts(moment.tv_sec, between: "T")).\(String(1000 + moment.tv_nsec / 1_000_000).dropFirst())Z"
  }

  private static func parts(_ seconds: time_t, between: String) -> String {
    var (seconds, parts) = (seconds, tm())
    gmtime_r(&seconds, &parts)
    let two = { (number: Int32) in number < 10 ? "0\(number)" : "\(number)" }
    return "\(Int(parts.tm_year) + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
      + "\(between)\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))"
  }
}
