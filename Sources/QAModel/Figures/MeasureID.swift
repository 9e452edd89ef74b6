/// The measures, by the names that `figures.csv` and `trace` use. Fixed: others read them.
public enum MeasureID: String, Sendable, CaseIterable {
  case auditsCompleted = "audits.completed"
  case auditsChildren = "audits.children"
  /// Different children whose audits were moderated.
  case moderatedChildren = "moderation.children"
  case auditsGrade = "audits.grade"
  case auditsGoodOrBetter = "audits.good_or_better"
  /// Final grades of each domain, random selection only.
  case auditsDomainGrade = "audits.domain_grade"
  /// The share of each domain's final grades that are Good or better, by how the child was chosen.
  case auditsDomainGood = "audits.domain_good_or_better"
  case familyFeedbackSought = "audits.family_feedback_sought"
  case familyFeedbackObtained = "audits.family_feedback_obtained"
  case auditsIdentityConsidered = "audits.identity_considered"
  case moderationIdentityConsidered = "moderation.identity_considered"
  case dipIdentityConsidered = "dip.identity_considered"
  case observationsIdentityConsidered = "observations.identity_considered"
  case supervisionAuditsIdentityConsidered = "supervision_audits.identity_considered"
  case moderated = "moderation.moderated"
  case moderationExact = "moderation.exact"
  case moderationMovedUp = "moderation.moved_up"
  case moderationMovedDown = "moderation.moved_down"
  /// The share of moderated audits with the same grade.
  case moderationAgreement = "moderation.agreement"
  case moderationKappa = "moderation.kappa"
  /// The share of audits due in a period that were handed in by their due date.
  case auditsInTime = "audits.in_time"
  /// Audits disputed, all of them or by how far the dispute went and with what result.
  case disputesRaised = "disputes.raised"
  /// Audits with both a moderator's and the panel's grade.
  case panelCompared = "panel.compared"
  case panelExact = "panel.exact"
  case panelMovedUp = "panel.moved_up"
  case panelMovedDown = "panel.moved_down"
  case panelAgreement = "panel.agreement"
  case panelKappa = "panel.kappa"
  case conversationChanged = "conversation.changed"
  case conversationMovedUp = "conversation.moved_up"
  case conversationMovedDown = "conversation.moved_down"
  case reauditsCompleted = "reaudit.completed"
  case reauditsEscalated = "reaudit.escalated"
  case reauditsEscalatedAgain = "reaudit.escalated_again"
  case reauditsBetter = "reaudit.better"
  case reauditsUnchanged = "reaudit.unchanged"
  case reauditsLower = "reaudit.lower"
  /// Re-audits that could not be compared with the audit before.
  case reauditsNotComparable = "reaudit.not_comparable"
  /// Re-audits compared with the same child's latest earlier audit, because they name none.
  case reauditsPreviousAssumed = "reaudit.previous_assumed"
  case inadequateWithoutReview = "inadequate.without_review"
  case concernsRaised = "concerns.raised"
  case concernsNotNotified = "concerns.not_notified"
  case dipChildren = "dip.children"
  case dipMet = "dip.met"
  case complaintsReceived = "complaints.received"
  /// Statutory complaints that a child or young person made.
  case complaintsByChild = "complaints.by_child"
  /// Statutory complaints with an advocate.
  case complaintsWithAdvocate = "complaints.with_advocate"
  case complaintsCorporateReceived = "complaints.corporate_received"
  case complaintsOutcome = "complaints.outcome"
  case complaintsWithinTimescale = "complaints.within_timescale"
  case complaintsOpenOverdue = "complaints.open_overdue"
  case complaintsLate = "complaints.answered_late"
  case complaintsExtended = "complaints.extended"
  /// Stages not answered at a period's close.
  case complaintsOpen = "complaints.open"
  /// Of complaints whose first stage began in a period, the share that went on to the second, and to the third.
  case complaintsToStage2 = "complaints.to_stage_2"
  case complaintsToStage3 = "complaints.to_stage_3"
  /// The share of stages answered that record learning or an action.
  case complaintsWithLearning = "complaints.with_learning"
  case complaintsCorporateOutcome = "complaints.corporate_outcome"
  case complaintsCorporateWithinTimescale = "complaints.corporate_within_timescale"
  case complaintsCorporateOpen = "complaints.corporate_open"
  case complaintsCorporateOpenOverdue = "complaints.corporate_open_overdue"
  case complaintsCorporateWithLearning = "complaints.corporate_with_learning"
  case representationsReceived = "representations.received"
  case enquiriesReceived = "enquiries.received"
  case complimentsReceived = "compliments.received"
  case indicatorValue = "indicator.value"
  /// The same indicator of statistical neighbours, the region or England.
  case indicatorBenchmark = "indicator.benchmark"
  case feedbackRating = "feedback.rating"
  case feedbackPositive = "feedback.positive"
  /// How many were asked for feedback.
  case feedbackInvited = "feedback.invited"
  /// The share of those asked who answered.
  case feedbackResponse = "feedback.response"
  case actionsDue = "actions.due"
  case actionsOverdue = "actions.overdue"
  /// The share of actions due in a period that were done by their due date.
  case actionsInTime = "actions.in_time"
  /// What the framework's rules of escalation find, all of it or by rule.
  case escalationHits = "escalation.hits"
  /// The panel's decisions on actions, all of them or by what was decided.
  case actionsDecision = "actions.decision"
  /// Actions returned to the panel that have not come back.
  case actionsReturned = "actions.returned"
  /// Open actions flagged for the corporate risk register.
  case actionsRiskRegister = "actions.risk_register"
  /// Completed actions, and by what became of the measure they were to move.
  case learningActions = "learning.actions"
  /// Of an activity of the plan how often it is due; of all of them how many have anything due.
  case planDue = "plan.due"
  /// Of an activity of the plan how often it was done; of all of them how many were done as often as due.
  case planDone = "plan.done"
  case caseloadChildren = "caseload.children"
  case triangulationStrand = "triangulation.strand"
  case triangulationReading = "triangulation.reading"
  case observationsCompleted = "observations.completed"
  case supervisionAuditsCompleted = "supervision_audits.completed"
  case feedbackReceived = "feedback.received"
  /// Records of a register, all of them or by what one of its columns says.
  case registerRecords = "register.records"
  /// Records that tell a theme; with the polarity, that tell it so.
  case themeRecords = "theme.records"
  /// Records with free text: what the records of a theme are out of.
  case themeTexts = "theme.texts"
}
