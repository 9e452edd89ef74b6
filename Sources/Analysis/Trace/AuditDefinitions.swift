import QAModel

extension MeasureDefinition {
  /// Of a measure of audits; `nil` of any other.
  static func audit(_ measure: MeasureID) -> MeasureDefinition? {
    switch measure {
    case .auditsCompleted:
      MeasureDefinition(
        "Audits completed", "Audits with a completion date in the period, by the as-at date.")
    case .auditsChildren:
      MeasureDefinition(
        "Children audited", .distinctChildren,
        "Different children among the audits completed in the period; audits without a child\u{2019}s id are left out."
      )
    case .moderatedChildren:
      MeasureDefinition(
        "Children whose audits were moderated", .distinctChildren,
        "Different children among the audits completed in the period and moderated by the as-at date.")
    case .auditsGrade:
      MeasureDefinition(
        "Audits by final grade",
        "Audits completed in the period with that final grade, by how the child was chosen. The final grade is the panel\u{2019}s, else the moderator\u{2019}s, else the auditor\u{2019}s after the conversation, else the first; grades dated after the as-at date are not there yet."
      )
    case .auditsGoodOrBetter:
      MeasureDefinition(
        "Share of audits graded Good or better", .share,
        "Final grades that are Good or better, out of all final grades of audits completed in the period. \(random)"
      )
    case .auditsDomainGrade:
      MeasureDefinition(
        "Audits by final grade of a domain",
        "Audits completed in the period with that final grade of the domain. \(random)")
    case .auditsDomainGood:
      MeasureDefinition(
        "Share of a domain's grades that are Good or better", .share,
        "Final grades of the domain that are Good or better, out of all final grades of it in audits completed in the period whose child was chosen in that way. Only random selection represents practice."
      )
    case .familyFeedbackSought: answered("Family feedback sought in audits")
    case .familyFeedbackObtained: answered("Family feedback obtained in audits")
    case .auditsIdentityConsidered: answered("Identity considered in audits")
    case .moderationIdentityConsidered:
      MeasureDefinition(
        "Identity considered in moderated audits", .share,
        "Answers yes, out of yes, partly and no, of audits completed in the period and moderated by the as-at date."
      )
    case .moderated: MeasureDefinition("Audits moderated", "\(both), completed in the period.")
    case .moderationExact:
      MeasureDefinition("Grades confirmed by moderation", "\(both), and the two are the same.")
    case .moderationMovedUp:
      MeasureDefinition("Grades moved up by moderation", "\(both), and the moderator\u{2019}s is better.")
    case .moderationMovedDown:
      MeasureDefinition("Grades moved down by moderation", "\(both), and the moderator\u{2019}s is worse.")
    case .moderationAgreement:
      MeasureDefinition("Agreement of auditor and moderator", .share, "Same grade, out of: \(both).")
    case .moderationKappa:
      MeasureDefinition(
        "Agreement beyond chance (kappa)", .agreement,
        "Cohen\u{2019}s kappa with quadratic weights of: \(both). The interval is from its large-sample standard error (Fleiss, Cohen and Everitt 1969)."
      )
    case .panelCompared:
      MeasureDefinition("Audits graded by moderator and panel", "\(panel), completed in the period.")
    case .panelExact:
      MeasureDefinition("Moderators' grades confirmed by the panel", "\(panel), and the two are the same.")
    case .panelMovedUp:
      MeasureDefinition(
        "Moderators' grades moved up by the panel", "\(panel), and the panel\u{2019}s is better.")
    case .panelMovedDown:
      MeasureDefinition(
        "Moderators' grades moved down by the panel", "\(panel), and the panel\u{2019}s is worse.")
    case .panelAgreement:
      MeasureDefinition("Agreement of moderator and panel", .share, "Same grade, out of: \(panel).")
    case .panelKappa:
      MeasureDefinition(
        "Agreement of moderator and panel beyond chance (kappa)", .agreement,
        "Cohen\u{2019}s kappa with quadratic weights of: \(panel).")
    case .conversationMovedUp:
      MeasureDefinition(
        "Grades moved up by the conversation with the practitioner",
        "Audits completed in the period whose grade after the conversation is better than the one before it.")
    case .conversationMovedDown:
      MeasureDefinition(
        "Grades moved down by the conversation with the practitioner",
        "Audits completed in the period whose grade after the conversation is worse than the one before it.")
    case .conversationChanged:
      MeasureDefinition(
        "Grades changed by the conversation with the practitioner", .share,
        "Grades that differ after the conversation, out of audits completed in the period with a grade before and after it."
      )
    case .reauditsCompleted:
      MeasureDefinition(
        "Re-audits completed", "Audits completed in the period that look again at an earlier one.")
    case .concernsRaised:
      MeasureDefinition(
        "Immediate concerns raised",
        "Audits completed in the period that raised an immediate concern for a child.")
    case .auditsInTime:
      MeasureDefinition(
        "Audits handed in by their due date", .share,
        "Submitted, else completed, by the due date, out of audits due in the period that were handed in by the as-at date or are past their day."
      )
    case .disputesRaised:
      MeasureDefinition(
        "Audits disputed",
        "Audits whose dispute was raised in the period, by the as-at date: all of them, or by how far it had gone (formal: on to the formal stage) and what had become of it by the as-at date."
      )
    case .concernsNotNotified:
      MeasureDefinition(
        "Immediate concerns nobody was told of",
        "Audits completed in the period that raised an immediate concern and have no date, by the as-at date, on which somebody was told."
      )
    default: nil
    }
  }

  private static let random =
    "Random selection only: targeted, quota and re-audits are counted apart. The final grade is the panel\u{2019}s, else the moderator\u{2019}s, else the auditor\u{2019}s after the conversation, else the first; grades dated after the as-at date are not there yet."
  private static let both =
    "Audits with both a grade of the auditor\u{2019}s (after the conversation) and one of the moderator\u{2019}s by the as-at date"

  private static let panel =
    "Audits with both a moderator\u{2019}s grade and the panel\u{2019}s by the as-at date"
}
