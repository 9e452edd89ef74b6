import Foundation
import Testing

/// `make prove-reports` runs the commands of these pages; here it is held that none is missing.
@Suite("The pages of the shipped frameworks")
struct FrameworkPageTests {
  @Test(
    "make every report of the framework, in every audience that a meeting receives it in",
    arguments: ["kirklees", "dorset", "haringey", "st-helens"])
  func everyReport(name: String) throws {
    let shown = try Program.run(["framework", "show", name]).output
    let page = try String(
      contentsOf: Program.repository.appending(path: "docs/\(name).md"), encoding: .utf8)
    let commands = page.split(separator: "\n").filter { $0.hasPrefix("qareport ") }
    let reports = Self.part("Reports", of: shown)
    #expect(reports.count >= 8)
    var own: [String: String] = [:]
    for line in reports {
      let report = String(line.prefix { $0 != ":" })
      let words = ["quarterly", "annual", "highlight"].contains(report) ? report : "report \(report)"
      own[report] = line.contains("for the audience board") ? "board" : "internal"
      #expect(
        commands.contains {
          $0.hasPrefix("qareport \(words) --workspace fixtures/\(name) ") && !$0.contains("--audience")
        },
        "no command for \(report)")
      #expect(page.contains("| `\(report)` |"), "no row for \(report)")
    }
    // What a board receives of a report that is internal by itself is made for the board, too.
    for meeting in Self.part("Meetings", of: shown) where meeting.contains("for the audience board") {
      let names = try #require(meeting.split(separator: "receives ").last?.split(separator: ";").first)
      for report in names.components(separatedBy: ", ") where own[report] == "internal" {
        #expect(
          commands.contains { $0.contains(" \(report) ") && $0.hasSuffix("--audience board") },
          "no command for \(report) to the board")
      }
    }
  }

  /// The lines of one part of what `framework show` prints.
  private static func part(_ heading: String, of text: String) -> [Substring] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0 == heading }) else { return [] }
    return lines[(start + 1)...].prefix { $0.hasPrefix("  ") }.map { $0.drop { $0 == " " } }
  }
}
