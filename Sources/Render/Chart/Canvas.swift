/// A drawing as it grows from top to bottom.
struct Canvas {
  var body = Markup()
  /// How far down it reaches, in pixels.
  var y = 0.0
  /// What is kept free at the sides; percentages across are of the room between.
  var gutters = Gutters()

  /// Lines of text from the left edge, each `height` pixels below the last.
  mutating func lines(_ lines: [String], height: Double, style: Markup) {
    for line in lines {
      body += "<text class=\"\(style)\" x=\"\(-gutters.left)\" y=\"\(y + height * 0.75)\">\(line)</text>"
      y += height
    }
  }

  /// A line or two in small grey letters: what an axis stands for.
  mutating func axisTitle(_ title: String) {
    lines(
      TextMeasure.wrap(DisplayText.clean(title), size: 12, limit: ChartDrawing.narrow), height: 16,
      style: "quiet")
  }

  /// Which sign and colour is which series, in the series' own order, as many on a line as a phone has room for.
  mutating func legend(_ names: [String], sign: (_ series: Int, _ x: Double, _ y: Double) -> Markup) {
    let edge = -Double(gutters.left)
    var x = 0.0
    for (series, name) in names.enumerated() {
      let lines = TextMeasure.wrap(name, size: 13, limit: ChartDrawing.narrow - 22)
      let width = 22 + (lines.map { TextMeasure.width($0, size: 13) }.max() ?? 0) + 14
      if x > 0, x + width > ChartDrawing.narrow + 14 || lines.count > 1 {
        x = 0
        y += 20
      }
      body += sign(series, edge + x + 8, y + 9)
      for (index, line) in lines.enumerated() {
        body += "<text x=\"\(edge + x + 22)\" y=\"\(y + Double(index) * 18 + 13.5)\">\(line)</text>"
      }
      x += width
      if lines.count > 1 {
        x = 0
        y += Double(lines.count) * 18 + 2
      }
    }
    y += x > 0 ? 28 : 8
  }
}

/// The sign of a series at a point: shapes differ, so that nobody needs the colour to tell series apart.
enum Marker {
  /// `x` is a coordinate or a percentage.
  static func draw(series: Int, x: Markup, y: Double, size: Double = 1) -> Markup {
    let colour = ChartStyle.colour(series)
    if series % 4 == 0 {
      return "<circle class=\"point s\(colour)\" cx=\"\(x)\" cy=\"\(y)\" r=\"\(5 * size)\"/>"
    }
    return """
      <svg x="\(x)" y="\(y)" overflow="visible"><path class="point s\(colour)" \
      d="\(outline(series % 4, size))"/></svg>
      """
  }

  private static func outline(_ shape: Int, _ size: Double) -> Markup {
    switch shape {
    case 1: "M\(-4.5 * size) \(-4.5 * size)h\(9 * size)v\(9 * size)h\(-9 * size)z"
    case 2: "M0 \(-6 * size)L\(5.5 * size) \(4.5 * size)H\(-5.5 * size)z"
    default: "M0 \(-6 * size)L\(6 * size) 0L0 \(6 * size)L\(-6 * size) 0z"
    }
  }
}
