import Foundation
import Testing

/// The fixtures of Kirklees, Dorset and Haringey against what their generator counted of the records it invented, before it
/// wrote them untidily: `fixtures/generate/small.py`, which has nothing of the program.
@Suite("The small fixture of each framework")
struct SmallFixtureTests {
  @Test("gives the figures its records have", arguments: ["kirklees", "dorset", "haringey"])
  func figures(name: String) throws {
    let folder = try TemporaryFolder()
    let fixture = Program.repository.appending(path: "fixtures/\(name)")
    let result = try Program.run([
      "quarterly", "--workspace", fixture.path, "--period", "2025-26-Q3", "--out", folder.url.path, "--quiet",
      "--format", "data",
    ])
    #expect(result.status <= 1, "\(result.errors)")
    let figures = try CSVRows.read(folder.url.appending(path: "quarterly-2025-26-Q3/figures.csv")).filter {
      $0["period"] == "2025-26-Q3" && $0["team"] == ""
    }
    var found: [[String]: String] = [:]
    let columns = ["measure", "service", "dimension", "category", "category2"]
    for figure in figures { found[columns.map { figure[$0] ?? "" }] = figure["value"] }
    let counted = try CSVRows.read(fixture.appending(path: "COUNTS.csv"))
    #expect(counted.count > 20)
    for row in counted {
      let key = columns.map { row[$0] ?? "" }
      let value = found[key].map { $0.hasSuffix(".0") ? String($0.dropLast(2)) : $0 }
      #expect(value == row["value"], "\(key.joined(separator: ", "))")
    }
  }

  @Test("loses no row", arguments: ["kirklees", "dorset", "haringey"])
  func rows(name: String) throws {
    let folder = try TemporaryFolder()
    let result = try Program.run([
      "quarterly", "--workspace", Program.repository.appending(path: "fixtures/\(name)").path, "--period",
      "2025-26-Q3",
      "--out", folder.url.path, "--quiet", "--format", "data",
    ])
    #expect(result.status <= 1, "\(result.errors)")
    let rejects = try CSVRows.read(folder.url.appending(path: "quarterly-2025-26-Q3/rejects.csv"))
    #expect(rejects.isEmpty, "\(rejects.prefix(3))")
  }
}
