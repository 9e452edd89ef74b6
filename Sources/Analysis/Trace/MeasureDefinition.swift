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

  init(_ title: String, _ kind: Kind, _ words: String) {
    self.title = title
    self.kind = kind
    self.words = words
  }

  /// Of a measure that counts records one by one.
  init(_ title: String, _ words: String) { self.init(title, .records, words) }

  init(of measure: MeasureID) {
    self = Self.audit(measure) ?? Self.complaint(measure) ?? Self.other(measure)
  }

  /// Of a measure of answers to a yes or no question.
  static func answered(_ title: String) -> MeasureDefinition {
    MeasureDefinition(
      title, .share,
      "Answers yes, out of yes, partly and no, by the date of the audit, sample, observation or review. Not applicable, not seen and blank are no answers."
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
