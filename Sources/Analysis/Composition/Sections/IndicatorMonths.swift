import QAModel

/// The indicators month by month: their patterns, the table of months and at most two charts of it.
struct IndicatorMonths {
  let context: ReportContext
  private let wording: RunChartWording
  /// By position in `Framework.indicators`.
  private let series: [IndicatorSeries]
  private let charts: [RunChart?]

  /// Lines that can be told apart in one chart.
  private static let mostLines = 4

  init(_ context: ReportContext) {
    self.context = context
    wording = RunChartWording(months: context.months.months)
    series = context.framework.indicators.indices.map { context.months.series($0) }
    charts = series.map { RunChart($0.values, context.framework.indicators[$0.indicator]) }
  }

  /// Whether there are months to speak of.
  var isWorthShowing: Bool { series.contains { points($0) > 0 } }

  static let columns = [
    Table.Column("Pattern over \(MonthlyIndicators.span) months"),
    Table.Column("Target over \(MonthlyIndicators.span) months"),
  ]

  /// The pattern and how far the target can be relied upon, for the table of indicators.
  func cells(_ indicator: Int) -> [Cell] {
    guard points(series[indicator]) > 0 else { return [Cell(.notAvailable), Cell(.notAvailable)] }
    let chart = charts[indicator]
    let assurance = chart?.assurance
    return [
      Cell(
        .text(wording.pattern(chart, points: points(series[indicator]))), tone: chart?.variation.tone,
        trend: series[indicator].values),
      Cell(assurance.map { .text(wording.assurance($0)) } ?? .notApplicable, tone: assurance?.tone),
    ]
  }

  /// The pattern of one service's months.
  func pattern(_ indicator: Int, service: UInt32) -> Cell {
    let series = context.months.series(indicator, service: service)
    let count = points(series)
    guard count > 0 else { return Cell(.notAvailable) }
    let chart = RunChart(series.values, context.framework.indicators[indicator])
    return Cell(
      .text(wording.pattern(chart, points: count)), tone: chart?.variation.tone, trend: series.values)
  }

  /// A sentence a pattern that the latest month is part of.
  func sentences() -> [Sentence] {
    let signals = charts.indices.compactMap { indicator -> Sentence? in
      guard let chart = charts[indicator], chart.isCurrent else { return nil }
      let key = context.key(.indicatorValue, first: context.place(.indicator, indicator))
      let cites = context.figures[key].map { _ in [context.figures.slug(key)] } ?? []
      return Sentence([.text("\(name(indicator)): \(wording.current(chart)).")], cites: cites)
    }
    let read = charts.compactMap { $0 }.count
    guard read > 0 else {
      return [
        "No indicator has \(Value.count(ProcessChart.fewestPoints)) months of figures: too few points for a pattern."
      ]
    }
    return signals.isEmpty
      ? [
        "Month by month no indicator varies more than chance has it (\(Wording.counted(read, "series", "series")) read)."
      ]
      : signals
  }

  /// A row a month, a column an indicator in per cent.
  func table(notes: inout NoteBook) -> Table? {
    let shown = shownIndicators
    guard !shown.isEmpty, let first = series.compactMap({ $0.values.firstIndex { $0 != nil } }).min() else {
      return nil
    }
    return Table(
      id: "indicators-month-by-month",
      title: "Indicators month by month, to \(context.months.months.last?.title ?? "")",
      source: "Performance exports, \(context.whole)",
      notes: notes.positions(of: [StandardNote.indicators, StandardNote.runCharts]),
      columns: [Table.Column("Month")] + shown.map { Table.Column("\(name($0)) (%)", .number(places: 1)) },
      rows: context.months.months.indices.dropFirst(first).map { month in
        [.text(context.months.months[month].short)] + shown.map { cell(series[$0].outcomes[month]) }
      })
  }

  /// A chart of the indicators of which high is good, and one of those of which low is: those with a pattern first.
  func pictures(of table: Table) -> [Chart] {
    let sides: [(Indicator.Polarity, String, String)] = [
      (.highIsGood, "high", "Indicators month by month, high is good"),
      (.lowIsGood, "low", "Indicators month by month, low is good"),
    ]
    return sides.compactMap { polarity, id, title in
      let drawn = shownIndicators.filter {
        context.framework.indicators[$0].polarity == polarity && points(series[$0]) > 1
      }.sorted { (charts[$0]?.isCurrent == true ? 0 : 1, $0) < (charts[$1]?.isCurrent == true ? 0 : 1, $1) }
        .prefix(Self.mostLines).sorted()
      guard !drawn.isEmpty else { return nil }
      let patterns = drawn.map {
        "\(name($0)): \(Wording.lowercasedFirst(wording.pattern(charts[$0], points: points(series[$0]))))"
      }
      var picture = Chart(
        id: "chart-indicator-months-\(id)", title: title, kind: .lines, table: table.id,
        series: drawn.compactMap { shownIndicators.firstIndex(of: $0).map { $0 + 1 } },
        valueTitle: "Per cent",
        categoryTitle: "Month",
        alternativeText:
          "Line chart of \(table.rows.count) months to \(table.rows.last?[0].value.shown ?? ""). \(patterns.joined(separator: "; ")).",
        caption: caption(drawn))
      picture.signals = signals(drawn, months: table.rows.count)
      return picture
    }
  }

  /// The runs that the latest months are part of, on the last so many months.
  private func signals(_ drawn: [Int], months: Int) -> [Chart.Signal] {
    let before = context.months.months.count - months
    return drawn.enumerated().compactMap { position, indicator in
      guard let chart = charts[indicator], let run = chart.run, run.lowerBound >= before else { return nil }
      return Chart.Signal(
        series: position, rows: run.lowerBound - before...run.upperBound - before, word: chart.variation.word)
    }
  }

  /// The patterns that the latest month is part of.
  private func caption(_ drawn: [Int]) -> Sentence {
    let signals = drawn.filter { charts[$0]?.isCurrent == true }.map {
      "\(name($0)): \(Wording.lowercasedFirst(wording.pattern(charts[$0], points: points(series[$0]))))"
    }
    return signals.isEmpty
      ? "No line ends with more than the variation that chance has."
      : Sentence([.text(signals.joined(separator: "; ") + ".")])
  }

  private var shownIndicators: [Int] {
    series.indices.filter { context.framework.indicators[$0].unit == .percent && points(series[$0]) > 0 }
  }

  private func cell(_ outcome: Outcome) -> Cell {
    switch outcome {
    case .value(let value, _, _, _): Cell(.number(value, places: 1))
    case .insufficient: Cell(.insufficient)
    case .notApplicable: Cell(.notApplicable)
    default: Cell(.notAvailable)
    }
  }

  private func points(_ series: IndicatorSeries) -> Int { series.values.compactMap { $0 }.count }

  private func name(_ indicator: Int) -> String { context.framework.indicators[indicator].term.name }
}

extension RunChart.Variation {
  fileprivate var word: String {
    switch self {
    case .commonCause: "common cause"
    case .improvement: "improvement"
    case .concern: "concern"
    case .specialCause: "special cause"
    }
  }

  fileprivate var tone: Cell.Tone? {
    switch self {
    case .improvement: .good
    case .concern: .bad
    case .commonCause, .specialCause: nil
    }
  }
}

extension RunChart.Assurance {
  fileprivate var tone: Cell.Tone {
    switch self {
    case .consistentlyMeets: .good
    case .consistentlyMisses: .bad
    case .hitAndMiss: .middling
    }
  }
}
