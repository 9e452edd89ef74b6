import ArgumentParser

/// One service for its panel.
struct HighlightCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "highlight", abstract: "Make the highlight report of a service, or of each.",
    discussion: """
      Activity undertaken, what's working well, what are we worried about, action needed; the panel's decisions and
      what is flagged for the risk register. Without --service one pack is made for each service with enough records
      in the period to have a page of its own (5 unless the framework says otherwise). No pack holds anything of
      another service. In the folders highlight-PERIOD-SERVICE.

      Examples:
        qareport highlight --period 2025-26-Q3 --service "Early Help"
        qareport highlight --workspace kirklees --period 2025-10
      """)

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var report: ReportOptions

  func run() throws {
    try Pipeline(options, console: Console(options)).makePack(report.order("highlight"))
  }
}
