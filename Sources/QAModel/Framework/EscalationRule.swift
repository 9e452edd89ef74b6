/// A rule of a framework that says what must be told to whom when it was not done in time.
public struct EscalationRule: Sendable, Hashable {
  /// The framework's own reference or words for it, as `HA-9` or `Inadequate audit not reviewed`.
  public var id: String
  public var trigger: EscalationTrigger
  /// How long there is, from the trigger's first day.
  public var limit: EscalationLimit
  /// How many children a quarter must have, for the triggers that count them; 0 for the others.
  public var minimum: Int
  /// The name of the audit type whose children are counted; `nil`: of every type.
  public var auditType: String?
  /// The name of the line of the plan that is watched; `nil`: every line.
  public var activity: String?
  /// Who is to be told: `Service manager`.
  public var to: String

  public init(
    id: String, trigger: EscalationTrigger, limit: EscalationLimit? = nil, minimum: Int = 0,
    auditType: String? = nil, activity: String? = nil, to: String
  ) {
    self.id = id
    self.trigger = trigger
    self.limit = limit ?? trigger.usualLimit
    self.minimum = minimum
    self.auditType = auditType
    self.activity = activity
    self.to = to
  }
}

/// Time allowed: the last day of it is still in time.
public enum EscalationLimit: Sendable, Hashable {
  case days(Int)
  /// Day 1 is the next working day.
  case workingDays(Int)
  case months(Int)
}

/// What a rule can be about: everything the program knows how to tell from the exports.
public enum EscalationTrigger: String, Sendable, CaseIterable, Hashable {
  /// A re-audit lower than before, or unchanged below *Good*, until the manager is satisfied.
  case reauditEscalated = "reaudit_escalated"
  /// The same where the audit before was itself a re-audit.
  case reauditEscalatedAgain = "reaudit_escalated_again"
  /// From submission until quality-assured.
  case reportNotQualityAssured = "report_not_quality_assured"
  /// From quality assurance until revised or completed.
  case reportNotRevised = "report_not_revised"
  /// From a dispute's being raised until those concerned met.
  case disputeNotMet = "dispute_not_met"
  /// From that meeting until the dispute is resolved or made formal.
  case disputeNotSummarised = "dispute_not_summarised"
  /// From a dispute's being made formal until the response.
  case disputeNotAnswered = "dispute_not_answered"
  /// From the response until resolved.
  case disputeNotResolved = "dispute_not_resolved"
  /// From the audit's own due date until submitted or completed.
  case auditPastDueDate = "audit_past_due_date"
  /// The same where the auditor was late with an audit due earlier.
  case auditPastDueDateAgain = "audit_past_due_date_again"
  /// From allocation until submitted or completed.
  case auditNotSubmitted = "audit_not_submitted"
  /// Audits of the lowest grade and escalated re-audits, from receipt of the report until the findings are discussed.
  case seriousFindingsNotDiscussed = "serious_findings_not_discussed"
  /// Other audits below *Good*, likewise.
  case findingsNotDiscussed = "findings_not_discussed"
  /// From the audit that raised an immediate concern until somebody was told.
  case concernNotNotified = "concern_not_notified"
  /// From the completion of an audit of the lowest grade until the manager is satisfied.
  case inadequateNotSatisfied = "inadequate_not_satisfied"
  /// From the completion of an audit of the lowest grade until quality assurance reviewed it.
  case inadequateNotReviewed = "inadequate_not_reviewed"
  /// From the completion of an audit of the lowest grade until the manager is satisfied: an alert, also where no export
  /// records a manager's being satisfied.
  case inadequateAudit = "inadequate_audit"
  /// From submission, else completion, until a moderator graded the audit.
  case auditNotModerated = "audit_not_moderated"
  /// From completion until the practitioner was met.
  case practitionerNotMet = "practitioner_not_met"
  /// The same, of a re-audit whose audit before was itself a re-audit.
  case secondReauditNotDiscussed = "second_reaudit_not_discussed"
  /// From an action's due date until completed.
  case actionOverdue = "action_overdue"
  /// Fewer children dip-sampled in a quarter than the minimum.
  case tooFewDipSampled = "too_few_dip_sampled"
  /// Fewer children audited in a quarter than the minimum.
  case tooFewAudited = "too_few_audited"
  /// An activity of the plan done less often in the period than was due.
  case planNotDone = "plan_not_done"

  /// Whether the rule counts a quarter's children against a minimum instead of watching one record.
  public var isMinimum: Bool { self == .tooFewDipSampled || self == .tooFewAudited }

  /// Whether the rule looks back on a stretch of the calendar, so that there is no limit from a record's day.
  public var fallsDueWithPeriod: Bool { isMinimum || self == .planNotDone }

  /// The limit where a framework gives none.
  public var usualLimit: EscalationLimit {
    switch self {
    case .inadequateNotReviewed, .inadequateNotSatisfied: .months(1)
    default: .days(0)
    }
  }
}
