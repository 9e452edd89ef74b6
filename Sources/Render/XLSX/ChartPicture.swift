import QAModel

/// What of a chart Excel can draw, and from which cells.
///
/// A range of Excel's has no holes, and the words of a cell are drawn as zero. So a chart is drawn from its table
/// where its rows stand together in order and hold nothing but numbers. Otherwise its values are copied to a sheet
/// of their own, where what has no value is blank, and so a gap.
struct ChartPicture {
  let chart: Chart
  /// What the drawn columns hold.
  let kind: Table.Column.Kind
  /// The table's rows and columns that are drawn, in order.
  let rows: [Int]
  let columns: [Int]
  /// Whether the interval of the first column is drawn, from the two others.
  let isInterval: Bool
  let hasGaps: Bool
  /// Whether the table's own cells will not do.
  let needsCopy: Bool
  /// The room a row's name wants, in pixels; names of many words take several lines.
  private let labelWidth: Int
  /// The format of Excel's that shows the values as the table does.
  let format: String
  /// The least of the numbers drawn, and the greatest; of bars that are split, of their sums.
  let least: Double
  let greatest: Double

  /// `nil` where there is not one number to draw.
  init?(_ chart: Chart, of table: Table) {
    self.chart = chart
    var wanted = chart.series
    if chart.kind == .dots, let lower = chart.lower, let upper = chart.upper {
      wanted = [chart.series[0], lower, upper]
    }
    let rows = chart.rows ?? Array(table.rows.indices)
    let columns = wanted.filter { column in
      rows.contains { table.rows[$0][column].value.excelNumber != nil }
    }
    isInterval = columns.count == 3 && wanted != chart.series
    let cells = rows.flatMap { row in columns.map { table.rows[row][$0].value.excelNumber?.number } }
    let numbers = cells.compactMap { $0 }
    guard let least = numbers.min(), let most = numbers.max(), let first = columns.first else {
      return nil
    }
    self.rows = rows
    self.columns = columns
    self.least = least
    let sums = rows.map { row in
      columns.reduce(0) { $0 + (table.rows[row][$1].value.excelNumber?.number ?? 0) }
    }
    greatest = chart.kind == .stackedBars ? sums.max() ?? most : most
    kind = table.columns[first].kind
    // Seven pixels a digit of the body face, and some between names.
    let longest = rows.map { CellMeasure.width(table.rows[$0][0].value.displayed) }.max() ?? 0
    labelWidth = min(90, 14 + Int(longest * 7))
    format = rows.lazy.compactMap { table.rows[$0][first].value.excelNumber?.format }.first ?? "General"
    hasGaps = numbers.count < cells.count
    needsCopy = hasGaps || zip(rows, rows.dropFirst()).contains { $1 != $0 + 1 }
  }

  // MARK: Size

  /// In pixels: names under points are given room to stay level.
  var width: Int {
    switch chart.kind {
    case .bars, .stackedBars: 720
    case .dots, .lines: chart.isSmall ? 560 : min(1_600, max(720, 170 + rows.count * labelWidth))
    case .slopes: 720
    }
  }

  /// In pixels: bars grow with their number, so that their labels do not touch.
  var height: Int {
    switch chart.kind {
    case .bars: 130 + max(4, rows.count * columns.count) * 28
    case .stackedBars: 160 + max(4, rows.count) * 32
    case .dots, .lines: chart.isSmall ? 280 : 400
    case .slopes: 240 + columns.count * 28
    }
  }

  // MARK: Cells

  /// The cells a picture is drawn from. Rows and columns are counted from 0.
  struct Source {
    var sheet: String
    /// The row with the names of the series.
    var headerRow: Int
    var firstRow: Int
    var lastRow: Int
    var categories: Int
    var columns: [Int]
  }

  /// The cells of the table itself, whose header stands in that row.
  func source(onSheet sheet: String, headerRow: Int) -> Source {
    Source(
      sheet: sheet, headerRow: headerRow, firstRow: headerRow + 1 + (rows.first ?? 0),
      lastRow: headerRow + 1 + (rows.last ?? 0), categories: 0, columns: columns)
  }
}
