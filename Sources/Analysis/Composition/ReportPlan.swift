public import QAModel

/// A section of a report: a pure function of the figures.
protocol SectionComposer: SendableMetatype {
  /// `nil` where the workspace has nothing the section could be about.
  static func compose(_ context: ReportContext, notes: inout NoteBook) -> Section?
}

/// Which sections make which report, in order.
public enum ReportPlan {
  /// The quarterly report to the departmental leadership team, in the order of its readers' questions.
  private static let quarterly: [SectionID] = [
    .atRisk, .summary, .decisions, .plan, .compliance, .quality, .experience, .triangulation, .themes,
    .escalation, .registers, .actions, .servicePages, .enquiry, .schedule, .coverage, .dataQuality, .methods,
  ]

  private static func composer(_ section: SectionID) -> any SectionComposer.Type {
    switch section {
    case .atRisk: RiskSection.self
    case .summary: SummarySection.self
    case .decisions: DecisionsSection.self
    case .plan: PlanSection.self
    case .compliance: ComplianceSection.self
    case .quality: QualitySection.self
    case .experience: ExperienceSection.self
    case .triangulation: TriangulationSection.self
    case .themes: ThemesSection.self
    case .escalation: EscalationSection.self
    case .registers: RegistersSection.self
    case .actions: ActionsSection.self
    case .servicePages: ServicePages.self
    case .enquiry: EnquirySection.self
    case .schedule: ScheduleSection.self
    case .coverage: CoverageSection.self
    case .dataQuality: DataQualitySection.self
    case .methods: MethodsSection.self
    }
  }

  /// The sections of a report to anybody but the public: the framework's, else the usual ones.
  private static func composers(_ definition: ReportDefinition?) -> [any SectionComposer.Type] {
    let sections = definition?.sections ?? []
    return (sections.isEmpty ? quarterly : sections).map(composer)
  }

  /// The quarterly report to the public: a closed list, made of published figures alone.
  private static let publishedQuarterly: [any SectionComposer.Type] = [
    PublishedSummary.self, PublishedActivity.self, PublishedStandards.self, PublishedIndicators.self,
    PublishedGrades.self, PublishedFeedback.self, PublishedComplaints.self, PublishedMethods.self,
  ]

  /// Composes the quarterly report. The findings must be disclosed to the request's audience already.
  public static func quarterlyReport(
    findings: Findings, records: RecordLists, dataset: Dataset, framework: Framework, request: AnalysisRequest
  ) -> ReportDocument {
    let context = ReportContext(
      findings: findings, records: records.disclosed(to: request.audience),
      dataset: dataset.disclosed(to: request.audience), framework: framework, request: request)
    var notes = NoteBook()
    let plan =
      request.audience == .public ? publishedQuarterly : composers(framework.report(named: "quarterly"))
    var sections = plan.compactMap { $0.compose(context, notes: &notes) }
    TableBudget.keep(&sections)
    DefinitionBook.define(in: &sections)
    return ReportDocument(
      title: title(request.period, framework), subtitle: request.period.title,
      organisation: framework.authority,
      audience: request.audience, marking: request.audience == .public ? nil : framework.marking,
      asAt: request.asAt, facts: facts(context), sections: sections, notes: notes.notes)
  }

  /// A report on anything but a quarter is not called quarterly.
  private static func title(_ period: Period, _ framework: Framework) -> String {
    guard case .quarter = period.kind, let report = framework.report(named: "quarterly") else {
      return "Quality assurance report"
    }
    return report.title
  }

  private static func facts(_ context: ReportContext) -> [ReportDocument.Fact] {
    var facts = [ReportDocument.Fact("As at", .text(context.request.asAt.long))]
    if context.request.asAt < context.period.last {
      facts.append(
        ReportDocument.Fact("Not over yet", .text("The period ends on \(context.period.last.long)")))
    }
    let counted: [(String, MeasureID)] = [
      ("Audits completed", .auditsCompleted), ("Children dip-sampled", .dipChildren),
      ("Answers to feedback questions", .feedbackReceived), ("Complaints received", .complaintsReceived),
    ]
    for (label, measure) in counted {
      let cell = context.cell(context.key(measure))
      if case .count = cell.value { facts.append(ReportDocument.Fact(label, cell.value)) }
    }
    return facts
  }
}
