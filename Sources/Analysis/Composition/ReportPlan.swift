public import QAModel

/// A section of a report: a pure function of the figures.
protocol SectionComposer: SendableMetatype {
  /// `nil` where the workspace has nothing the section could be about.
  static func compose(_ context: ReportContext, notes: inout NoteBook) -> Section?
}

/// Which sections make which report, in order.
public enum ReportPlan {
  /// The quarterly report to the departmental leadership team, in the order of its readers' questions.
  private static let quarterly: [any SectionComposer.Type] = [
    RiskSection.self, SummarySection.self, PlanSection.self, ComplianceSection.self, QualitySection.self,
    ExperienceSection.self,
    TriangulationSection.self, EscalationSection.self, RegistersSection.self, ActionsSection.self,
    ServicePages.self,
    EnquirySection.self,
    CoverageSection.self,
    DataQualitySection.self, MethodsSection.self,
  ]

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
    let plan = request.audience == .public ? publishedQuarterly : quarterly
    let sections = plan.compactMap { $0.compose(context, notes: &notes) }
    return ReportDocument(
      title: title(request.period, framework), subtitle: request.period.title,
      organisation: framework.authority,
      audience: request.audience, marking: request.audience == .public ? nil : framework.marking,
      asAt: request.asAt, facts: facts(context), sections: sections, notes: notes.notes)
  }

  /// A report on anything but a quarter is not called quarterly.
  private static func title(_ period: Period, _ framework: Framework) -> String {
    if case .quarter = period.kind { framework.quarterlyTitle } else { "Quality assurance report" }
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
