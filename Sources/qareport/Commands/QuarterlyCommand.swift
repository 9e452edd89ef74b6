import ArgumentParser

/// The quarterly report to the departmental leadership team.
struct QuarterlyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quarterly", abstract: "Make the quarterly quality assurance report.",
    discussion: """
      Reads every export of the workspace and leaves the report as a workbook, a page and a text, with every
      figure, every rejected cell and a list of its inputs, in one folder: quarterly-PERIOD. The folder appears
      complete or not at all.

      Examples:
        qareport quarterly --period 2025-26-Q3
        qareport quarterly --workspace st-helens --period 2025-26-Q3 --as-at 2026-01-14
        qareport quarterly --period 2025-26-Q3 --format html,md --out reports
      """)

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var report: ReportOptions

  func run() throws {
    try Pipeline(options, console: Console(options)).makePack(report.order("quarterly"))
  }
}
