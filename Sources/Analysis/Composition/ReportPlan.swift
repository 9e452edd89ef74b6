public import QAModel

/// A section of a report: a pure function of the figures.
protocol SectionComposer: SendableMetatype {
  /// `nil` where the workspace has nothing the section could be about.
  static func compose(_ context: ReportContext, notes: inout NoteBook) -> Section?
}

/// Which sections make which report, in order.
public enum ReportPlan {
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
    case .complaints: ComplaintsSection.self
    case .feedback: FeedbackSection.self
    case .moderation: ModerationSection.self
    case .areas: AreasSection.self
    case .serviceSummary: ServiceSummarySection.self
    case .panelLog: PanelLogSection.self
    case .rights: RightsSection.self
    case .year: YearSection.self
    case .effectiveness: EffectivenessSection.self
    case .influence: InfluenceSection.self
    case .reviewPrompts: ReviewPromptsSection.self
    }
  }

  /// The sections of a report to anybody but the public: the framework's, else the usual ones.
  private static func composers(_ definition: ReportDefinition) -> [any SectionComposer.Type] {
    let sections = definition.sectionsInOrder
    return sections.filter { section in
      // What a larger section of the report holds is not shown twice.
      switch section {
      case .complaints, .feedback: !sections.contains(.experience)
      case .moderation: !sections.contains(.quality)
      default: true
      }
    }.map(composer)
  }

  /// The quarterly report to the public: a closed list, made of published figures alone.
  private static let publishedQuarterly: [any SectionComposer.Type] = [
    PublishedSummary.self, PublishedActivity.self, PublishedStandards.self, PublishedIndicators.self,
    PublishedGrades.self, PublishedFeedback.self, PublishedComplaints.self, PublishedMethods.self,
  ]

  /// Composes a report. The findings must be disclosed to the request's audience already.
  ///
  /// - Parameter quarters: of a year's report the figures of its quarters.
  public static func report(
    findings: Findings, quarters: FigureSet? = nil, records: RecordLists, dataset: Dataset,
    framework: Framework, request: AnalysisRequest
  ) -> ReportDocument {
    let context = ReportContext(
      findings: findings, quarters: quarters, records: records.disclosed(to: request.audience),
      dataset: dataset.limited(to: request.scope).disclosed(to: request.audience), framework: framework,
      request: request)
    var notes = NoteBook()
    let plan = request.audience == .public ? publishedQuarterly : composers(request.report)
    var sections = plan.compactMap { $0.compose(context, notes: &notes) }
    if request.audience != .public, let missing = MissingRegisters.section(context) {
      sections.insert(missing, at: 0)
    }
    TableBudget.keep(&sections)
    notes.keepReferred(by: &sections)
    DefinitionBook.define(in: &sections)
    return ReportDocument(
      title: title(context), subtitle: request.period.title,
      organisation: framework.authority,
      audience: request.audience, marking: request.audience == .public ? nil : framework.marking,
      asAt: request.asAt, facts: facts(context), sections: sections, notes: notes.notes)
  }

  /// A report on anything but a quarter is not called quarterly, one on anything but a year not annual.
  private static func title(_ context: ReportContext) -> String {
    let report = context.request.report
    let title = report.period.isOne(context.period) ? report.title : report.kind.plainTitle
    return context.request.scope.services.isEmpty || !report.services.isEmpty
      ? title : "\(title): \(context.whole)"
  }

  private static func facts(_ context: ReportContext) -> [ReportDocument.Fact] {
    var facts = [ReportDocument.Fact("As at", .text(context.request.asAt.long))]
    let scope = context.request.scope
    if !scope.services.isEmpty { facts.append(ReportDocument.Fact("About", .text(context.whole))) }
    if !scope.auditTypes.isEmpty {
      facts.append(ReportDocument.Fact("Audits counted", .text(Wording.listed(scope.auditTypes))))
    }
    if context.request.audience != .public { facts += MeetingFacts.facts(context) }
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
