import QAModel

/// What a chart draws, taken from its table: names down, series across.
struct ChartData {
  struct Series {
    var name: String
    var kind: Table.Column.Kind
    /// A number a category; `nil` where the table shows a sign in its place.
    var numbers: [Double?]
    /// What the table shows.
    var labels: [String]
  }

  var categories: [String]
  var series: [Series]
  /// Ends of the interval around the first series.
  var intervals: [(lower: Double, upper: Double, words: String)?]

  /// `nil` where the chart asks for columns or rows that the table has not, or there is nothing to draw.
  init?(_ chart: Chart, table: Table) {
    let rows = chart.rows ?? Array(table.rows.indices)
    let columns = chart.series + [chart.lower, chart.upper].compactMap { $0 }
    guard !rows.isEmpty, !chart.series.isEmpty, rows.allSatisfy(table.rows.indices.contains),
      columns.allSatisfy({ $0 > 0 && $0 < table.columns.count })
    else { return nil }
    categories = rows.map { table.rows[$0][0].value.displayed }
    series = chart.series.map { column in
      let values = rows.map { table.rows[$0][column].value }
      return Series(
        name: DisplayText.clean(table.columns[column].header), kind: table.columns[column].kind,
        numbers: values.map(\.plotted), labels: values.map(\.displayed))
    }
    intervals = rows.map { row in
      guard let lower = chart.lower, let upper = chart.upper else { return nil }
      let ends = (table.rows[row][lower].value, table.rows[row][upper].value)
      guard let low = ends.0.plotted, let high = ends.1.plotted else { return nil }
      return (low, high, "\(ends.0.displayed) to \(ends.1.displayed)")
    }
  }

  /// Everything that has to lie on the value axis.
  var allNumbers: [Double] {
    series.flatMap { $0.numbers.compactMap(\.self) }
      + intervals.flatMap { $0.map { [$0.lower, $0.upper] } ?? [] }
  }
}

extension Value {
  /// The number that stands for the value in a chart; `nil` where there is none.
  fileprivate var plotted: Double? {
    switch self {
    case .count(let count): Double(count)
    case .share(let part, let whole): whole == 0 ? nil : Double(part) / Double(whole)
    case .proportion(let proportion): proportion
    case .number(let number, _): number
    case .text, .date, .suppressed, .insufficient, .notAvailable, .notApplicable, .roundsToZero: nil
    }
  }
}
