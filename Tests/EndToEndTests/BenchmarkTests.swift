import Foundation
import Testing

/// England's, the region's and the statistical neighbours' figures of two authorities' indicators, against
/// `fixtures/real-england/BENCHMARKS.csv`, which `recount.py` worked out of the same files with Python's csv module.
@Suite("Indicators beside those of others")
struct BenchmarkTests {
  /// The indicator and its measure in the recount.
  static let indicators = [
    ("Re-referrals within 12 months", "rereferral_percent"),
    ("Child protection plans that are a second or subsequent plan", "CPP_subsequent_percent"),
    ("Children in care with 3 or more placements in the year", "With 3 or more placements during the year"),
    (
      "Children in care living with the same carer for 2 years",
      "Living with the same carer for at least 2 years"
    ),
  ]

  /// The workspace of an authority with the neighbours of one model.
  private func workspace(_ authority: String, _ model: String) throws -> TemporaryFolder {
    let fixture = Program.repository.appending(path: "fixtures/real-england")
    let folder = try TemporaryFolder()
    let yaml = try String(contentsOf: fixture.appending(path: "qareport.yaml"), encoding: .utf8)
    #expect(yaml.contains("    model: 2025\n"))
    try folder.write(
      yaml.replacingOccurrences(of: "    model: 2025\n", with: "    model: \(model)\n")
        .replacingOccurrences(of: "Kirklees", with: authority), to: "qareport.yaml")
    for file in [
      "c1_children_in_need_referrals_and_rereferrals_2013_to_2025", "d3_cpps_subsequent_plan_2013_to_2025",
      "la_cla_placement_stability", "sn_model_2025_wide", "stats_neighbours_long",
    ] {
      try folder.write(
        try Data(contentsOf: fixture.appending(path: "exports/\(file).csv")), to: "exports/\(file).csv")
    }
    return folder
  }

  @Test(
    "are what was worked out apart, by either model of neighbours",
    arguments: [
      ("Kirklees", "2025-26-Q1", "2025", "2025"), ("Kirklees", "2014-15-Q1", "2014", "2021"),
      ("St. Helens", "2025-26-Q1", "2025", "2021"), ("St. Helens", "2025-26-Q1", "2025", "2025"),
      ("St. Helens", "2021-22-Q2", "2021", "2021"),
    ])
  func figures(authority: String, quarter: String, year: String, model: String) throws {
    let folder = try workspace(authority, model)
    let result = try Program.run([
      "quarterly", "--workspace", folder.url.path, "--period", quarter, "--out",
      folder.url.appending(path: "output").path, "--quiet", "--format", "data,md",
    ])
    #expect(result.status <= 1, "\(result.errors)")
    let pack = folder.url.appending(path: "output/quarterly-\(quarter)")
    let figures = try CSVRows.read(pack.appending(path: "figures.csv")).filter {
      $0["period"] == quarter && ["", authority].contains($0["service"])
    }
    let expected = try CSVRows.read(
      Program.repository.appending(path: "fixtures/real-england/BENCHMARKS.csv")
    ).filter { $0["period"] == year && $0["model"] == model && $0["authority"] == authority }
    let comparators = [
      ("Statistical neighbours", "neighbours"),
      (authority == "Kirklees" ? "Yorkshire and The Humber" : "North West", "region"), ("England", "england"),
    ]
    let compared = Self.indicators.filter { _, measure in expected.contains { $0["measure"] == measure } }
    #expect(compared.count >= 2)
    for (indicator, measure) in compared {
      let row = try #require(expected.first { $0["measure"] == measure })
      // A share is given from 0 to 1; the file's own is rounded.
      let own = figures.first {
        $0["measure"] == "indicator.value" && $0["category"] == indicator && $0["value"] != ""
      }
      let ownValue = try #require(Double(own?["value"] ?? ""))
      #expect(abs(ownValue * 100 - (Double(row["own"] ?? "") ?? -1)) < 0.06, "\(indicator)")
      for (name, column) in comparators {
        let found = figures.filter {
          $0["measure"] == "indicator.benchmark" && $0["category"] == indicator && $0["category2"] == name
        }
        #expect(found.count == 1, "\(indicator) \(name)")
        let value = try #require(Double(found.first?["value"] ?? ""), "\(indicator) \(name)")
        #expect(abs(value * 100 - (Double(row[column] ?? "") ?? -1)) < 1e-9, "\(indicator) \(name)")
        guard name == "Statistical neighbours" else { continue }
        #expect(
          found.first?["note"]?.contains("\(row["with a figure"] ?? "") of \(row["of"] ?? "") ") == true)
      }
    }
    let report = try String(contentsOf: pack.appending(path: "report.md"), encoding: .utf8)
    #expect(report.contains("Indicators beside statistical neighbours and England"))
    #expect(report.contains("Neighbours with a figure"))
  }

  @Test("what a performance export says of others is shown, from the latest month alone")
  func givenInTheExport() throws {
    let folder = try SmallWorkspace.make(
      configuration: SmallWorkspace.configuration + """

        indicators:
          Visits in timescale: {target: 90, tolerance: 5}
        """)
    try folder.write(
      """
      indicator,period,numerator,denominator,statistical_neighbours,england
      Visits in timescale,2025-10,45,50,80,85.5
      Visits in timescale,2025-11,45,50,81.5,x
      Visits in timescale,2025-12,40,50,c,86.5
      """, to: "exports/performance.csv")
    let out = folder.url.appending(path: "output").path
    let arguments = ["--workspace", folder.url.path, "--period", "2025-26-Q3", "--out", out]
    _ = try Program.run(["quarterly"] + arguments + ["--quiet", "--format", "data,md"])
    let pack = folder.url.appending(path: "output/quarterly-2025-26-Q3")
    let figures = try CSVRows.read(pack.appending(path: "figures.csv")).filter {
      $0["measure"] == "indicator.benchmark" && $0["period"] == "2025-26-Q3" && $0["service"] == ""
    }
    let found = Dictionary(uniqueKeysWithValues: figures.map { ($0["category2"] ?? "", $0) })
    #expect(found.keys.sorted() == ["England", "Statistical neighbours"])
    #expect(found["England"]?["value"] == "0.865")
    #expect(found["Statistical neighbours"]?["value"] == "0.815")
    #expect(
      found["Statistical neighbours"]?["note"] == "As the performance export gives it for November 2025.")
    let report = try String(contentsOf: pack.appending(path: "report.md"), encoding: .utf8)
    #expect(report.contains("Beside statistical neighbours: better in Visits in timescale."))
  }
}
