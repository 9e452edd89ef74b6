import QAModel

extension FigureMaker {
  /// The names the codes of the figures' keys stand for.
  var names: FigureNames {
    let words = dataset.names
    let terms = { (terms: [Term]) in terms.map(\.name) }
    return FigureNames(
      services: words.services.names, teams: words.teams.names, periods: index.periods,
      places: [
        .selection: AuditFacts.selectionNames,
        .auditType: words.auditTypes.names,
        .levelOfNeed: words.levelsOfNeed.names,
        .grade: terms(framework.grades.grades),
        .domain: terms(framework.domains),
        .standard: words.standards.names,
        .stage: ["1", "2", "3"],
        .outcome: ComplaintTable.Outcome.allCases.map(\.name),
        .category: words.complaintCategories.names,
        .rule: framework.escalations.map(\.id),
        .disputeStage: DisputeFacts.stages,
        .disputeResult: catalogue.disputes.results.names,
        .indicator: framework.indicators.map(\.term.name),
        .benchmark: benchmarks.names,
        .question: words.questions.names,
        .rating: terms(framework.feedback.ratings),
        .source: words.feedbackSources.names,
        .activity: framework.plan.map(\.name),
        .practiceArea: framework.practiceAreas.map(\.name),
        .judgementArea: framework.judgementAreas.map(\.name),
        .register: framework.registers.map(\.name),
        .registerCategory: catalogue.registers.names.names,
        .strand: Strand.allCases.map(\.rawValue),
        .learning: LearningResult.allCases.map(\.rawValue),
        .decision: PanelDecision.allCases.map(\.name),
        .theme: comments?.taxonomy.themes.map(\.name) ?? [],
        .polarity: Polarity.allCases.map(\.name),
      ].merging(catalogue.demographics.names) { first, _ in first },
      whole: scope.name(words.services.names))
  }
}
