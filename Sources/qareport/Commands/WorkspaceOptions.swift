import ArgumentParser

/// Which workspace a command works on.
struct WorkspaceOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder with qareport.yaml and the exports.", valueName: "folder"))
  var workspace = "."

  @Option(
    help: ArgumentHelp(
      "A folder of frameworks and page templates that goes before the shipped ones.", valueName: "folder"))
  var templates: String?

  @Flag(help: "Say only what went wrong or needs somebody.")
  var quiet = false

  @Flag(help: "Say what is done, step by step, and how long it takes.")
  var verbose = false

  @Option(help: "How to write what is said on standard error: text for people, json for collectors of logs.")
  var logFormat: LogFormat = .text

  func validate() throws {
    if quiet, verbose { throw ValidationError("--quiet and --verbose cannot both be: leave one out.") }
  }
}
