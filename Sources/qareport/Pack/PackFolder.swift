import CExchange
import Glibc

/// A report pack in the making: a folder beside its final place that takes that place whole or not at all.
///
/// Files and folders are readable by their owner only, whatever the umask.
struct PackFolder {
  let destination: String
  /// Where the files are written until `publish`.
  let partial: String

  /// Makes the folder that the files are written into.
  ///
  /// - Parameters:
  ///   - parent: the folder of all packs, made where it is not there.
  ///   - name: the pack's own name, as `quarterly-2025-26-Q3`.
  init(parent: String, name: String) throws(PackError) {
    destination = parent + "/" + name
    partial = "\(parent)/.\(name).partial-\(getpid())"
    try Self.makeFolders(parent)
    guard mkdir(partial, 0o700) == 0 else { throw .system("make the folder", path: partial, errno) }
  }

  /// Writes a file of the pack and does not return before it is on the disk.
  func write(_ bytes: [UInt8], to path: String) throws(PackError) {
    if let slash = path.lastIndex(of: "/") {
      try Self.makeFolders(partial + "/" + path[..<slash])
    }
    let full = partial + "/" + path
    let file = open(full, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .system("write", path: full, errno) }
    defer { close(file) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(file, $0.baseAddress! + written, bytes.count - written)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw .system("write", path: full, errno) }
      written += count
    }
    guard fsync(file) == 0 else { throw .system("write", path: full, errno) }
  }

  /// Takes in a file that a library wrote: owner only, on the disk.
  func seal(_ path: String) throws(PackError) {
    let full = partial + "/" + path
    let file = open(full, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else { throw .system("read back", path: full, errno) }
    defer { close(file) }
    guard fchmod(file, 0o600) == 0, fsync(file) == 0 else { throw .system("write", path: full, errno) }
  }

  /// Puts the pack in its place. The pack that was there stays until this one is complete, and then goes.
  func publish() throws(PackError) {
    try Self.syncFolder(partial)
    var status = stat()
    if lstat(destination, &status) == 0 {
      // What stands there is removed afterwards, so it must be a pack and nothing else.
      guard status.st_mode & S_IFMT == S_IFDIR, access(destination + "/manifest.json", F_OK) == 0 else {
        throw .notAPack(destination)
      }
      guard qareport_exchange(partial, destination) == 0 else {
        throw errno == EINVAL || errno == ENOSYS
          ? .cannotExchange(destination) : .system("replace", path: destination, errno)
      }
      discard()
    } else {
      guard rename(partial, destination) == 0 else { throw .system("name", path: destination, errno) }
    }
    if let slash = destination.lastIndex(of: "/") { try Self.syncFolder(String(destination[..<slash])) }
  }

  /// Removes what was written, or the old pack that changed places with it.
  func discard() {
    Self.remove(partial)
  }

  private static func makeFolders(_ path: String) throws(PackError) {
    var prefix = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      prefix += part
      if mkdir(prefix, 0o700) != 0, errno != EEXIST { throw .system("make the folder", path: prefix, errno) }
      prefix += "/"
    }
  }

  private static func syncFolder(_ path: String) throws(PackError) {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw .system("open the folder", path: path, errno) }
    defer { close(folder) }
    // Some file systems cannot sync a folder; the files themselves are synced already.
    guard fsync(folder) == 0 || errno == EINVAL else { throw .system("write the folder", path: path, errno) }
  }

  private static func remove(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR, let folder = opendir(path) else {
      unlink(path)
      return
    }
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { remove(path + "/" + name) }
    }
    closedir(folder)
    rmdir(path)
  }
}

/// Why a pack could not be put in its place.
enum PackError: Error, CustomStringConvertible {
  case system(_ act: String, path: String, _ code: Int32)
  case cannotExchange(String)
  /// Something that is no pack stands in the pack's place.
  case notAPack(String)

  var description: String {
    switch self {
    case .system(let act, let path, let code):
      "cannot \(act) \(path): \(String(cString: strerror(code))); nothing was left behind"
    case .notAPack(let path):
      "cannot write \(path): what is there is not a report pack (it holds no manifest.json) and is left as it is; move it, or choose another --out"
    case .cannotExchange(let path):
      "cannot replace \(path): this file system cannot exchange two folders in one step; remove the old pack or choose another --out"
    }
  }
}
