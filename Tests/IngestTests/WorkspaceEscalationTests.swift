import QAModel
import Testing

@testable import Ingest

@Suite("Escalations of a framework file")
struct WorkspaceEscalationTests {
  /// Rules of Haringey's and Dorset's frameworks, as their files will have them.
  private static let rules = """
    escalations:
      HA-3: {trigger: reaudit_escalated, to: Service manager}
      HA-3 again: {trigger: reaudit_escalated_again, to: Head of service and assistant director}
      HA-5 quality assurance: {trigger: report_not_quality_assured, working_days: 1, to: Service manager}
      HA-5 revision: {trigger: report_not_revised, working_days: 3, to: Service manager}
      HA-7: {trigger: dispute_not_met, working_days: 5, to: Head of service}
      HA-8: {trigger: audit_past_due_date, to: Service manager or head of service}
      HA-8 again: {trigger: audit_past_due_date_again, to: Assistant director}
      HA-9: {trigger: findings_not_discussed, working_days: 10, to: Service manager}
      HA-10: {trigger: concern_not_notified, to: Team manager}
      DO-5: {trigger: audit_not_submitted, days: 14, to: Quality assurance}
      DO-6: {trigger: inadequate_not_reviewed, to: Corporate director}
      SH-4 plan: {trigger: plan_not_done, activity: Thematic audit, to: DLT}
      SH-4: {trigger: too_few_audited, minimum: 20, audit_type: case audits, to: DLT}
    plan:
      - {activity: Thematic audit, as_written: 4 a year, due: {times: 4, per: year}, done: {audits: {audit_type: Case audit}}}
    """

  private func framework(_ more: String) -> String {
    smallFramework.replacing(
      "  - {name: Case audit, selection: random}",
      with: "  - {name: Case audit, selection: random, synonyms: [Case audits]}") + "\n" + more
  }

  @Test("are read with their triggers and limits")
  func rules() throws {
    let (workspace, faults) = try readWorkspace([
      "qareport.yaml": "framework: small\nescalations: {HA-7: {working_days: 6}}\n",
      "frameworks/small.yaml": framework(Self.rules),
    ])
    #expect(faults == [])
    let rules = try #require(workspace?.framework.escalations)
    #expect(rules.count == 13)
    #expect(
      rules[0]
        == EscalationRule(id: "HA-3", trigger: .reauditEscalated, limit: .days(0), to: "Service manager"))
    #expect(rules[2].limit == .workingDays(1))
    #expect(rules[4].limit == .workingDays(6))
    #expect(rules[9].limit == .days(14))
    #expect(rules[10].limit == .months(1))
    #expect(
      rules[11]
        == EscalationRule(id: "SH-4 plan", trigger: .planNotDone, activity: "Thematic audit", to: "DLT"))
    #expect(
      rules[12]
        == EscalationRule(
          id: "SH-4", trigger: .tooFewAudited, minimum: 20, auditType: "Case audit", to: "DLT"))
  }

  @Test(
    "faults are told with their line",
    arguments: [
      (
        "{trigger: action_overdu, to: x}",
        "\"action_overdu\" is not a value of trigger. Did you mean \"action_overdue\"?"
      ),
      (
        "{triger: action_overdue, to: x}",
        "\"triger\" is not a key of \"R\" in escalations. Did you mean \"trigger\"?"
      ),
      (
        "{trigger: action_overdue}",
        "the key \"to\" of the escalation \"R\" is missing. Say who is to be told, as to: Service manager."
      ),
      (
        "{trigger: action_overdue, to: x, days: 1, months: 1}",
        "the escalation \"R\" has two limits, days and months. Keep the one that the framework means."
      ),
      ("{trigger: action_overdue, to: x, days: 1000}", "days is 1000, but must be from 0 to 366."),
      (
        "{trigger: action_overdue, to: x, minimum: 3}",
        "minimum has no meaning for the escalation \"R\": action_overdue counts no children. Delete the line."
      ),
      (
        "{trigger: too_few_dip_sampled, to: x}",
        "the key \"minimum\" of the escalation \"R\" is missing. Say how many children a quarter must have, as minimum: 10."
      ),
      (
        "{trigger: too_few_dip_sampled, to: x, minimum: 3, days: 2}",
        "days has no meaning for the escalation \"R\": too_few_dip_sampled falls due with the quarter. Delete the line."
      ),
      (
        "{trigger: too_few_audited, to: x, minimum: 3, audit_type: Case audti}",
        "the framework has no audit type \"Case audti\". Did you mean \"Case audit\"?"
      ),
      (
        "{trigger: plan_not_done, to: x, days: 2}",
        "days has no meaning for the escalation \"R\": plan_not_done falls due with the period. Delete the line."
      ),
      (
        "{trigger: action_overdue, to: x, activity: Dip sampling}",
        "activity has no meaning for the escalation \"R\": action_overdue is not about the plan. Delete the line."
      ),
    ])
  func faults(rule: String, message: String) throws {
    let text = framework("escalations:\n  R: " + rule + "\n")
    let printed = try messages(text)
    #expect(printed.contains { $0.contains(":28: error: " + message) }, "\(printed)")
  }

  private func messages(_ text: String) throws -> [String] {
    try readWorkspace(["qareport.yaml": "framework: small\n", "frameworks/small.yaml": text]).1
  }
}
