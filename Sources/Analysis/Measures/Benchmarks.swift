import QAModel

/// Whose figures an indicator is shown beside.
enum Comparator: Int, CaseIterable, Sendable {
  case neighbours, region, england
}

/// Indicators of others: statistical neighbours, the region and England.
///
/// Published rows go first: England and the region as published, never sums of authorities; of the neighbours the plain
/// mean of those with a figure, which is the convention (each authority counts alike). They are those of the very
/// days that the authority's own figure is of; where there are none, the latest that end by the period's close. Without
/// published rows it is what the performance export itself says beside the authority's own rows: of several services
/// or months only the latest, and only where they all say the same.
struct Benchmarks: Sendable {
  /// One figure of others.
  struct Comparison: Sendable {
    var value: Double
    /// Of the neighbours' mean how many of them have a figure.
    var count: Int?
    var first: CalendarDate
    var last: CalendarDate
    /// The rows that it comes from, and which of them have a number.
    var rows: TracedRows
  }

  let region: String?
  private let published: BenchmarkTable
  private let own: PerformanceTable
  private let rows: IndicatorRows
  private let indicators: [Indicator]
  private let index: PeriodIndex
  /// Rows of the published table by indicator.
  private let publishedRows: [[Int]]

  init(_ dataset: Dataset, _ framework: Framework, _ index: PeriodIndex, rows: IndicatorRows) {
    published = dataset.benchmarks ?? BenchmarkTable()
    own = dataset.performance ?? PerformanceTable()
    region = published.region
    indicators = framework.indicators
    self.rows = rows
    self.index = index
    var publishedRows = [[Int]](repeating: [], count: framework.indicators.count)
    for row in 0..<published.count where Int(published.indicator[row]) < publishedRows.count {
      publishedRows[Int(published.indicator[row])].append(row)
    }
    self.publishedRows = publishedRows
  }

  init(_ dataset: Dataset, _ framework: Framework, request: AnalysisRequest) {
    let index = PeriodIndex(request)
    let rows = IndicatorRows(
      dataset.performance, framework.indicators, services: dataset.names.services.count, index,
      scope: request.scope)
    self.init(dataset, framework, index, rows: rows)
  }

  /// The comparators' names, in their order.
  var names: [String] { ["Statistical neighbours", region ?? "Region", "England"] }

  func comparison(_ indicator: Int, _ comparator: Comparator, service: UInt32?, period: Int) -> Comparison? {
    let chosen = rows.choice(indicator, service: service, period: period).rows
    if service == nil, let found = published(indicator, comparator, beside: chosen, period) { return found }
    return given(comparator, by: chosen)
  }

  func figure(_ indicator: Int, _ comparator: Comparator, service: UInt32?, period: Int) -> Figure? {
    guard let found = comparison(indicator, comparator, service: service, period: period) else { return nil }
    let key = FigureKey(
      .indicatorBenchmark, service: service, first: AxisPlace(.indicator, UInt32(indicator)),
      second: AxisPlace(.benchmark, UInt32(comparator.rawValue)), period: UInt16(period))
    return Figure(
      key,
      .value(found.value, numerator: nil, denominator: nil, unit: indicators[indicator].unit),
      note: note(found, comparator))
  }

  /// The rows behind a figure of others, or `nil` where there is no such figure.
  func traced(_ key: FigureKey) -> TracedRows? {
    guard let first = key.first, first.axis == .indicator, indicators.indices.contains(Int(first.place)),
      let second = key.second, second.axis == .benchmark,
      let comparator = Comparator(rawValue: Int(second.place)),
      key.team == nil
    else { return nil }
    return comparison(Int(first.place), comparator, service: key.service, period: Int(key.period))?.rows
  }

  private func note(_ found: Comparison, _ comparator: Comparator) -> String {
    let days = Self.days(found)
    guard found.rows.isOfOthers else { return "As the performance export gives it for \(days)." }
    guard comparator == .neighbours, let count = found.count else { return "As published for \(days)." }
    let model = published.model.map { " of the \($0) model" } ?? ""
    return
      "Plain mean of \(count) of \(published.neighbours) statistical neighbours\(model) with a published figure, \(days)."
  }

  /// The days a figure of others is of, in words.
  static func days(_ found: Comparison) -> String {
    if found.first == found.last { return found.last.long }
    let month = Period.month(found.first.month, year: found.first.year)
    if let month, month.first == found.first, month.last == found.last { return month.title }
    return Period(first: found.first, last: found.last)?.title ?? found.last.long
  }

  // MARK: Published figures

  private func published(_ indicator: Int, _ comparator: Comparator, beside chosen: [Int], _ period: Int)
    -> Comparison?
  {
    let wanted: BenchmarkTable.Area =
      switch comparator {
      case .neighbours: .neighbour
      case .region: .region
      case .england: .england
      }
    let close = index.closes[period]
    let known = publishedRows[indicator].filter { row in
      published.area[row] == wanted && published.last[row].map { $0 <= close } ?? false
    }
    guard let span = span(of: chosen, known) else { return nil }
    let listed = known.filter { published.first[$0] == span.first && published.last[$0] == span.last }
    let values = listed.map { value($0, indicators[indicator].unit) }
    let found = values.compactMap(\.self)
    guard !found.isEmpty else { return nil }
    let traced = TracedRows(
      dataset: .performance, isOfOthers: true,
      rows: zip(listed, values).map { .init(row: $0, inNumerator: $1 != nil) })
    guard comparator == .neighbours else {
      return Comparison(value: found[0], first: span.first, last: span.last, rows: traced)
    }
    // Sums of published decimals without the tail that binary fractions grow.
    let sum = (found.reduce(0, +) * 1e9).rounded() / 1e9
    return Comparison(
      value: sum / Double(found.count), count: found.count, first: span.first,
      last: span.last, rows: traced)
  }

  /// The days that the authority's own rows are of where others have figures of the same, else the latest that others
  /// have figures of.
  private func span(of chosen: [Int], _ known: [Int]) -> (first: CalendarDate, last: CalendarDate)? {
    if let row = chosen.first, let first = own.first[row], let last = own.last[row],
      chosen.allSatisfy({ own.first[$0] == first && own.last[$0] == last }),
      known.contains(where: { published.first[$0] == first && published.last[$0] == last })
    {
      return (first, last)
    }
    let latest = known.max { left, right in
      (published.last[left]?.dayNumber ?? .min, published.first[left]?.dayNumber ?? .min)
        < (published.last[right]?.dayNumber ?? .min, published.first[right]?.dayNumber ?? .min)
    }
    guard let latest, let first = published.first[latest], let last = published.last[latest] else {
      return nil
    }
    return (first, last)
  }

  /// The figure as published, else what its numerator and denominator make.
  private func value(_ row: Int, _ unit: Indicator.Unit) -> Double? {
    if let value = published.value[row] { return value }
    guard let numerator = published.numerator[row] else { return nil }
    if unit == .count { return numerator }
    guard let denominator = published.denominator[row], denominator > 0 else { return nil }
    return numerator / denominator * (unit == .percent ? 100 : 1)
  }

  // MARK: What the performance export says beside its own rows

  private func given(_ comparator: Comparator, by chosen: [Int]) -> Comparison? {
    let column: NumberColumn
    switch comparator {
    case .neighbours: column = own.statisticalNeighbours
    case .england: column = own.england
    case .region: return nil
    }
    let saying = chosen.filter { $0 < column.count && column[$0] != nil }
    let latest = saying.compactMap { own.last[$0] }.max()
    let said = saying.filter { own.last[$0] == latest }
    guard let row = said.first, let value = column[row], said.allSatisfy({ column[$0] == value }),
      let first = own.first[row], let last = own.last[row]
    else { return nil }
    return Comparison(
      value: value, first: first, last: last,
      rows: TracedRows(dataset: .performance, rows: said.map { .init(row: $0, inNumerator: true) }))
  }
}
