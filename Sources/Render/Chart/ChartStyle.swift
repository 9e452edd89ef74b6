/// How charts look, in the page and as files beside the Markdown.
///
/// Colours are those of the Analysis Function (*Data visualisation: colours in charts*), with lighter twins for a
/// dark page. Each has a colour for text on it with a contrast of at least 4.5 to 1.
enum ChartStyle {
  /// Series after the last colour start again at the first, told apart by shape and label.
  static let colours = 6

  /// The custom properties the rules below take their colours from. A page's own style may set them anew.
  static let palette = """
    :root{color-scheme:light dark;--page:#fff;--ink:#0b0c0c;--muted:#505a5f;--line:#d5dade;--baseline:#6f777b;\
    --c1:#12436d;--c2:#28a197;--c3:#801650;--c4:#f46a25;--c5:#3d3d3d;--c6:#a285d1;\
    --on1:#fff;--on2:#0b0c0c;--on3:#fff;--on4:#0b0c0c;--on5:#fff;--on6:#0b0c0c}
    @media screen and (prefers-color-scheme:dark){:root{--page:#14181c;--ink:#f1f3f4;--muted:#b4bcc2;\
    --line:#3b444b;--baseline:#8b959c;--c1:#74b2e8;--c2:#3fc1b5;--c3:#e78fb9;--c4:#f58b55;--c5:#c4c9cc;--c6:#b9a3e3;\
    --on1:#0b0c0c;--on2:#0b0c0c;--on3:#0b0c0c;--on4:#0b0c0c;--on5:#0b0c0c;--on6:#0b0c0c}}

    """

  /// The rules for everything a drawing holds.
  static let rules: String = {
    var rules = """
      .chart{display:block;box-sizing:border-box;width:100%;overflow:visible;padding:0 var(--right,0) 0 var(--left,0)}
      .chart text{font-size:13px;fill:var(--ink)}
      .chart .quiet{fill:var(--muted);font-size:12px}
      .chart .heading{font-size:15px;font-weight:600}
      .chart .strong{font-weight:600}
      .chart .tab{font-variant-numeric:tabular-nums}
      .chart .grid{stroke:var(--line);stroke-width:1}
      .chart .axis{stroke:var(--baseline);stroke-width:1}
      .chart .range{stroke:var(--c1);stroke-width:2}
      .chart .trace{stroke-width:2.5;stroke-linecap:round}
      .chart .signal{fill:none;stroke:var(--ink);stroke-width:1.5}
      .chart .point{stroke:var(--page);stroke-width:1.5}
      .chart .part{stroke:var(--page);stroke-width:1.5}
      .chart .mid{text-anchor:middle}
      .chart .end{text-anchor:end}
      .chart .background{fill:var(--page)}
      .chart .d3{stroke-dasharray:7 5}
      .chart .d4{stroke-dasharray:1 5}
      @media (max-width:36rem){.chart .roomy{display:none}}
      @media (min-width:36.01rem){.chart .tight{display:none}}

      """
    for number in 1...colours {
      rules += ".chart .s\(number){fill:var(--c\(number))}.chart .t\(number){stroke:var(--c\(number))}"
      rules += ".chart .on\(number){fill:var(--on\(number))}\n"
    }
    for pixels in stride(from: 8, through: Gutters.widest, by: 8) {
      rules += ".chart.l\(pixels){--left:\(pixels)px}.chart.r\(pixels){--right:\(pixels)px}\n"
    }
    rules += """
      @media (forced-colors:active){.chart{forced-color-adjust:none}.chart text[class]{fill:CanvasText}\
      .chart .background{fill:Canvas}.chart .part[class]{fill:Canvas;stroke:CanvasText}\
      .chart .bar[class]{fill:CanvasText}.chart .point[class]{fill:CanvasText;stroke:Canvas}\
      .chart .grid{stroke:GrayText;stroke-dasharray:2 4}\
      .chart .trace[class],.chart .range[class],.chart .axis,.chart .signal{stroke:CanvasText}}

      """
    return rules
  }()

  /// The number of a series' colour, from 1.
  static func colour(_ series: Int) -> Int { series % colours + 1 }
}

/// Room beside the value axis for what stands over its ends, in pixels: multiples of 8, for which `ChartStyle` has
/// rules.
struct Gutters {
  static let widest = 120

  var left = 0
  var right = 0

  /// The gutter that holds something so wide.
  static func around(_ width: Double) -> Int {
    min(widest, Int((width / 8).rounded(.up)) * 8)
  }

  /// Pixels left for the axis on a phone.
  var narrow: Double { ChartDrawing.narrow - Double(left + right) }
  /// Pixels left for the axis where there is room.
  var roomy: Double { ChartDrawing.wide - 96 - Double(left + right) }

  var classes: Markup {
    var classes = Markup()
    if left > 0 { classes += " l\(left)" }
    if right > 0 { classes += " r\(right)" }
    return classes
  }
}
