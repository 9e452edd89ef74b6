import Foundation
import Testing

/// Figures that `TRUTH.csv` does not hold, against a count by a program of its own.
///
/// `MEASURES.csv` is made by `fixtures/generate/recount_measures.py` from the records that survive the fixture's faults.
@Suite("Further figures against independent counts")
struct MeasuresTests {
  private static let key = [
    "measure", "service", "team", "dimension", "category", "dimension2", "category2", "period",
  ]

  @Test func stHelens() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run([
      "quarterly", "--workspace", Program.repository.appending(path: "fixtures/st-helens").path,
      "--period", "2025-26-Q3", "--out", folder.url.path, "--format", "data", "--quiet",
    ])
    #expect(result.status == 1, "\(result.errors)")
    let rows = try CSVRows.read(folder.url.appending(path: "quarterly-2025-26-Q3/figures.csv"))
    let figures = Dictionary(
      rows.map { row in (Self.key.map { row[$0] ?? "" }, row) }, uniquingKeysWith: { first, _ in first })
    let counts = try CSVRows.read(Program.repository.appending(path: "fixtures/st-helens/MEASURES.csv"))
    #expect(counts.count > 3000)
    let faults = counts.compactMap { count in
      // A group is written with its dimension first; a team has none.
      let key = Self.key.map { count[$0] ?? "" }
      return Self.fault(count, figures[key]).map {
        "\(key.filter { !$0.isEmpty }.joined(separator: " / ")) \($0)"
      }
    }
    #expect(faults.isEmpty, "\(faults.count) differ: \(faults.prefix(40).joined(separator: "\n"))")
  }

  private static func fault(_ count: [String: String], _ figure: [String: String]?) -> String? {
    let of = count["denominator"].flatMap(Int.init)
    guard let figure else { return "is not among the figures" }
    switch figure["status"] {
    case "ok":
      guard let of else {
        return figure["value"] == count["value"]
          ? nil : "is \(figure["value"] ?? ""), not \(count["value"] ?? "")"
      }
      return figure["numerator"] == count["numerator"] && figure["denominator"] == String(of)
        ? nil
        : "is \(figure["numerator"] ?? "") of \(figure["denominator"] ?? ""), not \(count["numerator"] ?? "") of \(of)"
    case "insufficient":
      return of.map { $0 < 5 && figure["n"] == String($0) } == true
        ? nil : "is insufficient with \(figure["n"] ?? "") records, not \(of ?? 0)"
    default: return "is \(figure["status"] ?? "")"
    }
  }
}
