import QAModel

/// Every dataset that exports are read as.
enum Catalogue {
  static func sources(_ workspace: Workspace) -> [any ExportSource] {
    let framework = workspace.framework
    return [
      TableSource<AuditTable>.audits(framework),
      TableSource<DipSampleTable>.dipSamples(framework),
      TableSource<ComplaintTable>.complaints,
      TableSource<PerformanceTable>.performance(framework),
      TableSource<ObservationTable>.observations,
      TableSource<SupervisionAuditTable>.supervisionAudits,
      TableSource<FeedbackTable>.feedback(undated: workspace.datasets[.feedback]?.undated ?? false),
      TableSource<ActionTable>.actions,
      TableSource<ActivityTable>.activity,
      TableSource<CaseloadTable>.caseload,
      TableSource<StaffTable>.staff,
      TableSource<NeighbourTable>.neighbours,
    ] + framework.registers.map { TableSource<RegisterTable>.register($0) }
  }
}
