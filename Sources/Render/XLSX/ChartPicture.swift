import CXlsxWriter
import QAModel

/// A chart as Excel can draw it: the rows and columns of its table that hold numbers.
///
/// Excel draws the words of a cell as zero. So rows at either end where nothing can be drawn are left off, a series
/// without any number too, and where a value is missing in between, its point and its label are hidden and no line
/// is drawn through it.
///
/// A range of Excel's has no holes: where a chart leaves out rows in between, they are drawn; the order is the
/// table's.
struct ChartPicture {
  let chart: Chart
  let kind: Table.Column.Kind
  /// Rows of the table, from the first drawn to the last.
  let rows: ClosedRange<Int>
  let series: [Series]

  struct Series: Equatable {
    var column: Int
    /// Positions in `rows` that hold no number.
    var gaps: [Int]
  }

  /// The pictures' width in pixels.
  static let width = 720

  /// `nil` where there is not one number to draw.
  init?(_ chart: Chart, of table: Table) {
    let isInterval = chart.kind == .dots && chart.lower != nil && chart.upper != nil
    let columns =
      isInterval
      ? [chart.series[0]] + [chart.lower, chart.upper].compactMap { $0 } : chart.series
    let first = chart.rows?.min() ?? 0
    let last = chart.rows?.max() ?? table.rows.count - 1
    func isNumber(_ row: Int, _ column: Int) -> Bool { table.rows[row][column].value.excelNumber != nil }
    /// An estimate is drawn with its interval or not at all.
    func isDrawn(_ row: Int, _ column: Int) -> Bool {
      isInterval ? columns.allSatisfy { isNumber(row, $0) } : isNumber(row, column)
    }
    let drawn = (first...last).filter { row in columns.contains { isDrawn(row, $0) } }
    guard let start = drawn.first, let end = drawn.last else { return nil }
    rows = start...end
    series = columns.compactMap { column in
      let gaps = (start...end).filter { !isDrawn($0, column) }.map { $0 - start }
      return gaps.count > end - start ? nil : Series(column: column, gaps: gaps)
    }
    self.chart = chart
    kind = table.columns[columns[0]].kind
    let numbers = drawn.flatMap { row in columns.compactMap { table.rows[row][$0].value.excelNumber?.number }
    }
    least = numbers.min() ?? 0
    greatest = numbers.max() ?? 0
  }

  private let least: Double
  private let greatest: Double

  var hasGaps: Bool { series.contains { !$0.gaps.isEmpty } }

  /// In pixels: bars grow with their number, so that their labels do not touch.
  var height: Int {
    switch chart.kind {
    case .bars: 120 + max(5, rows.count * max(1, series.count)) * 30
    case .stackedBars: 160 + max(5, rows.count) * 34
    case .dots, .lines: 400
    }
  }

  // MARK: Drawing

  /// - Parameters:
  ///   - headerRow: the row of the table's header on the sheet.
  ///   - headers: the table's headers as they are on the sheet.
  ///   - atRow: the row and column of the picture's upper left corner.
  func draw(
    on sheet: Worksheet, headerRow: Int, headers: [String], atRow row: Int, column: Int, workbook: Workbook
  ) throws(WorkbookError) {
    let handle = try workbook.addChart(type)
    for (position, entry) in series.enumerated() {
      guard let series = chart_add_series(handle, nil, nil) else {
        throw Workbook.noMemory("drawing \(chart.id)")
      }
      let top = lxw_row_t(headerRow + 1 + rows.lowerBound)
      let bottom = lxw_row_t(headerRow + 1 + rows.upperBound)
      let column = lxw_col_t(entry.column)
      chart_series_set_categories(series, sheet.name, top, 0, bottom, 0)
      chart_series_set_values(series, sheet.name, top, column, bottom, column)
      chart_series_set_name_range(series, sheet.name, lxw_row_t(headerRow), column)
      try style(series, position: position, gaps: entry.gaps)
    }
    styleFrame(handle)
    try chart.alternativeText.withCleanCString { (text) throws(WorkbookError) in
      var options = lxw_chart_options()
      options.x_scale = Double(Self.width) / 480
      options.y_scale = Double(height) / 288
      options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
      options.description = UnsafeMutablePointer(mutating: text)
      try check(
        worksheet_insert_chart_opt(sheet.handle, lxw_row_t(row), lxw_col_t(column), handle, &options),
        "placing the chart \(chart.id)")
    }
  }

  private var type: lxw_chart_type {
    switch chart.kind {
    case .bars: LXW_CHART_BAR
    case .stackedBars: LXW_CHART_BAR_STACKED
    case .dots, .lines: LXW_CHART_LINE
    }
  }

  private var isHorizontal: Bool { chart.kind == .bars || chart.kind == .stackedBars }

  private var valueFormat: String {
    switch kind {
    case .percentage: "0%"
    case .count: "#,##0"
    case .number, .text, .date: "General"
    }
  }

  // MARK: Series

  private func style(
    _ series: UnsafeMutablePointer<lxw_chart_series>, position: Int, gaps: [Int]
  ) throws(WorkbookError) {
    switch chart.kind {
    case .bars, .stackedBars:
      let colour = ChartPalette.series(position)
      var fill = lxw_chart_fill(color: colour, none: 0, transparency: 0)
      chart_series_set_fill(series, &fill)
      // A white edge, so that neighbours are told apart without their colours.
      var edge = ChartPalette.line(0xFFFFFF, width: 1)
      chart_series_set_line(series, &edge)
      try label(series, on: colour, gaps: gaps)
    case .lines:
      let colour = ChartPalette.series(position)
      var line = ChartPalette.line(colour, width: 2.25, dash: ChartPalette.dash(position))
      if !gaps.isEmpty { line.none = 1 }
      chart_series_set_line(series, &line)
      mark(series, ChartPalette.marker(position), size: 8, colour)
      try hide(gaps, of: series)
    case .dots:
      var line = ChartPalette.line(0, width: 1)
      line.none = 1
      chart_series_set_line(series, &line)
      // A plus on the interval's line is its cap: the dashes libxlsxwriter 1.1.4 offers are written as names that
      // no reader of the format knows.
      let isEstimate = self.series.count != 3 || position == 0
      mark(
        series, isEstimate ? LXW_CHART_MARKER_CIRCLE : LXW_CHART_MARKER_PLUS, size: isEstimate ? 10 : 8,
        ChartPalette.interval(position))
      try hide(gaps, of: series)
    }
  }

  private func mark(
    _ series: UnsafeMutablePointer<lxw_chart_series>, _ marker: lxw_chart_marker_type, size: UInt8,
    _ colour: UInt32
  ) {
    chart_series_set_marker_type(series, UInt8(marker.rawValue))
    chart_series_set_marker_size(series, size)
    var fill = lxw_chart_fill(color: colour, none: 0, transparency: 0)
    chart_series_set_marker_fill(series, &fill)
    var edge = ChartPalette.line(colour, width: 1.5)
    chart_series_set_marker_line(series, &edge)
  }

  /// Values on the bars; none where there is no value, and none on parts that are nothing.
  private func label(
    _ series: UnsafeMutablePointer<lxw_chart_series>, on colour: UInt32, gaps: [Int]
  ) throws(WorkbookError) {
    chart_series_set_labels(series)
    let isInside = chart.kind == .stackedBars
    chart_series_set_labels_position(
      series,
      UInt8((isInside ? LXW_CHART_LABEL_POSITION_CENTER : LXW_CHART_LABEL_POSITION_OUTSIDE_END).rawValue))
    var font = ChartPalette.font(size: 10, isInside ? ChartPalette.ink(on: colour) : ChartPalette.ink)
    chart_series_set_labels_font(series, &font)
    if isInside { chart_series_set_labels_num_format(series, valueFormat + ";;;") }
    guard !gaps.isEmpty else { return }
    var labels = rows.indices.map { _ in lxw_chart_data_label() }
    for gap in gaps { labels[gap].hide = 1 }
    try withNullTerminatedPointers(to: &labels) { (pointers) throws(WorkbookError) in
      try check(chart_series_set_labels_custom(series, pointers), "labelling the chart \(chart.id)")
    }
  }

  /// Points that stand for no value are not seen.
  private func hide(_ gaps: [Int], of series: UnsafeMutablePointer<lxw_chart_series>) throws(WorkbookError) {
    guard !gaps.isEmpty else { return }
    var noLine = lxw_chart_line()
    noLine.none = 1
    var noFill = lxw_chart_fill()
    noFill.none = 1
    let code = withUnsafeMutablePointer(to: &noLine) { line in
      withUnsafeMutablePointer(to: &noFill) { fill in
        var hidden = lxw_chart_point(line: line, fill: fill, pattern: nil)
        return withUnsafeMutablePointer(to: &hidden) { hidden in
          var seen = lxw_chart_point()
          return withUnsafeMutablePointer(to: &seen) { seen in
            var points = rows.indices.enumerated().map { position, _ in
              Optional(gaps.contains(position) ? hidden : seen)
            }
            points.append(nil)
            return points.withUnsafeMutableBufferPointer { chart_series_set_points(series, $0.baseAddress) }
          }
        }
      }
    }
    try check(code, "hiding points of the chart \(chart.id)")
  }

  // MARK: Axes, title, legend

  private func styleFrame(_ handle: UnsafeMutablePointer<lxw_chart>) {
    chart.title.withChartText { chart_title_set_name(handle, $0) }
    var titleFont = ChartPalette.font(size: 13, ChartPalette.ink, bold: true)
    chart_title_set_name_font(handle, &titleFont)
    if series.count > 1 {
      chart_legend_set_position(handle, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
      var legendFont = ChartPalette.font(size: 10, ChartPalette.ink)
      chart_legend_set_font(handle, &legendFont)
    } else {
      chart_legend_set_position(handle, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
    }
    // libxlsxwriter names axes by where they lie: a bar chart's values are on its x_axis.
    let (lying, standing) = (handle.pointee.x_axis, handle.pointee.y_axis)
    if let category = isHorizontal ? standing : lying { styleCategories(category) }
    if let value = isHorizontal ? lying : standing { styleValues(value) }
    var edge = ChartPalette.line(ChartPalette.grid, width: 0.75)
    chart_chartarea_set_line(handle, &edge)
    if chart.kind == .dots, series.count == 3 {
      var interval = ChartPalette.line(ChartPalette.interval(1), width: 1.5)
      chart_set_high_low_lines(handle, &interval)
    }
  }

  private func styleCategories(_ axis: UnsafeMutablePointer<lxw_chart_axis>) {
    chart.categoryTitle.withChartText { chart_axis_set_name(axis, $0) }
    styleText(axis)
    chart_axis_major_gridlines_set_visible(axis, 0)
    // Bars are drawn from the bottom up unless told otherwise; the table reads from the top down.
    if isHorizontal { chart_axis_set_reverse(axis) }
  }

  private func styleValues(_ axis: UnsafeMutablePointer<lxw_chart_axis>) {
    chart.valueTitle.withChartText { chart_axis_set_name(axis, $0) }
    styleText(axis)
    chart_axis_set_num_format(axis, valueFormat)
    var grid = ChartPalette.line(ChartPalette.grid, width: 0.75)
    chart_axis_major_gridlines_set_visible(axis, 1)
    chart_axis_major_gridlines_set_line(axis, &grid)
    if chart.kind != .lines, least >= 0 { chart_axis_set_min(axis, 0) }
    if chart.kind == .dots, kind == .percentage { chart_axis_set_max(axis, 1) }
    if kind == .count, chart.kind == .bars, greatest < 8 { chart_axis_set_major_unit(axis, 1) }
  }

  private func styleText(_ axis: UnsafeMutablePointer<lxw_chart_axis>) {
    var nameFont = ChartPalette.font(size: 10, ChartPalette.ink, bold: true)
    // 360 is libxlsxwriter's word for level text, where 0 stands for the default.
    nameFont.rotation = 360
    chart_axis_set_name_font(axis, &nameFont)
    var numberFont = ChartPalette.font(size: 10, ChartPalette.ink)
    chart_axis_set_num_font(axis, &numberFont)
    var line = ChartPalette.line(ChartPalette.axis, width: 0.75)
    chart_axis_set_line(axis, &line)
  }
}
