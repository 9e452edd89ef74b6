import QAModel

/// Every measure that counts rows, by the table it reads. To add one, add a file and a line here.
struct MeasureCatalogue: Sendable {
  /// Measures of one table stand together: they share one pass over it.
  let tables: [[any Measure]]

  init(_ dataset: Dataset, _ framework: Framework, _ index: PeriodIndex) {
    let audits = AuditFacts(dataset, framework, index)
    tables = [
      [
        AuditsCompleted(facts: audits),
        AuditedChildren(facts: audits),
        GradeProfile(facts: audits),
        GoodOrBetter(facts: audits),
        Moderation(facts: audits),
        ConversationChanged(facts: audits),
        ReauditsCompleted(facts: audits),
        Concerns(facts: audits),
      ]
    ]
  }
}
