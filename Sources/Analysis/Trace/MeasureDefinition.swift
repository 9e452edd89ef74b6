import QAModel

/// What a measure counts, in plain words: its definition as a reader of one figure needs them.
struct MeasureDefinition {
  /// How rows become the number.
  enum Kind {
    /// Of people a row can stand for many.
    case records, distinctChildren, share, people, peopleShare, agreement, indicator, comparison, reading
  }

  let title: String
  let kind: Kind
  let words: String

  private init(_ title: String, _ kind: Kind, _ words: String) {
    self.title = title
    self.kind = kind
    self.words = words
  }

  /// Of a measure that counts records one by one.
  private init(_ title: String, _ words: String) { self.init(title, .records, words) }

  init(of measure: MeasureID) {
    self = Self.audit(measure) ?? Self.complaint(measure) ?? Self.other(measure)
  }

  private static let random =
    "Random selection only: targeted, quota and re-audits are counted apart. The final grade is the panel\u{2019}s, else the moderator\u{2019}s, else the auditor\u{2019}s after the conversation, else the first; grades dated after the as-at date are not there yet."
  private static let both =
    "Audits with both a grade of the auditor\u{2019}s (after the conversation) and one of the moderator\u{2019}s by the as-at date"

  private static let panel =
    "Audits with both a moderator\u{2019}s grade and the panel\u{2019}s by the as-at date"

  private static func answered(_ title: String) -> MeasureDefinition {
    MeasureDefinition(
      title, .share,
      "Answers yes, out of yes, partly and no, by the date of the audit, sample, observation or review. Not applicable, not seen and blank are no answers."
    )
  }

  private static func audit(_ measure: MeasureID) -> MeasureDefinition? {
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

  private static func complaint(_ measure: MeasureID) -> MeasureDefinition? {
    let timing =
      "Statutory complaints by the day the stage began (else received), counted in working days from the next one. Stage 1 has 10 (20 if complex or an advocate is needed), stage 2 has 25 from its request (65 at most)."
    return switch measure {
    case .complaintsReceived:
      MeasureDefinition(
        "Statutory complaints received",
        "Complaints by the day they were received, each reference once; of a stage, complaints whose stage began in the period."
      )
    case .complaintsCorporateReceived:
      MeasureDefinition(
        "Corporate complaints received", "By the day they were received, each reference once.")
    case .complaintsByChild:
      MeasureDefinition(
        "Statutory complaints made by children",
        "Complaints by the day they were received, each reference once, whose record says that a child, young person or care leaver made it. One made for a child by somebody else is not counted."
      )
    case .complaintsWithAdvocate:
      MeasureDefinition(
        "Statutory complaints with an advocate",
        "Complaints by the day they were received, each reference once, whose record says yes to an advocate."
      )
    case .complaintsOpen:
      MeasureDefinition(
        "Statutory complaints open",
        "Stages begun by the period\u{2019}s close and not answered or withdrawn by it, from any period.")
    case .complaintsToStage2: wentOn("second")
    case .complaintsToStage3: wentOn("third")
    case .complaintsWithLearning:
      MeasureDefinition(
        "Statutory complaints with learning recorded", .share,
        "Stages with learning written down or an action named, out of those begun in the period and answered by the as-at date."
      )
    case .complaintsCorporateOutcome:
      MeasureDefinition(
        "Corporate complaints by outcome",
        "Answered by the as-at date with that outcome, and complaints withdrawn.")
    case .complaintsCorporateWithinTimescale:
      MeasureDefinition(
        "Corporate complaints answered within timescale", .share,
        "Answered by the due date (or the one it was extended to) of the export, out of those answered and those open past it. Complaints without a due date are left out: no law sets one."
      )
    case .complaintsCorporateOpen:
      MeasureDefinition(
        "Corporate complaints open",
        "Begun by the period\u{2019}s close and not answered or withdrawn by it, from any period.")
    case .complaintsCorporateOpenOverdue:
      MeasureDefinition(
        "Corporate complaints open and overdue", "Open at the period\u{2019}s close and past their due date.")
    case .complaintsCorporateWithLearning:
      MeasureDefinition(
        "Corporate complaints with learning recorded", .share,
        "With learning written down or an action named, out of those begun in the period and answered by the as-at date."
      )
    case .representationsReceived:
      MeasureDefinition("Representations received", "By the day they were received, each reference once.")
    case .enquiriesReceived:
      MeasureDefinition("Enquiries received", "By the day they were received, each reference once.")
    case .complimentsReceived:
      MeasureDefinition("Compliments received", "By the day they were received, each reference once.")
    case .complaintsOutcome:
      MeasureDefinition(
        "Statutory complaints by outcome",
        "Answered by the as-at date with that outcome, and complaints withdrawn.")
    case .complaintsWithinTimescale:
      MeasureDefinition(
        "Statutory complaints answered within timescale", .share,
        "Answered in time, out of those answered and those still open past their limit. \(timing)")
    case .complaintsLate:
      MeasureDefinition("Statutory complaints answered late", "Answered after their limit. \(timing)")
    case .complaintsExtended:
      MeasureDefinition("Statutory complaints extended", "With an extended limit. \(timing)")
    case .complaintsOpenOverdue:
      MeasureDefinition(
        "Statutory complaints open and overdue",
        "Not answered by the as-at date and past their limit. \(timing)")
    default: nil
    }
  }

  private static func wentOn(_ stage: String) -> MeasureDefinition {
    MeasureDefinition(
      "Statutory complaints that went on to the \(stage) stage", .share,
      "Complaints whose \(stage) stage began by the as-at date, out of those whose first stage began in the period. Recent ones have had less time to go on."
    )
  }

  private static func other(_ measure: MeasureID) -> MeasureDefinition {
    switch measure {
    case .reauditsEscalated:
      MeasureDefinition(
        "Re-audits to escalate",
        "Re-audits completed in the period whose final grade is lower than that of the audit before, or unchanged below good. Where either has no grade, or the audit before cannot be found, they are not compared."
      )
    case .reauditsEscalatedAgain:
      MeasureDefinition(
        "Re-audits to escalate again",
        "Re-audits to escalate whose audit before was itself a re-audit, whatever that one's result.")
    case .reauditsBetter: moved("better", "better than")
    case .reauditsUnchanged: moved("unchanged", "the same as")
    case .reauditsLower: moved("lower", "lower than")
    case .reauditsNotComparable:
      MeasureDefinition(
        "Re-audits not comparable",
        "Re-audits completed in the period without a grade on both sides, or whose audit before is unknown, later or part of a circle."
      )
    case .reauditsPreviousAssumed:
      MeasureDefinition(
        "Re-audits whose audit before is assumed",
        "Re-audits completed in the period that name no audit before: the same child's latest earlier audit is taken."
      )
    case .inadequateWithoutReview:
      MeasureDefinition(
        "Inadequate audits without a review",
        "Audits completed in the period with the lowest final grade, more than a month before the as-at date and without a review by it."
      )
    case .planDue:
      MeasureDefinition(
        "Activity due",
        "Whole occurrences that a line of the framework's plan makes due in the period; a duty for each person over the 12 months up to the as-at date."
      )
    case .planDone:
      MeasureDefinition(
        "Activity done",
        "What the one dataset that a line of the plan names shows as done in the period, by the as-at date.")
    case .dipChildren:
      MeasureDefinition(
        "Children dip-sampled", .distinctChildren,
        "Different children dip-sampled in the period, whatever was answered.")
    case .dipMet:
      MeasureDefinition(
        "Share of practice standards met", .share,
        "Answers yes, out of yes, partly and no, by the date of the sample. Not applicable, not seen and blank are no answers."
      )
    case .indicatorValue:
      MeasureDefinition(
        "Indicator", .indicator,
        "A flow is the sum of numerators over the sum of denominators of the rows within the period, a stock the latest rows in it. Percentages are never averaged."
      )
    case .indicatorBenchmark:
      MeasureDefinition("Indicator of others", .comparison, StandardNote.benchmarks)
    case .feedbackRating:
      MeasureDefinition(
        "Answers by rating", "Answers to the question with that rating, by the day of the answer.")
    case .feedbackPositive:
      MeasureDefinition(
        "Share of answers that are positive", .share,
        "Answers with a positive rating, out of all answers rated on the scale, by the day of the answer.")
    case .actionsDue:
      MeasureDefinition("Actions due", "Actions due in the period and raised by the as-at date.")
    case .actionsInTime:
      MeasureDefinition(
        "Actions done by their due date", .share,
        "Completed by the due date, out of actions due in the period that were completed by the as-at date or are past their day."
      )
    case .escalationHits:
      MeasureDefinition(
        "Cases for escalation",
        "What the framework\u{2019}s rules of escalation find on the as-at date: records past a limit and not done by it, from any period, and minimums and planned activities of the period that were not reached. A record counts once under each rule."
      )
    case .actionsOverdue:
      MeasureDefinition(
        "Actions overdue",
        "Actions due before the period\u{2019}s close (of the report\u{2019}s own period the as-at date) and not completed by it, whenever raised. The due day itself is not overdue."
      )
    case .actionsDecision:
      MeasureDefinition(
        "Panel\u{2019}s decisions on actions",
        "Actions whose latest decision of the panel has its day in the period, by the as-at date: all of them, or those signed off, returned to the panel, de-escalated, or with a follow-up report asked for. A decision without a day is in no period."
      )
    case .actionsReturned:
      MeasureDefinition(
        "Actions returned to the panel and not back",
        "Actions returned to the panel by the period\u{2019}s close, with neither another decision nor a completion on the day of the decision or since."
      )
    case .actionsRiskRegister:
      MeasureDefinition(
        "Actions on the risk register",
        "Actions flagged for the corporate risk register, raised by the period\u{2019}s close and not completed by it."
      )
    case .learningActions:
      MeasureDefinition(
        "Completed actions by what their measure did",
        "Actions completed in the period, by the as-at date. The measure an action names is compared: the three months before the month it was raised in against the three after the month it was completed in. Improved, declined: the difference holds after adjustment over all actions completed in the period. No claim is made that the action was the cause."
      )
    case .caseloadChildren:
      MeasureDefinition(
        "Children open", .distinctChildren,
        "Different children open at the period\u{2019}s close: opened by it and not closed by it.")
    case .triangulationStrand:
      MeasureDefinition(
        "Reading of a strand", .reading,
        "Each source is read by its likely range against the threshold: strength where the lower bound reaches it, concern where the upper bound is below it, else mixed. The strand is a strength where a source reads strength and none concern, a concern the other way round, else mixed."
      )
    case .triangulationReading:
      MeasureDefinition(
        "Joint reading of the strands", .reading,
        "What quantity, quality and outcome say together, by the printed table of all 64 combinations.")
    case .dipIdentityConsidered:
      MeasureDefinition(
        "Identity considered in dip samples", .share,
        "Answers yes, out of yes, partly and no, each sample once, by the date of the sample.")
    case .observationsIdentityConsidered: answered("Identity considered in observations of practice")
    case .supervisionAuditsIdentityConsidered: answered("Identity considered in supervision audits")
    case .observationsCompleted: dated("Observations of practice")
    case .supervisionAuditsCompleted: dated("Supervision audits")
    case .feedbackReceived: dated("Answers received to feedback questions")
    case .feedbackInvited:
      MeasureDefinition("People asked for feedback", .people, asked)
    case .feedbackResponse:
      MeasureDefinition(
        "Share of people asked who answered", .peopleShare,
        "\(asked) Those who answered are the participants of the diary; of the feedback, the answers to the question of a survey with the most. Where more answered than were asked, or it is not said how many answered, both are left out."
      )
    case .registerRecords:
      MeasureDefinition(
        "Records of a register",
        "Records of the register with its date in the period, by the as-at date: all of them, or those of which a column it is counted by says so."
      )
    case .themeRecords:
      MeasureDefinition(
        "Records that tell a theme",
        "Records with free text (audits, dip samples, complaints, observations, feedback, actions) dated in the period, by the as-at date, in which the theme engine found the theme; with a polarity, found it told so. A record counts once per theme and polarity, and may tell several themes and a theme both ways."
      )
    case .themeTexts:
      MeasureDefinition(
        "Records with free text",
        "Records with any free text dated in the period, by the as-at date: what the records of a theme are out of."
      )
    default: MeasureDefinition(measure.rawValue, "As the methods of the report define it.")
    }
  }

  private static let asked =
    "How many were invited, as the feedback says where any of it does, else the diary of activity. Of the feedback, answers of the period with one service, source, channel and number invited are one survey, asked once."

  private static func moved(_ word: String, _ compared: String) -> MeasureDefinition {
    MeasureDefinition(
      "Re-audits \(word)",
      "Re-audits completed in the period whose final grade is \(compared) that of the audit before; of a domain, its grades. Where the re-audit has no overall grade the domains tell: lower where any is, else better where any is."
    )
  }

  private static func dated(_ title: String) -> MeasureDefinition {
    MeasureDefinition(title, "Everything dated in the period, by the as-at date, whatever it found.")
  }
}
