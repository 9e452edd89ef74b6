import Foundation
import Testing

/// The quarter that `docs/worked-example.md` works out on paper, against the program's own figures.
@Suite struct WorkedExampleTests {
  private static let period = "--2025-26-q3"

  /// Figure to value, as the page's tables give them: every table whose first column holds figures.
  private func page() throws -> [String: String] {
    let text = try String(
      contentsOf: Program.repository.appending(path: "docs/worked-example.md"), encoding: .utf8)
    var values: [String: String] = [:]
    for line in text.split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      #expect(cells.count == 3, "\(line)")
      let figure = cells[0].trimmingCharacters(in: CharacterSet(charactersIn: "`"))
      #expect(values.updateValue(cells[2], forKey: figure) == nil, "\(figure) stands twice")
    }
    return values
  }

  /// A row of figures.csv in the words of the page; `nil` for a count of 0, no records and what was not supplied.
  private func words(_ row: [String: String]) throws -> String? {
    let number = { (column: String) in row[column].flatMap(Double.init) }
    switch (row["status"], row["unit"]) {
    case ("insufficient", "reading"), ("ok", "reading"): return row["note"]
    case ("insufficient", _): return row["n"] == "0" ? nil : "too few: \(row["n"] ?? "")"
    case ("not_available", _): return nil
    case ("ok", "count"): return row["value"] == "0" ? nil : row["value"]
    case ("ok", "proportion"):
      let share = "\(row["numerator"] ?? "") of \(row["denominator"] ?? ""), \(four(number("value")))"
      guard let lower = number("lower"), let upper = number("upper") else { return share }
      return "\(share) (\(four(lower)) to \(four(upper)))"
    default: return "unexpected: \(row)"
    }
  }

  private func four(_ number: Double?) -> String { number.map { String(format: "%.4f", $0) } ?? "none" }

  @Test func everyFigureIsThatOfThePage() throws {
    let folder = try TemporaryFolder()
    let run = try Program.run([
      "quarterly", "--workspace", Program.repository.appending(path: "fixtures/by-hand").path, "--period",
      "2025-26-Q3", "--out", folder.url.path, "--quiet",
    ])
    #expect(run.status == 0 || run.status == 1, "\(run.errors)")
    let rows = try CSVRows.read(folder.url.appending(path: "quarterly-2025-26-Q3/figures.csv"))
      .filter { $0["period"] == "2025-26-Q3" }
    var found: [String: String] = [:]
    var ofService: [String: String] = [:]
    for row in rows {
      let figure = try #require(row["figure"])
      #expect(figure.hasSuffix(Self.period))
      guard let said = try words(row) else { continue }
      let name = String(figure.dropLast(Self.period.count))
      if row["service"] == "" {
        found[name] = said
      } else {
        ofService[name.replacing("--family-support", with: "--all", maxReplacements: 1)] = said
      }
    }
    let page = try page()
    #expect(page.count > 60)
    for (figure, value) in page { #expect(found[figure] == value, "\(figure)") }
    for figure in found.keys.sorted() where page[figure] == nil {
      Issue.record("\(figure) is \(found[figure] ?? ""), and the page does not work it out")
    }
    for (figure, value) in ofService { #expect(found[figure] == value, "\(figure) of the service") }
  }
}
