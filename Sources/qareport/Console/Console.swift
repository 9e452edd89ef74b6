import Glibc
import Logging
import QAModel

/// What the program says on standard error, for people or as JSON for what collects logs.
///
/// Of the data nothing is said but the cell at fault, and of that its beginning.
struct Console {
  let quiet: Bool
  /// Whether a person watches: lines may be written over, and colours used.
  let isWatched: Bool
  private let log: Logger
  private let began = ContinuousClock.now

  init(_ options: WorkspaceOptions) {
    self.init(quiet: options.quiet, verbose: options.verbose, format: options.logFormat)
  }

  /// Colours only for a person: on a terminal, and unless `NO_COLOR` is set (no-color.org).
  init(quiet: Bool, verbose: Bool = false, format: LogFormat = .text) {
    self.quiet = quiet
    let isTerminal = isatty(STDERR_FILENO) == 1
    isWatched = isTerminal && format == .text && !quiet
    let colour = isTerminal && (getenv("NO_COLOR").map { $0.pointee == 0 } ?? true)
    let handler: any LogHandler = format == .json ? JSONLogHandler() : TextLogHandler(colour: colour)
    var log = Logger(label: "qareport") { _ in handler }
    log.logLevel = quiet ? .warning : verbose ? .debug : .info
    self.log = log
  }

  /// How many diagnostics are listed; the totals are always given.
  static let listed = 30

  /// Characters of a cell that are shown: enough to find it, not a paragraph about a child.
  private static let longestValue = 40

  /// Lists diagnostics by file and line, and their totals.
  func show(_ diagnostics: [Diagnostic]) {
    if !quiet { list(diagnostics, afterwards: " The report counts all of them by kind.") }
  }

  /// Says why nothing could be made. Not silenced.
  func fail(_ diagnostics: [Diagnostic]) { list(diagnostics, afterwards: "") }

  func fail(_ message: String, event: String = "run.failed") {
    log.error("\(message)", metadata: [LogKey.event: "\(event)"])
  }

  /// Says what somebody should know though the pack was made. Not silenced.
  func warn(_ message: String, event: String) {
    log.warning("\(message)", metadata: [LogKey.event: "\(event)"])
  }

  func inform(_ message: String, event: String = "run.note", _ more: Logger.Metadata = [:]) {
    log.info("\(message)", metadata: more.merging([LogKey.event: "\(event)"]) { $1 })
  }

  /// Says, where `--verbose` asks for it, that a step is done and how long the run has taken so far.
  func detail(_ message: @autoclosure () -> String) {
    log.debug("\(seconds) s: \(message())", metadata: [LogKey.event: "run.step"])
  }

  /// Seconds since the command began, with three places.
  var seconds: String {
    let (seconds, rest) = (ContinuousClock.now - began).components
    let thousandths = String(1000 + rest / 1_000_000_000_000_000).dropFirst()
    return "\(seconds).\(thousandths)"
  }

  private func list(_ diagnostics: [Diagnostic], afterwards: String) {
    let shown = diagnostics.filter { $0.severity > .note }.sorted(by: Self.byPlace)
    for diagnostic in shown.prefix(Self.listed) { say(diagnostic) }
    if shown.count > Self.listed {
      inform(
        "… and \(Rounding.count(shown.count - Self.listed)) more.\(afterwards)", event: "run.more",
        ["more": .stringConvertible(shown.count - Self.listed)])
    }
  }

  private func say(_ diagnostic: Diagnostic) {
    var metadata: Logger.Metadata = [
      LogKey.event: "\(diagnostic.id)", LogKey.file: "\(diagnostic.location.file)",
    ]
    if let line = diagnostic.location.line { metadata[LogKey.line] = .stringConvertible(line) }
    var text = diagnostic.summary
    if let column = diagnostic.location.column { text += " (column \(column))" }
    if let value = diagnostic.value, !value.isEmpty {
      text += ": \u{201C}\(value.prefix(Self.longestValue))\u{201D}"
    }
    for more in [diagnostic.explanation, diagnostic.suggestion].compactMap({ $0 }) {
      text +=
        (text.last == "?" || text.last == "." ? " " : ". ") + more.prefix(1).uppercased() + more.dropFirst()
    }
    log.log(level: diagnostic.severity == .error ? .error : .warning, "\(text)", metadata: metadata)
  }

  /// Writes a line whole, as far as anybody is listening.
  static func write(_ text: String, ending: String = "\n") {
    var line = Array((text + ending).utf8)[...]
    while !line.isEmpty {
      let written = line.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
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
