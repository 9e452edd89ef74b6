import QAModel

/// Every measure that counts rows, by the table it reads. To add one, add a file and a line here.
struct MeasureCatalogue: Sendable {
  /// Measures of one table stand together: they share one pass over it.
  let tables: [[any Measure]]
  let audits: AuditFacts
  let reaudits: ReauditLinks
  let complaints: ComplaintFacts
  let demographics: Demographics
  let registers: RegisterCategories
  let disputes: DisputeFacts
  let learning: LearningActions
  let themes: ThemeRecords?

  init(
    _ dataset: Dataset, _ framework: Framework, _ index: PeriodIndex, comments: CommentReadings? = nil,
    scope: ScopeRows
  ) {
    let demographics = Demographics(dataset)
    self.demographics = demographics
    audits = AuditFacts(dataset, framework, index)
    reaudits = ReauditLinks(audits)
    let dips = DipSampleFacts(dataset, index)
    complaints = ComplaintFacts(dataset, framework, index)
    let identity = IdentityConsidered.all(dataset, index)
    let disputes = DisputeFacts(dataset, asAt: index.asAt)
    self.disputes = disputes
    let registers = RegisterCategories(dataset, framework)
    self.registers = registers
    learning = LearningActions(dataset, framework, index)
    themes = comments.map {
      ThemeRecords(readings: $0, index: index, serviceCount: dataset.names.services.count)
    }
    let tables: [[any Measure]] = [
      [
        AuditsCompleted(facts: audits),
        AuditedChildren(facts: audits, demographics: demographics),
        GradeProfile(facts: audits),
        GoodOrBetter(facts: audits),
        DomainProfile(facts: audits),
        GradeAgreement(facts: audits, pair: .moderatorOfAuditor),
        GradeAgreement(facts: audits, pair: .panelOfModerator),
        ConversationChanged(facts: audits),
        ReauditsCompleted(facts: audits),
        ReauditMovement(facts: audits, links: reaudits),
        InadequateWithoutReview(facts: audits),
        Concerns(facts: audits),
        AnswersInAudits(facts: audits),
        AuditsInTime(dataset, index),
        Disputes(
          facts: disputes, isSupplied: dataset.audits != nil, serviceCount: dataset.names.services.count,
          index: index),
      ],
      [DipSampledChildren(facts: dips, demographics: demographics), StandardsMet(facts: dips)]
        + (identity[.dipSamples].map { [$0 as any Measure] } ?? []),
      [
        ComplaintsReceived(facts: complaints),
        ComplaintOutcomes(facts: complaints),
        ComplaintTimeliness(facts: complaints),
        ComplaintProgress(facts: complaints),
        WhoComplained(facts: complaints, measure: .complaintsByChild),
        WhoComplained(facts: complaints, measure: .complaintsWithAdvocate),
      ],
      [FeedbackRatings(dataset, framework, index), DatedRecords.feedback(dataset, index)],
      [DatedRecords.observations(dataset, index)]
        + (identity[.observations].map { [$0 as any Measure] } ?? []),
      [DatedRecords.supervisionAudits(dataset, index)]
        + (identity[.supervisionAudits].map { [$0 as any Measure] } ?? []),
      [FeedbackResponse(dataset, index)],
      [Actions(dataset, index), learning, PanelDecisions(dataset, index)],
      [CaseloadChildren(dataset, index, demographics)],
    ]
    let registered = framework.registers.enumerated().map {
      [RegisterRecords($0, $1, dataset, registers, index)]
    }
    // Themes are those of the comments in scope already.
    self.tables =
      tables.map { $0.map(scope.limited) } + [themes.map { [$0] } ?? []]
      + registered.map { $0.map(scope.limited) }
  }
}
