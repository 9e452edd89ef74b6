import Foundation
import QAModel
import Testing

/// The whole schedule of Kirklees' service activity, counted (KI-9).
@Suite("Kirklees' schedule, every activity of every service")
struct KirkleesPlanTests {
  private struct Activity {
    let service: String
    let name: String
    let isDue: Bool
  }

  /// The document's own tables, as `Tests/independent/kirklees_plan.py` printed them.
  private func counted() throws -> [Activity] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "independent/kirklees-plan.csv")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst().map { line in
      let cells = Self.cells(String(line))
      // The document ends an activity with a full stop or not as it happens.
      let name = cells[2].hasSuffix(".") ? String(cells[2].dropLast()) : cells[2]
      return Activity(service: cells[1], name: name, isDue: !cells[6].isEmpty)
    }
  }

  /// One row of the diary for every activity, under the document's own names, and an observation, an audit, a sample and
  /// each kind of event for every service: whatever a line counts, it finds.
  @Test("KI-9: every activity of the 27 tables that can be counted is, once it is in an export")
  func ki9() throws {
    let activities = try counted()
    let services = Array(Set(activities.map(\.service))).sorted()
    let quoted = { (text: String) in "\"" + text.replacing("\"", with: "\"\"") + "\"" }
    let events = [
      "Child protection conference", "Child in care review", "Placement", "Placement referral",
      "Child protection plan stepped down", "EHCP draft or final",
    ]
    let authority = SmallAuthority(
      "kirklees",
      [
        "activity": "date,service,activity\n01/04/2024,,Induction",
        "observations": "observation_id,date,service",
        "audits": "audit_id,service,audit_type,completed_date",
        "dip_samples": "sample_id,sample_date,service,standard,response",
      ])
    let rows = [
      "activity":
        (activities.map { ($0.service, $0.name) }
        + services.flatMap { service in events.map { (service, $0) } })
        .map { "14/03/2026,\(quoted($0.0)),\(quoted($0.1))" }.joined(separator: "\n"),
      "observations": services.enumerated().map { "O\($0.offset),14/03/2026,\(quoted($0.element))" }
        .joined(separator: "\n"),
      "audits": services.enumerated().map { "A\($0.offset),\(quoted($0.element)),EHCP audit,14/03/2026" }
        .joined(separator: "\n"),
      "dip_samples": services.enumerated().map {
        "S\($0.offset),14/03/2026,\(quoted($0.element)),IRO footprint,yes"
      }.joined(separator: "\n"),
    ]
    // Two years, so that what is due every two years is due.
    let before = try authority.report("2024-04-01..2026-03-31")
    let after = try authority.report("2024-04-01..2026-03-31", adding: rows)
    let framework = after.framework
    let lines = framework.plan.indices.filter { framework.plan[$0].service != nil }
    #expect(lines.count == 171)
    for activity in activities {
      let own = lines.filter { line in
        framework.services[framework.plan[line].service ?? 0].name == activity.service
          && framework.plan[line].name.hasPrefix(activity.name)
      }
      #expect(!own.isEmpty, "\(activity.service): \(activity.name)")
      for line in own.map({ framework.plan[$0] }) where activity.isDue {
        let service = framework.services[line.service ?? 0].name
        let isSplit = line.name.contains(": ") && !activity.name.contains(": ")
        let (was, now) = (before.plan(line.name, service), after.plan(line.name, service))
        #expect(was?.hasPrefix("0 of ") == true, "\(service): \(line.name) \(was ?? "none")")
        // A cell that holds several activities is told apart in the plan by names of its own.
        let parts = now?.split(separator: " of ").compactMap { Int($0.replacing(",", with: "")) } ?? []
        #expect(parts.count == 2 && parts[1] > 0, "\(service): \(line.name) \(now ?? "none")")
        if !isSplit { #expect(parts.first ?? 0 > 0, "\(service): \(line.name) \(now ?? "none")") }
      }
    }
  }

  /// The cells of a line of a CSV file without line breaks in cells.
  private static func cells(_ line: String) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }
}
