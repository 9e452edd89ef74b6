import ArgumentParser
import QAModel

/// What every report is asked with.
struct ReportOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The stretch it is about: a quarter (2025-26-Q3), a month (2025-10), a term (2025-26-T1), a financial year (2025-26) or days (2025-10-06..2025-12-31).",
      valueName: "period"))
  var period: Period?

  @Option(
    help: ArgumentHelp("The financial year it is about, as 2025-26, instead of --period.", valueName: "year"))
  var year: Period?

  @Option(
    help: ArgumentHelp(
      "The day whose knowledge counts, as 2026-01-14. The period's last day unless given.", valueName: "date")
  )
  var asAt: CalendarDate?

  @Option(
    help: ArgumentHelp(
      "The folder of all reports. The workspace's output folder unless given.", valueName: "folder"))
  var out: String?

  @Option(
    help:
      "Who it is for. The report's own audience unless given: internal, but board where the framework says so."
  )
  var audience: Audience?

  @Option(help: ArgumentHelp("One service, to make the report about it alone.", valueName: "name"))
  var service: String?

  @Option(
    help: ArgumentHelp("Any of xlsx, html, md, data, with commas between.", valueName: "formats"),
    transform: ReportFormat.list)
  var format: Set<ReportFormat> = Set(ReportFormat.allCases)

  @Flag(help: "Make nothing where the exports have data problems.")
  var strict = false

  func validate() throws {
    if let year {
      guard case .year = year.kind else {
        throw ValidationError(
          "--year \(year.slug) is no financial year: write it as 2025-26, or use --period.")
      }
      if period != nil { throw ValidationError("--period and --year both say of when: leave one out.") }
    }
    guard let wanted else {
      throw ValidationError("Missing expected argument '--period <period>': give it, or --year.")
    }
    if let asAt, asAt < wanted.first {
      throw ValidationError(
        "--as-at \(asAt.iso) is before the period begins (\(wanted.first.iso)): give a day on or after it.")
    }
    if let service, service.allSatisfy(\.isWhitespace) {
      throw ValidationError("--service names no service: give its name as the framework has it.")
    }
  }

  private var wanted: Period? { year ?? period }

  /// The order for the report of that name.
  func order(_ report: String) throws -> PackOrder {
    guard let wanted else { throw ExitStatus.nothingMade }
    return PackOrder(
      report: report, period: wanted, asAt: asAt, audience: audience, service: service, out: out,
      formats: format, isStrict: strict)
  }
}
