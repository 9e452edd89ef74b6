import QAModel

/// A point a category on a common scale, with a line for the interval around the first series. The first series'
/// value and interval stand in digits beside the name.
struct DotChart {
  let chart: Chart
  let data: ChartData

  func draw(on canvas: inout Canvas) {
    let kind = data.series[0].kind
    let field = RowField(
      chart: chart,
      scale: Scale(values: data.allNumbers, kind: kind, extent: kind == .percentage ? .whole : .needed),
      bandHeight: 16, startsFromZero: false)
    canvas.gutters = Gutters(left: 8, right: 8)
    if data.series.count > 1 {
      canvas.legend(data.series.map(\.name)) { series, x, y in
        Marker.draw(series: series, x: "\(x)", y: y)
      }
    }
    let asides = data.categories.indices.map { row in
      let value = data.series[0].labels[row]
      return Aside(short: value, full: value + (data.intervals[row].map { " (\($0.words))" } ?? ""))
    }
    field.draw(data.categories, asides: asides, on: &canvas) { row, top in
      let y = top + 8
      var marks: Markup = "<line class=\"grid\" x1=\"0\" x2=\"100%\" y1=\"\(y)\" y2=\"\(y)\"/>"
      if let interval = data.intervals[row] {
        let (from, to) = (field.scale.percent(interval.lower), field.scale.percent(interval.upper))
        marks += "<line class=\"range\" x1=\"\(from)%\" x2=\"\(to)%\" y1=\"\(y)\" y2=\"\(y)\"/>"
        for end in [from, to] {
          marks += "<line class=\"range\" x1=\"\(end)%\" x2=\"\(end)%\" y1=\"\(y - 4)\" y2=\"\(y + 4)\"/>"
        }
      }
      for (index, series) in data.series.enumerated().reversed() {
        guard let number = series.numbers[row] else { continue }
        marks += Marker.draw(series: index, x: "\(field.scale.percent(number))%", y: y)
      }
      return marks
    }
  }
}
