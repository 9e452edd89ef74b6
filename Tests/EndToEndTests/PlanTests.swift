import Foundation
import Testing

/// What was done of St Helens' plan against a count of the published exports made with Python's csv module.
///
/// The counts below are what `fixtures/generate/recount_plan.py` printed, a script that has nothing of the program: of
/// records with one key the newest export's stands, dates are read by each file's own order, an id that a spreadsheet
/// shortened is none, and rows of a service that is not the authority's are left out. Quarter: 1 October to
/// 31 December 2025. People: started by 31 December 2024 and not left by 31 December 2025; seen in 2025.
@Suite("Activity against plan of the St Helens fixture")
struct PlanTests {
  static let counted: [(activity: String, due: Int, done: Int)] = [
    ("Routine oversight report by heads of service", 9, 7),
    ("IRO and CP chair report", 1, 1),
    ("Children dip-sampled", 10, 51),
    ("Dip sampling by heads of service", 1, 23),
    ("Dip sampling by managers", 1, 28),
    ("Dip sampling by the principal social worker", 1, 0),
    ("Observation of every practitioner", 105, 53),
    ("Observation of every team manager", 23, 4),
    ("Observation by the assistant director", 1, 1),
    ("Observation by the director", 0, 1),
    ("Supervision by every team manager reviewed", 23, 19),
    ("Supervision by every head of service reviewed", 11, 0),
    ("Supervision by every assistant director reviewed", 1, 0),
    ("Newly qualified workers' supervision sampled by the principal social worker", 9, 0),
    ("Thematic audits", 1, 1),
    ("Thematic audits by the improvement team", 1, 11),
    ("Collaborative case reviews", 20, 25),
    ("Collaborative case reviews by the improvement team", 1, 11),
    ("Family's feedback in collaborative case reviews", 26, 13),
    ("Feedback to the practitioner", 121, 102),
    ("Practitioner forum's summary of feedback", 1, 0),
    ("Feedback from the children in care council", 1, 3),
    ("Feedback from the care leavers forum", 1, 1),
    ("Practitioner forum", 3, 3),
    ("Practitioner forum's survey of workers", 1, 1),
    ("Quality assurance meeting of the departmental leadership team", 1, 1),
    ("Learning event", 1, 1),
  ]

  @Test("is what was counted by hand")
  func counts() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run([
      "quarterly", "--workspace", Program.repository.appending(path: "fixtures/st-helens").path,
      "--period", "2025-26-Q3", "--out", folder.url.path, "--quiet",
    ])
    #expect(result.status == 1, "\(result.errors)")
    let pack = folder.url.appending(path: "quarterly-2025-26-Q3")
    let figures = try CSVRows.read(pack.appending(path: "figures.csv")).filter {
      $0["period"] == "2025-26-Q3"
    }
    func figure(_ measure: String, _ activity: String) -> [String: String]? {
      figures.first { $0["measure"] == measure && $0["category"] == activity }
    }
    for (activity, due, done) in Self.counted {
      #expect(figure("plan.due", activity)?["value"] == String(due), "\(activity)")
      #expect(figure("plan.done", activity)?["value"] == String(done), "\(activity)")
      #expect(figure("plan.done", activity)?["section"] == "activity-against-plan", "\(activity)")
    }
    // Nobody among the staff has the role; nothing is said to count; nothing is due.
    #expect(
      figure("plan.done", "Collaborative case reviews by IROs and CP chairs")?["status"] == "not_available")
    #expect(figure("plan.done", "Summary of complaints and compliments")?["status"] == "not_available")
    #expect(figure("plan.due", "Observation of decision-making meetings")?["status"] == "not_available")
    let text = try String(contentsOf: pack.appending(path: "report.md"), encoding: .utf8)
    #expect(text.contains("16 of 31 planned activities fell short"))
    #expect(text.contains("52 of 105 staff in the role Practitioner were not observed in the 12 months"))
    let order = ["## Summary", "## Activity against plan", "## Quantity and compliance"].map {
      text.range(of: "\n" + $0)?.lowerBound
    }
    let found = order.compactMap(\.self)
    #expect(found.count == 3 && found == found.sorted())
  }
}
