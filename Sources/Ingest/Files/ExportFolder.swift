import Glibc
import QAModel

/// The files below the exports folder of a workspace. Links are not followed, hidden files not looked at.
final class ExportFolder {
  /// A folder in a folder, so deep, is no longer looked into: nobody files exports so.
  private static let deepest = 32

  private let descriptor: Int32
  /// Counts what is read of the files opened from here on.
  var progress: WorkProgress?
  /// As the user would type it, from the workspace on.
  private let path: String

  /// - Parameter exports: the folder of the exports, relative to the workspace.
  init(workspace: String, exports: String) throws(ReadFailure) {
    path = exports
    var current = open(workspace, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard current >= 0 else { throw ReadFailure(code: errno) }
    for step in exports.split(separator: "/") where step != "." {
      let next = step == ".." ? -1 : openat(current, String(step), Self.folderFlags)
      let code = step == ".." ? EACCES : errno
      close(current)
      guard next >= 0 else { throw ReadFailure(code: code) }
      current = next
    }
    descriptor = current
  }

  deinit { close(descriptor) }

  /// Whether the exports lie in the workspace itself, beside what the program writes and reads there.
  private var isWorkspace: Bool { path.split(separator: "/").allSatisfy { $0 == "." } }

  private static let reserved: Set<String> = ["output", "frameworks", "templates", "themes", "narrative"]

  private static let folderFlags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW

  struct Listing {
    /// Paths below the exports folder, sorted.
    var files: [String] = []
    /// Of all files together.
    var bytes = 0
    /// Of those named as tables.
    var bytesOfTables = 0
    var diagnostics: [Diagnostic] = []
    /// What could not be looked at or into: there may be exports that a report would be without.
    var failures: [Diagnostic] = []
  }

  func list() -> Listing {
    var listing = Listing()
    list(descriptor, prefix: "", depth: 0, into: &listing)
    listing.files.sort { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    return listing
  }

  private func list(_ folder: Int32, prefix: String, depth: Int, into listing: inout Listing) {
    let copy = openat(folder, ".", Self.folderFlags)
    guard copy >= 0, let stream = fdopendir(copy) else {
      if copy >= 0 { close(copy) }
      listing.failures.append(unreadable(prefix, ReadFailure(code: errno)))
      return
    }
    defer { closedir(stream) }
    while true {
      errno = 0
      guard let entry = readdir(stream) else { break }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(".") || name.hasPrefix("~$") { continue }
      if depth == 0, isWorkspace, Self.reserved.contains(name) { continue }
      look(at: name, in: folder, prefix: prefix, depth: depth, into: &listing)
    }
    // At the end of the folder it is as it was set.
    let code = errno
    if code != 0 { listing.failures.append(unreadable(prefix, ReadFailure(code: code))) }
  }

  private func look(
    at name: String, in folder: Int32, prefix: String, depth: Int, into listing: inout Listing
  ) {
    let below = prefix + name
    var status = stat()
    guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      listing.failures.append(unreadable(below, ReadFailure(code: errno)))
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      listing.files.append(below)
      listing.bytes += Int(status.st_size)
      if FileNames.isCSV(name) { listing.bytesOfTables += Int(status.st_size) }
    case S_IFDIR where depth < Self.deepest:
      let inner = openat(folder, name, Self.folderFlags)
      guard inner >= 0 else {
        listing.failures.append(unreadable(below, ReadFailure(code: errno)))
        return
      }
      list(inner, prefix: below + "/", depth: depth + 1, into: &listing)
      close(inner)
    default:
      listing.diagnostics.append(
        Diagnostic(
          id: "ingest.file.not_regular", severity: .warning, location: SourceLocation(file: fullPath(below)),
          summary: "this is a link, a pipe, a socket or a device and is not read",
          explanation: "only files that lie in the exports folder themselves are read",
          suggestion: "copy the file into the folder"))
    }
  }

  private func unreadable(_ below: String, _ failure: ReadFailure) -> Diagnostic {
    Diagnostic(
      id: "ingest.file.unreadable", severity: .error, location: SourceLocation(file: fullPath(below)),
      summary: "this cannot be opened: \(failure.reason)",
      suggestion: "check that the account the program runs under may read it")
  }

  /// The path of a file as the user would type it.
  func fullPath(_ below: String) -> String {
    path.isEmpty || path == "." ? below : "\(path.hasSuffix("/") ? String(path.dropLast()) : path)/\(below)"
  }

  /// Opens a file by its path below the folder, no step of which may be a link.
  func openFile(_ below: String) throws(ReadFailure) -> OpenFile {
    let steps = below.split(separator: "/").map(String.init)
    var current = openat(descriptor, ".", Self.folderFlags)
    guard current >= 0, let name = steps.last else { throw ReadFailure(code: errno) }
    for step in steps.dropLast() {
      let next = openat(current, step, Self.folderFlags)
      let code = errno
      close(current)
      guard next >= 0 else { throw ReadFailure(code: code) }
      current = next
    }
    defer { close(current) }
    return try OpenFile(name, in: current, progress: progress)
  }
}
