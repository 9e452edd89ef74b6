import QAModel

/// Shares month by month, for whichever stretch of months is asked for: what an action's measure was before and after it.
///
/// Counted by the measures that make the report's own figures, over months in place of its periods.
struct MonthlyShares: Sendable {
  /// Oldest first, up to the last month that was over on the as-at day.
  let months: [Period]
  /// As many as a period index tells apart.
  private static let most = 240
  private let standards: GridCounts
  private let answers: GridCounts
  private let grades: GridCounts
  private let indicators: MonthlyIndicators
  private let framework: Framework

  /// - Parameter from: the first day of which anything is asked; months over 20 years back are not held.
  init(_ dataset: Dataset, _ framework: Framework, from first: CalendarDate, asAt: CalendarDate) {
    self.framework = framework
    let current = Period.month(containing: asAt)
    let last = current.last <= asAt ? current : current.previous
    let span = min(max(1, last.monthsSince(Period.month(containing: first)) + 1), Self.most)
    let index = PeriodIndex(AnalysisRequest(period: last, asAt: asAt, periodsBefore: span - 1))
    months = index.periods.reversed()
    indicators = MonthlyIndicators(dataset, framework, asAt: asAt, span: span)
    let services = dataset.names.services.count
    func counted(_ measure: some Measure) -> GridCounts {
      var counts = GridCounts(measure.grids, periods: index.count, services: services)
      if measure.isSupplied { measure.count(0..<measure.rowCount, into: &counts) }
      return counts
    }
    standards = counted(StandardsMet(facts: DipSampleFacts(dataset, index)))
    answers = counted(FeedbackRatings(dataset, framework, index))
    grades = counted(GoodOrBetter(facts: AuditFacts(dataset, framework, index)))
  }

  /// Hits and records of a measure over some months, for a service or for all of them (`nil`).
  ///
  /// Of a stock the last of the months alone: the same children stand in month after month. Nothing of an indicator
  /// that is no percentage, or that lacks half of its months or more.
  func sum(_ measure: ActionMeasure, service: UInt32?, _ range: Range<Int>) -> (hits: Int, of: Int) {
    switch measure {
    case .standard(let code): counted(standards, 1, service, Int(code), range)
    case .question(let code): counted(answers, 2, service, Int(code), range)
    case .domain(let position): counted(grades, 1, service, position, range)
    case .indicator(let position): indicator(position, service, range)
    }
  }

  private func counted(
    _ counts: GridCounts, _ grid: Int, _ service: UInt32?, _ cell: Int, _ range: Range<Int>
  ) -> (hits: Int, of: Int) {
    range.reduce((0, 0)) { sum, month in
      let numbers = counts.numbers(grid, period: months.count - 1 - month, service: service, cell: cell)
      return (sum.0 + numbers.hits, sum.1 + numbers.of)
    }
  }

  private func indicator(_ position: Int, _ service: UInt32?, _ range: Range<Int>) -> (hits: Int, of: Int) {
    let indicator = framework.indicators[position]
    guard indicator.unit == .percent, range.upperBound <= indicators.months.count, let last = range.last
    else {
      return (0, 0)
    }
    let asked = indicator.kind == .stock ? last..<last + 1 : range
    let sum = indicators.series(position, service: service).sum(asked)
    return sum.months * 2 > asked.count ? (sum.hits, sum.of) : (0, 0)
  }

  /// The positions of so many months in a row, the first given; `nil` where not all of them are held.
  func positions(from first: Period, count: Int) -> Range<Int>? {
    guard let oldest = months.first else { return nil }
    let start = first.monthsSince(oldest)
    return start >= 0 && start + count <= months.count ? start..<start + count : nil
  }
}

extension Period {
  /// The calendar month a day falls in.
  static func month(containing day: CalendarDate) -> Period {
    guard let month = Period.month(day.month, year: day.year) else {
      preconditionFailure("a day has a month")
    }
    return month
  }

  /// How many months this one begins after another.
  func monthsSince(_ other: Period) -> Int {
    (first.year - other.first.year) * 12 + first.month - other.first.month
  }

  /// The month so many after this one; before it where negative.
  func addingMonths(_ count: Int) -> Period { .month(containing: first.adding(months: count)) }
}
