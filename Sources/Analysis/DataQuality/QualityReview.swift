public import QAModel

/// Everything that `check` found in the exports: the report of it and what is printed are made from this.
public struct QualityReview: Sendable {
  public let dataset: Dataset
  public let framework: Framework
  public let profiles: [DatasetProfile]
  /// The period asked about, if any.
  public let period: Period?
  public let asAt: CalendarDate
  /// Since the last pack; `nil` where there is none to compare with.
  public let changes: PackChanges?
  public let links: [RecordLink]
  public let dates: [DateCheck]
  public let dateOrders: [DateOrderCheck]
  public let periodCounts: [PeriodCount]
  /// What to see to first, first.
  public let findings: [QualityFinding]

  /// - Parameter diagnostics: of the workspace's settings and of the exports.
  public init(
    dataset: Dataset, diagnostics: [Diagnostic], framework: Framework, profiles: [DatasetProfile],
    period: Period?, asAt: CalendarDate, changes: PackChanges?
  ) {
    self.dataset = dataset
    self.framework = framework
    self.profiles = profiles
    self.period = period
    self.asAt = asAt
    self.changes = changes
    let checks = DateChecks(profiles: profiles, files: dataset.files, asAt: asAt)
    links = RecordLinks(dataset: dataset).all
    dates = checks.columns
    dateOrders = checks.orders
    periodCounts = period.map(checks.counts) ?? []
    let finder = QualityFinder(dataset)
    findings =
      (finder.findings(diagnostics) + finder.headers() + finder.links(links) + finder.dates(dates)
      + finder.orders(dateOrders) + finder.repeats())
      .enumerated().sorted { a, b in
        let (first, second) = (a.element, b.element)
        if first.isProblem != second.isProblem { return first.isProblem }
        if first.cost != second.cost { return first.cost < second.cost }
        return first.count == second.count ? a.offset < b.offset : first.count > second.count
      }.map(\.element)
  }

  public var problems: [QualityFinding] { findings.filter(\.isProblem) }
  public var remarks: [QualityFinding] { findings.filter { !$0.isProblem } }
}

extension DatasetKind {
  /// What its records are called: `118 audits`.
  var records: String {
    switch self {
    case .performance: "performance figures"
    case .feedback: "answers of feedback"
    case .activity: "activities"
    case .caseload: "open cases"
    case .staff: "members of staff"
    default: shown
    }
  }
}
