import Foundation
import Testing

/// The built program, run as a user would run it.
struct Program {
  struct Result {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The root of the repository, where fixtures and templates are.
  static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Beside the test bundle that is running.
  static let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "qareport")

  static func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Result {
    let folder = try TemporaryFolder()
    let (output, errors) = (folder.url.appending(path: "output"), folder.url.appending(path: "errors"))
    let process = try start(arguments, environment: environment, output: output, errors: errors)
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8))
  }
}

extension Program {
  /// Starts the program and does not wait for it.
  static func start(
    _ arguments: [String], environment: [String: String] = [:], output: URL, errors: URL
  ) throws -> Process {
    for file in [output, errors] { #expect(FileManager.default.createFile(atPath: file.path, contents: nil)) }
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.environment = [
      "QAREPORT_TEMPLATES": repository.appending(path: "templates").path, "PATH": "/usr/bin:/bin",
    ].merging(environment) { $1 }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    return process
  }
}

/// A folder that goes when the test ends.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "qareport-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ text: String, to path: String) throws { try write(Data(text.utf8), to: path) }

  func write(_ bytes: Data, to path: String) throws {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file)
  }

  /// Every file below, by its path from here.
  func files() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: url.path).filter { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: url.appending(path: path).path, isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }
}
