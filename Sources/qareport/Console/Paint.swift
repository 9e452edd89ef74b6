import Glibc

/// Bold and colour on standard output, for a person only: on a terminal, and unless `NO_COLOR` is set (no-color.org).
struct Paint {
  private let isOn: Bool
  /// Columns to write in: the terminal's, between 60 and 100; 100 where there is none.
  let width: Int

  init() {
    let isTerminal = isatty(STDOUT_FILENO) == 1
    isOn = isTerminal && (getenv("NO_COLOR").map { $0.pointee == 0 } ?? true)
    var size = winsize()
    let isKnown = isTerminal && ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    width = isKnown ? min(100, max(60, Int(size.ws_col))) : 100
  }

  init(isOn: Bool, width: Int) {
    self.isOn = isOn
    self.width = width
  }

  func bold(_ text: String) -> String { mark(text, "1") }
  func red(_ text: String) -> String { mark(text, "1;31") }
  func green(_ text: String) -> String { mark(text, "1;32") }
  func faint(_ text: String) -> String { mark(text, "2") }

  private func mark(_ text: String, _ code: String) -> String {
    isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

/// Words laid out for a terminal.
enum Layout {
  /// Lines no longer than `width`, each after `indent` spaces, broken between words.
  static func wrapped(_ text: String, width: Int, indent: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, indent + line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " " + word
    }
    if !line.isEmpty { lines.append(line) }
    return lines.map { String(repeating: " ", count: indent) + $0 }
  }

  /// Rows with their cells below each other: the first `textColumns` to the left, the others to the right.
  static func columns(_ rows: [[String]], textColumns: Int, indent: Int) -> [String] {
    guard let first = rows.first else { return [] }
    let widths = first.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = row.indices.map { column in
        let padding = String(repeating: " ", count: widths[column] - row[column].count)
        return column < textColumns ? row[column] + padding : padding + row[column]
      }
      var line = (String(repeating: " ", count: indent) + cells.joined(separator: "  "))[...]
      while line.last == " " { line.removeLast() }
      return String(line)
    }
  }

  /// The middle of a name that is too long left out, so that its end can still be read.
  static func shortened(_ text: String, to length: Int) -> String {
    guard text.count > length, length > 8 else { return text }
    let front = (length - 1) / 3
    return text.prefix(front) + "…" + text.suffix(length - 1 - front)
  }

  /// A share as ten blocks: `████████░░`. Full and empty only where it is all or nothing.
  static func bar(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return String(repeating: "░", count: 10) }
    var blocks = (part * 10 + whole / 2) / whole
    if part > 0 { blocks = max(1, blocks) }
    if part < whole { blocks = min(9, blocks) }
    return String(repeating: "█", count: blocks) + String(repeating: "░", count: 10 - blocks)
  }
}
