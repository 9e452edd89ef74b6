import QAModel
import Testing

@testable import Ingest

@Suite("The framework files that are shipped")
struct WorkspaceShippedTests {
  @Test("St Helens' framework reads without a fault")
  func stHelens() throws {
    let (workspace, faults) = try readWorkspace(
      ["qareport.yaml": "framework: st-helens\n"], templates: [Repository.templates])
    #expect(faults == [])
    let framework = try #require(workspace?.framework)
    #expect(framework.id == "st-helens")
    #expect(framework.authority == "St Helens")
    #expect(framework.marking == "OFFICIAL-SENSITIVE")
    #expect(
      framework.grades.grades.map(\.name) == ["Outstanding", "Good", "Requires Improvement", "Inadequate"])
    #expect(framework.grades.goodCount == 2)
    #expect(
      framework.domains.map(\.name) == [
        "Assessment", "Planning", "Multi-agency review", "Voice of the child",
        "Parents and carers engagement",
        "Management oversight and supervision", "Case recording",
      ])
    #expect(framework.auditTypes.map(\.selection) == [.random, nil, .targeted, .targeted])
    #expect(framework.auditTypes.map(\.isReaudit) == [false, false, false, true])
    #expect(framework.standards.count == 8)
    #expect(framework.indicators.count == 9)
    #expect(framework.indicators.allSatisfy { $0.target == nil })
    #expect(framework.feedback.questions.count == 4)
    #expect(framework.feedback.positiveCount == 2)
    #expect(framework.practiceAreas.map(\.name) == framework.domains.map(\.name))
    #expect(
      framework.practiceAreas[3].evidence == [
        .quantity: [.standard(0), .standard(1), .indicator(1)], .quality: [.domain(3)],
        .outcome: [.question(0)],
      ])
    #expect(framework.practiceAreas[5].evidence[.outcome] == nil)
    #expect(framework.thresholds == Thresholds())
    #expect(framework.complaints == ComplaintTimescales())
    #expect(framework.plan.count == 44)
    #expect(Set(framework.plan.map(\.name)).count == 44)
    let line = try #require(framework.plan.first { $0.name == "Children dip-sampled" })
    #expect(
      line
        == PlanLine(
          "Children dip-sampled", lead: "Heads of service and team managers",
          asWritten: "A minimum of reviewing at least ten children once per quarter",
          due: .times(10, per: .months(3)), done: PlanSource(.dipSamples, counting: .children),
          scheduled: PlanWeek(month: 1, week: 3)))
    #expect(framework.escalations.map(\.trigger) == [.tooFewDipSampled, .tooFewAudited])
    #expect(framework.escalations.map(\.minimum) == [10, 20])
  }

  /// What the documents fix, framework by framework: how many of each, counted in the documents.
  static let shipped: [(String, services: Int, domains: Int, plan: Int, meetings: Int, reports: Int)] = [
    ("kirklees", 28, 5, 181, 6, 17), ("dorset", 9, 13, 38, 7, 15), ("haringey", 6, 8, 39, 5, 18),
    ("st-helens", 0, 7, 44, 7, 8),
  ]

  @Test("Every framework reads without a fault and holds what its document has", arguments: shipped)
  func holds(name: String, services: Int, domains: Int, plan: Int, meetings: Int, reports: Int) throws {
    let (workspace, faults) = try readWorkspace(
      ["qareport.yaml": "framework: \(name)\n"], templates: [Repository.templates])
    #expect(faults == [])
    let framework = try #require(workspace?.framework)
    #expect(framework.services.count == services)
    #expect(framework.domains.count == domains)
    #expect(framework.plan.count == plan)
    #expect(framework.meetings.count == meetings)
    #expect(framework.reports.count == reports)
    #expect(framework.grades.grades.count == 4)
    #expect(!framework.choices.isEmpty)
    #expect(framework.indicators.allSatisfy { $0.target == nil })
    #expect(Set(framework.plan.map(\.name)).count == plan)
    // What is received is made, and what is made for a meeting is received by one.
    #expect(Set(framework.meetings.flatMap(\.receives)).isSubset(of: Set(framework.reports.map(\.name))))
    #expect(framework.plan.allSatisfy { $0.due != nil || !$0.asWritten.isEmpty })
  }

  @Test("Haringey's Practice Weeks take the place of a month's cycle in every service that has one")
  func practiceWeeks() throws {
    let (workspace, faults) = try readWorkspace(
      ["qareport.yaml": "framework: haringey\npractice_weeks: [2025-10]\n"], templates: [Repository.templates]
    )
    #expect(faults == [])
    let cycles = try #require(workspace?.framework).plan.filter { !$0.notDueIn.isEmpty }
    #expect(cycles.count == 11)
    #expect(cycles.allSatisfy { $0.due == .times(1, per: .months(1)) })
    #expect(cycles.allSatisfy { $0.service != nil })
  }

  @Test(
    "The fixtures' workspaces read without a fault",
    arguments: [
      "st-helens", "kirklees", "dorset", "haringey", "real-england", "real-data/annex-a",
      "real-data/workforce", "real-data/outcomes-2013",
      "real-data/providers-2015", "real-data/attendances",
    ])
  func fixtures(name: String) throws {
    let folder = Repository.root + "/fixtures/" + name
    do {
      let workspace = try WorkspaceReader(folder: folder, templates: [Repository.templates]).read()
      #expect(workspace.diagnostics == [])
      #expect(workspace.folder == folder)
    } catch {
      Issue.record("\(error.diagnostics.map(printed).joined(separator: "\n"))")
    }
  }
}
