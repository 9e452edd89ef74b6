public import QAModel

/// What a report is asked to be about.
public struct AnalysisRequest: Sendable {
  public var period: Period
  /// What happened or became known later does not count.
  public var asAt: CalendarDate
  public var audience: Audience
  /// How many periods of the same kind before `period` are worked out too: 7 make eight quarters.
  public var periodsBefore: Int
  /// Which of the framework's reports it is.
  public var report: ReportDefinition
  /// The services and types of audit it is about.
  public var scope: ReportScope

  public init(
    period: Period, asAt: CalendarDate, audience: Audience = .internal, periodsBefore: Int = 7,
    report: ReportDefinition = ReportDefinition("quarterly", kind: .quarterly),
    scope: ReportScope = .everything
  ) {
    self.period = period
    self.asAt = asAt
    self.audience = audience
    self.periodsBefore = periodsBefore
    self.report = report
    self.scope = scope
  }
}

extension AnalysisRequest {
  /// Of an annual report on a financial year: the same of its quarters, the latest that has begun by the as-at day first.
  public var quarters: AnalysisRequest? {
    guard report.kind == .annual, case .year = period.kind,
      let latest = Period.quarter(containing: min(asAt, period.last)),
      case .quarter(let number, _) = latest.kind
    else { return nil }
    var quarters = self
    quarters.period = latest
    quarters.periodsBefore = number - 1
    return quarters
  }

  /// Whether it is the quarterly report on everything: what people write is written for, and the public may see.
  public var isWholeQuarterly: Bool { report.kind == .quarterly && scope.isEverything }
}
