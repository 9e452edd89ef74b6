/// How wide text is drawn, near enough to break lines and keep labels apart without a browser.
///
/// Widths are those of Helvetica (Adobe font metrics), which the system fonts of the page come close to, with a
/// twelfth to spare.
enum TextMeasure {
  /// Pixels, at a font size in pixels.
  static func width(_ text: some StringProtocol, size: Double) -> Double {
    let units =
      text.utf8.allSatisfy { $0 < 0x80 }
      ? text.utf8.reduce(0) { $0 + ascii[max(0, Int($1) - 32)] }
      : text.unicodeScalars.reduce(0) { $0 + width($1) }
    return Double(units) * size * 1.08 / 1000
  }

  /// Lines no wider than `limit`, broken at spaces, and within a word only where the word alone is too wide.
  static func wrap(_ text: String, size: Double, limit: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    var lineWidth = 0.0
    let space = width(" ", size: size)
    for word in text.split(separator: " ") {
      let wordWidth = width(word, size: size)
      if lineWidth + (line.isEmpty ? 0 : space) + wordWidth <= limit {
        lineWidth += (line.isEmpty ? 0 : space) + wordWidth
        line += line.isEmpty ? String(word) : " " + word
        continue
      }
      if !line.isEmpty { lines.append(line) }
      (line, lineWidth) = ("", 0)
      for character in word {
        let characterWidth = width(String(character), size: size)
        if lineWidth + characterWidth > limit, !line.isEmpty {
          lines.append(line)
          (line, lineWidth) = ("", 0)
        }
        line.append(character)
        lineWidth += characterWidth
      }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    let value = Int(scalar.value)
    if (32..<127).contains(value) { return ascii[value - 32] }
    if scalar.properties.generalCategory == .nonspacingMark || scalar.properties.isJoinControl { return 0 }
    // Ideographs, syllables and emoji are as wide as they are high.
    return value >= 0x2E80 ? 1000 : 620
  }

  /// From the space on, in thousandths of the font's size.
  private static let ascii: [Int] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
    556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
    500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
    556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
    278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584, 0,
  ]
}
