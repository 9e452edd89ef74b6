import CXlsxWriter
import QAModel

/// Colours, dashes and markers of charts: the Analysis Function's categorical palette, in its order, in which
/// neighbours differ by 3:1, and for each colour a sign of its own so that colour is never alone.
enum ChartPalette {
  static let ink: UInt32 = 0x3D3D3D
  static let grid: UInt32 = 0xD9D9D9
  static let axis: UInt32 = 0x8A8A8A

  private static let colours: [UInt32] = [0x12436D, 0x28A197, 0x801650, 0xF46A25, 0x3D3D3D, 0xA285D1]

  /// After the palette's last colour come darker twins of all of them, so that twelve series differ.
  static func series(_ position: Int) -> UInt32 {
    let colour = colours[position % colours.count]
    return position / colours.count % 2 == 0 ? colour : darker(colour)
  }

  /// A little over half as bright, part by part.
  private static func darker(_ colour: UInt32) -> UInt32 {
    [16, 8, 0].reduce(0) { $0 | ((((colour >> $1) & 0xFF) * 11 / 20) << $1) }
  }

  /// An estimate and the two ends of its interval.
  static func interval(_ position: Int) -> UInt32 {
    let ends: [UInt32] = [0x12436D, 0x3D3D3D, 0x5F6368]
    return ends[position % ends.count]
  }

  /// White on the dark colours, black on the others: at least 4.5:1 on each.
  static func ink(on colour: UInt32) -> UInt32 {
    [0x28A197, 0xF46A25, 0xA285D1].contains(colour) ? 0x010101 : 0xFFFFFF
  }

  static func dash(_ position: Int) -> lxw_chart_line_dash_type {
    let dashes = [
      LXW_CHART_LINE_DASH_SOLID, LXW_CHART_LINE_DASH_DASH, LXW_CHART_LINE_DASH_ROUND_DOT,
      LXW_CHART_LINE_DASH_LONG_DASH_DOT, LXW_CHART_LINE_DASH_LONG_DASH, LXW_CHART_LINE_DASH_DASH_DOT,
    ]
    return dashes[position % dashes.count]
  }

  static func marker(_ position: Int) -> lxw_chart_marker_type {
    let markers = [
      LXW_CHART_MARKER_CIRCLE, LXW_CHART_MARKER_SQUARE, LXW_CHART_MARKER_DIAMOND, LXW_CHART_MARKER_TRIANGLE,
      LXW_CHART_MARKER_X, LXW_CHART_MARKER_STAR,
    ]
    return markers[position % markers.count]
  }

  /// `width` in points.
  static func line(
    _ colour: UInt32, width: Float, dash: lxw_chart_line_dash_type = LXW_CHART_LINE_DASH_SOLID
  ) -> lxw_chart_line {
    lxw_chart_line(
      color: colour, none: 0, width: width, dash_type: UInt8(dash.rawValue), transparency: 0)
  }

  /// `size` in points.
  static func font(size: Double, _ colour: UInt32, bold: Bool = false) -> lxw_chart_font {
    var font = lxw_chart_font()
    font.size = size
    font.color = colour
    // libxlsxwriter takes 0 for the kind's own default, which for titles is bold.
    font.bold = bold ? 1 : 0
    return font
  }
}
