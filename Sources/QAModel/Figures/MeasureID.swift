/// The measures, by the names that `figures.csv` and `trace` use. Fixed: others read them.
public enum MeasureID: String, Sendable, CaseIterable {
  case auditsCompleted = "audits.completed"
  case auditsChildren = "audits.children"
  case auditsGrade = "audits.grade"
  case auditsGoodOrBetter = "audits.good_or_better"
  case moderated = "moderation.moderated"
  case moderationExact = "moderation.exact"
  case moderationMovedUp = "moderation.moved_up"
  case moderationMovedDown = "moderation.moved_down"
  /// The share of moderated audits with the same grade.
  case moderationAgreement = "moderation.agreement"
  case moderationKappa = "moderation.kappa"
  case conversationChanged = "conversation.changed"
  case reauditsCompleted = "reaudit.completed"
  case reauditsEscalated = "reaudit.escalated"
  case reauditsEscalatedAgain = "reaudit.escalated_again"
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
  case complaintsCorporateReceived = "complaints.corporate_received"
  case complaintsOutcome = "complaints.outcome"
  case complaintsWithinTimescale = "complaints.within_timescale"
  case complaintsOpenOverdue = "complaints.open_overdue"
  case complaintsLate = "complaints.answered_late"
  case complaintsExtended = "complaints.extended"
  case complimentsReceived = "compliments.received"
  case indicatorValue = "indicator.value"
  case feedbackRating = "feedback.rating"
  case feedbackPositive = "feedback.positive"
  case actionsDue = "actions.due"
  case actionsOverdue = "actions.overdue"
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
