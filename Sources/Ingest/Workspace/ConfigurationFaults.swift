import QAModel

/// Collects everything that is wrong with the configuration, so that all of it can be put right at once.
final class ConfigurationFaults {
  private(set) var diagnostics: [Diagnostic] = []
  /// The errors beyond the ones that are listed.
  private var unlisted = 0

  /// Nobody reads more, and a file made of nothing else must not take hours.
  private static let mostListed = 500

  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// In the order of files and lines, and last how many more there are.
  var sorted: [Diagnostic] {
    let listed = diagnostics.enumerated().sorted { left, right in
      let (leftPlace, rightPlace) = (left.element.location, right.element.location)
      return (leftPlace.file, leftPlace.line ?? 0, left.offset)
        < (rightPlace.file, rightPlace.line ?? 0, right.offset)
    }.map(\.element)
    guard unlisted > 0, let last = listed.last else { return listed }
    let count = unlisted == 1 ? "1 more error is" : "\(unlisted) more errors are"
    return listed + [
      Diagnostic(
        id: "workspace.more", severity: .error, location: SourceLocation(file: last.location.file),
        summary: "\(count) not listed", suggestion: "Put these right first.")
    ]
  }

  func error(
    _ id: String, at location: SourceLocation, _ summary: String, because explanation: String? = nil,
    suggestion: @autoclosure () -> String? = nil
  ) {
    guard diagnostics.count < Self.mostListed else {
      unlisted += 1
      return
    }
    diagnostics.append(
      Diagnostic(
        id: "workspace." + id, severity: .error, location: location, summary: summary,
        explanation: explanation, suggestion: suggestion()))
  }

  func warning(_ id: String, at location: SourceLocation, _ summary: String, suggestion: String? = nil) {
    diagnostics.append(
      Diagnostic(
        id: "workspace." + id, severity: .warning, location: location, summary: summary,
        suggestion: suggestion))
  }

  /// A word that is none of those which can stand there. `what` names one of them, as in *a key of the file*;
  /// `all` introduces the list of them, as in *The keys are*.
  func unknown(
    _ id: String, _ word: String, at location: SourceLocation, is what: String, all: String,
    _ candidates: [String]
  ) {
    error(
      id, at: location, "\(word.quoted) is not \(what)",
      suggestion: Self.didYouMean(word, all: all, candidates))
  }

  static func didYouMean(_ word: String, all: String, _ candidates: [String]) -> String {
    if let nearest = Spelling.nearest(word, in: candidates) { return "Did you mean \(nearest.quoted)?" }
    guard !candidates.isEmpty else { return "\(all): none." }
    let shown = candidates.prefix(60).joined(separator: ", ")
    let more = candidates.count - 60
    return more > 0 ? "\(all): \(shown) and \(more) more." : "\(all): \(shown)."
  }
}

extension String {
  /// In quotes and cut to a length that fits a message; control characters are shown as spaces.
  var quoted: String {
    let clean = String(unicodeScalars.prefix(80).map { $0.properties.generalCategory == .control ? " " : $0 })
    return "\"" + clean + (unicodeScalars.count > 80 ? "…" : "") + "\""
  }

  private init(_ scalars: [Unicode.Scalar]) {
    self.init(String.UnicodeScalarView(scalars))
  }
}
