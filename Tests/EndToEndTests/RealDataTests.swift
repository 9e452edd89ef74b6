import Foundation
import Testing

/// Real files of others, read by configuration alone: what became of their rows, against `fixtures/real-data/ROWS.csv`,
/// which `recount.py` counted with Python's csv module.
///
/// The files that are too large to keep are checked the same way by `fixtures/real-data/check.sh`.
@Suite("Real files")
struct RealDataTests {
  private static let fixtures = Program.repository.appending(path: "fixtures")

  /// Where a workspace's file is kept: with it, or among those of real-england.
  private static func file(_ name: String, of workspace: String) -> URL? {
    ["real-data/\(workspace)", "real-england"].map { fixtures.appending(path: "\($0)/exports/\(name)") }.first
    {
      FileManager.default.fileExists(atPath: $0.path)
    }
  }

  @Test(
    "are read to the row as they were counted apart",
    arguments: ["annex-a", "workforce", "outcomes-2013", "real-england"])
  func rows(workspace: String) throws {
    let expected = try CSVRows.read(Self.fixtures.appending(path: "real-data/ROWS.csv")).filter {
      $0["workspace"] == workspace
    }
    #expect(!expected.isEmpty)
    let folder = try TemporaryFolder()
    let own = workspace == "real-england" ? workspace : "real-data/\(workspace)"
    try folder.write(
      try Data(contentsOf: Self.fixtures.appending(path: "\(own)/qareport.yaml")), to: "qareport.yaml")
    let more = workspace == "workforce" ? ["sn_model_2025_wide.csv"] : []
    for name in expected.map({ $0["file"] ?? "" }) + more {
      let file = try #require(Self.file(name, of: workspace), "\(name)")
      try folder.write(try Data(contentsOf: file), to: "exports/\(name)")
    }
    let result = try Program.run([
      "quarterly", "--workspace", folder.url.path, "--period", "2020-21-Q3", "--out",
      folder.url.appending(path: "output").path, "--quiet", "--format", "data",
    ])
    #expect(result.status <= 1, "\(result.errors)")
    let manifest = try JSONSerialization.jsonObject(
      with: Data(contentsOf: folder.url.appending(path: "output/quarterly-2020-21-Q3/manifest.json")))
    let accounts = try #require((manifest as? [String: Any])?["rows"] as? [[String: Any]])
    for row in expected {
      let name = row["file"] ?? ""
      let account = try #require(accounts.first { $0["file"] as? String == "exports/\(name)" }, "\(name)")
      let sum = { (key: String) in ((account[key] as? [String: Int]) ?? [:]).values.reduce(0, +) }
      let found = [
        account["read"] as? Int, account["used"] as? Int, account["replaced"] as? Int, sum("set_aside"),
        sum("not_data"),
      ]
      let wanted = ["rows", "used", "replaced", "set aside", "not data"].map { Int(row[$0] ?? "") }
      #expect(found == wanted, "\(name)")
      #expect(account["dataset"] as? String == row["dataset"], "\(name)")
    }
  }
}
