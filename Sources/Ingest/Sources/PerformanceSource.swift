import QAModel

extension TableSource where Table == PerformanceTable {
  /// Performance indicators, a row an indicator and period, or a column a period.
  static func performance(_ framework: Framework) -> TableSource {
    var source = TableSource(
      kind: .performance, columns: performanceColumns(framework), table: \.performance,
      empty: PerformanceTable(), origin: \.origin, key: performanceKey,
      variants: Variants(
        recognise: { PeriodDecoder.period($0) != nil ? Cell.trimmed($0) : nil }, headerColumn: "period",
        cellColumn: "value"))
    source.openData = { OpenDataLayout($0, $1)?.layout }
    source.companion = { BenchmarkReader($0, $1, $2) }
    let position = source.position
    source.refine = { table, rows in
      let assumed = rows.isInPercent ? [] : PercentageScale(rows, position: position).apply(to: &table)
      return assumed + RecordDoubts(rows, table, table.origin).ofIndicators()
    }
    return source
  }

  /// Indicator, period, service and team; the whole authority is a service of its own.
  private static func performanceKey(_ table: PerformanceTable, _ row: Int) -> RecordKey? {
    guard let first = table.first[row], let last = table.last[row] else { return nil }
    let days = UInt32(last.dayNumber - first.dayNumber)
    return RecordKey(
      first: UInt32(table.indicator[row]) << 16 | min(days, 0xFFFF),
      second: UInt32(bitPattern: first.dayNumber),
      third: table.service[row] ?? .max, fourth: table.team[row] ?? .max)
  }

  private static func performanceColumns(_ framework: Framework) -> [ColumnSpec<PerformanceTable>] {
    [
      .values(
        "indicator", \.indicatorCells, ["measure", "pi_name", "indicator_name", "pi", "kpi", "measure_name"],
        .indicators
      ) {
        _ in IndicatorNames(framework).read
      }.needed().costingTheRow(),
      .values(
        "period", \.span, ["month", "quarter", "year", "date", "reporting_period", "time_period", "as_at"],
        .days
      ) {
        decoding in { PeriodDecoder.read($0, order: decoding.dateOrder) }
      }.needed().costingTheRow().with { $0.isDate = true },
      .service(\.service, mayBeWhole: true),
      .name("team", \.team, \.teams, ["team_name"]),
      .number("numerator", \.numerator, ["num", "count", "number_achieved"]),
      .number("denominator", \.denominator, ["denom", "den", "total", "out_of", "cohort"]),
      .number(
        "value", \.value, ["percentage", "percent", "result", "actual", "performance", "figure", "rate"]),
      .number("target", \.target, ["target_value"]),
      .number(
        "statistical_neighbours", \.statisticalNeighbours,
        ["sn_average", "sn", "statistical_neighbour_average", "stat_neighbours", "statistical_neighbour"]),
      .number("england", \.england, ["national", "england_average", "national_average"]),
    ]
  }
}

/// The indicator of each row: always there, as a row without one is set aside.
struct IndicatorCells: CellStorage {
  var positions: [UInt16] = []

  mutating func append(_ position: UInt16) { positions.append(position) }
  /// Only to keep place with the spellings: a row without an indicator is set aside.
  mutating func append(missing: Missing) { positions.append(.max) }
  mutating func append(_ other: IndicatorCells, at places: UnsafeBufferPointer<UInt32>) {
    for place in places { positions.append(other.positions[Int(place)]) }
  }
  mutating func keep(_ rows: [Int]) { positions = rows.map { positions[$0] } }
}

/// The first and the last day of each row's period.
struct SpanCells: CellStorage {
  var first = DateColumn()
  var last = DateColumn()

  mutating func append(_ span: PeriodDecoder.Span) {
    first.append(span.first)
    last.append(span.last)
  }
  mutating func append(missing: Missing) {
    first.append(missing: missing)
    last.append(missing: missing)
  }
  mutating func append(_ other: SpanCells, at places: UnsafeBufferPointer<UInt32>) {
    first.append(other.first, at: places)
    last.append(other.last, at: places)
  }
  mutating func keep(_ rows: [Int]) {
    first.keep(rows)
    last.keep(rows)
  }
}

extension PerformanceTable {
  var indicatorCells: IndicatorCells {
    get { IndicatorCells(positions: indicator) }
    set { indicator = newValue.positions }
  }

  var span: SpanCells {
    get { SpanCells(first: first, last: last) }
    set { (first, last) = (newValue.first, newValue.last) }
  }
}
