import QAModel

/// The indicators month by month, up to the last month that was over on the as-at day.
///
/// A flow's month is the sum of the rows within it, a stock's the latest rows in it. A month without a figure, or with
/// too few records for one, is a gap, not a zero.
struct MonthlyIndicators: Sendable {
  /// How many months a report looks at.
  static let span = 24

  /// Oldest first. Empty where the workspace has no performance export.
  let months: [Period]
  let framework: Framework
  private let values: IndicatorValues
  private let serviceCount: Int

  init(
    _ dataset: Dataset, _ framework: Framework, asAt: CalendarDate, span: Int = Self.span,
    scope: ReportScope = .everything
  ) {
    let month = Period.month(asAt.month, year: asAt.year).map { $0.last <= asAt ? $0 : $0.previous }
    let request = month.map { AnalysisRequest(period: $0, asAt: asAt, periodsBefore: span - 1) }
    let index = PeriodIndex(
      request ?? AnalysisRequest(period: Self.empty(asAt), asAt: asAt, periodsBefore: 0))
    self.framework = framework
    months = dataset.performance == nil || month == nil ? [] : index.periods.reversed()
    values = IndicatorValues(dataset, framework, index, scope: scope)
    serviceCount = dataset.names.services.count
  }

  /// A month's figures of one indicator, for a service or for all of them.
  func series(_ indicator: Int, service: UInt32? = nil) -> IndicatorSeries {
    let outcomes = months.indices.map { position in
      values.within(indicator, service: service, period: months.count - 1 - position)
    }
    return IndicatorSeries(indicator: indicator, service: service, outcomes: outcomes)
  }

  var services: [UInt32?] { [nil] + (0..<UInt32(serviceCount)).map(Optional.some) }

  private static func empty(_ day: CalendarDate) -> Period {
    guard let period = Period(first: day, last: day) else { preconditionFailure("a day is a period") }
    return period
  }
}

/// One indicator's figures of successive months.
struct IndicatorSeries: Sendable {
  /// Position in `Framework.indicators`.
  let indicator: Int
  /// `nil`: all services.
  let service: UInt32?
  /// Oldest first, each a value or why there is none.
  let outcomes: [Outcome]

  /// In the indicator's own unit; `nil` where the month has none.
  var values: [Double?] {
    outcomes.map { if case .value(let value, _, _, _) = $0 { value } else { nil } }
  }

  /// Numerators and denominators of the months asked for, summed, and how many of the months have them.
  func sum(_ months: Range<Int>) -> (hits: Int, of: Int, months: Int) {
    outcomes[months].reduce((0, 0, 0)) { sum, outcome in
      guard case .value(_, let numerator?, let denominator?, _) = outcome, numerator >= 0,
        numerator <= denominator
      else { return sum }
      return (sum.0 + Int(numerator.rounded()), sum.1 + Int(denominator.rounded()), sum.2 + 1)
    }
  }
}
