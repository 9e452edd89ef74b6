import ArgumentParser

/// Any report of the framework, by its name.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Make one of the framework's reports, by its name.",
    discussion: """
      NAME is one of the reports that the workspace's framework defines: qareport framework show NAME lists them with
      their periods and audiences. In the folder NAME-PERIOD.

      Examples:
        qareport report board --workspace st-helens --period 2025-26-Q3
        qareport report lado --workspace kirklees --period 2025-10
        qareport report complaints --period 2025-26-Q3 --audience board
      """)

  @Argument(help: "The report's name, as complaints or front-door.")
  var name: String

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var report: ReportOptions

  func run() throws {
    try Pipeline(options, console: Console(options)).makePack(report.order(name))
  }
}
