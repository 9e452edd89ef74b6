import Foundation
import Testing

/// What happens to a pack when runs meet, are killed or asked to stop, and when people put files into it.
@Suite("Unattended runs")
struct UnattendedTests {
  private static let pack = "output/quarterly-2025-26-Q3"
  private static let lock = "output/.quarterly-2025-26-Q3.qareport-lock"
  private static let partial = "output/.quarterly-2025-26-Q3.qareport-partial"

  private func arguments(_ folder: TemporaryFolder) -> [String] {
    ["quarterly", "--workspace", folder.url.path, "--period", "2025-26-Q3"]
  }

  private func quarterly(_ folder: TemporaryFolder, _ more: [String] = []) throws -> Program.Result {
    try Program.run(arguments(folder) + more)
  }

  private func output(_ folder: TemporaryFolder) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for path in try folder.files() where path.hasPrefix("output/") {
      files[path] = try Data(contentsOf: folder.url.appending(path: path))
    }
    return files
  }

  @Test("a second run on the same pack ends with 2 and says whose the first is")
  func locked() throws {
    let folder = try SmallWorkspace.make()
    try folder.write("4711\n", to: Self.lock)
    let file = open(folder.url.appending(path: Self.lock).path, O_RDWR)
    defer { close(file) }
    #expect(flock(file, LOCK_EX | LOCK_NB) == 0)
    let refused = try quarterly(folder)
    #expect(refused.status == 2)
    #expect(
      refused.errors.contains("is being made by another run (process 4711 of account"), "\(refused.errors)")
    #expect(refused.errors.contains(" UTC)"))
    #expect(try output(folder).keys.sorted() == [Self.lock])
    // Another pack of the same folder is not in its way.
    #expect(try quarterly(folder, ["--audience", "board"]).status == 0)
    #expect(flock(file, LOCK_UN) == 0)
    #expect(try quarterly(folder).status == 0)
    #expect(try !folder.files().contains(Self.lock))
  }

  @Test("what killed runs left is cleared away, and nothing else")
  func leftovers() throws {
    let folder = try SmallWorkspace.make()
    try folder.write("half a page", to: Self.partial + "/report.html")
    try folder.write("half a page", to: "output/.quarterly-2024-25-Q1-board.qareport-partial/charts/a.svg")
    try folder.write("", to: "output/.quarterly-2024-25-Q1-board.qareport-lock")
    try folder.write("mine", to: "output/.hidden/notes.txt")
    try folder.write("mine", to: "output/quarterly.qareport-partial/notes.txt")
    try folder.write("mine", to: "elsewhere/notes.txt")
    let link = folder.url.appending(path: "output/.annual-2025.qareport-partial")
    try FileManager.default.createSymbolicLink(
      at: link, withDestinationURL: folder.url.appending(path: "elsewhere"))
    try FileManager.default.createSymbolicLink(
      at: folder.url.appending(path: Self.partial + "/charts"),
      withDestinationURL: folder.url.appending(path: "elsewhere"))
    // A run that still goes on.
    try folder.write("4711\n", to: "output/.quarterly-2023-24-Q1.qareport-lock")
    try folder.write("half a page", to: "output/.quarterly-2023-24-Q1.qareport-partial/report.html")
    let file = open(folder.url.appending(path: "output/.quarterly-2023-24-Q1.qareport-lock").path, O_RDWR)
    defer { close(file) }
    #expect(flock(file, LOCK_EX | LOCK_NB) == 0)

    #expect(try quarterly(folder).status == 0)
    let left = try folder.files().filter { $0.hasPrefix("output/") && !$0.hasPrefix(Self.pack + "/") }
    #expect(
      left == [
        "output/.hidden/notes.txt",
        "output/.quarterly-2023-24-Q1.qareport-lock",
        "output/.quarterly-2023-24-Q1.qareport-partial/report.html",
        "output/quarterly.qareport-partial/notes.txt",
      ])
    #expect(try folder.files().contains("elsewhere/notes.txt"))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path).hasSuffix("/elsewhere"))
  }

  @Test("a pack with files of somebody's, or changed by somebody, is kept beside the new one")
  func strangers() throws {
    let folder = try SmallWorkspace.make()
    #expect(try quarterly(folder).status == 0)
    try folder.write("minutes", to: Self.pack + "/minutes.txt")
    let second = try quarterly(folder, ["--quiet"])
    #expect(second.status == 0)
    #expect(second.errors.contains("\(Self.pack).kept-1: minutes.txt in it is not"), "\(second.errors)")
    try folder.write("my own words", to: Self.pack + "/report.md")
    #expect(try quarterly(folder).errors.contains("\(Self.pack).kept-2: report.md in it is not"))
    // What viewers leave is no reason.
    try folder.write("", to: Self.pack + "/.~lock.report.xlsx#")
    #expect(try quarterly(folder).errors.contains("kept") == false)
    let files = try output(folder)
    #expect(files[Self.pack + ".kept-1/minutes.txt"] == Data("minutes".utf8))
    #expect(files[Self.pack + ".kept-2/report.md"] == Data("my own words".utf8))
    #expect(files[Self.pack + "/minutes.txt"] == nil)
    #expect(files.keys.contains { $0.contains("kept-3") } == false)
  }

  @Test("a pack of fewer formats does not replace a fuller one")
  func fewerFormats() throws {
    let folder = try SmallWorkspace.make()
    #expect(try quarterly(folder).status == 0)
    let before = try output(folder)
    let refused = try quarterly(folder, ["--format", "md,data"])
    #expect(refused.status == 2)
    #expect(refused.errors.contains("holds xlsx, html too, which would be lost"), "\(refused.errors)")
    #expect(try output(folder) == before)
    #expect(try quarterly(folder, ["--format", "md", "--out", folder.url.path + "/other"]).status == 0)
    #expect(try quarterly(folder, ["--format", "md,data", "--out", folder.url.path + "/other"]).status == 0)
  }

  @Test("an output folder that is a link is not written to unless it was named")
  func linkedOutput() throws {
    let folder = try SmallWorkspace.make()
    try folder.write("mine", to: "elsewhere/notes.txt")
    try FileManager.default.createSymbolicLink(
      at: folder.url.appending(path: "output"), withDestinationURL: folder.url.appending(path: "elsewhere"))
    let refused = try quarterly(folder)
    #expect(refused.status == 2)
    #expect(refused.errors.contains("is a link"))
    #expect(try folder.files().filter { $0.hasPrefix("elsewhere/") } == ["elsewhere/notes.txt"])
    #expect(try quarterly(folder, ["--out", folder.url.path + "/output"]).status == 0)
  }

  @Test("a run that is told to stop leaves the old pack and nothing else", arguments: [SIGINT, SIGTERM])
  func stopped(signal: Int32) throws {
    let rows = (0..<40_000).map { "A\($0),C\($0),Early Help,Case audit,random,07/10/2025,Good" }
    let folder = try SmallWorkspace.make()
    #expect(try quarterly(folder).status == 0)
    let before = try output(folder)
    try folder.write(SmallWorkspace.audits(rows), to: "exports/audits.csv")
    let errors = folder.url.appending(path: "errors")
    let process = try Program.start(
      arguments(folder), output: folder.url.appending(path: "standard"), errors: errors)
    let lock = folder.url.appending(path: Self.lock).path
    while !FileManager.default.fileExists(atPath: lock), process.isRunning { usleep(500) }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 128 + signal)
    #expect(try String(contentsOf: errors, encoding: .utf8).contains("is as it was"))
    #expect(try output(folder) == before)
  }

  @Test("neither a loose nor a tight umask changes whose the files are", arguments: ["0000", "0777"])
  func umask(mask: String) throws {
    let folder = try SmallWorkspace.make()
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    let words = ([Program.executable.path] + arguments(folder)).map { "'\($0)'" }.joined(separator: " ")
    process.arguments = ["-c", "umask \(mask); exec \(words) --quiet"]
    process.environment = ["QAREPORT_TEMPLATES": Program.repository.appending(path: "templates").path]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let output = folder.url.appending(path: "output")
    for path in try FileManager.default.subpathsOfDirectory(atPath: output.path) {
      let attributes = try FileManager.default.attributesOfItem(atPath: output.appending(path: path).path)
      let mode = try #require(attributes[.posixPermissions] as? NSNumber).intValue
      let isFolder = attributes[.type] as? FileAttributeType == .typeDirectory
      #expect(mode == (isFolder ? 0o700 : 0o600), "\(path) has mode \(String(mode, radix: 8))")
    }
  }
}
