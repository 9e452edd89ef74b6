import CExchange
import Glibc
import QAModel

/// A report pack in the making: a folder beside its final place that takes that place whole or not at all.
///
/// The pack is locked against other runs from the first, and what runs that were killed left beside it is cleared
/// away. Files and folders are readable by their owner only, whatever the umask.
final class PackFolder {
  let destination: String
  /// Where the files are written until `publish`.
  let partial: String
  /// SHA-256 of each file written so far, by its path within the pack.
  private(set) var files: [(path: String, sha256: String)] = []

  private let parent: String
  private let lock: PackLock
  /// Whether the folder of all packs was made for this one.
  private let madeParent: Bool

  private static let suffix = ".qareport-partial"

  /// Locks the pack's place.
  ///
  /// - Parameters:
  ///   - parent: the folder of all packs, made where it is not there.
  ///   - name: the pack's own name, as `quarterly-2025-26-Q3`.
  init(parent: String, name: String) throws(PackError) {
    self.parent = parent
    destination = parent + "/" + name
    partial = "\(parent)/.\(name)\(Self.suffix)"
    madeParent = FolderTree.kind(parent) == nil
    try Self.makeFolders(parent)
    let (partial, destination) = (partial, destination)
    do {
      lock = try Interruption.begin { () throws(PackError) in
        let lock = try PackLock(folder: parent, pack: name)
        return (
          lock,
          {
            FolderTree.remove(partial)
            lock.release()
            return OldPack(path: destination).isPack
              ? "the pack in \(destination) is as it was" : "nothing was made"
          }
        )
      }
    } catch {
      if madeParent { rmdir(parent) }
      throw error
    }
  }

  /// Clears away what runs that were killed left in the folder of all packs, and no other's: only folders named as
  /// this program names unfinished packs, owned by this account, whose pack no run is making.
  ///
  /// - Returns: packs that hold somebody's files and so were kept.
  func clearLeftovers() -> [(name: String, because: String)] {
    var kept: [(name: String, because: String)] = []
    for name in FolderTree.names(parent) ?? [] where name.hasPrefix(".") {
      guard let suffix = [Self.suffix, PackLock.suffix].first(where: name.hasSuffix) else { continue }
      let pack = String(name.dropFirst().dropLast(suffix.count))
      let (leftover, place) = ("\(parent)/.\(pack)\(Self.suffix)", "\(parent)/\(pack)")
      let other = place == destination ? nil : try? PackLock(folder: parent, pack: pack)
      guard place == destination || other != nil else { continue }
      if Self.isOwnFolder(leftover), let pack = OldPack(path: leftover).retire(from: place) {
        kept.append(pack)
      }
      other?.release()
    }
    return kept
  }

  /// Refuses, before any work is done, to put a pack of `formats` where something else or a fuller pack stands.
  func checkPlace(_ formats: Set<ReportFormat>) throws(PackError) {
    guard FolderTree.kind(destination) != nil else { return }
    let old = OldPack(path: destination)
    guard old.isPack else { throw .notAPack(destination) }
    let lost = old.lost(formats)
    guard lost.isEmpty else { throw .isFuller(destination, lost: lost.map(\.rawValue)) }
  }

  /// Makes the folder that the files are written into.
  func begin() throws(PackError) {
    try Interruption.step { () throws(PackError) in
      guard mkdir(partial, 0o700) == 0 else { throw .system("make the folder", path: partial, errno) }
    }
  }

  /// Writes a file of the pack. The system is told to begin putting it on the disk, where `publish` waits for it: waiting
  /// for each file by itself takes several times as long.
  func write(_ bytes: [UInt8], to path: String) throws(PackError) {
    try Interruption.step { () throws(PackError) in
      if let slash = path.lastIndex(of: "/") { try Self.makeFolders(partial + "/" + path[..<slash]) }
      let full = partial + "/" + path
      let file = open(full, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
      guard file >= 0 else { throw .system("write", path: full, errno) }
      defer { Glibc.close(file) }
      var written = 0
      while written < bytes.count {
        let count = bytes.withUnsafeBytes {
          Glibc.write(file, $0.baseAddress! + written, bytes.count - written)
        }
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { throw .system("write", path: full, errno) }
        written += count
      }
      // Not every file system can; then there is more to wait for.
      _ = qareport_begin_writing(file)
    }
    files.append((path, SHA256.hex(of: bytes)))
  }

  /// Has a library write a file: owner only.
  ///
  /// - Parameter body: writes to the path it is given.
  func write(_ path: String, by body: (String) throws -> Void) throws {
    let full = partial + "/" + path
    try Interruption.step { () throws(any Error) in
      try body(full)
      let file = open(full, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
      guard file >= 0 else { throw PackError.system("read back", path: full, errno) }
      defer { Glibc.close(file) }
      guard fchmod(file, 0o600) == 0 else { throw PackError.system("write", path: full, errno) }
      _ = qareport_begin_writing(file)
    }
    guard let sha256 = WrittenFile.sha256(full) else { throw PackError.system("read back", path: full, EIO) }
    files.append((path, sha256))
  }

  /// Puts the pack in its place. The pack that was there stays until this one is complete, and then goes.
  ///
  /// - Returns: where the old pack is kept, if it held files that the program did not write, and one of them.
  func publish() throws(PackError) -> (name: String, because: String)? {
    var kept: (name: String, because: String)?
    try Interruption.step { () throws(PackError) in
      for file in files { try Self.sync("\(partial)/\(file.path)", O_NOFOLLOW) }
      for folder in Set(files.compactMap { file in file.path.lastIndex(of: "/").map { file.path[..<$0] } }) {
        try Self.syncFolder("\(partial)/\(folder)")
      }
      try checkWhole()
      try Self.syncFolder(partial)
      if FolderTree.kind(destination) == nil {
        guard rename(partial, destination) == 0 else { throw .system("name", path: destination, errno) }
      } else {
        guard OldPack(path: destination).isPack else { throw .notAPack(destination) }
        guard qareport_exchange(partial, destination) == 0 else {
          throw errno == EINVAL || errno == ENOSYS
            ? .cannotExchange(destination) : .system("replace", path: destination, errno)
        }
        kept = OldPack(path: partial).retire(from: destination)
      }
      try Self.syncFolder(parent)
    }
    return kept
  }

  /// Refuses to publish a folder that has anything but the files written: what a library keeps there while it works is not
  /// for readers.
  private func checkWhole() throws(PackError) {
    let written = Set(files.map(\.path))
    for leaf in FolderTree.leaves(partial) where !written.contains(leaf) {
      let path = "\(partial)/\(leaf)"
      guard unlink(path) == 0 else { throw .system("clear away", path: path, errno) }
    }
  }

  /// Lets others make the pack. What was written and not published is removed.
  func close() {
    Interruption.set(nil)
    FolderTree.remove(partial)
    lock.release()
    // Only where it is empty: nothing was made.
    if madeParent { rmdir(parent) }
  }

  private static func isOwnFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR && status.st_uid == geteuid()
  }

  private static func makeFolders(_ path: String) throws(PackError) {
    var prefix = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      prefix += part
      if mkdir(prefix, 0o700) != 0, errno != EEXIST { throw .system("make the folder", path: prefix, errno) }
      prefix += "/"
    }
  }

  /// Some file systems cannot sync a folder; the files themselves are synced already.
  private static func syncFolder(_ path: String) throws(PackError) { try sync(path, O_DIRECTORY, EINVAL) }

  /// Waits until a file or folder is on the disk.
  private static func sync(_ path: String, _ flags: Int32, _ pardoned: Int32 = 0) throws(PackError) {
    let file = open(path, O_RDONLY | O_CLOEXEC | flags)
    guard file >= 0 else { throw .system("open", path: path, errno) }
    defer { Glibc.close(file) }
    guard fsync(file) == 0 || errno == pardoned else { throw .system("write", path: path, errno) }
  }
}
