import Foundation
import Testing

/// The rows of docs/faults.md that need no disk of their own: each fault's message, exit status and what it leaves.
@Suite("Faults")
struct FaultTests {
  private static let pack = "output/quarterly-2025-26-Q3"

  private func arguments(_ folder: TemporaryFolder) -> [String] {
    ["quarterly", "--workspace", folder.url.path, "--period", "2025-26-Q3"]
  }

  private func quarterly(
    _ folder: TemporaryFolder, _ more: [String] = [], environment: [String: String] = [:]
  ) throws -> Program.Result {
    try Program.run(arguments(folder) + more, environment: environment)
  }

  /// Runs the program by a shell that first sets something about the process; `exec $QAREPORT` in the script.
  private func shell(
    _ script: String, _ folder: TemporaryFolder, _ more: [String] = []
  ) throws -> (status: Int32, bySignal: Bool, errors: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments =
      ["-c", script.replacingOccurrences(of: "$QAREPORT", with: "\"$0\" \"$@\""), Program.executable.path]
      + arguments(folder) + more
    process.environment = [
      "QAREPORT_TEMPLATES": Program.repository.appending(path: "templates").path,
      "PATH": "/usr/bin:/bin:/usr/sbin:/sbin",
    ]
    let errors = try TemporaryFolder()
    try errors.write("", to: "errors")
    process.standardError = try FileHandle(forWritingTo: errors.url.appending(path: "errors"))
    process.standardOutput = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (
      process.terminationStatus, process.terminationReason == .uncaughtSignal,
      try String(contentsOf: errors.url.appending(path: "errors"), encoding: .utf8)
    )
  }

  /// As an ordinary user: root passes every permission.
  private func asUser(_ folder: TemporaryFolder, _ more: [String] = []) throws -> (
    status: Int32, bySignal: Bool, errors: String
  ) {
    try shell(
      geteuid() == 0
        ? "exec setpriv --reuid 65534 --regid 65534 --clear-groups $QAREPORT" : "exec $QAREPORT", folder, more
    )
  }

  private func output(_ folder: TemporaryFolder) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for path in try folder.files() where path.hasPrefix("output/") {
      files[path] = try Data(contentsOf: folder.url.appending(path: path))
    }
    return files
  }

  /// Whether an ordinary user can run the program where the tests were built.
  private static let userCanRun: Bool = {
    guard geteuid() == 0 else { return true }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/setpriv")
    process.arguments = [
      "--reuid", "65534", "--regid", "65534", "--clear-groups", Program.executable.path, "--version",
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  @Test(
    "an export, a folder, a configuration or what was written for the report without permission",
    .enabled(if: userCanRun))
  func permission() throws {
    for path in ["exports/audits.csv", "exports", "exports/2024", "qareport.yaml", "narrative"] {
      let folder = try SmallWorkspace.make()
      try folder.write(SmallWorkspace.audits([]), to: "exports/2024/audits-2024.csv")
      try folder.write("Words of ours.\n", to: "narrative/summary.md")
      #expect(chmod(folder.url.path, 0o777) == 0)
      #expect(chmod(folder.url.appending(path: path).path, 0) == 0)
      let result = try asUser(folder)
      #expect(chmod(folder.url.appending(path: path).path, 0o755) == 0)
      #expect(result.status == 2, "\(path): \(result.errors)")
      #expect(result.errors.contains("Permission denied"), "\(result.errors)")
      #expect(result.errors.contains(path), "\(result.errors)")
      #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "output").path))
    }
  }

  @Test("a workspace that cannot be written to", .enabled(if: userCanRun))
  func readOnly() throws {
    let (folder, elsewhere) = (try SmallWorkspace.make(), try TemporaryFolder())
    #expect(chmod(folder.url.path, 0o555) == 0)
    #expect(chmod(elsewhere.url.path, 0o777) == 0)
    let refused = try asUser(folder)
    #expect(refused.status == 2)
    #expect(refused.errors.contains("cannot make the folder"), "\(refused.errors)")
    #expect(refused.errors.contains("output: Permission denied"), "\(refused.errors)")
    let made = try asUser(folder, ["--out", elsewhere.url.path + "/packs"])
    #expect(made.status == 0, "\(made.errors)")
    #expect(chmod(folder.url.path, 0o755) == 0)
    #expect(try folder.files().contains { $0.hasPrefix("output") } == false)
  }

  @Test("a limit on the size of files stands for a disk that is full")
  func fileSize() throws {
    let folder = try SmallWorkspace.make()
    #expect(try quarterly(folder).status == 0)
    let before = try output(folder)
    let result = try shell("ulimit -f 16; exec $QAREPORT", folder)
    #expect(result.status == 2 && !result.bySignal, "\(result.errors)")
    #expect(
      result.errors.contains("File too large") || result.errors.contains("workbook"), "\(result.errors)")
    #expect(try output(folder) == before)
  }

  @Test("too little memory leaves the old pack or the new one whole")
  func memory() throws {
    let folder = try SmallWorkspace.make()
    #expect(try quarterly(folder).status == 0)
    let old = try output(folder)
    try folder.write(
      SmallWorkspace.audits(SmallWorkspace.rows + ["A9,C9,Fostering,Case audit,random,21/11/2025,Good"]),
      to: "exports/audits.csv")
    for megabytes in [20, 60, 120, 180, 240, 300, 400] {
      _ = try shell("ulimit -c 0; ulimit -v \(megabytes * 1024); exec $QAREPORT", folder)
      let pack = try output(folder).filter { $0.key.hasPrefix(Self.pack + "/") }
      #expect(pack.keys.sorted() == old.keys.sorted(), "\(megabytes) MB")
      let manifest = try #require(pack[Self.pack + "/manifest.json"])
      #expect(manifest == old[Self.pack + "/manifest.json"] || pack != old, "\(megabytes) MB")
    }
    #expect(try quarterly(folder).status == 0)
    #expect(try output(folder).keys.sorted() == old.keys.sorted())
  }

  @Test("exports that need more memory than there is are refused before they are read")
  func memoryNeed() throws {
    let folder = try SmallWorkspace.make()
    #expect(try quarterly(folder).status == 0)
    let old = try output(folder)
    // As long as half a gigabyte without taking room on the disk.
    try folder.write("", to: "exports/audits-2025.csv")
    #expect(truncate(folder.url.appending(path: "exports/audits-2025.csv").path, 1 << 29) == 0)
    let refused = try shell("ulimit -v 1048576; exec $QAREPORT", folder)
    #expect(refused.status == 2 && !refused.bySignal, "\(refused.errors)")
    #expect(
      refused.errors.contains(
        "exports: error: the exports have 512 MB, which take about 3 GB of memory, and the run's ulimit allows 1 GB"
      ), "\(refused.errors)")
    #expect(try output(folder) == old)
    try folder.write(SmallWorkspace.configuration + "\nlimits: {memory: 2 GB}\n", to: "qareport.yaml")
    let set = try quarterly(folder)
    #expect(set.status == 2)
    #expect(set.errors.contains("and memory under limits allows 2 GB"), "\(set.errors)")
    #expect(try output(folder) == old)
  }

  @Test("an export that is written to while it is read")
  func changing() throws {
    let rows = (0..<20_000).map { "A\($0),C\($0),Early Help,Case audit,random,07/10/2025,Good" }
    let folder = try SmallWorkspace.make(audits: SmallWorkspace.audits(rows))
    let errors = folder.url.appending(path: "errors")
    let process = try Program.start(
      arguments(folder), output: folder.url.appending(path: "standard"), errors: errors)
    let handle = try #require(fopen(folder.url.appending(path: "exports/audits.csv").path, "a"))
    var number = 0
    while process.isRunning {
      fputs("B\(number),C1,Early Help,Case audit,random,07/10/2025,Good\n", handle)
      fflush(handle)
      number += 1
      usleep(2000)
    }
    fclose(handle)
    process.waitUntilExit()
    let said = try String(contentsOf: errors, encoding: .utf8)
    #expect(process.terminationStatus == 2, "\(said)")
    #expect(said.contains("exports/audits.csv: error: the file changed while it was read"), "\(said)")
    #expect(try output(folder).isEmpty)
  }

  @Test("no zone, language or locale changes a byte")
  func locale() throws {
    let folder = try SmallWorkspace.make()
    #expect(try quarterly(folder).status == 0)
    let expected = try output(folder)
    for environment in [
      ["LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"], ["LC_ALL": "nonsense", "TZ": "nonsense"],
      ["TZ": "Pacific/Kiritimati"], ["TZ": "Etc/GMT+12", "LANG": "de_DE.UTF-8", "LANGUAGE": "ar"],
    ] {
      #expect(try quarterly(folder, environment: environment).status == 0)
      #expect(try output(folder) == expected, "\(environment)")
    }
  }

  @Test("links, pipes, sockets and devices among the exports are told and not read")
  func notFiles() throws {
    let folder = try SmallWorkspace.make()
    let exports = folder.url.appending(path: "exports").path
    try folder.write(
      SmallWorkspace.audits(["Z9,C9,Fostering,Case audit,random,21/11/2025,Good"]), to: "secret.csv")
    try FileManager.default.createSymbolicLink(
      atPath: exports + "/audits-link.csv", withDestinationPath: "../secret.csv")
    try FileManager.default.createSymbolicLink(atPath: exports + "/folder", withDestinationPath: "..")
    #expect(mkfifo(exports + "/audits-pipe.csv", 0o600) == 0)
    var expected = ["audits-link.csv", "folder", "audits-pipe.csv"]
    if geteuid() == 0, mknod(exports + "/audits-device.csv", S_IFCHR | 0o600, 1 << 8 | 5) == 0 {
      expected.append("audits-device.csv")
    }
    let result = try quarterly(folder)
    #expect(result.status == 1)
    for name in expected {
      #expect(
        result.errors.contains("exports/\(name): warning: this is a link, a pipe, a socket or a device"),
        "\(result.errors)")
    }
    let manifest = try #require(try output(folder)[Self.pack + "/manifest.json"])
    #expect(!String(decoding: manifest, as: UTF8.self).contains("audits-"))
  }

  @Test("a configuration, a framework or a template that is a link is refused")
  func linkedConfiguration() throws {
    for path in ["qareport.yaml", "frameworks/st-helens.yaml", "templates/html/page.mustache"] {
      let folder = try SmallWorkspace.make()
      let original =
        path == "qareport.yaml"
        ? Data(SmallWorkspace.configuration.utf8)
        : try Data(
          contentsOf: Program.repository.appending(
            path: path.hasPrefix("templates") ? path : "templates/" + path))
      try folder.write(original, to: "elsewhere")
      try folder.write("", to: path)
      let file = folder.url.appending(path: path)
      try FileManager.default.removeItem(at: file)
      try FileManager.default.createSymbolicLink(
        at: file, withDestinationURL: folder.url.appending(path: "elsewhere"))
      // The workspace's own templates come after the environment's.
      let result = try quarterly(folder, ["--templates", folder.url.path + "/templates"])
      #expect(result.status == 2, "\(path): \(result.errors)")
      #expect(result.errors.contains("links are not followed"), "\(path): \(result.errors)")
      #expect(try output(folder).isEmpty)
    }
  }

  @Test("very long paths are read, and one that is too long is named")
  func longPaths() throws {
    let folder = try SmallWorkspace.make()
    let deep = (0..<12).map { _ in String(repeating: "x", count: 200) }.joined(separator: "/")
    try folder.write(
      SmallWorkspace.audits(["A9,C9,Fostering,Case audit,random,21/11/2025,Good"]),
      to: "exports/\(deep)/audits.csv")
    #expect(try quarterly(folder).status == 0)
    let manifest = try #require(try output(folder)[Self.pack + "/manifest.json"])
    #expect(String(decoding: manifest, as: UTF8.self).contains("exports/\(deep)/audits.csv"))
    let tooLong =
      folder.url.path + "/" + (0..<30).map { _ in String(repeating: "y", count: 200) }.joined(separator: "/")
    let refused = try quarterly(folder, ["--out", tooLong])
    #expect(refused.status == 2)
    #expect(refused.errors.contains("File name too long"))
  }

  @Test("a file where the folder of all packs should be")
  func fileInTheWay() throws {
    let folder = try SmallWorkspace.make()
    try folder.write("mine", to: "output")
    let result = try quarterly(folder)
    #expect(result.status == 2)
    #expect(result.errors.contains("Not a directory"), "\(result.errors)")
    #expect(try String(contentsOf: folder.url.appending(path: "output"), encoding: .utf8) == "mine")
  }

  @Test("nobody listening to standard error does not stop a run")
  func nobodyListens() throws {
    let folder = try SmallWorkspace.make()
    let result = try shell(
      "{ \"$0\" \"$@\" --verbose 2>&1; echo $? > '\(folder.url.path)/status'; } | true", folder)
    #expect(result.status == 0)
    while !FileManager.default.fileExists(atPath: folder.url.appending(path: "status").path) { usleep(1000) }
    #expect(try output(folder)[Self.pack + "/manifest.json"] != nil)
  }
}
