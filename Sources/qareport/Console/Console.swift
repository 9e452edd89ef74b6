import Glibc
import QAModel

/// What the program says on standard error, and the listings it prints on standard output.
struct Console {
  let quiet: Bool
  private let colour: Bool

  /// Colours only for a person: on a terminal, and unless `NO_COLOR` is set (no-color.org).
  init(quiet: Bool) {
    self.quiet = quiet
    colour = isatty(STDERR_FILENO) == 1 && (getenv("NO_COLOR").map { $0.pointee == 0 } ?? true)
  }

  /// How many diagnostics are listed; the totals are always given.
  static let listed = 30

  /// Characters of a cell that are shown: enough to find it, not a paragraph about a child.
  private static let longestValue = 40

  /// Lists diagnostics by file and line, and their totals.
  func show(_ diagnostics: [Diagnostic]) {
    guard !quiet else { return }
    let shown = diagnostics.filter { $0.severity > .note }.sorted(by: Self.byPlace)
    for diagnostic in shown.prefix(Self.listed) { say(line(diagnostic)) }
    if shown.count > Self.listed {
      say("… and \(Rounding.count(shown.count - Self.listed)) more. The report counts all of them by kind.")
    }
  }

  /// Says why nothing could be made. Not silenced.
  func fail(_ diagnostics: [Diagnostic]) {
    let shown = diagnostics.filter { $0.severity > .note }.sorted(by: Self.byPlace)
    for diagnostic in shown.prefix(Self.listed) { say(line(diagnostic)) }
    if shown.count > Self.listed {
      say("… and \(Rounding.count(shown.count - Self.listed)) more.")
    }
  }

  func fail(_ message: String) { say("qareport: " + mark("error", "31") + ": " + Self.printable(message)) }

  /// Says what somebody should know though the pack was made. Not silenced.
  func warn(_ message: String) {
    say("qareport: " + mark("warning", "33") + ": " + Self.printable(message))
  }

  /// Says a last word from a thread that is about to end the program.
  static func last(_ message: String) { Self.write(message) }

  func inform(_ message: String) {
    if !quiet { say(message) }
  }

  private func line(_ diagnostic: Diagnostic) -> String {
    var place = diagnostic.location.file
    if let line = diagnostic.location.line { place += ":\(line)" }
    let word = mark(diagnostic.severity.word, diagnostic.severity == .error ? "31" : "33")
    var text = diagnostic.summary
    if let column = diagnostic.location.column { text += " (column \(column))" }
    if let value = diagnostic.value, !value.isEmpty {
      text += ": \u{201C}\(value.prefix(Self.longestValue))\u{201D}"
    }
    for more in [diagnostic.explanation, diagnostic.suggestion].compactMap({ $0 }) {
      text +=
        (text.last == "?" || text.last == "." ? " " : ". ") + more.prefix(1).uppercased() + more.dropFirst()
    }
    return "\(Self.printable(place)): \(word): \(Self.printable(text))"
  }

  private func mark(_ word: String, _ code: String) -> String {
    colour ? "\u{1B}[1;\(code)m\(word)\u{1B}[0m" : word
  }

  private func say(_ text: String) { Self.write(text) }

  private static func write(_ text: String) {
    var line = Array((text + "\n").utf8)[...]
    while !line.isEmpty {
      let written = line.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      // Nobody is listening any more: there is no one left to tell.
      guard written > 0 else { return }
      line = line.dropFirst(written)
    }
  }

  /// Text from the data cannot move a terminal's cursor or start a line of its own.
  static func printable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
            ? " " : scalar
        }))
  }

  private static func byPlace(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    (left.location.file, left.location.line ?? 0, left.summary)
      < (right.location.file, right.location.line ?? 0, right.summary)
  }
}
