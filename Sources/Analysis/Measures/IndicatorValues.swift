import QAModel

/// The values of indicators: from summed numerators and denominators, never from averaged percentages.
///
/// A row with a value but no numerator and denominator gives a value only where it alone speaks for its service and
/// period. Of a count the value is itself what is summed.
struct IndicatorValues: Sendable {
  private let table: PerformanceTable
  let rows: IndicatorRows
  private let scope: ReportScope
  private let framework: Framework

  init(_ dataset: Dataset, _ framework: Framework, _ index: PeriodIndex, scope: ReportScope) {
    self.scope = scope
    table = dataset.performance ?? PerformanceTable()
    rows = IndicatorRows(
      dataset.performance, framework.indicators, services: dataset.names.services.count, index, scope: scope)
    self.framework = framework
  }

  func figure(_ indicator: Int, service: UInt32?, period: Int) -> Figure {
    let key = FigureKey(
      .indicatorValue, service: service, first: AxisPlace(.indicator, UInt32(indicator)),
      period: UInt16(period))
    guard rows.isSupplied else { return Figure(key, .notAvailable) }
    let choice = rows.choice(indicator, service: service, period: period)
    guard !choice.rows.isEmpty else { return Figure(key, .notAvailable) }
    let used = summed(choice.rows, indicator)
    let outcome = outcome(framework.indicators[indicator], choice.rows, used, service)
    var all = key
    all.service = nil
    let isPart =
      service != nil && !used.isEmpty
      && rows.choice(indicator, service: nil, period: period).rows.contains { table.service[$0] != nil }
    return Figure(
      key, outcome, partOf: isPart ? [all] : [], note: note(choice, leftOut: choice.rows.count - used.count))
  }

  /// The value of a period by rows that lie within it: nothing is carried into it from a longer one.
  func within(_ indicator: Int, service: UInt32?, period: Int) -> Outcome {
    guard rows.isSupplied else { return .notAvailable }
    let choice = rows.choice(indicator, service: service, period: period)
    guard !choice.rows.isEmpty, !choice.isCarried else { return .notAvailable }
    return outcome(framework.indicators[indicator], choice.rows, summed(choice.rows, indicator), service)
  }

  /// The rows behind a value; those whose numbers are in it are its numerator's.
  func traced(_ indicator: Int, service: UInt32?, period: Int) -> TracedRows {
    let chosen = rows.choice(indicator, service: service, period: period).rows
    let used = Set(summed(chosen, indicator))
    return TracedRows(
      dataset: .performance,
      rows: chosen.map { .init(row: $0, inNumerator: used.contains($0) || chosen.count == 1) })
  }

  /// The rows whose numbers can be summed.
  private func summed(_ rows: [Int], _ indicator: Int) -> [Int] {
    framework.indicators[indicator].unit == .count
      ? rows.filter { table.numerator[$0] != nil || table.value[$0] != nil } : rows.filter(table.hasPair)
  }

  private func outcome(_ indicator: Indicator, _ chosen: [Int], _ used: [Int], _ service: UInt32?) -> Outcome
  {
    if used.isEmpty {
      // One service's own figure is not that of all services.
      guard chosen.count == 1,
        service != nil || table.service[chosen[0]] == scope.onlyService,
        let value = table.value[chosen[0]]
      else { return .notAvailable }
      return .value(value, numerator: nil, denominator: nil, unit: indicator.unit)
    }
    if indicator.unit == .count {
      let sum = used.reduce(0) { $0 + (table.numerator[$1] ?? table.value[$1] ?? 0) }
      return .value(sum, numerator: sum, denominator: nil, unit: .count)
    }
    let numerator = used.reduce(0) { $0 + (table.numerator[$1] ?? 0) }
    let denominator = used.reduce(0) { $0 + (table.denominator[$1] ?? 0) }
    let isPercent = indicator.unit == .percent
    if isPercent, denominator < Double(framework.thresholds.fewestRecords) {
      return .insufficient(n: Int(denominator))
    }
    guard denominator > 0 else { return .notApplicable }
    return .value(
      numerator / denominator * (isPercent ? 100 : 1), numerator: numerator, denominator: denominator,
      unit: indicator.unit)
  }

  /// What a reader must know to read the value rightly.
  private func note(_ choice: IndicatorRows.Choice, leftOut: Int) -> String? {
    var notes: [String] = []
    if choice.isCarried, let row = choice.rows.first, let first = table.first[row], let last = table.last[row]
    {
      let days = first == last ? last.long : Period(first: first, last: last)?.title ?? last.long
      notes.append("The latest figure there is: \(days).")
    }
    if choice.isPartial { notes.append("Part of the period has no figure.") }
    if leftOut > 0, choice.rows.count > 1 {
      notes.append(
        "\(leftOut) of \(choice.rows.count) rows have no numerator and denominator and are not in it.")
    }
    return notes.isEmpty ? nil : notes.joined(separator: " ")
  }
}
