import QAModel

/// A chart drawn as SVG.
///
/// It is drawn for a column 288 pixels wide (a phone's) and grows sideways only: positions across are percentages of
/// the value axis, gutters beside it, positions down and all text are pixels. So letters have their size on every
/// screen and on paper.
struct ChartDrawing {
  /// The narrowest column, and the width of a file of its own, in pixels.
  static let narrow = 288.0
  static let wide = 640.0

  private let chart: Chart
  private let body: Markup
  private let gutters: Gutters
  private let height: Double

  /// `nil` where the chart's table has no such rows or columns: its table then says it all.
  init?(_ chart: Chart, table: Table) {
    guard let data = ChartData(chart, table: table) else { return nil }
    var canvas = Canvas()
    switch chart.kind {
    case .bars: BarChart(chart: chart, data: data).draw(on: &canvas)
    case .stackedBars: StackedBarChart(chart: chart, data: data).draw(on: &canvas)
    case .dots: DotChart(chart: chart, data: data).draw(on: &canvas)
    case .lines: LineChart(chart: chart, data: data).draw(on: &canvas)
    case .slopes:
      guard let slopes = SlopeChart(chart: chart, data: data) else { return nil }
      slopes.draw(on: &canvas)
    }
    self.chart = chart
    body = canvas.body
    gutters = canvas.gutters
    height = canvas.y.rounded(.up)
  }

  /// For the page, whose style holds the chart's rules.
  var inline: Markup {
    """
    <svg class="chart\(gutters.classes)" role="img" width="100%" height="\(height)" aria-labelledby="c-\(chart.id)-title" \
    aria-describedby="c-\(chart.id)-desc">\
    <title id="c-\(chart.id)-title">\(chart.title)</title>\
    <desc id="c-\(chart.id)-desc">\(chart.alternativeText)</desc>\
    \(body)</svg>
    """
  }

  /// A file of its own: title, style and background included.
  var file: [UInt8] {
    var heading = Canvas()
    heading.lines(
      TextMeasure.wrap(DisplayText.clean(chart.title), size: 15.5, limit: Self.wide - 32), height: 20,
      style: "heading")
    heading.y += 8
    let margin = 16.0
    let total = heading.y + height + margin * 2
    let drawing: Markup = """
      <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title" aria-describedby="desc" \
      width="\(Self.wide)" height="\(total)" viewBox="0 0 \(Self.wide) \(total)">
      <title id="title">\(chart.title)</title>
      <desc id="desc">\(chart.alternativeText)</desc>
      <style>\(Self.style)</style>
      <rect class="paper" width="100%" height="100%"/>
      <g class="chart" transform="translate(\(margin) \(margin))">\(heading.body)\
      <svg x="\(gutters.left)" y="\(heading.y)" \
      width="\(Self.wide - margin * 2 - Double(gutters.left + gutters.right))" height="\(height)" overflow="visible">\(body)</svg></g>
      </svg>

      """
    return drawing.bytes
  }

  private static let style = Markup(
    trusted: ChartStyle.palette + ChartStyle.rules + """
      svg{font-family:-apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
      .paper{fill:var(--page)}

      """)
}
