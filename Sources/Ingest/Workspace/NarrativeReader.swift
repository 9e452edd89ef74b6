import Glibc
import QAModel

/// Finds and reads what was written for the sections of the reports.
///
/// `narrative/SECTION.md` is for the internal report alone: who writes for colleagues names people and cases. What the
/// board and the public read is written for them, in `narrative/board` and `narrative/public`. That is of the quarterly
/// report; `narrative/reports/NAME` holds the same three folders of another report, and, of a report on one service,
/// `narrative/reports/NAME/service-SLUG`.
struct NarrativeReader {
  /// The workspace's folder, absolute.
  let folder: String
  let faults: ConfigurationFaults

  /// More files than any report has sections.
  private static let mostFiles = 200

  private static let audiences: [(folder: String, audience: Audience)] = [
    ("board", .board), ("public", .public),
  ]
  private static let service = "service-"

  /// What was written, and the files for the manifest, in the order of their names.
  ///
  /// - Parameter reports: names of the framework's reports; a folder of another name is a fault.
  func read(reports: [String]) -> ([Narrative], [Workspace.ConfigurationFile]) {
    var found = read("narrative", report: nil, service: nil)
    for folder in folders(in: "narrative", known: Self.audiences.map(\.folder) + ["reports"])
    where folder == "reports" {
      for report in folders(in: "narrative/reports", known: reports) where reports.contains(report) {
        let path = "narrative/reports/" + report
        found += read(path, report: report, service: nil)
        let known = Self.audiences.map(\.folder)
        for name in folders(in: path, known: known, or: Self.service) where name.hasPrefix(Self.service) {
          let service = String(name.dropFirst(Self.service.count))
          _ = folders(in: "\(path)/\(name)", known: known)
          found += read("\(path)/\(name)", report: report, service: service)
        }
      }
    }
    return (found.map(\.0), found.map(\.1))
  }

  /// A folder and, below it, those of the other audiences.
  private func read(_ path: String, report: String?, service: String?) -> [(
    Narrative, Workspace.ConfigurationFile
  )] {
    let folders = [(path, Audience.internal)] + Self.audiences.map { ("\(path)/\($0.folder)", $0.audience) }
    return folders.flatMap { path, audience in
      names(in: path).compactMap { name in
        let file = path + "/" + name
        guard let (text, sha256) = text(of: file) else { return nil }
        let narrative = Narrative(
          file: file, section: String(name.dropLast(3)), audience: audience, report: report, service: service,
          blocks: NarrativeParser(file: file, faults: faults).parse(text))
        return (narrative, Workspace.ConfigurationFile(path: file, sha256: sha256))
      }
    }
  }

  /// The folders in a folder, sorted. One that is neither known nor begins as it may is a fault: what somebody wrote there
  /// would stand in no report.
  private func folders(in path: String, known: [String], or prefix: String? = nil) -> [String] {
    let found = entries(of: path).filter { isFolder("\(folder)/\(path)/\($0)") }.sorted()
    for name in found where !known.contains(name) && !(prefix.map(name.hasPrefix) ?? false) {
      faults.error(
        "narrative.folder", at: SourceLocation(file: "\(path)/\(name)"),
        "the folder is of no report or audience",
        suggestion: ConfigurationFaults.didYouMean(
          name, all: "It can be", known + (prefix.map { [$0 + "NAME"] } ?? [])))
    }
    return found
  }

  /// Everything in a folder but hidden files and safety copies; of one that cannot be read to its end a fault.
  private func entries(of path: String) -> [String] {
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
      if !name.hasPrefix("."), !name.hasSuffix("~") { names.append(name) }
    }
    // At the end of the folder it is as it was set.
    let code = errno
    if code != 0 { unreadable(path, code) }
    return names
  }

  /// The Markdown files of a folder, sorted. A file of another kind is told of: somebody wrote it to be read.
  private func names(in path: String) -> [String] {
    var names: [String] = []
    for name in entries(of: path) where !isFolder("\(folder)/\(path)/\(name)") {
      if name.hasSuffix(".md"), name.utf8.count > 3 {
        names.append(name)
      } else {
        faults.warning(
          "narrative.name", at: SourceLocation(file: path + "/" + name), "the file is not read",
          suggestion: "Name it after its section and end it in .md, as narrative/summary.md.")
      }
    }
    guard names.count <= Self.mostFiles else {
      faults.error(
        "limit", at: SourceLocation(file: path), "there are more than \(Self.mostFiles) files in \(path)",
        suggestion: "Write one file a section.")
      return []
    }
    return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  /// Told once, however often the folder is looked into.
  private func unreadable(_ path: String, _ code: Int32) {
    let (id, location) = ("narrative.unreadable", SourceLocation(file: path))
    guard !faults.diagnostics.contains(where: { $0.id == id && $0.location == location }) else { return }
    faults.error(
      id, at: location,
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
