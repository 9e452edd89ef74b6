import CXlsxWriter
import QAModel

/// Draws a picture as a chart of Excel's own: axes named, grid light, bars from zero, and for every colour a label, a
/// marker or a dash beside it.
struct NativeChart {
  private let picture: ChartPicture
  private let source: ChartPicture.Source
  private let handle: UnsafeMutablePointer<lxw_chart>
  private var chart: Chart { picture.chart }
  private var isHorizontal: Bool { chart.kind == .bars || chart.kind == .stackedBars }

  init(
    _ picture: ChartPicture, from source: ChartPicture.Source, workbook: Workbook
  ) throws(WorkbookError) {
    self.picture = picture
    self.source = source
    let type =
      switch picture.chart.kind {
      case .bars: LXW_CHART_BAR
      case .stackedBars: LXW_CHART_BAR_STACKED
      case .dots, .lines, .slopes: LXW_CHART_LINE
      }
    handle = try workbook.addChart(type)
  }

  /// Puts the chart on the sheet, its upper left corner in that cell.
  func place(on sheet: Worksheet, row: Int, column: Int) throws(WorkbookError) {
    for (position, column) in source.columns.enumerated() {
      guard let series = chart_add_series(handle, nil, nil) else {
        throw Workbook.noMemory("drawing \(chart.id)")
      }
      let (first, last) = (lxw_row_t(source.firstRow), lxw_row_t(source.lastRow))
      let (names, values) = (lxw_col_t(source.categories), lxw_col_t(column))
      chart_series_set_categories(series, source.sheet, first, names, last, names)
      chart_series_set_values(series, source.sheet, first, values, last, values)
      chart_series_set_name_range(series, source.sheet, lxw_row_t(source.headerRow), values)
      style(series, position: position)
    }
    styleFrame()
    let code = DisplayText.clean(chart.alternativeText).withCString { text in
      var options = lxw_chart_options()
      // libxlsxwriter's charts are 480 by 288 pixels.
      options.x_scale = Double(picture.width) / 480
      options.y_scale = Double(picture.height) / 288
      options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
      options.description = UnsafeMutablePointer(mutating: text)
      return worksheet_insert_chart_opt(sheet.handle, lxw_row_t(row), lxw_col_t(column), handle, &options)
    }
    try check(code, "placing the chart \(chart.id)")
  }

  // MARK: Series

  private typealias Series = UnsafeMutablePointer<lxw_chart_series>

  private func style(_ series: Series, position: Int) {
    let colour = ChartPalette.series(position)
    switch chart.kind {
    case .bars, .stackedBars:
      var fill = lxw_chart_fill(color: colour, none: 0, transparency: 0)
      chart_series_set_fill(series, &fill)
      // A white edge, so that neighbours are told apart without their colours.
      var edge = ChartPalette.line(0xFFFFFF, width: 1)
      chart_series_set_line(series, &edge)
      label(series, on: colour)
    case .lines, .slopes:
      var line = ChartPalette.line(colour, width: 2.25, dash: ChartPalette.dash(position))
      chart_series_set_line(series, &line)
      mark(series, ChartPalette.marker(position), size: 8, colour)
    case .dots:
      var line = lxw_chart_line()
      line.none = 1
      chart_series_set_line(series, &line)
      if picture.isInterval {
        // A plus on the interval's line is its cap: the dashes libxlsxwriter 1.1.4 offers as markers are written
        // under names that the format does not have.
        mark(
          series, position == 0 ? LXW_CHART_MARKER_CIRCLE : LXW_CHART_MARKER_PLUS,
          size: position == 0 ? 10 : 8,
          ChartPalette.interval(position))
      } else {
        mark(series, ChartPalette.marker(position), size: 10, colour)
      }
    }
  }

  private func mark(_ series: Series, _ marker: lxw_chart_marker_type, size: UInt8, _ colour: UInt32) {
    chart_series_set_marker_type(series, UInt8(marker.rawValue))
    chart_series_set_marker_size(series, size)
    var fill = lxw_chart_fill(color: colour, none: 0, transparency: 0)
    chart_series_set_marker_fill(series, &fill)
    var edge = ChartPalette.line(colour, width: 1.5)
    chart_series_set_marker_line(series, &edge)
  }

  /// Values on the bars; in a split bar none on parts that are nothing.
  private func label(_ series: Series, on colour: UInt32) {
    let isInside = chart.kind == .stackedBars
    chart_series_set_labels(series)
    chart_series_set_labels_position(
      series,
      UInt8((isInside ? LXW_CHART_LABEL_POSITION_CENTER : LXW_CHART_LABEL_POSITION_OUTSIDE_END).rawValue))
    var font = ChartPalette.font(size: 10, isInside ? ChartPalette.ink(on: colour) : ChartPalette.ink)
    chart_series_set_labels_font(series, &font)
    chart_series_set_labels_num_format(series, isInside ? picture.format + ";;;" : picture.format)
  }

  // MARK: Axes, title, legend

  private func styleFrame() {
    Self.name(chart.title) { chart_title_set_name(handle, $0) }
    var titleFont = ChartPalette.font(size: 13, ChartPalette.ink, bold: true)
    chart_title_set_name_font(handle, &titleFont)
    if picture.columns.count > 1 {
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
    if isHorizontal { chart_set_series_gap(handle, 45) }
    if picture.isInterval {
      var interval = ChartPalette.line(ChartPalette.interval(1), width: 1.5)
      chart_set_high_low_lines(handle, &interval)
    }
  }

  private func styleCategories(_ axis: UnsafeMutablePointer<lxw_chart_axis>) {
    Self.name(chart.categoryTitle) { chart_axis_set_name(axis, $0) }
    styleText(axis)
    chart_axis_major_gridlines_set_visible(axis, 0)
    chart_axis_set_major_tick_mark(axis, UInt8(LXW_CHART_AXIS_TICK_MARK_NONE.rawValue))
    // Beside the plot, not among its marks, where values go below zero.
    if picture.least < 0 {
      chart_axis_set_label_position(axis, UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
    }
    if isHorizontal {
      // Bars are stacked from the bottom up unless told otherwise; the table reads from the top down. The values
      // then go to the bottom by standing where the categories end.
      chart_axis_set_reverse(axis)
      chart_axis_set_crossing_max(axis)
    }
  }

  private func styleValues(_ axis: UnsafeMutablePointer<lxw_chart_axis>) {
    Self.name(chart.valueTitle) { chart_axis_set_name(axis, $0) }
    styleText(axis)
    // The steps of an axis need not have the places of the values.
    if case .number = picture.kind {
      chart_axis_set_num_format(axis, "General")
    } else {
      chart_axis_set_num_format(axis, picture.format)
    }
    var grid = ChartPalette.line(ChartPalette.grid, width: 0.75)
    chart_axis_major_gridlines_set_visible(axis, 1)
    chart_axis_major_gridlines_set_line(axis, &grid)
    chart_axis_set_major_tick_mark(axis, UInt8(LXW_CHART_AXIS_TICK_MARK_NONE.rawValue))
    let isWhole = chart.isSmall || (chart.kind != .lines && chart.kind != .slopes)
    if isWhole, picture.least >= 0 { chart_axis_set_min(axis, 0) }
    if isWhole, picture.kind == .percentage, picture.greatest < 1.005 {
      chart_axis_set_max(axis, 1)
    }
    // Counts of a few would else have steps of a half, written as whole numbers.
    if picture.kind == .count, chart.kind != .stackedBars, picture.greatest < 8 {
      chart_axis_set_major_unit(axis, 1)
    }
  }

  private func styleText(_ axis: UnsafeMutablePointer<lxw_chart_axis>) {
    var nameFont = ChartPalette.font(size: 10, ChartPalette.ink, bold: true)
    // 360 is libxlsxwriter's word for level text, where 0 stands for the default.
    nameFont.rotation = 360
    chart_axis_set_name_font(axis, &nameFont)
    var numberFont = ChartPalette.font(size: 10, ChartPalette.ink)
    numberFont.rotation = 360
    chart_axis_set_num_font(axis, &numberFont)
    var line = ChartPalette.line(ChartPalette.axis, width: 0.75)
    chart_axis_set_line(axis, &line)
  }

  /// Gives a name to a part of the chart. libxlsxwriter takes what begins with `=` for a reference.
  private static func name(_ text: String, _ give: (UnsafePointer<CChar>) -> Void) {
    let clean = DisplayText.clean(text)
    (clean.hasPrefix("=") ? " " + clean : clean).withCString(give)
  }
}
