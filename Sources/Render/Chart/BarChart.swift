import QAModel

/// Horizontal bars from zero, each with its value at its end. Several series stand one below the other.
struct BarChart {
  let chart: Chart
  let data: ChartData

  func draw(on canvas: inout Canvas) {
    let thickness = data.series.count == 1 ? 16.0 : 13
    let labels = data.series.flatMap(\.labels)
    let widest = labels.map { TextMeasure.width($0, size: 13.5) }.max() ?? 0
    let field = RowField(
      chart: chart, scale: Scale(values: data.allNumbers, kind: data.series[0].kind, extent: .whole),
      bandHeight: thickness * Double(data.series.count))
    canvas.gutters.right = Gutters.around(widest + 8)
    if data.series.count > 1 {
      canvas.legend(data.series.map(\.name)) { series, x, y in
        "<rect class=\"bar s\(ChartStyle.colour(series))\" x=\"\(x - 8)\" y=\"\(y - 7)\" width=\"14\" height=\"14\"/>"
      }
    }
    field.draw(data.categories, on: &canvas) { row, top in
      var marks = Markup()
      for (index, series) in data.series.enumerated() {
        let y = top + Double(index) * thickness
        let zero = field.scale.percent(0)
        let end = series.numbers[row].map(field.scale.percent) ?? zero
        if end != zero {
          marks += """
            <rect class="bar s\(ChartStyle.colour(index))" x="\(min(zero, end))%" y="\(y)" \
            width="\((end - zero).magnitude)%" height="\(thickness - 1)"/>
            """
        }
        marks += """
          <text class="tab strong" x="\(max(zero, end))%" dx="6" y="\(y + thickness / 2 + 4.5)">\
          \(series.labels[row])</text>
          """
      }
      return marks
    }
  }
}
