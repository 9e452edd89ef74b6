public import QAModel
import Yams

/// Reads the files of `templates/themes`: a taxonomy, the language it is written in, the rules of redaction.
///
/// Every key is checked against what the file may hold, and every fault names its line. A file is read as a whole:
/// all its faults are in the error.
public struct ThemeFileReader {
  /// What is wrong with a file; at least one diagnostic.
  public struct Failure: Error {
    public var diagnostics: [Diagnostic]
  }

  let file: String
  var diagnostics: [Diagnostic] = []
  /// Lists of words that phrases name with a dollar: *$child*.
  var wordLists: [String: [String]] = [:]

  /// - Parameter file: the path as diagnostics should name it.
  public init(file: String) { self.file = file }

  mutating func fault(_ line: Int?, _ summary: String, suggestion: String? = nil) {
    diagnostics.append(
      Diagnostic(
        id: "themes.file.unreadable", severity: .error, location: SourceLocation(file: file, line: line),
        summary: summary, suggestion: suggestion))
  }

  static func line(of error: any Error) -> Int? {
    switch error as? YamlError {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    default: nil
    }
  }

  static func reason(of error: any Error) -> String {
    switch error as? YamlError {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _):
      problem
    case .duplicatedKeysInMapping(let duplicates, _):
      "a key stands twice: \(duplicates.map(\.description).sorted().joined(separator: ", "))"
    default: "it cannot be parsed"
    }
  }

  /// *Did you mean*, where a known word is near; else what is known.
  static func nearest(to word: String, among known: [String]) -> String? {
    Spelling.nearest(word, in: known).map { "did you mean “\($0)”?" }
      ?? "known here: \(known.joined(separator: ", "))"
  }
}
