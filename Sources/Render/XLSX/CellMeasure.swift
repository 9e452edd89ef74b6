import QAModel

/// How wide text is and how high it stands once wrapped, near enough to choose column widths and row heights.
///
/// Neither Excel nor its file format knows the height of wrapped text until somebody opens it; other readers never
/// work it out. The unit of width is Excel's: the width of a digit in the body face at 11 points. Letters are taken
/// a little wider than they are on average, so that text fits where faces differ.
enum CellMeasure {
  /// Excel's limits, in its units of width and in points.
  static let widestColumn = 255.0
  static let highestRow = 409.0
  /// A line of the body face, in points.
  static let lineHeight = 15.0

  static func width(_ text: some StringProtocol, bold: Bool = false) -> Double {
    var width = 0.0
    for scalar in text.unicodeScalars { width += self.width(of: scalar) }
    return bold ? width * 1.05 : width
  }

  /// The width of the longest word, which no wrapping makes narrower.
  static func longestWord(_ text: String, bold: Bool = false) -> Double {
    text.split(separator: " ").lazy.map { width($0, bold: bold) }.max() ?? 0
  }

  /// Lines the text takes in a column so wide, words kept whole where they fit.
  static func lines(_ text: String, in column: Double, bold: Bool = false) -> Int {
    var lines = 1
    var used = 0.0
    let space = width(of: " ")
    for word in text.split(separator: " ") {
      let width = width(word, bold: bold)
      if used > 0, used + space + width > column {
        lines += 1
        used = 0
      }
      used += used > 0 ? space + width : width
      if used > column {
        let more = Int((used / column).rounded(.up)) - 1
        lines += more
        used -= Double(more) * column
      }
    }
    return lines
  }

  /// The height of a row with so many lines, in points.
  static func height(lines: Int) -> Double { min(highestRow, Double(lines) * lineHeight + 3) }

  private static func width(of scalar: Unicode.Scalar) -> Double {
    switch scalar.value {
    case 0x300...0x36F, 0xFE00...0xFE0F, 0x200D: 0
    case 0x30...0x39: 1
    case 0x41...0x5A: scalar == "M" || scalar == "W" ? 1.85 : 1.2
    case 0x6D, 0x77, 0x40, 0x25: 1.4
    case 0x20...0x7E: 0.96
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0x1F000...0x1FAFF, 0x20000...0x3FFFD:
      2.1
    default: 1.25
    }
  }
}
