import QAModel

/// Horizontal bars split into series, a line of the page's colour between neighbours and the value inside each part
/// that has room for it.
struct StackedBarChart {
  let chart: Chart
  let data: ChartData
  private let thickness = 22.0

  func draw(on canvas: inout Canvas) {
    let totals = data.categories.indices.map { row in
      data.series.reduce(0) { $0 + max(0, $1.numbers[row] ?? 0) }
    }
    let field = RowField(
      chart: chart, scale: Scale(values: totals, kind: data.series[0].kind, extent: .whole),
      bandHeight: thickness)
    let gutters = Gutters(right: 16)
    canvas.gutters = gutters
    canvas.legend(data.series.map(\.name)) { series, x, y in
      "<rect class=\"part s\(ChartStyle.colour(series))\" x=\"\(x - 8)\" y=\"\(y - 7)\" width=\"14\" height=\"14\"/>"
    }
    field.draw(data.categories, on: &canvas) { row, top in
      parts(of: row, at: top, scale: field.scale, gutters)
    }
  }

  private func parts(of row: Int, at top: Double, scale: Scale, _ gutters: Gutters) -> Markup {
    var marks = Markup()
    var texts = Markup()
    var start = 0.0
    for (index, series) in data.series.enumerated() {
      guard let number = series.numbers[row], number > 0 else { continue }
      let (from, to) = (scale.percent(start), scale.percent(start + number))
      start += number
      let colour = ChartStyle.colour(index)
      marks += """
        <rect class="part s\(colour)" x="\(from)%" y="\(top)" width="\(to - from)%" height="\(thickness)"/>
        """
      let room = TextMeasure.width(series.labels[row], size: 13) + 6
      let share = (to - from) / 100
      if share * gutters.roomy >= room {
        texts += """
          <text class="tab mid on\(colour)\(share * gutters.narrow >= room ? "" : " roomy")" \
          x="\((from + to) / 2)%" y="\(top + thickness / 2 + 4.5)">\(series.labels[row])</text>
          """
      }
    }
    if start == 0, let label = data.series.first(where: { $0.numbers[row] == nil })?.labels[row] {
      texts +=
        "<text class=\"tab strong\" x=\"0\" dx=\"6\" y=\"\(top + thickness / 2 + 4.5)\">\(label)</text>"
    }
    marks += texts
    return marks
  }
}
