import Foundation
import Testing

/// HA-2, HA-16: the report of Haringey's Practice Week, against its fixture's rows as they can be counted by hand: six
/// audits of `audit practice week november 2025-12-05.csv`, three Good and three Requires improvement, five with a conversation.
@Suite("The report of a Practice Week")
struct PracticeWeekTests {
  private func figures(_ period: String) throws -> [[String]: String] {
    let folder = try TemporaryFolder()
    let result = try Program.run([
      "report", "practice-week", "--workspace", Program.repository.appending(path: "fixtures/haringey").path,
      "--period", period, "--out", folder.url.path, "--quiet", "--format", "data",
    ])
    #expect(result.status <= 1, "\(result.errors)")
    let rows = try CSVRows.read(folder.url.appending(path: "practice-week-\(period)/figures.csv"))
    var found: [[String]: String] = [:]
    for row in rows where row["period"] == period && row["team"] == "" {
      found[["measure", "service", "category", "category2"].map { row[$0] ?? "" }] = row["value"]
    }
    return found
  }

  @Test("counts the week's audits, outside the grade profile, and none of a cycle")
  func november() throws {
    let figures = try figures("2025-11")
    let value = { (measure: String, service: String, first: String, second: String) in
      figures[[measure, service, first, second]].flatMap { Double($0) }
    }
    #expect(value("audits.completed", "", "", "") == 6)
    #expect(value("audits.completed", "", "targeted", "") == 6)
    #expect(value("audits.completed", "", "random", "") == 0)
    #expect(value("audits.completed", "", "Practice Week audit", "") == 6)
    #expect(value("audits.completed", "MASH", "", "") == 2)
    for service in ["Assessment and Safeguarding", "Corporate Parenting", "DCT", "Early Help"] {
      #expect(value("audits.completed", service, "", "") == 1, "\(service)")
    }
    #expect(value("audits.grade", "", "Good", "targeted") == 3)
    #expect(value("audits.grade", "", "Requires Improvement", "targeted") == 3)
    #expect(value("audits.grade", "", "Good", "random") == 0)
    #expect(value("plan.due", "", "Conversation with the practitioner", "") == 6)
    #expect(value("plan.done", "", "Conversation with the practitioner", "") == 5)
    #expect(value("plan.due", "", "Practice Week summary to the network", "") == 1)
    #expect(value("plan.done", "", "Practice Week summary to the network", "") == 1)
    // The week takes the place of the month's cycle; December has one again.
    for service in ["Corporate Parenting", "DCT"] {
      #expect(value("plan.due", service, "Case audits (\(service))", "") == 0, "\(service)")
    }
    #expect(value("plan.due", "MASH", "MASH audits", "") == 0)
    let december = try self.figures("2025-12")
    #expect(december[["plan.due", "DCT", "Case audits (DCT)", ""]].flatMap { Double($0) } == 1)
  }

  @Test("goes to the network's first meeting after its month, and is due once")
  func due() throws {
    let fixture = Program.repository.appending(path: "fixtures/haringey").path
    let said = { (day: String) in
      try Program.run(["due", "--workspace", fixture, "--on", day]).output
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    #expect(try said("2025-11-30").contains("practice-week Nov 2025 can be made from 1 Dec 2025"))
    #expect(try said("2025-12-01").contains("practice-week Nov 2025 not made"))
  }
}
