import QAModel

/// Series at two points in time: a line a series between two uprights, its name and values written at the ends. Lines
/// are alike but for those that the chart's signals name: these are drawn strong, with the signal's word.
struct SlopeChart {
  private let chart: Chart
  private let data: ChartData
  private let scale: Scale
  private let lines: [Line]
  private let lineHeight = 15.0
  private let height: Double

  private struct Line {
    var series: Int
    var from: Double
    var to: Double
    var before: String
    /// Value and name, and the signal's word.
    var after: [String]
    var isSignalled: Bool
  }

  /// `nil` where there are not two rows, or no series has a value in both.
  init?(chart: Chart, data: ChartData) {
    guard data.categories.count == 2 else { return nil }
    let lines = data.series.enumerated().compactMap { index, series -> Line? in
      guard let from = series.numbers[0], let to = series.numbers[1] else { return nil }
      let words = chart.signals.filter { $0.series == index }.map { DisplayText.clean($0.word) }
      // The values say their unit; a header's would be said with every name.
      let name = series.name.hasSuffix(" (%)") ? String(series.name.dropLast(4)) : series.name
      return Line(
        series: index, from: from, to: to, before: series.labels[0],
        after: ([series.labels[1] + " " + name] + words).flatMap {
          TextMeasure.wrap($0, size: 13, limit: 104)
        },
        isSignalled: !words.isEmpty)
    }
    guard !lines.isEmpty else { return nil }
    self.chart = chart
    self.data = data
    self.lines = lines
    scale = Scale(values: lines.flatMap { [$0.from, $0.to] }, kind: data.series[0].kind, extent: .needed)
    height = max(200, lines.reduce(0) { $0 + Double($1.after.count) * 15 + 4 })
  }

  func draw(on canvas: inout Canvas) {
    canvas.gutters.left = Gutters.around(
      22 + (lines.map { TextMeasure.width($0.before, size: 13) }.max() ?? 0))
    canvas.gutters.right = Gutters.around(
      22 + (lines.flatMap(\.after).map { TextMeasure.width($0, size: 13) }.max() ?? 0))
    canvas.axisTitle(chart.valueTitle)
    canvas.y += 14
    var field: Markup = """
      <line class="axis" x1="0" x2="0" y1="-8" y2="\(height + 8)"/>\
      <line class="axis" x1="100%" x2="100%" y1="-8" y2="\(height + 8)"/>
      """
    for line in lines.sorted(by: { !$0.isSignalled && $1.isSignalled }) {
      let style: Markup = line.isSignalled ? "trace t1" : "axis"
      field += """
        <line class="\(style)" x1="0" y1="\(down(line.from))" x2="100%" y2="\(down(line.to))"/>
        """
      let size = line.isSignalled ? 1 : 0.7
      field += Marker.draw(series: 0, x: "0", y: down(line.from), size: size)
      field += Marker.draw(series: 0, x: "100%", y: down(line.to), size: size)
    }
    field += ends(
      \.from, at: "0", side: -1, texts: { [$0.before] },
      draw: { text, y, isStrong in
        "<text class=\"tab end\(isStrong ? " strong" : "")\" x=\"0\" dx=\"-18\" y=\"\(y)\">\(text)</text>"
      })
    field += ends(
      \.to, at: "100%", side: 1, texts: \.after,
      draw: { text, y, isStrong in
        "<text class=\"tab\(isStrong ? " strong" : "")\" x=\"100%\" dx=\"18\" y=\"\(y)\">\(text)</text>"
      })
    field += """
      <text class="quiet" x="0" y="\(height + 26)">\(data.categories[0])</text>\
      <text class="quiet end" x="100%" dx="\(canvas.gutters.right)" y="\(height + 26)">\(data.categories[1])</text>
      """
    canvas.body +=
      "<svg y=\"\(canvas.y)\" width=\"100%\" height=\"\(height)\" overflow=\"visible\">\(field)</svg>"
    canvas.y += height + 36
    canvas.axisTitle(chart.categoryTitle)
  }

  private func down(_ value: Double) -> Double { height * (1 - scale.percent(value) / 100) }

  /// The words at one side, moved apart where lines end close together, in the order of their values; a stroke leads
  /// from each line's end to its words.
  private func ends(
    _ value: KeyPath<Line, Double>, at x: Markup, side: Int, texts: (Line) -> [String],
    draw: (_ text: String, _ y: Double, _ isStrong: Bool) -> Markup
  ) -> Markup {
    let sorted = lines.sorted { ($1[keyPath: value], $0.series) < ($0[keyPath: value], $1.series) }
    var tops: [Double] = []
    var free = -10.0
    for line in sorted {
      let room = Double(texts(line).count) * lineHeight
      tops.append(max(free, down(line[keyPath: value]) - room / 2))
      free = tops[tops.count - 1] + room + 4
    }
    var lowest = height + 10
    for index in sorted.indices.reversed() {
      let room = Double(texts(sorted[index]).count) * lineHeight
      tops[index] = min(tops[index], lowest - room)
      lowest = tops[index] - 4
    }
    var drawn = Markup()
    for (line, top) in zip(sorted, tops) {
      let texts = texts(line)
      drawn += """
        <svg x="\(x)" y="0" overflow="visible"><line class="axis" x1="\(6 * side)" x2="\(15 * side)" \
        y1="\(down(line[keyPath: value]))" y2="\(top + 7)"/></svg>
        """
      for (row, text) in texts.enumerated() {
        drawn += draw(text, top + Double(row) * lineHeight + 11.5, line.isSignalled)
      }
    }
    return drawn
  }
}
