import Foundation
import QAModel
import Testing

@testable import Ingest

/// What is refused because there is too much of it, or because it is no ordinary file.
@Suite("Limits")
struct LimitTests {
  private static let audits =
    "audit_id,child_id,service,completed_date,overall_grade\nA1,C1,CiC,07/10/2025,Good\nA2,C2,CiC,08/10/2025,Good\n"

  private func refusal(
    _ files: [String: String] = ["audits.csv": audits], _ change: (inout Limits) -> Void
  ) -> [Diagnostic] {
    let folder = TemporaryWorkspace(files)
    let workspace = folder.workspace { change(&$0.limits) }
    do {
      _ = try folder.read(workspace)
      return []
    } catch let error as IngestError {
      return error.diagnostics
    } catch {
      return []
    }
  }

  @Test("an export, all exports, their rows, columns and number")
  func exports() {
    let cases: [(String, [Diagnostic])] = [
      ("file", refusal { $0.file = 100 }), ("exports", refusal { $0.exports = 100 }),
      ("rows", refusal { $0.rows = 1 }), ("columns", refusal { $0.columns = 4 }),
      ("files", refusal(["audits.csv": Self.audits, "more.csv": Self.audits]) { $0.files = 1 }),
    ]
    for (key, diagnostics) in cases {
      #expect(diagnostics.first?.id == "ingest.limit.\(key)")
      #expect(diagnostics.first?.suggestion == "if it is right, raise \(key) under limits in qareport.yaml")
    }
    #expect(cases[0].1.first?.summary == "the file has 107 bytes, and at most 100 bytes are read")
    #expect(refusal { _ in }.isEmpty)
  }

  @Test("the memory that exports need, by the setting and by the machine's")
  func memory() throws {
    let small = refusal { $0.memory = 63 << 20 }
    #expect(small.map(\.id) == ["ingest.limit.memory"])
    #expect(
      small.first?.summary
        == "the exports have 107 bytes, which take about 64 MB of memory, and memory under limits allows 63 MB"
    )
    #expect(
      small.first?.suggestion?.hasSuffix("set memory under limits in qareport.yaml to what the run may take")
        == true)
    #expect(refusal { $0.memory = 64 << 20 }.isEmpty)
    // A file that is no table is not read and needs none.
    #expect(
      refusal(["audits.csv": Self.audits, "scan.pdf": String(repeating: "x", count: 1 << 20)]) {
        $0.memory = 64 << 20
      }.isEmpty)
    let bound = try #require(MemoryBound.ofThisRun())
    #expect(bound.bytes <= Int(ProcessInfo.processInfo.physicalMemory))
    let (_, faults) = try readWorkspace([
      "qareport.yaml": "framework: x\nlimits: {memory: lots}", "frameworks/x.yaml": "",
    ])
    #expect(faults.contains { $0.contains("limits: memory must be a size such as 512 KB or 2 GB") })
  }

  @Test("the limits of control groups, of both versions, with those around them")
  func groups() throws {
    let folder = try TemporaryFolder()
    try folder.write("max\n", to: "system.slice/report.service/memory.max")
    try folder.write("536870912\n", to: "system.slice/memory.max")
    try folder.write("9223372036854771712\n", to: "memory/memory.limit_in_bytes")
    try folder.write("1048576\n", to: "memory/jobs/memory.limit_in_bytes")
    func bounds(_ membership: String) -> [Int] {
      MemoryBound.ofGroups(membership: membership, root: folder.path).map(\.bytes)
    }
    #expect(bounds("0::/system.slice/report.service\n") == [512 << 20])
    #expect(bounds("5:devices:/jobs\n4:cpu,memory:/jobs\n0::/\n") == [1 << 20])
    #expect(bounds("0::/elsewhere\n4:memory:/\nnonsense\n").isEmpty)
    #expect(bounds("0::/../../system.slice\n").isEmpty)
  }

  @Test("a cell longer than any costs its record, and names the setting")
  func cell() throws {
    let long = "A3,\"\(String(repeating: "x", count: 300_000))\",CiC,09/10/2025,Good\n"
    let folder = TemporaryWorkspace(["audits.csv": Self.audits + long])
    let dataset = try folder.read(readSize: 4096, folder.workspace { $0.limits.cell = 100_000 })
    let fault = try #require(dataset.diagnostics.first { $0.id == "ingest.csv.stray_quote" })
    #expect(fault.summary.hasPrefix("the cell is longer than any that is read"))
    #expect(fault.suggestion?.hasSuffix("raise cell under limits in qareport.yaml") == true)
    #expect(dataset.audits?.count == 2)
    #expect(try folder.read().audits?.count == 3)
  }

  @Test("a framework file's size and depth, by settings of the workspace")
  func configuration() throws {
    let deep =
      "framework: x\n" + (0..<10).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
    let (_, depth) = try readWorkspace([
      "qareport.yaml": "framework: x\nlimits: {depth: 5}", "frameworks/x.yaml": deep,
    ])
    #expect(
      depth.contains(
        "frameworks/x.yaml:7: error: the file is nested too deeply here. At most 5 levels are read."),
      "\(depth)")
    let (_, size) = try readWorkspace([
      "qareport.yaml": "framework: x\nlimits: {configuration: 1 KB}",
      "frameworks/x.yaml": String(repeating: "# x\n", count: 300),
    ])
    #expect(
      size == [
        "frameworks/x.yaml: error: the file is larger than 1 KB, the most that is read. If it is right, raise configuration under limits in qareport.yaml."
      ])
    let (_, wrong) = try readWorkspace([
      "qareport.yaml": "framework: x\nlimits: {file: much, rows: 0, cells: 4}", "frameworks/x.yaml": "",
    ])
    #expect(wrong.contains { $0.contains("limits: file must be a size such as 512 KB or 2 GB") })
    #expect(wrong.contains { $0.contains("limits: rows") })
    #expect(wrong.contains { $0.contains("\"cells\" is not a key of limits. Did you mean \"cell\"?") })
  }

  @Test("sizes", arguments: [("512 KB", 524_288), ("2GB", 2 << 30), ("4096", 4096), ("1 tb", 1 << 40)])
  func sizes(text: String, bytes: Int) {
    #expect(ByteCount.parse(text) == bytes)
  }

  @Test(
    "what is no size",
    arguments: ["", "KB", "-1", "1.5 GB", "1 kilo", "99999999999 TB", "9223372036854775808"])
  func noSizes(text: String) {
    #expect(ByteCount.parse(text) == nil)
    #expect(ByteCount.text(1_610_612_736) == "1.5 GB")
  }

  @Test("links are not followed to a configuration, pipes and devices are not read")
  func links() throws {
    let folder = try TemporaryFolder()
    try folder.write("secret", to: "outside/x.yaml")
    try folder.write("", to: "inside/here.yaml")
    let inside = folder.path + "/inside"
    let manager = FileManager.default
    try manager.createSymbolicLink(atPath: inside + "/link.yaml", withDestinationPath: "../outside/x.yaml")
    try manager.createSymbolicLink(atPath: inside + "/folder", withDestinationPath: "../outside")
    #expect(mkfifo(inside + "/pipe.yaml", 0o600) == 0)
    try manager.createDirectory(atPath: inside + "/directory.yaml", withIntermediateDirectories: false)
    func refusal(_ path: String) -> String? {
      if case .refused(let reason) = PlainFile.read(path, in: inside, atMost: 100) { reason } else { nil }
    }
    #expect(refusal("link.yaml")?.contains("is reached by a link (link.yaml)") == true)
    #expect(refusal("folder/x.yaml")?.contains("is reached by a link (folder)") == true)
    #expect(refusal("pipe.yaml") == "is not an ordinary file")
    #expect(refusal("directory.yaml") == "is not an ordinary file")
    if case .absent = PlainFile.read("none.yaml", in: inside, atMost: 100) {
    } else {
      Issue.record("not absent")
    }
    if case .bytes(let bytes) = PlainFile.read("here.yaml", in: inside, atMost: 0) { #expect(bytes.isEmpty) }
  }

  @Test("a file that is cut, grows or vanishes while it is read")
  func changing() throws {
    let folder = TemporaryWorkspace(["audits.csv": Self.audits])
    let exports = try ExportFolder(workspace: folder.folder, exports: "exports")
    let file = try exports.openFile("audits.csv")
    #expect(!file.hasChanged)
    let handle = try #require(fopen(folder.folder + "/exports/audits.csv", "a"))
    fputs("A3,C3,CiC,09/10/2025,Good\n", handle)
    fclose(handle)
    #expect(file.hasChanged)
    #expect(exports.list().files == ["audits.csv"])
    unlink(folder.folder + "/exports/audits.csv")
    #expect(throws: ReadFailure(code: ENOENT)) { try exports.openFile("audits.csv") }
  }
}

/// Which lines of an export have changed since a pack was made.
@Suite("The index of lines")
struct LineIndexTests {
  private func index(_ text: String, stride: Int = 1) throws -> LineIndex {
    let folder = TemporaryWorkspace(["a.csv": text])
    let file = SourceFile(path: "exports/a.csv", dataset: .audits, bytes: text.utf8.count, sha256: "")
    return try #require(LineIndex(of: file, in: folder.workspace(), stride: stride))
  }

  @Test(
    "what changed, line by line",
    arguments: [
      ("a\nb\nc\n", "a\nB\nc\n", "line 2"), ("a\nb\nc\n", "A\nb\nC", "line 1, line 3"),
      ("a\r\nb\r\n", "a\r\nb\r\nc\r\n", "line 3 (it had 2 lines and has 3)"),
      ("a\nb\nc\nd\n", "a\nd\n", "lines taken out after line 1 (it had 4 lines and has 2)"),
      ("a\nb\n", "a\nx\ny\nb\n", "lines 2 to 3 (it had 2 lines and has 4)"),
      (
        "a\nb\nc\nd\ne\nf\n", "a\nB\nc\nd\nf\ng\n\n",
        "line 2, lines taken out after line 4, lines 6 to 7 (it had 6 lines and has 7)"
      ), ("a\nb\nc\nd\n", "a\nc\nx\nd\n", "lines taken out after line 1, line 3"),
      ("a\nb\nc\nd\n", "a\nB\nC\nd\n", "lines 2 to 3"),
      ("a\nb\nc\n", "", "lines taken out after line 0 (it had 3 lines and has 0)"),
      ("a\rb\r", "a\nb\n", "in its line ends or its last bytes"),
    ])
  func changes(old: String, new: String, change: String) throws {
    #expect(try index(new).changes(since: try index(old)) == change)
  }

  @Test("more changes than can be told apart in time are one stretch")
  func manyLines() throws {
    let old = (0..<3000).map { "row \($0)" }
    let new = ["other"] + old.map { $0 + "!" }
    let change = try index(new.joined(separator: "\n")).changes(since: try index(old.joined(separator: "\n")))
    #expect(change == "lines 1 to 3001 (it had 3000 lines and has 3001)")
  }

  @Test("groups of lines in long files")
  func groups() throws {
    let old = (1...100).map { "row \($0)" }
    var new = old
    new[41] = "other"
    let (before, now) = (
      try index(old.joined(separator: "\n"), stride: 8), try index(new.joined(separator: "\n"), stride: 8)
    )
    #expect(before.lines == 100)
    #expect(before.hashes.count == 13)
    #expect(now.changes(since: before) == "one of lines 41 to 48")
    #expect(LineIndex.usualStride(bytes: 16 << 20) == 1)
    #expect(LineIndex.usualStride(bytes: 643_000_000) == 64)
  }
}
