import QAModel

/// Series over time: a line a series, a gap where there is no value, and the name and last value at its end.
struct LineChart {
  let chart: Chart
  let data: ChartData
  private var height: Double { chart.isSmall ? 120 : 200 }
  private let lineHeight = 15.0

  func draw(on canvas: inout Canvas) {
    let scale = Scale(
      values: data.allNumbers, kind: data.series[0].kind, extent: chart.isSmall ? .whole : .needed)
    let ticks = scale.ticks.map(scale.label)
    canvas.gutters.left = Gutters.around((ticks.map { TextMeasure.width($0, size: 12) }.max() ?? 0) + 8)
    let named = endLabels(names: true)
    let fits =
      named.reduce(0) { $0 + Double($1.lines.count) } * lineHeight <= height + 20
      && named.allSatisfy { $0.lines.count <= 4 }
    let labels = fits && data.series.count > 1 ? named : endLabels(names: false)
    let widest = labels.flatMap(\.lines).map { TextMeasure.width($0, size: 13) }.max() ?? 0
    // The last category's name is centred under the last point.
    let half =
      TextMeasure.wrap(data.categories.last ?? "", size: 12, limit: 64)
      .map { TextMeasure.width($0, size: 12) / 2 + 4 }.max() ?? 0
    canvas.gutters.right = Gutters.around(max(20, widest + 14, half))

    if !fits {
      canvas.legend(data.series.map(\.name)) { series, x, y in
        var sign = trace(series, x1: "\(x - 9)", y1: y, x2: "\(x + 9)", y2: y)
        sign += Marker.draw(series: series, x: "\(x)", y: y, size: 0.8)
        return sign
      }
    }
    canvas.axisTitle(chart.valueTitle)
    canvas.y += 10
    var field = Markup()
    for (tick, label) in zip(scale.ticks, ticks) {
      let y = down(tick, scale)
      field += """
        <line class="\(tick == scale.lower ? "axis" : "grid")" x1="0" x2="100%" y1="\(y)" y2="\(y)"/>\
        <text class="quiet tab end" x="0" dx="-8" y="\(y + 4)">\(label)</text>
        """
    }
    for index in data.series.indices.reversed() { field += line(index, scale) }
    field += ends(labels, scale)
    let below = categoryLabels(canvas.gutters)
    field += below.labels
    canvas.body +=
      "<svg y=\"\(canvas.y)\" width=\"100%\" height=\"\(height)\" overflow=\"visible\">\(field)</svg>"
    canvas.y += height + below.height + 4
    canvas.axisTitle(chart.categoryTitle)
  }

  private func down(_ value: Double, _ scale: Scale) -> Double { height * (1 - scale.percent(value) / 100) }

  /// Percent of the field's width.
  private func across(_ row: Int) -> Double {
    data.categories.count == 1 ? 50 : Double(row) / Double(data.categories.count - 1) * 100
  }

  private func line(_ index: Int, _ scale: Scale) -> Markup {
    var drawn = Markup()
    let numbers = data.series[index].numbers
    for row in numbers.indices.dropFirst() {
      guard let from = numbers[row - 1], let to = numbers[row] else { continue }
      drawn += trace(
        index, x1: "\(across(row - 1))%", y1: down(from, scale), x2: "\(across(row))%", y2: down(to, scale))
    }
    let size = numbers.count > 12 ? 0.6 : 0.8
    // A target or a mean is a level, not a run of measurements: it has a line and a name, and no points.
    let isLevel = numbers.count > 2 && numbers.allSatisfy { $0 == numbers[0] }
    for (row, number) in numbers.enumerated() where !(isLevel && number != nil) {
      if let number {
        if chart.signals.contains(where: { $0.series == index && $0.rows.contains(row) }) {
          drawn += "<circle class=\"signal\" cx=\"\(across(row))%\" cy=\"\(down(number, scale))\" r=\"6.5\"/>"
        }
        drawn += Marker.draw(series: index, x: "\(across(row))%", y: down(number, scale), size: size)
      } else {
        // The sign the table shows stands where the point would be looked for.
        drawn += """
          <text class="quiet mid" x="\(across(row))%" y="\(height - 6 - Double(index) * 14)">\
          \(data.series[index].labels[row])</text>
          """
      }
    }
    return drawn
  }

  private func trace(_ series: Int, x1: Markup, y1: Double, x2: Markup, y2: Double) -> Markup {
    """
    <line class="trace t\(ChartStyle.colour(series)) d\(series % 4 + 1)" x1="\(x1)" y1="\(y1)" x2="\(x2)" \
    y2="\(y2)"/>
    """
  }

  private struct EndLabel {
    var series: Int
    var number: Double
    var lines: [String]
  }

  /// What stands at the end of each line: its last value, with the name before it where asked for.
  private func endLabels(names: Bool) -> [EndLabel] {
    data.series.indices.compactMap { index in
      let series = data.series[index]
      guard let row = series.numbers.lastIndex(where: { $0 != nil }), let number = series.numbers[row] else {
        return nil
      }
      let name = names ? TextMeasure.wrap(series.name, size: 13, limit: 92) : []
      // A value that is not the last row's would be read as if it were.
      guard names || row == series.numbers.count - 1 else { return nil }
      // A signal's word stands with the value it led to: rings alone would not say which way it is.
      let words = chart.signals.filter { $0.series == index }.flatMap {
        TextMeasure.wrap(DisplayText.clean($0.word), size: 13, limit: 92)
      }
      return EndLabel(series: index, number: number, lines: name + words + [series.labels[row]])
    }
  }

  /// Labels beside the line ends, moved apart where lines end close together.
  private func ends(_ labels: [EndLabel], _ scale: Scale) -> Markup {
    let sorted = labels.sorted { ($1.number, $0.series) < ($0.number, $1.series) }
    var tops: [Double] = []
    for label in sorted {
      let wanted = down(label.number, scale) - Double(label.lines.count) * lineHeight / 2
      let free = tops.last.map { $0 + Double(sorted[tops.count - 1].lines.count) * lineHeight + 2 } ?? -10
      tops.append(max(wanted, free))
    }
    var lowest = height + 10
    for index in sorted.indices.reversed() {
      let height = Double(sorted[index].lines.count) * lineHeight
      tops[index] = min(tops[index], lowest - height)
      lowest = tops[index] - 2
    }
    var drawn = Markup()
    for (label, top) in zip(sorted, tops) {
      for (index, line) in label.lines.enumerated() {
        drawn += """
          <text class="tab\(index == label.lines.count - 1 ? " strong" : "")" x="100%" dx="10" \
          y="\(top + Double(index) * lineHeight + 11.5)">\(line)</text>
          """
      }
    }
    return drawn
  }

  /// Names of the categories under the axis, as many as there is room for, the last always among them.
  private func categoryLabels(_ gutters: Gutters) -> (labels: Markup, height: Double) {
    let names = data.categories.map { TextMeasure.wrap($0, size: 12, limit: 64) }
    let widest = names.joined().map { TextMeasure.width($0, size: 12) }.max() ?? 0
    func interval(_ room: Double) -> Int {
      let most = max(1, Int(room / (widest + 8)))
      return max(1, Int((Double(names.count - 1) / Double(most)).rounded(.up)))
    }
    let roomy = interval(chart.isSmall ? gutters.narrow : gutters.roomy)
    let tight = (interval(gutters.narrow) + roomy - 1) / roomy * roomy
    var drawn = Markup()
    for (row, lines) in names.enumerated() {
      let fromLast = names.count - 1 - row
      let x: Markup = "\(across(row))%"
      drawn += "<line class=\"axis\" x1=\"\(x)\" x2=\"\(x)\" y1=\"\(height)\" y2=\"\(height + 5)\"/>"
      guard fromLast.isMultiple(of: roomy) else { continue }
      for (index, line) in lines.enumerated() {
        drawn += """
          <text class="quiet tab mid\(fromLast.isMultiple(of: tight) ? "" : " roomy")" x="\(x)" \
          y="\(height + 19 + Double(index) * lineHeight)">\(line)</text>
          """
      }
    }
    return (drawn, 8 + Double(names.map(\.count).max() ?? 0) * lineHeight)
  }
}
