import ArgumentParser

/// Which workspace a command works on.
struct WorkspaceOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder with qareport.yaml and the exports.", valueName: "folder"))
  var workspace = "."

  @Option(
    help: ArgumentHelp(
      "A folder of frameworks and page templates that goes before the shipped ones.", valueName: "folder"))
  var templates: String?

  @Flag(help: "Say nothing but why a command could not go on.")
  var quiet = false
}
