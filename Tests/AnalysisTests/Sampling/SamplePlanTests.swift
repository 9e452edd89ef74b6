import QAModel
import Testing

@testable import Analysis

/// SH-4, DO-4, DO-5, HA-2: how many, who and by when is the framework's to say.
@Suite("What a framework's plan says of samples")
struct SamplePlanTests {
  private static let calendar = WorkingCalendar.englandAndWales()
  private static let review = AuditType(Term("Review"))

  private func framework(_ lines: [PlanLine], _ rules: [EscalationRule] = []) -> Framework {
    var framework = Records().framework
    framework.plan = lines
    framework.escalations = rules
    return framework
  }

  @Test("So many a quarter, of everybody together; a role's own part is none")
  func times() throws {
    let plan = SamplePlan(
      .audit(Self.review),
      framework([
        PlanLine(
          "Reviews by heads", asWritten: "Quarterly", due: .times(3, per: .months(3)),
          done: PlanSource(.audits, kinds: ["review"], roles: ["Head of Service"])),
        PlanLine(
          "Reviews", asWritten: "A minimum of 20", due: .times(20, per: .months(3)),
          done: PlanSource(.audits, counting: .children, kinds: ["Review"])),
      ]))
    #expect(plan.size(auditors: 4, services: [])?.count == 20)
    #expect(plan.auditors.roles == ["Head of Service"])
    let due = try #require(plan.due(from: CalendarDate(iso: "2026-02-02")!, calendar: Self.calendar))
    #expect(due.date.iso == "2026-03-31")
    #expect(SamplePlan(.dipSample, framework([])).size(auditors: 4, services: []) == nil)
  }

  @Test("Each auditor's six a year are a half a month; two weeks from notification")
  func perPerson() throws {
    let plan = SamplePlan(
      .audit(Self.review),
      framework(
        [
          PlanLine(
            "By each manager", asWritten: "Every other month",
            due: .perPerson(roles: ["Team Manager", "Advanced Practitioner"], times: 6),
            done: PlanSource(.audits, kinds: ["Review"]))
        ],
        [EscalationRule(id: "DO-5", trigger: .auditNotSubmitted, limit: .days(14), to: "QA")]))
    #expect(plan.size(auditors: 5, services: [])?.count == 3)
    #expect(plan.auditors.roles == ["Team Manager", "Advanced Practitioner"])
    #expect(
      plan.due(from: CalendarDate(iso: "2026-01-05")!, calendar: Self.calendar)?.date.iso == "2026-01-19")
  }

  @Test("An activity once a month says when, not how many; a Practice Week takes its place")
  func cycle() throws {
    let week = try #require(Period(parsing: "2025-11"))
    let plan = SamplePlan(
      .audit(Self.review),
      framework([
        PlanLine(
          "Audits", service: 0, asWritten: "Each month", due: .times(1, per: .months(1)),
          done: PlanSource(.audits, kinds: ["Review"]), notDueIn: [week])
      ]))
    #expect(plan.size(auditors: 5, services: []) == nil)
    #expect(plan.service == "Early Help")
    #expect(plan.isReplaced(on: week.first))
    #expect(!plan.isReplaced(on: week.last.adding(days: 1)))
    // 31 January 2026 is a Saturday.
    #expect(
      plan.due(from: CalendarDate(iso: "2026-01-05")!, calendar: Self.calendar)?.date.iso == "2026-01-30")
  }

  @Test("Nobody has two more than another where the teams allow it")
  func evenly() {
    var numbers = SeededNumbers(seed: 5)
    // Eight children that only the first may have, and four that anybody may: those go to the others.
    let auditors = Array(repeating: [0], count: 8) + Array(repeating: [0, 1, 2], count: 4)
    let chosen = AuditorAllocation.allocate(auditors, among: 3, using: &numbers)
    let loads = (0..<3).map { auditor in chosen.count { $0 == auditor } }
    #expect(loads == [8, 2, 2])
    // A chain: without passing on, the last child would find its only auditor taken twice.
    let chain = [[0, 1], [1, 2], [2, 3], [0]]
    for seed in 0..<50 {
      var numbers = SeededNumbers(seed: UInt64(seed))
      #expect(Set(AuditorAllocation.allocate(chain, among: 4, using: &numbers)) == [0, 1, 2, 3])
    }
  }
}
