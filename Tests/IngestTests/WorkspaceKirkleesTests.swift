import Foundation
import QAModel
import Testing

@testable import Ingest

/// The plan of Kirklees against a count of the document's own tables.
///
/// `Tests/independent/kirklees-plan.csv` is what `kirklees_plan.py` printed of the published schedule: a script that has
/// nothing of the program, knows tables by their heads and reads every frequency by rules of its own. One row an
/// activity: service, activity, lead, frequency as written and as understood.
@Suite("The plan of Kirklees and the document's own tables")
struct WorkspaceKirkleesTests {
  private struct Row: Hashable {
    var service: String
    var activity: String
    var lead: String
    var asWritten: String
    var due: String
  }

  private func counted() throws -> [(table: String, row: Row)] {
    let path = Repository.root + "/Tests/independent/kirklees-plan.csv"
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst()
    return lines.map { line in
      let cells = Self.cells(String(line))
      #expect(cells.count == 7)
      let due = cells[6].isEmpty ? "nothing" : "\(cells[5]) \(cells[6])"
      return (
        cells[0],
        Row(
          service: cells[1], activity: Self.bare(cells[2]), lead: Self.bare(cells[3]),
          asWritten: Self.bare(cells[4].isEmpty ? "Not stated" : cells[4]), due: due)
      )
    }
  }

  private func planned() throws -> [Row] {
    let (workspace, faults) = try readWorkspace(
      ["qareport.yaml": "framework: kirklees\n"], templates: [Repository.templates])
    #expect(faults == [])
    let framework = try #require(workspace?.framework)
    return framework.plan.compactMap { line in
      guard let service = line.service else { return nil }
      let name = framework.services[service].name
      // Two activities that one cell of the document holds are told apart by what stands behind the colon.
      let own = line.name.replacing(" (\(name))", with: "").split(separator: ": ")[0]
      return Row(
        service: name, activity: Self.bare(String(own)), lead: Self.bare(line.lead ?? ""),
        asWritten: Self.bare(line.asWritten), due: Self.due(line.due))
    }
  }

  @Test("27 tables, one of which holds two services; every activity of every one, none more and none less")
  func activities() throws {
    let counted = try counted()
    let planned = try planned()
    #expect(Set(counted.map(\.table)).count == 27)
    #expect(Set(counted.map(\.row.service)).count == 28)
    #expect(Set(counted.filter { $0.table == "25" }.map(\.row.service)) == ["ISO", "Local Offer"])
    #expect(counted.count == 171)
    for (name, of) in [
      ("services", \Row.service), ("activities", \.activity), ("leads", \.lead), ("frequencies", \.asWritten),
      ("dues", \.due),
    ] {
      let tally = { (rows: [Row]) in
        Dictionary(rows.map { ($0.service + ": " + $0[keyPath: of], 1) }, uniquingKeysWith: +)
      }
      let (mine, theirs) = (tally(planned), tally(counted.map(\.row)))
      for key in Set(mine.keys).union(theirs.keys) { #expect(mine[key] == theirs[key], "\(name): \(key)") }
    }
    let (mine, theirs) = (Set(planned), Set(counted.map(\.row)))
    #expect(mine.subtracting(theirs).isEmpty)
    #expect(theirs.subtracting(mine).isEmpty)
    #expect(planned.count == counted.count)
  }

  @Test("Every frequency is understood, or is one of those of which nothing can be due")
  func frequencies() throws {
    let nothing = try planned().filter { $0.due == "nothing" }
    #expect(nothing.count == 25)
    let words = ["not stated", "ongoing", "as ", "tbc", "launch in", "one time"]
    for row in nothing { #expect(words.contains { row.asWritten.lowercased().hasPrefix($0) }, "\(row)") }
  }

  private static func due(_ due: PlanDue?) -> String {
    let lengths: [PlanStretch: String] = [
      .weeks(1): "week", .weeks(2): "2 weeks", .weeks(6): "6 weeks", .weeks(8): "8 weeks",
      .months(1): "month",
      .months(2): "two months", .months(3): "quarter", .term: "term", .months(6): "half year",
      .months(12): "year",
      .months(24): "two years",
    ]
    switch due {
    case nil: return "nothing"
    case .times(let times, let stretch): return "\(times) \(lengths[stretch] ?? "?")"
    case .each(let source):
      let events = [
        "Child protection conference": "conference", "Placement": "placement",
        "Placement referral": "referral",
        "Child protection plan stepped down": "plan ended", "EHCP draft or final": "plan issued",
        "Child in care review": "review",
      ]
      return "1 \(events[source.kinds.first ?? ""] ?? "?")"
    case .timesPerService, .perPerson: return "?"
    }
  }

  /// Without a full stop at its end, which the document has or has not as it happens.
  private static func bare(_ text: String) -> String { text.hasSuffix(".") ? String(text.dropLast()) : text }

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
