public import QAModel

/// All figures of a request.
///
/// What was known on the request's as-at day is what every period is told by, so that an earlier quarter reads the
/// same beside this one; what is open or overdue is looked at on each period's last day, on the as-at day for the
/// request's own period.
public struct FigureMaker: Sendable {
  let dataset: Dataset
  let framework: Framework
  let index: PeriodIndex
  let catalogue: MeasureCatalogue
  let indicators: IndicatorValues
  let benchmarks: Benchmarks
  let plan: PlanFigures
  let scope: ReportScope
  let scopeRows: ScopeRows
  /// What the free text says; `nil` where it was not read.
  let comments: CommentReadings?
  /// What the framework's rules of escalation find on the as-at day, in its order.
  private(set) var escalated: [EscalationOutcome] = []

  public init(
    dataset: Dataset, framework: Framework, request: AnalysisRequest, comments: CommentReadings? = nil
  ) {
    self.dataset = dataset
    self.framework = framework
    index = PeriodIndex(request)
    scope = request.scope
    let scopeRows = ScopeRows(dataset, scope)
    self.scopeRows = scopeRows
    let comments = comments.map { $0.limited(to: scopeRows) }
    self.comments = comments
    catalogue = MeasureCatalogue(dataset, framework, index, comments: comments, scope: scopeRows)
    indicators = IndicatorValues(dataset, framework, index, scope: scope)
    benchmarks = Benchmarks(dataset, framework, index, rows: indicators.rows)
    plan = PlanFigures(dataset, framework, index, scope: scope)
    escalated = escalations()
  }

  /// The figures of the request's periods, for each service and for all of them, and the readings made of them: one
  /// pass over each table.
  public func findings() -> Findings {
    // What the free text says is told from the comments alone, on another thread.
    let themes = Background { [self] in self.themes }
    let (figures, triangulation) = figuresAndReadings()
    return Findings(figures: figures, triangulation: triangulation, themes: themes.value())
  }

  private func figuresAndReadings(withTotals: Bool = false) -> (FigureSet, Triangulation) {
    var counted = CountedFigures(
      names: names, thresholds: framework.thresholds, periods: index.count,
      services: scope.shownServices(of: dataset.names.services.count),
      serviceCount: dataset.names.services.count, listed: framework.services.count,
      catalogue: catalogue,
      more: framework.indicators.count + framework.practiceAreas.count * (Strand.allCases.count + 1),
      withTotals: withTotals)
    for measures in catalogue.tables { counted.add(measures) }
    for period in 0..<index.count {
      for service in counted.services {
        for indicator in framework.indicators.indices {
          let figure = indicators.figure(indicator, service: service, period: period)
          if isWorthGiving(figure) { counted.figures.add(figure) }
          for comparator in Comparator.allCases {
            let figure = benchmarks.figure(indicator, comparator, service: service, period: period)
            if let figure { counted.figures.add(figure) }
          }
        }
      }
    }
    for figure in plan.figures() { counted.figures.add(figure) }
    for figure in escalationFigures(counted.services) { counted.figures.add(figure) }
    let triangulation = Triangulation.make(
      counted.figures, framework, services: counted.services, smallShares: counted.smallShares)
    for figure in triangulation.figures() where isWorthGiving(figure) { counted.figures.add(figure) }
    return (counted.figures, triangulation)
  }

  private var themes: ThemeSummary? {
    comments.map { ThemeSummary($0, index, dataset.limited(to: scope), framework) }
  }

  /// A service of the framework has every figure, if only to say that there is none; one met only in exports has those
  /// that say something, since an export may name hundreds.
  private func isWorthGiving(_ figure: Figure) -> Bool {
    guard let service = figure.key.service, Int(service) >= framework.services.count else { return true }
    return switch figure.outcome {
    case .notAvailable, .insufficient(n: 0), .strand(.notEnoughEvidence, n: 0),
      .joint(.notEnoughEvidence, n: 0):
      false
    default: true
    }
  }

  /// The figures of `findings()`, without the evidence of its readings.
  ///
  /// - Parameter withTotals: whether each says which totals it is a part of, for who wants to add them up; no report
  ///   asks for that.
  public func figures(withTotals: Bool = false) -> FigureSet { figuresAndReadings(withTotals: withTotals).0 }
}

/// What the analysis found.
public struct Findings: Sendable {
  public var figures: FigureSet
  public var triangulation: Triangulation
  /// What the free text says; `nil` where it was not read, or is not for the audience.
  public var themes: ThemeSummary?

  public init(figures: FigureSet, triangulation: Triangulation, themes: ThemeSummary? = nil) {
    self.figures = figures
    self.triangulation = triangulation
    self.themes = themes
  }
}
