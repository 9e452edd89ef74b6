import QAModel

/// Everything a section is composed from: the figures its audience may see, and the words around them.
///
/// A class, because every finding and sentence keeps it at hand: a copy of it would be one of all its parts.
final class ReportContext {
  let figures: FigureSet
  /// Of a year's report the figures of its quarters, the latest that had begun by the as-at day first.
  let quarters: FigureSet?
  let triangulation: Triangulation
  let themes: ThemeSummary?
  let records: RecordLists
  let dataset: Dataset
  let framework: Framework
  let request: AnalysisRequest
  /// Services worth a row: the framework's, and those met in exports that have a record in the period.
  let services: [UInt32]
  /// The indicators month by month.
  let months: MonthlyIndicators
  let changes: Changes
  /// Whether the period's audits have grades of domains and no overall ones, so that the domains carry the profile.
  let isGradedByDomain: Bool

  init(
    findings: Findings, quarters: FigureSet? = nil, records: RecordLists, dataset: Dataset,
    framework: Framework, request: AnalysisRequest
  ) {
    figures = findings.figures
    self.quarters = quarters
    self.records = records
    triangulation = findings.triangulation
    themes = findings.themes
    months = MonthlyIndicators(dataset, framework, asAt: request.asAt, scope: request.scope)
    self.dataset = dataset
    self.framework = framework
    self.request = request
    let activity = ServiceActivity(figures: findings.figures)
    services = request.scope.shownServices(of: findings.figures.names.services.count).compactMap { $0 }.filter
    {
      Int($0) < framework.services.count || activity.records(of: $0) > 0
    }
    // What single months were is not for the public: their small numbers are not withheld one by one.
    let isGradedByDomain = Self.isGradedByDomain(findings.figures, framework)
    self.isGradedByDomain = isGradedByDomain
    changes = Changes(
      findings.figures, request.audience == .public ? nil : months, framework, services: services,
      byDomain: isGradedByDomain)
  }

  private static func isGradedByDomain(_ figures: FigureSet, _ framework: Framework) -> Bool {
    func isGraded(_ key: FigureKey) -> Bool {
      switch figures.outcome(key) {
      case .count(let n), .insufficient(let n): n > 0
      case .share, .suppressed: true
      default: false
      }
    }
    let hasOverall = framework.grades.grades.indices.contains { grade in
      AuditFacts.selectionNames.indices.contains { selection in
        isGraded(
          FigureKey(
            .auditsGrade, first: AxisPlace(.grade, UInt32(grade)),
            second: AxisPlace(.selection, UInt32(selection)), period: 0))
      }
    }
    return !hasOverall
      && framework.domains.indices.contains { domain in
        let place = AxisPlace(.domain, UInt32(domain))
        return isGraded(FigureKey(.auditsGoodOrBetter, first: place, period: 0))
          || AuditFacts.selectionNames.indices.contains { selection in
            isGraded(
              FigureKey(
                .auditsDomainGood, first: place, second: AxisPlace(.selection, UInt32(selection)), period: 0))
          }
      }
  }

  /// The domains' shares of *Good or better*, of a service or of all.
  func domainKeys(service: UInt32? = nil) -> [FigureKey] {
    framework.domains.indices.map {
      key(.auditsGoodOrBetter, service: service, first: place(.domain, $0))
    }
  }

  /// `Planning, 15 of 18 (83%, likely 61% to 94%)` of the best and of the worst domain; `nil` where they do not differ or
  /// have no percentages.
  func bestAndWorstDomain() -> (best: Sentence, worst: Sentence)? {
    extremes(domainKeys()).map { best, worst in
      (
        "\(Wording.lowercasedFirst(placeName(best))), \(saidOrCount(best))",
        "\(Wording.lowercasedFirst(placeName(worst))), \(saidOrCount(worst))"
      )
    }
  }

  var period: Period { request.period }

  /// The scale's names of the grades that are *Good or better*, as `Good or better` itself is said.
  var goodOrBetter: String {
    let names = framework.grades.grades.map(\.name)
    let threshold = names[framework.grades.goodCount - 1]
    return framework.grades.goodCount > 1 ? "\(threshold) or better" : threshold
  }

  /// The scale's name of the lowest grade that is still good.
  var lowestGood: String { framework.grades.grades[framework.grades.goodCount - 1].name }

  func serviceName(_ service: UInt32?) -> String {
    service.map { figures.names.services[Int($0)] } ?? figures.names.whole ?? "All services"
  }

  /// What the whole report is about, in the middle of a sentence: `all services`, `Early Help`.
  var whole: String { figures.names.whole ?? "all services" }

  /// Whether it is about one service alone, so that figures of the whole are the service's.
  var isOfOneService: Bool { request.scope.onlyService != nil }

  /// The key of a figure of the report's own period, or of the one so many before it.
  func key(
    _ measure: MeasureID, service: UInt32? = nil, first: AxisPlace? = nil, second: AxisPlace? = nil,
    periodsBack: Int = 0
  ) -> FigureKey {
    FigureKey(
      measure, service: service == request.scope.onlyService ? nil : service, first: first, second: second,
      period: UInt16(periodsBack))
  }

  func place(_ axis: Axis, _ position: Int) -> AxisPlace { AxisPlace(axis, UInt32(position)) }

  func outcome(_ key: FigureKey) -> Outcome { figures.outcome(key) }

  /// The figure as a cell that says which figure it is.
  func cell(_ key: FigureKey) -> Cell {
    guard let figure = figures[key] else { return Cell(.notAvailable) }
    return Cell(framework.value(of: figure.outcome, key), figure: figures.slug(key))
  }

  /// How many a count or share is made from: the count itself, or the share's whole.
  func records(_ key: FigureKey) -> Int {
    switch outcome(key) {
    case .count(let number): number
    case .share(_, let whole, _): whole
    case .coefficient(_, let n, _), .strand(_, let n), .joint(_, let n), .insufficient(let n): n
    case .value, .suppressed, .notAvailable, .notApplicable: 0
    }
  }

  /// The whole, the share and both ends of its interval, as the four columns of a table.
  func shareCells(_ key: FigureKey) -> [Cell] {
    let figure = figures[key].map { _ in figures.slug(key) }
    switch outcome(key) {
    case .share(let part, let whole, let interval):
      return [
        Cell(.count(part), figure: figure), Cell(.count(whole)),
        Cell(.share(part, of: whole), figure: figure),
        Cell(interval.map { .proportion($0.lower) } ?? .notAvailable),
        Cell(interval.map { .proportion($0.upper) } ?? .notAvailable),
      ]
    case .insufficient(let n):
      return [Cell(.insufficient), Cell(.count(n))]
        + Array(repeating: Cell(.insufficient, figure: figure), count: 3)
    case .suppressed:
      let withheld = Cell(.suppressed)
      return [withheld, withheld, Cell(.suppressed, figure: figure), withheld, withheld]
    case .notApplicable:
      return Array(repeating: Cell(.notApplicable), count: 5)
    default:
      return Array(repeating: Cell(.notAvailable), count: 5)
    }
  }
}

/// How much the period holds of a service, over all kinds of record.
struct ServiceActivity {
  let figures: FigureSet

  static let measures: [MeasureID] = [
    .auditsCompleted, .dipChildren, .complaintsReceived, .complimentsReceived, .feedbackReceived,
    .observationsCompleted, .supervisionAuditsCompleted,
  ]

  func records(of service: UInt32?) -> Int {
    Self.measures.reduce(0) { sum, measure in
      if case .count(let number) = figures.outcome(FigureKey(measure, service: service, period: 0)) {
        sum + number
      } else {
        sum
      }
    }
  }
}
