import ArgumentParser

/// The annual report: four quarters and the year before.
struct AnnualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annual", abstract: "Make the annual quality assurance report.",
    discussion: """
      The four quarters, the year and the year before side by side, and whether they add up; how effective quality
      assurance was and what changed after it; what children and families said; who was looked at; and questions to
      the framework that the year's figures raise. In the folder annual-YEAR.

      Examples:
        qareport annual --year 2025-26
        qareport annual --workspace st-helens --year 2024-25 --audience board
        qareport annual --year 2025-26 --as-at 2025-12-31
      """)

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var report: ReportOptions

  func run() throws {
    try Pipeline(options, console: Console(options)).makePack(report.order("annual"))
  }
}
