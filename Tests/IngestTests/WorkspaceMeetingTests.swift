import Foundation
import QAModel
import Testing

@testable import Ingest

@Suite("Reports and meetings in a framework file")
struct WorkspaceMeetingTests {
  /// The framework's 26 lines and these, from line 27 on.
  private func read(_ lines: String, configuration: String = "framework: small\n") throws -> (
    Framework?, [String]
  ) {
    let (workspace, faults) = try readWorkspace([
      "qareport.yaml": configuration, "frameworks/small.yaml": smallFramework + "\n" + lines,
    ])
    return (workspace?.framework, faults.map { $0.replacing(/^frameworks\/small.yaml:/, with: "") })
  }

  @Test("A framework that says nothing has the three reports that all have")
  func always() throws {
    let (framework, faults) = try read("")
    #expect(faults == [])
    #expect(framework?.reports.map(\.name) == ["quarterly", "annual", "highlight"])
    #expect(framework?.reports.map(\.isPerService) == [false, false, true])
    #expect(framework?.meetings == [])
    #expect(framework?.choices == [])
  }

  @Test("Reports are told whole, and what is not told is the kind's")
  func reports() throws {
    let (framework, faults) = try read(
      """
      reports:
        qpag:
          {kind: monthly, title: To the group, sections: [summary, at_risk], audience: board, per_service: no}
        moderation:
        front-door: {services: [Early help], audit_types: [case audit], period: week}
        quarterly: {title: Our quarter}
      """)
    #expect(faults == [])
    #expect(
      framework?.reports == [
        ReportDefinition(
          "qpag", kind: .monthly, title: "To the group", period: .months(1), audience: .board,
          sections: [.summary, .atRisk]),
        ReportDefinition("moderation", kind: .moderation, title: "Moderation report", period: .weeks(6)),
        ReportDefinition(
          "front-door", kind: .frontDoor, period: .weeks(1), services: [0], auditTypes: ["Case audit"]),
        ReportDefinition("quarterly", kind: .quarterly, title: "Our quarter"),
        ReportDefinition("annual", kind: .annual),
        ReportDefinition("highlight", kind: .highlight, isPerService: true),
      ])
    #expect(framework?.report(named: "Front door")?.name == "front-door")
  }

  @Test("Meetings are told whole, and what is not told is a day to start from and a week for papers")
  func meetings() throws {
    let (framework, faults) = try read(
      """
      reports: {monthly: }
      meetings:
        Panel:
          per: month
          day: {weekday: Wednesday, week: 3, month: 1}
          receives: [monthly, Highlight]
          papers_before: {days: 5}
          queries_until: {days: 3}
          signed_off_by: Leadership team
          audience: board
        Six weekly: {per: {weeks: 6}, day: {working_day: 2, assumed: yes}}
        Other: {per: quarter}
      """)
    #expect(faults == [])
    #expect(
      framework?.meetings == [
        Meeting(
          "Panel", frequency: .months(1), day: MeetingDay(.weekday(3, week: 3)),
          receives: ["monthly", "highlight"], papersBefore: 5, queriesUntil: 3,
          signedOffBy: "Leadership team",
          audience: .board),
        Meeting("Six weekly", frequency: .weeks(6), day: MeetingDay(.workingDay(2)), isDayAssumed: true),
        Meeting("Other", frequency: .months(3)),
      ])
    #expect(framework?.meetings.map(\.isDayAssumed) == [false, true, true])
  }

  @Test("A workspace gives a meeting its day and a report its title, and no more")
  func overlay() throws {
    let (framework, faults) = try read(
      "meetings:\n  Panel: {per: month, papers_before: {weeks: 2}}\nreports: {monthly: {audience: board}}\n",
      configuration:
        "framework: small\nmeetings: {panel: {day: {day_of_month: 7}}}\nreports: {monthly: {title: Ours}}\n")
    #expect(faults == [])
    #expect(
      framework?.meetings == [
        Meeting("Panel", frequency: .months(1), day: MeetingDay(.dayOfMonth(7)), papersBefore: 14)
      ])
    #expect(
      framework?.reports.first == ReportDefinition("monthly", kind: .monthly, title: "Ours", audience: .board)
    )
  }

  static let faultCases: [(String, [String])] = [
    (
      "reports: {qpag: {title: A}}",
      [
        "27: error: the key \"kind\" of the report \"qpag\" is missing. A report is of the kind it has the name of, else it says which. The kinds are"
      ]
    ),
    ("reports: {Front Door: }", ["27: error: \"Front Door\" is not a name of a report. "]),
    (
      "reports: {monthly: {sectons: [plan]}}",
      ["27: error: \"sectons\" is not a key of \"monthly\" in reports. Did you mean \"sections\"?"]
    ),
    (
      "reports:\n  monthly:\n    sections: [plan, sumary, plan]",
      [
        "29: error: \"sumary\" is not a section. Did you mean \"summary\"?",
        "29: error: the section \"plan\" stands twice. Delete one of the two.",
      ]
    ),
    (
      "reports: {board: {kind: boards}}",
      ["27: error: \"boards\" is not a value of kind. Did you mean \"board\"?"]
    ),
    (
      "reports: {send: {period: quartr, services: [Early Halp]}}",
      [
        "27: error: \"quartr\" is not a value of period. Did you mean \"quarter\"?",
        "27: error: the framework has no service \"Early Halp\". Did you mean \"Early Help\"?",
      ]
    ),
    ("meetings: {Panel: }", ["27: error: the key \"per\" of the meeting \"Panel\" is missing. "]),
    (
      "meetings:\n  Panel:\n    per: month\n    receives: [highlite]",
      ["30: error: \"highlite\" is not a report of the framework. Did you mean \"highlight\"?"]
    ),
    (
      "meetings: {Panel: {per: month, day: {week: 3}}}",
      ["27: error: day of the meeting \"Panel\" names no day. "]
    ),
    (
      "meetings: {Panel: {per: month, day: {weekday: Wensday}}}",
      ["27: error: \"Wensday\" is not a value of weekday. Did you mean \"wednesday\"?"]
    ),
    (
      "meetings: {Panel: {per: month, day: {weekday: friday, working_day: 3}}}",
      ["27: error: day of the meeting \"Panel\" is said in 2 ways: weekday and working_day. "]
    ),
    (
      "meetings: {Panel: {per: month, papers_before: {week: 1}}}",
      ["27: error: \"week\" is not a key of papers_before of the meeting \"Panel\". Did you mean \"weeks\"?"]
    ),
    (
      "meetings: {Panel: {per: month, queries_until: {days: 3, weeks: 1}}}",
      ["27: error: queries_until of the meeting \"Panel\" is said in days and in weeks. "]
    ),
    (
      "meetings: {Panel: {per: month, day: {working_day: 30}}}",
      ["27: error: working_day is 30, but must be from 1 to 23."]
    ),
    (
      "meetings: {Panel: {per: quarter, day: {weekday: monday, month: 5}}}",
      ["27: error: day of the meeting \"Panel\" is in month 5 of 3. "]
    ),
    (
      "meetings: {Panel: {per: month, queries_until: {days: 10}}}",
      [
        "27: error: queries_until of the meeting \"Panel\" is 10 days before it, but papers are sent 7 days before. "
      ]
    ),
  ]

  @Test("What is wrong is told with its line", arguments: faultCases)
  func fault(yaml: String, expected: [String]) throws {
    let (_, faults) = try read(yaml)
    for (fault, start) in zip(faults, expected) { #expect(fault.hasPrefix(start)) }
    #expect(faults.count >= expected.count)
  }

  @Test("Grades have definitions")
  func definitions() throws {
    let framework = smallFramework.replacing(
      "grades: {scale: [Outstanding, Good, Poor], good_or_better: Good}",
      with: "grades: {scale: [{name: Good, definition: As it should be}, Poor], good_or_better: Good}")
    let (workspace, faults) = try readWorkspace([
      "qareport.yaml": "framework: small\n", "frameworks/small.yaml": framework,
    ])
    #expect(faults == [])
    #expect(workspace?.framework.grades.definitions == ["As it should be", nil])
  }
}
