import Foundation
import Testing

/// The pack of the St Helens fixture: complete, private, the same bytes twice.
@Suite("The pack")
struct PackTests {
  private static let name = "quarterly-2025-26-Q3"

  private func make(into folder: TemporaryFolder) throws -> Program.Result {
    try Program.run([
      "quarterly", "--workspace", Program.repository.appending(path: "fixtures/st-helens").path, "--period",
      "2025-26-Q3", "--out", folder.url.path, "--quiet",
    ])
  }

  @Test("a second run gives the same bytes, in the same place")
  func reproducible() throws {
    let (first, second) = (try TemporaryFolder(), try TemporaryFolder())
    #expect(try make(into: first).status == 1)
    #expect(try make(into: second).status == 1)
    // Over the first pack again: it is exchanged, and nothing of the making stays.
    #expect(try make(into: first).status == 1)
    let files = try first.files()
    #expect(files == (try second.files()))
    for name in [
      "report.xlsx", "report.html", "report.md", "figures.csv", "figures.json", "rejects.csv",
      "manifest.json",
    ] {
      #expect(files.contains("\(Self.name)/\(name)"))
    }
    #expect(files.allSatisfy { $0.hasPrefix(Self.name + "/") })
    for file in files {
      #expect(
        try Data(contentsOf: first.url.appending(path: file))
          == Data(contentsOf: second.url.appending(path: file)),
        "\(file)")
    }
  }

  @Test("files and folders are the owner's only")
  func permissions() throws {
    let folder = try TemporaryFolder()
    #expect(try make(into: folder).status == 1)
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.url.path) {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.url.appending(path: path).path)
      let mode = try #require(attributes[.posixPermissions] as? NSNumber).intValue
      #expect(mode & 0o077 == 0, "\(path) has mode \(String(mode, radix: 8))")
    }
  }

  @Test("what is no pack is not replaced")
  func somebodyElsesFolder() throws {
    let folder = try SmallWorkspace.make()
    try folder.write("minutes", to: "output/quarterly-2025-26-Q3/minutes.txt")
    let result = try Program.run(["quarterly", "--workspace", folder.url.path, "--period", "2025-26-Q3"])
    #expect(result.status == 2)
    #expect(result.errors.contains("manifest.json"))
    #expect(
      try folder.files().filter { $0.hasPrefix("output/") } == ["output/quarterly-2025-26-Q3/minutes.txt"])
  }
}
