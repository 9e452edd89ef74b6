import Foundation
import QAModel
import Testing

@testable import Ingest

@Suite("The plan in a framework file")
struct WorkspacePlanTests {
  /// The framework's 26 lines and these, from line 28 on.
  private func read(_ lines: String, configuration: String = "framework: small\n") throws -> (
    [PlanLine]?, [String]
  ) {
    let (workspace, faults) = try readWorkspace([
      "qareport.yaml": configuration, "frameworks/small.yaml": smallFramework + "\nplan:\n" + lines,
    ])
    return (workspace?.framework.plan, faults)
  }

  static let dues: [(String, PlanDue?)] = [
    ("", nil),
    ("due: ", nil),
    ("due: {times: 2, per: month}", .times(2, per: .months(1))),
    ("due: {per: Week}", .times(1, per: .weeks(1))),
    ("due: {times: 1, per: {weeks: 6}}", .times(1, per: .weeks(6))),
    ("due: {times: 10, per: quarter}", .times(10, per: .months(3))),
    ("due: {per: term}", .times(1, per: .term)),
    ("due: {per: half_year}", .times(1, per: .months(6))),
    ("due: {times: 3, per: year}", .times(3, per: .months(12))),
    ("due: {per: two_years}", .times(1, per: .months(24))),
    ("due: {per: quarter, per_service: yes}", .timesPerService(1, per: .months(3))),
    ("due: {each: Conference}", .each(PlanSource(.activity, kinds: ["Conference"]))),
    (
      "due: {each: {audits: {audit_type: case audit}}}", .each(PlanSource(.audits, kinds: ["Case audit"]))
    ),
    (
      "due: {per_person: {role: [Practitioner, Social Worker], per: year}}",
      .perPerson(roles: ["Practitioner", "Social Worker"], times: 1)
    ),
    ("due: {times: 2, per_person: {role: Practitioner}}", .perPerson(roles: ["Practitioner"], times: 2)),
  ]

  @Test("says how often", arguments: dues)
  func due(yaml: String, expected: PlanDue?) throws {
    let (plan, faults) = try read("  - activity: A\n    as_written: As it says\n    \(yaml)\n")
    #expect(faults == [])
    #expect(plan == [PlanLine("A", asWritten: "As it says", due: expected)])
  }

  static let sources: [(String, PlanSource)] = [
    ("{audits: }", PlanSource(.audits)),
    (
      "{audits: {audit_type: [Case audit], auditor_role: R, auditor_team: T, family_feedback_obtained: yes, count: children}}",
      PlanSource(
        .audits, counting: .children, kinds: ["Case audit"], roles: ["R"], teams: ["T"],
        having: [.familyFeedbackObtained])
    ),
    ("{dip_samples: {count: children}}", PlanSource(.dipSamples, counting: .children)),
    ("{dip_samples: {count: occurrences, reviewer_role: R}}", PlanSource(.dipSamples, roles: ["R"])),
    (
      "{observations: {nature: Visit, observer_role: R, worker_role: [S, T]}}",
      PlanSource(.observations, kinds: ["Visit"], roles: ["R"], subjectRoles: ["S", "T"])
    ),
    (
      "{supervision_audits: {reviewer_role: R, supervisor_role: S}}",
      PlanSource(.supervisionAudits, roles: ["R"], subjectRoles: ["S"])
    ),
    ("{feedback: {source: child}}", PlanSource(.feedback, kinds: ["child"])),
    ("{activity: Learning event}", PlanSource(.activity, kinds: ["Learning event"])),
    ("{activity: }", PlanSource(.activity, kinds: ["A"])),
    (
      "{audits: {moderated: yes, family_feedback_sought: yes, practitioner_met: yes, family_feedback_obtained: no}}",
      PlanSource(.audits, having: [.moderated, .familyFeedbackSought, .practitionerMet])
    ),
    ("{activity: [A, B]}", PlanSource(.activity, kinds: ["A", "B"])),
    ("{activity: {activity: A, lead: L}}", PlanSource(.activity, kinds: ["A"], roles: ["L"])),
  ]

  @Test("says what counts as done", arguments: sources)
  func done(yaml: String, expected: PlanSource) throws {
    let (plan, faults) = try read("  - {activity: A, as_written: B, done: \(yaml)}\n")
    #expect(faults == [])
    #expect(plan?.first?.done == expected)
  }

  @Test("One line stands for several services, and a Practice Week takes the place of a month's")
  func services() throws {
    let (plan, faults) = try read(
      "  - {activity: A, services: [Fostering, Early Help], as_written: B, due: {per: month}, replaced_by: practice_week}\n",
      configuration: "framework: small\npractice_weeks: [2025-10, 2026-03]\n")
    #expect(faults == [])
    let months = try [#require(Period(parsing: "2025-10")), #require(Period(parsing: "2026-03"))]
    #expect(
      plan == [
        PlanLine(
          "A (Fostering)", service: 1, asWritten: "B", due: .times(1, per: .months(1)), notDueIn: months),
        PlanLine(
          "A (Early Help)", service: 0, asWritten: "B", due: .times(1, per: .months(1)), notDueIn: months),
      ])
    #expect(
      try read("", configuration: "framework: small\npractice_weeks: [2025-26]\n").1 == [
        "qareport.yaml:2: error: \"2025-26\" is not a month. Write it as 2025-10."
      ])
  }

  static let faultCases: [(String, [String])] = [
    (
      "{activity: A, as_written: B, scheduled: {week: 3}}",
      ["28: error: the key \"month\" of scheduled of the activity \"A\" is missing. "]
    ),
    (
      "{activity: A, as_written: B, scheduled: {month: 4}}",
      ["28: error: month is 4, but must be from 1 to 3."]
    ),
    (
      "{activity: A, as_written: B, due: {per: quarter}, replaced_by: practice_week}",
      [
        "28: error: replaced_by of the activity \"A\" takes the place of a month's, but the line is not monthly. "
      ]
    ),
    (
      "{activity: A, as_written: B, due: {per: month}, replaced_by: practice_weeks}",
      ["28: error: \"practice_weeks\" is not a value of replaced_by. Did you mean \"practice_week\"?"]
    ),
    (
      "{activity: A, as_written: B, services: [Early Helps]}",
      ["28: error: the framework has no service \"Early Helps\". Did you mean \"Early Help\"?"]
    ),
    (
      "{activity: A, as_written: B, service: Fostering, services: [Early Help]}",
      ["28: error: the activity \"A\" has both service and services. Keep one of the two."]
    ),
    ("A", ["28: error: an entry of plan must be keys with values, but \"A\" stands here. "]),
    ("{as_written: B}", ["28: error: the key \"activity\" of an entry of plan is missing. "]),
    ("{activity: A}", ["28: error: the key \"as_written\" of the activity \"A\" is missing. "]),
    (
      "{activity: A, as_writen: B}",
      [
        "28: error: \"as_writen\" is not a key of an entry of plan. Did you mean \"as_written\"?",
        "28: error: the key \"as_written\" of the activity \"A\" is missing. ",
      ]
    ),
    (
      "{activity: A, as_written: B, service: Early Helps}",
      ["28: error: the framework has no service \"Early Helps\". Did you mean \"Early Help\"?"]
    ),
    (
      "{activity: A, as_written: B, due: {times: 2}}",
      ["28: error: due of the activity \"A\" does not say per what. "]
    ),
    (
      "{activity: A, as_written: B, due: {per: month, each: C}}",
      ["28: error: due of the activity \"A\" is said in 2 ways: per and each. "]
    ),
    (
      "{activity: A, as_written: B, due: {times: 2, each: C}}",
      ["28: error: due of the activity \"A\" has times beside each, where it means nothing. Delete times."]
    ),
    (
      "{activity: A, as_written: B, due: {per: quarters}}",
      ["28: error: \"quarters\" is not a value of per. Did you mean \"quarter\"?"]
    ),
    (
      "{activity: A, as_written: B, due: {times: 0, per: {week: 6}}}",
      [
        "28: error: times is 0, but must be from 1 to 1000.",
        "28: error: \"week\" is not a key of per of the activity \"A\". Did you mean \"weeks\"?",
        "28: error: the key \"weeks\" of per of the activity \"A\" is missing. ",
      ]
    ),
    (
      "{activity: A, as_written: B, due: {per_person: {rol: C, per: month}}}",
      [
        "28: error: \"rol\" is not a key of per_person of the activity \"A\". Did you mean \"role\"?",
        "28: error: the key \"role\" of per_person of the activity \"A\" is missing. ",
      ]
    ),
    (
      "{activity: A, as_written: B, due: {per_person: {role: C, per: month}}}",
      ["28: error: \"month\" is not a value of per for each person. It can be: year."]
    ),
    (
      "{activity: A, as_written: B, due: {per_person: {role: C}}, done: {activity: D}}",
      [
        "28: error: due of the activity \"A\" is per person, but the dataset activity does not say whose practice a record is of. "
      ]
    ),
    (
      "{activity: A, as_written: B, service: Fostering, due: {per: month, per_service: yes}}",
      ["28: error: due of the activity \"A\" is per service, but the line is one service's. "]
    ),
    (
      "{activity: A, as_written: B, done: {audit: }}",
      [
        "28: error: \"audit\" is not a key of done of the activity \"A\". Did you mean \"audits\"?",
        "28: error: done of the activity \"A\" names 0 datasets, but must name one. ",
      ]
    ),
    (
      "{activity: A, as_written: B, done: {audits: , feedback: }}",
      ["28: error: done of the activity \"A\" names 2 datasets, but must name one. "]
    ),
    (
      "{activity: A, as_written: B, done: {audits: {audit_type: Case audits, count: child}}}",
      [
        "28: error: the framework has no audit type \"Case audits\". Did you mean \"Case audit\"?",
        "28: error: \"child\" is not a value of count. It can be: audits, children.",
      ]
    ),
    (
      "{activity: A, as_written: B, done: {observations: {observer: C}}}",
      [
        "28: error: \"observer\" is not a key of observations in done of the activity \"A\". "
      ]
    ),
    (
      "{activity: A, as_written: B, done: {activity: {}}}",
      ["28: error: activity in done of the activity \"A\" does not say which. "]
    ),
    (
      "{activity: A, as_written: B}\n  - {activity: a, as_written: C}",
      ["29: error: \"a\" stands twice in plan, first on line 28. "]
    ),
  ]

  @Test("is told what is wrong with it, with the line and what to do", arguments: faultCases)
  func faults(yaml: String, expected: [String]) throws {
    let (_, faults) = try read("  - \(yaml)\n")
    let wanted = expected.map { "frameworks/small.yaml:" + $0 }
    #expect(faults.count == wanted.count, "\(faults)")
    for (fault, wanted) in zip(faults, wanted) { #expect(fault.hasPrefix(wanted), "\(fault)") }
  }

  @Test("tells one activity of two services apart by name, and takes a workspace's line over its own")
  func layers() throws {
    let lines = """
        - {activity: Supervision, as_written: Monthly, service: Early Help, due: {per: month}}
        - {activity: Supervision, as_written: Monthly, service: Fostering, due: {per: month}}
        - {activity: Panel, as_written: 6/8 weekly, lead: Head of Service, due: {per: {weeks: 8}}}

      """
    let workspace = """
      framework: small
      plan:
        - {activity: panel, due: {per: {weeks: 6}}}
        - {activity: Forum, as_written: TBC}

      """
    let (plan, faults) = try read(lines, configuration: workspace)
    #expect(faults == [])
    #expect(
      plan == [
        PlanLine(
          "Supervision (Early Help)", service: 0, asWritten: "Monthly", due: .times(1, per: .months(1))),
        PlanLine(
          "Supervision (Fostering)", service: 1, asWritten: "Monthly", due: .times(1, per: .months(1))),
        PlanLine("Panel", lead: "Head of Service", asWritten: "6/8 weekly", due: .times(1, per: .weeks(6))),
        PlanLine("Forum", asWritten: "TBC"),
      ])
    let (anew, _) = try read(
      lines, configuration: workspace.replacing("plan:", with: "replace: [plan]\nplan:"))
    #expect(anew == nil)
    let (own, _) = try read(
      lines,
      configuration: "framework: small\nreplace: [plan]\nplan:\n  - {activity: Forum, as_written: TBC}\n")
    #expect(own == [PlanLine("Forum", asWritten: "TBC")])
  }
}
