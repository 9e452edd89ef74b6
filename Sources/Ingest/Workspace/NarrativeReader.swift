import Glibc
import QAModel

/// Finds and reads what was written for the sections of the reports.
///
/// `narrative/SECTION.md` is for the internal report alone: who writes for colleagues names people and cases. What the
/// board and the public read is written for them, in `narrative/board` and `narrative/public`.
struct NarrativeReader {
  /// The workspace's folder, absolute.
  let folder: String
  let faults: ConfigurationFaults

  /// More files than any report has sections.
  private static let mostFiles = 200

  private static let folders: [(path: String, audience: Audience)] = [
    ("narrative", .internal), ("narrative/board", .board), ("narrative/public", .public),
  ]

  /// What was written, and the files for the manifest, in the order of their names.
  func read() -> ([Narrative], [Workspace.ConfigurationFile]) {
    var narratives: [Narrative] = []
    var files: [Workspace.ConfigurationFile] = []
    for (path, audience) in Self.folders {
      for name in names(in: path) {
        let file = path + "/" + name
        guard let (text, sha256) = text(of: file) else { continue }
        files.append(Workspace.ConfigurationFile(path: file, sha256: sha256))
        narratives.append(
          Narrative(
            file: file, section: String(name.dropLast(3)), audience: audience,
            blocks: NarrativeParser(file: file, faults: faults).parse(text)))
      }
    }
    return (narratives, files)
  }

  /// The Markdown files of a folder, sorted. A file of another kind is told of: somebody wrote it to be read.
  private func names(in path: String) -> [String] {
    guard let stream = opendir("\(folder)/\(path)") else {
      let code = errno
      if code != ENOENT { unreadable(path, code) }
      return []
    }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else { break }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !name.hasPrefix("."), !name.hasSuffix("~"), !isFolder("\(folder)/\(path)/\(name)") else {
        continue
      }
      if name.hasSuffix(".md"), name.utf8.count > 3 {
        names.append(name)
      } else {
        faults.warning(
          "narrative.name", at: SourceLocation(file: path + "/" + name), "the file is not read",
          suggestion: "Name it after its section and end it in .md, as narrative/summary.md.")
      }
    }
    // At the end of the folder it is as it was set.
    let code = errno
    if code != 0 { unreadable(path, code) }
    guard names.count <= Self.mostFiles else {
      faults.error(
        "limit", at: SourceLocation(file: path), "there are more than \(Self.mostFiles) files in \(path)",
        suggestion: "Write one file a section.")
      return []
    }
    return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  private func unreadable(_ path: String, _ code: Int32) {
    faults.error(
      "narrative.folder", at: SourceLocation(file: path),
      "the folder cannot be read: \(String(cString: strerror(code)))",
      suggestion: "Let the account the program runs under read it, or move it elsewhere.")
  }

  private func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private func text(of file: String) -> (String, sha256: String)? {
    switch PlainFile.read(file, in: folder, atMost: Limits.usualConfiguration) {
    case .absent: return nil
    case .refused(let reason):
      faults.error("narrative.unreadable", at: SourceLocation(file: file), "the file \(reason)")
      return nil
    case .bytes(let bytes):
      let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
      guard let text = String(validating: body, as: UTF8.self) else {
        faults.error(
          "text.encoding", at: SourceLocation(file: file), "the file is not in UTF-8",
          suggestion: "Save it as UTF-8.")
        return nil
      }
      return (text, SHA256.hex(of: bytes))
    }
  }
}
