import QAModel

/// What stands beside a row's name: on a phone, and where there is room for more.
struct Aside {
  var short: String
  var full: String
}

/// A chart with a row a category: the name on a line of its own, what is drawn beneath it, the value axis at the foot.
///
/// Names above their marks instead of beside them leave a phone the whole width for both.
struct RowField {
  let chart: Chart
  let scale: Scale
  /// Pixels a row's marks take.
  let bandHeight: Double
  /// Whether marks start from zero, which then is more than a line of the grid.
  var startsFromZero = true

  /// Draws the rows on the canvas, whose gutters are set.
  ///
  /// - Parameters:
  ///   - asides: what stands at the right end of each row's name, if anything.
  ///   - marks: what is drawn in the row whose band begins at the given height.
  func draw(
    _ categories: [String], asides: [Aside] = [], on canvas: inout Canvas,
    marks: (_ row: Int, _ y: Double) -> Markup
  ) {
    canvas.axisTitle(chart.categoryTitle)
    canvas.y += 4
    let top = canvas.y
    var rows = Canvas(y: top, gutters: canvas.gutters)
    for (row, category) in categories.enumerated() {
      let aside = asides.isEmpty ? nil : asides[row]
      let room = ChartDrawing.narrow - (aside.map { TextMeasure.width($0.short, size: 13.5) + 12 } ?? 0)
      add(TextMeasure.wrap(category, size: 13, limit: room), aside: aside, to: &rows)
      rows.body += zeroLine(at: rows.y)
      rows.body += marks(row, rows.y)
      rows.y += bandHeight + 10
    }
    canvas.body += grid(from: top, to: rows.y - 4)
    canvas.body += rows.body
    canvas.y = rows.y - 4
    drawTicks(on: &canvas)
    canvas.axisTitle(chart.valueTitle)
  }

  /// A row's name, with the grid behind it covered so that no line runs through the letters.
  private func add(_ name: [String], aside: Aside?, to rows: inout Canvas) {
    let width = (name.map { TextMeasure.width($0, size: 13) }.max() ?? 0) + 4
    let height = Double(name.count) * 18 + 3
    rows.body += """
      <rect class="background" x="\(-rows.gutters.left)" y="\(rows.y)" width="\(width)" height="\(height - 2)"/>
      """
    if let aside {
      let right = rows.gutters.right
      for (text, style) in [(aside.short, " tight" as Markup), (aside.full, " roomy")] {
        rows.body += """
          <text class="tab strong end\(style)" x="100%" dx="\(right)" y="\(rows.y + 13.5)">\(text)</text>
          """
      }
    }
    let top = rows.y
    rows.lines(name, height: 18, style: "")
    rows.y = top + height
  }

  private func grid(from top: Double, to bottom: Double) -> Markup {
    var lines = Markup()
    for tick in scale.ticks where !(startsFromZero && tick == 0) {
      let x = scale.percent(tick)
      lines += "<line class=\"grid\" x1=\"\(x)%\" x2=\"\(x)%\" y1=\"\(top)\" y2=\"\(bottom)\"/>"
    }
    return lines
  }

  /// The line that bars start from, beside the bars only.
  private func zeroLine(at y: Double) -> Markup {
    guard startsFromZero, scale.lower <= 0, scale.upper >= 0 else { return Markup() }
    let x = scale.percent(0)
    return "<line class=\"axis\" x1=\"\(x)%\" x2=\"\(x)%\" y1=\"\(y - 3)\" y2=\"\(y + bandHeight + 3)\"/>"
  }

  private func drawTicks(on canvas: inout Canvas) {
    let labels = scale.ticks.map(scale.label)
    let widest = labels.map { TextMeasure.width($0, size: 12) }.max() ?? 0
    let room = canvas.gutters.narrow / Double(max(1, labels.count - 1))
    for (index, label) in labels.enumerated() {
      let anchor: Markup =
        if index == 0, canvas.gutters.left < 16 {
          ""
        } else if index == labels.count - 1, canvas.gutters.right < 16 { " end" } else { " mid" }
      // The last tick always keeps its label; every other one goes where a phone has no room for all.
      let isSpare = (labels.count - 1 - index) % 2 == 1 && widest + 6 > room
      canvas.body += """
        <text class="quiet tab\(anchor)\(isSpare ? " roomy" : "")" x="\(scale.percent(scale.ticks[index]))%" \
        y="\(canvas.y + 14)">\(label)</text>
        """
    }
    canvas.y += 20
  }
}
