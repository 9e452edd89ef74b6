import Yams

/// What the YAML parser could not read, in the words of somebody who writes a configuration.
struct SyntaxFault {
  var line: Int
  var summary: String
  var suggestion: String

  init(_ error: YamlError) {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      self.init(problem: problem, mark: mark, context: context)
    case .reader(let problem, _, _, _):
      self.init(line: 1, "the file holds a character that YAML does not allow (\(problem))", "Delete it.")
    default:
      self.init(line: 1, "the file is not YAML", "Check its indentation, quotes and brackets.")
    }
  }

  private init(line: Int, _ summary: String, _ suggestion: String) {
    self.line = line
    self.summary = summary
    self.suggestion = suggestion
  }

  /// The parser's own words are libyaml's, and stable; one that is not listed is passed on as it is.
  private init(problem: String, mark: Mark, context: YamlError.Context?) {
    let line = mark.line
    switch problem {
    case "mapping values are not allowed in this context":
      self.init(
        line: line, "a colon stands where none can stand",
        "Put a text that holds a colon and a space in quotes, as \"domain: Planning\", and check the indentation."
      )
    case "found character that cannot start any token":
      self.init(
        line: line, "a text cannot begin with this character",
        "Indent with spaces, not tabs; put a text that begins with @, % or ` in quotes.")
    case "did not find expected alphabetic or numeric character", "found undefined alias":
      self.init(
        line: line, "a text that begins with * or & is not in quotes", "Put it in quotes, as \"*audit*.csv\"."
      )
    case "did not find expected key", "did not find expected '-' indicator",
      "did not find expected <block end>":
      self.init(
        line: line, "this line does not fit the lines above it",
        "Give the lines that belong together the same indentation, and close the quotes before it.")
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      self.init(
        line: line, "a list or group opened\(Self.place(context)) is not closed or lacks a comma",
        "Separate its parts by commas and close it with \(problem.hasSuffix("]'") ? "]" : "}").")
    case "could not find expected ':'":
      self.init(line: line, "a colon is missing after the key\(Self.place(context))", "Write KEY: VALUE.")
    case "found unexpected end of stream":
      self.init(
        line: context?.mark.line ?? line, "a quote opened here is not closed", "Close it on the same line.")
    case "but found another document":
      self.init(
        line: line, "a second document begins here", "Delete the line ---: a configuration is one document.")
    default:
      self.init(
        line: line, "this is not YAML: \(problem)",
        "Check the indentation, quotes and brackets around this line.")
    }
  }

  private static func place(_ context: YamlError.Context?) -> String {
    context.map { " on line \($0.mark.line)" } ?? ""
  }
}
