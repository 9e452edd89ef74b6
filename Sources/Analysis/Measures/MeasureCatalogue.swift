import QAModel

/// Every measure that counts rows, by the table it reads. To add one, add a file and a line here.
struct MeasureCatalogue: Sendable {
  /// Measures of one table stand together: they share one pass over it.
  let tables: [[any Measure]]
  let audits: AuditFacts
  let reaudits: ReauditLinks
  let complaints: ComplaintFacts
  let registers: RegisterCategories
  let themes: ThemeRecords?

  init(_ dataset: Dataset, _ framework: Framework, _ index: PeriodIndex, comments: CommentReadings? = nil) {
    audits = AuditFacts(dataset, framework, index)
    reaudits = ReauditLinks(audits)
    let dips = DipSampleFacts(dataset, index)
    complaints = ComplaintFacts(dataset, framework, index)
    let registers = RegisterCategories(dataset, framework)
    self.registers = registers
    themes = comments.map {
      ThemeRecords(readings: $0, index: index, serviceCount: dataset.names.services.count)
    }
    let tables: [[any Measure]] = [
      [
        AuditsCompleted(facts: audits),
        AuditedChildren(facts: audits),
        GradeProfile(facts: audits),
        GoodOrBetter(facts: audits),
        Moderation(facts: audits),
        ConversationChanged(facts: audits),
        ReauditsCompleted(facts: audits),
        ReauditMovement(facts: audits, links: reaudits),
        InadequateWithoutReview(facts: audits),
        Concerns(facts: audits),
      ],
      [DipSampledChildren(facts: dips), StandardsMet(facts: dips)],
      [
        ComplaintsReceived(facts: complaints),
        ComplaintOutcomes(facts: complaints),
        ComplaintTimeliness(facts: complaints),
      ],
      [FeedbackRatings(dataset, framework, index), DatedRecords.feedback(dataset, index)],
      [DatedRecords.observations(dataset, index)],
      [DatedRecords.supervisionAudits(dataset, index)],
      [Actions(dataset, index)],
      [CaseloadChildren(dataset, index)],
      themes.map { [$0] } ?? [],
    ]
    self.tables =
      tables + framework.registers.enumerated().map { [RegisterRecords($0, $1, dataset, registers, index)] }
  }
}
