import Foundation
import Testing

/// docs/faults.md says what shows each fault: a test by its name, or a script.
@Suite("The fault matrix")
struct FaultMatrixTests {
  /// The table's rows, cell by cell.
  private static func rows() throws -> [[String]] {
    let text = try String(
      contentsOf: Program.repository.appending(path: "docs/faults.md"), encoding: .utf8)
    return text.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst().map { line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  /// The names of all tests and suites, as they are written.
  private static func titles() throws -> [String] {
    let tests = Program.repository.appending(path: "Tests")
    let files = try #require(FileManager.default.enumerator(at: tests, includingPropertiesForKeys: nil))
    let pattern = /@(Test|Suite)\(\s*"((?:[^"\\]|\\.)*)"/
    return try files.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }.flatMap { file in
      try String(contentsOf: file, encoding: .utf8).matches(of: pattern).map { String($0.2) }
    }
  }

  @Test("every row names what shows it, and that exists")
  func everyRow() throws {
    let (rows, titles) = (try Self.rows(), try Self.titles())
    #expect(rows.count > 25)
    for row in rows {
      #expect(row.count == 5, "\(row)")
      let shown = try #require(row.last)
      let tests = shown.matches(of: /\*([^*]+)\*/).map { String($0.1) }
      let scripts = shown.matches(of: /`?(Tests\/[^ `]+)`?/).map { String($0.1) }
      for test in tests {
        #expect(titles.contains { $0.hasPrefix(test) }, "no test is called *\(test)* …")
      }
      for script in scripts {
        #expect(FileManager.default.fileExists(atPath: Program.repository.appending(path: script).path))
      }
      #expect(!tests.isEmpty || !scripts.isEmpty || shown.hasPrefix("not shown:"), "\(row)")
    }
  }
}
