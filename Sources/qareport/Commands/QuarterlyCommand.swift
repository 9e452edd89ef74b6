import Analysis
import ArgumentParser
import QAModel

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

  @Option(
    help: ArgumentHelp(
      "The quarter, as 2025-26-Q3; also a month (2025-10), a financial year (2025-26) or days (2025-10-06..2025-12-31).",
      valueName: "period"))
  var period: Period

  @Option(
    help: ArgumentHelp(
      "The day whose knowledge counts, as 2026-01-14. The period's last day unless given.", valueName: "date")
  )
  var asAt: CalendarDate?

  @Option(
    help: ArgumentHelp(
      "The folder of all reports. The workspace's output folder unless given.", valueName: "folder"))
  var out: String?

  @Option(help: "Who it is for.")
  var audience: Audience = .internal

  @Option(
    help: ArgumentHelp("Any of xlsx, html, md, data, with commas between.", valueName: "formats"),
    transform: ReportFormat.list)
  var format: Set<ReportFormat> = Set(ReportFormat.allCases)

  @Flag(help: "Make nothing where the exports have data problems.")
  var strict = false

  func validate() throws {
    if let asAt, asAt < period.first {
      throw ValidationError(
        "--as-at \(asAt.iso) is before the period begins (\(period.first.iso)): give a day on or after it.")
    }
  }

  func run() throws {
    let console = Console(quiet: options.quiet)
    let request = AnalysisRequest(period: period, asAt: asAt ?? period.last, audience: audience)
    try Pipeline(options, console: console).makePack(
      PackOrder(
        request: request, out: out, formats: format, isStrict: strict))
  }
}
