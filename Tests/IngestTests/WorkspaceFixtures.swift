import Foundation
import QAModel

@testable import Ingest

/// A folder that a test fills and that is gone after it.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "qareport-tests-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to relative: String) throws { try write(Array(text.utf8), to: relative) }

  func write(_ bytes: [UInt8], to relative: String) throws {
    let url = URL(fileURLWithPath: path).appendingPathComponent(relative)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }
}

enum Repository {
  /// The folder that holds Package.swift.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
  static let templates = root + "/templates"
}

/// A diagnostic as it is printed: `file:line: error: summary. explanation suggestion`, the parts that are there.
func printed(_ diagnostic: Diagnostic) -> String {
  let line = diagnostic.location.line.map { ":\($0)" } ?? ""
  let tail = [diagnostic.explanation, diagnostic.suggestion].compactMap { $0 }.map { " " + $0 }.joined()
  return "\(diagnostic.location.file)\(line): \(diagnostic.severity.word): \(diagnostic.summary).\(tail)"
}

/// Reads a workspace of these files; the error's diagnostics, printed, where it cannot be read.
func readWorkspace(_ files: [String: String], templates: [String] = []) throws -> (Workspace?, [String]) {
  let folder = try TemporaryFolder()
  for (path, text) in files { try folder.write(text, to: path) }
  do {
    let workspace = try WorkspaceReader(folder: folder.path, templates: templates).read()
    return (workspace, workspace.diagnostics.map(printed))
  } catch {
    return (nil, error.diagnostics.map(printed))
  }
}
