import CXlsxWriter
import QAModel

/// How cells look, each look made once: a workbook with a format a cell is slow to open.
///
/// The face is Calibri, which Excel's measures are based on. No fills and no italics: they help nobody who cannot
/// see them, and hinder some who can.
final class CellFormats {
  typealias Handle = UnsafeMutablePointer<lxw_format>

  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private var made: [CellFormat: Handle] = [:]

  private let accent: UInt32

  /// - Parameter accent: the colour of titles, headers and links.
  init(_ workbook: UnsafeMutablePointer<lxw_workbook>, accent: UInt32) {
    self.workbook = workbook
    self.accent = accent
  }

  subscript(format: CellFormat) -> Handle? {
    if let handle = made[format] { return handle }
    guard let handle = workbook_add_format(workbook) else { return nil }
    format.apply(to: handle, accent: accent)
    made[format] = handle
    return handle
  }
}

/// A look of a cell.
struct CellFormat: Hashable {
  var size = 11.0
  var isBold = false
  var colour = Colour.ink
  var isLink = false
  var wraps = false
  var side = Side.left
  var height = Height.bottom
  var numberFormat: String?
  var line = Line.none

  enum Side: Hashable { case left, indented, right }
  enum Height: Hashable { case top, middle, bottom }
  /// The line under the cell.
  enum Line: Hashable { case none, hair, heavy }

  /// Text colours, each at least 7:1 on white. An authority may have an accent of its own, of at least 4.5:1.
  enum Colour: UInt32 {
    case ink = 0x0B0C0C
    case accent = 0x12436D
    case quiet = 0x4A5056
    case good = 0x0B5A55
    case bad = 0x801650
  }

  static let title = CellFormat(size: 16, isBold: true, colour: .accent)
  static let coverTitle = CellFormat(size: 24, isBold: true, colour: .accent)
  static let coverSubtitle = CellFormat(size: 14, colour: .ink)
  static let heading = CellFormat(size: 13, isBold: true, colour: .accent)
  static let subheading = CellFormat(isBold: true)
  static let body = CellFormat()
  static let wrapped = CellFormat(wraps: true, height: .top)
  static let label = CellFormat(isBold: true, wraps: true, height: .top)
  static let quiet = CellFormat(size: 10, colour: .quiet)
  static let link = CellFormat(colour: .accent, isLink: true)
  static let marking = CellFormat(size: 12, isBold: true, colour: .bad)

  fileprivate func apply(to handle: CellFormats.Handle, accent: UInt32) {
    format_set_font_size(handle, size)
    if isBold { format_set_bold(handle) }
    format_set_font_color(handle, colour == .accent ? accent : colour.rawValue)
    if isLink { format_set_underline(handle, UInt8(LXW_UNDERLINE_SINGLE.rawValue)) }
    if wraps { format_set_text_wrap(handle) }
    switch side {
    case .left: format_set_align(handle, UInt8(LXW_ALIGN_LEFT.rawValue))
    case .indented:
      format_set_align(handle, UInt8(LXW_ALIGN_LEFT.rawValue))
      format_set_indent(handle, 1)
    case .right: format_set_align(handle, UInt8(LXW_ALIGN_RIGHT.rawValue))
    }
    switch height {
    case .top: format_set_align(handle, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    case .middle: format_set_align(handle, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    case .bottom: format_set_align(handle, UInt8(LXW_ALIGN_VERTICAL_BOTTOM.rawValue))
    }
    if let numberFormat { format_set_num_format(handle, numberFormat) }
    switch line {
    case .none: break
    case .hair:
      format_set_bottom(handle, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_bottom_color(handle, 0xD0D3D6)
    case .heavy:
      format_set_bottom(handle, UInt8(LXW_BORDER_MEDIUM.rawValue))
      format_set_bottom_color(handle, accent)
    }
  }
}
