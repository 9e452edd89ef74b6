import Foundation
import Testing

/// The program's figures against counts made by other programs from the same exports.
///
/// `TRUTH.csv` is the fixture generator's own account of what survives the faults it planted; `COUNTS.csv` is a count
/// of the published files with Python's csv module (`recount.py`).
@Suite("Figures against independent counts")
struct TruthTests {
  private static let key = [
    "measure", "service", "dimension", "category", "dimension2", "category2", "period",
  ]

  private func figures(_ workspace: String, _ period: String) throws -> [[String: String]] {
    let folder = try TemporaryFolder()
    let result = try Program.run([
      "quarterly", "--workspace", Program.repository.appending(path: "fixtures/\(workspace)").path,
      "--period", period,
      "--out", folder.url.path, "--format", "data", "--quiet",
    ])
    #expect(result.status == 1, "\(result.errors)")
    return try CSVRows.read(folder.url.appending(path: "quarterly-\(period)/figures.csv")).filter {
      $0["team"] == ""
    }
  }

  @Test("every figure of the St Helens fixture, eight quarters")
  func stHelens() throws {
    let figures = Dictionary(
      try figures("st-helens", "2025-26-Q3").map { row in (Self.key.map { row[$0] ?? "" }, row) },
      uniquingKeysWith: { first, _ in first })
    let truths = try CSVRows.read(Program.repository.appending(path: "fixtures/st-helens/TRUTH.csv"))
    #expect(truths.count > 9000)
    let faults = truths.compactMap { truth in
      let key = Self.key.map { truth[$0] ?? "" }
      return Self.fault(truth, figures[key]).map {
        "\(key.filter { !$0.isEmpty }.joined(separator: " / ")) \($0)"
      }
    }
    #expect(faults.isEmpty, "\(faults.count) differ: \(faults.prefix(40).joined(separator: "\n"))")
  }

  /// Why a figure does not agree with the truth, or `nil`.
  private static func fault(_ truth: [String: String], _ figure: [String: String]?) -> String? {
    guard let figure else { return "is not among the figures" }
    let wanted = { (column: String) in truth[column].flatMap(Double.init) }
    let found = { (column: String) in figure[column].flatMap(Double.init) }
    switch figure["status"] {
    case "insufficient":
      let fewest = truth["measure"] == "moderation.kappa" ? 30.0 : 5
      return (wanted("denominator") ?? 0) < fewest
        ? nil : "is insufficient, with \(wanted("denominator") ?? 0) records"
    case "not_available":
      return wanted("value") == nil ? nil : "is not available, the truth is \(wanted("value") ?? 0)"
    default: break
    }
    if truth["measure"] != "moderation.kappa" {
      for column in ["numerator", "denominator"] {
        if let wanted = wanted(column), let found = found(column), wanted != found {
          return "has the \(column) \(found), the truth is \(wanted)"
        }
      }
    }
    guard let value = wanted("value") else { return nil }
    // The truth is written with six places.
    guard let other = found("value"), abs(other - value) <= 5.1e-7 else {
      return "is \(figure["value"] ?? ""), the truth is \(value)"
    }
    return nil
  }

  @Test("grades of the inspectorate's published judgements", arguments: ["2024-25-Q1", "2022-23-Q3"])
  func realEngland(period: String) throws {
    let figures = try figures("real-england", period).filter { $0["period"] == period && $0["service"] == "" }
    let counts = try CSVRows.read(Program.repository.appending(path: "fixtures/real-england/COUNTS.csv"))
      .filter {
        $0["file"] == "ofsted_csc_ilacs_overview.csv" && $0["period"] == period
      }
    func count(_ measure: String, _ category: String) throws -> String {
      try #require(counts.first { $0["measure"] == measure && $0["category"] == category }?["value"])
    }
    let completed = figures.first { $0["measure"] == "audits.completed" && $0["dimension"] == "" }
    #expect(completed?["value"] == (try count("inspections completed", "")))
    for grade in ["outstanding", "good", "requires improvement", "inadequate"] {
      let found = figures.filter {
        $0["measure"] == "audits.grade" && $0["category2"] == "random"
          && ($0["category"] ?? "").lowercased().hasPrefix(grade)
      }
      #expect(found.count == 1)
      #expect(found.first?["value"] == (try count("overall_effectiveness_grade", grade)), "\(grade)")
    }
    // A judgement's column, and the word that its domain in the workspace's configuration begins with.
    let domains = [
      "impact_of_leaders_grade": "leaders", "help_and_protection_grade": "protection",
      "in_care_grade": "in care", "care_leavers_grade": "care leavers",
    ]
    for (column, word) in domains {
      let good = try ["outstanding", "good"].reduce(0) { $0 + (Int(try count(column, $1)) ?? 0) }
      let graded = try ["requires improvement", "inadequate"].reduce(good) {
        $0 + (Int(try count(column, $1)) ?? 0)
      }
      let found = figures.filter {
        $0["measure"] == "audits.good_or_better" && $0["dimension"] == "domain"
          && ($0["category"] ?? "").lowercased().contains(word)
      }
      #expect(found.count == 1, "\(column)")
      let isEnough = graded >= 5
      #expect(found.first?["status"] == (isEnough ? "ok" : "insufficient"), "\(column)")
      #expect(found.first?["numerator"] == (isEnough ? String(good) : ""), "\(column)")
      #expect(found.first?["n"] == String(graded), "\(column)")
    }
  }
}
