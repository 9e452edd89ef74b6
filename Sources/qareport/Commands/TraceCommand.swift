import Analysis
import ArgumentParser
import Ingest
import QAModel
import Render

/// The rows behind a figure.
struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace", abstract: "Show the rows behind a figure, and how it was worked out.",
    discussion: """
      FIGURE is a name of the first column of figures.csv. The rows are found by the code that counted them, in the
      exports as they are now; with --pack only if they still are what the pack was made from. The period is the
      one the figure's name ends with unless --period or --pack says of which report it is.

      Examples:
        qareport trace audits-good-or-better--early-help--2025-26-q3
        qareport trace dip-met--all--2025-26-q3 --pack output/quarterly-2025-26-Q3 --csv rows.csv
        qareport trace actions-overdue--all--2025-26-q3 --period 2025-26-Q3 --as-at 2026-01-14
      """)

  @Argument(help: ArgumentHelp("The figure's name.", valueName: "figure"))
  var figure: String

  @OptionGroup var options: WorkspaceOptions

  @Option(help: ArgumentHelp("The report's period, as 2025-26-Q3.", valueName: "period"))
  var period: Period?

  @Option(
    help: ArgumentHelp(
      "The day whose knowledge counts. The period's last day unless given.", valueName: "date"))
  var asAt: CalendarDate?

  @Option(
    help: ArgumentHelp(
      "A pack: the period, as-at date and audience are its own, and its inputs must not have changed.",
      valueName: "folder"))
  var pack: String?

  @Option(help: ArgumentHelp("Write the rows to this file as CSV, too.", valueName: "file"))
  var csv: String?

  func validate() throws {
    if pack != nil, period != nil || asAt != nil {
      throw ValidationError("--pack says of which period and day: leave out --period and --as-at.")
    }
    guard pack == nil else { return }
    guard let period = wantedPeriod else {
      throw ValidationError(
        "'\(figure)' does not end with a period, as --2025-26-q3: copy a name from figures.csv, or give --period."
      )
    }
    if let asAt, asAt < period.first {
      throw ValidationError(
        "--as-at \(asAt.iso) is before the period begins (\(period.first.iso)): give a day on or after it.")
    }
  }

  /// The period asked for, else the one that ends the figure's name.
  private var wantedPeriod: Period? {
    period ?? namedPeriod
  }

  private var namedPeriod: Period? {
    var start = figure.startIndex
    for (position, next) in zip(figure.indices, figure.indices.dropFirst())
    where figure[position] == "-" && figure[next] == "-" {
      start = figure.index(after: next)
    }
    return Period(parsing: String(figure[start...]))
  }

  func run() throws {
    let console = Console(options)
    let manifest: PackManifest?
    do {
      if let pack { try PackManifest.refuseOthers(pack, "trace", "trace does not know its query") }
      manifest = try pack.map { folder in try PackManifest(folder: folder) }
    } catch {
      console.fail("\(error)")
      throw ExitStatus.nothingMade
    }
    let (workspace, dataset) = try Pipeline(options, console: console).read()
    if let manifest { try check(manifest, workspace, dataset, console) }
    do {
      let request = try request(manifest, workspace, dataset)
      let maker = FigureMaker(
        dataset: dataset, framework: workspace.framework, request: request,
        comments: try comments(workspace, dataset, request))
      let findings = try Disclosure.disclose(
        maker.findings(), framework: workspace.framework, request: request)
      let trace = try FigureTrace(figure, maker: maker, findings: findings, audience: request.audience)
      if let csv {
        let file = TraceFile(trace.id, records: trace.records, evidence: trace.evidence.map(\.id))
        try OwnerFile.write(file.bytes, to: csv)
      }
      print(TraceText(trace, request: request).text, terminator: "")
    } catch let unknown as FigureTrace.Unknown {
      let suggestion =
        unknown.nearest.map { ". Did you mean \($0)?" } ?? ". figures.csv of a pack lists them."
      console.fail(
        "'\(Console.printable(unknown.slug))' is no figure of \(workspace.framework.authority) for \((manifest?.period ?? wantedPeriod)?.slug ?? "the period")\(suggestion)"
      )
      throw ExitStatus.nothingMade
    } catch {
      console.fail("\(error)")
      throw ExitStatus.nothingMade
    }
  }

  /// The free text, read only for a figure that is counted from it.
  private func comments(_ workspace: Workspace, _ dataset: Dataset, _ request: AnalysisRequest) throws
    -> CommentReadings?
  {
    guard figure.hasPrefix("theme-") else { return nil }
    let themes = ThemeFiles(
      workspace: workspace.folder,
      templates: Templates(option: options.templates, workspace: workspace.folder))
    return CommentReadings(of: dataset, by: try themes.load(), asAt: request.asAt)
  }

  /// Of a pack its own request; of a year's pack that of its quarters, where the figure is one of a quarter.
  private func request(_ manifest: PackManifest?, _ workspace: Workspace, _ dataset: Dataset) throws
    -> AnalysisRequest
  {
    if let manifest {
      let plan = try PackPlan(manifest.order, framework: workspace.framework)
      let request = try plan.request(workspace.framework, dataset.names.services)
      if let quarters = request.quarters, let named = namedPeriod, case .quarter = named.kind {
        return quarters
      }
      return request
    }
    guard let wanted = wantedPeriod else { throw PackRefusal("the figure's name ends with no period") }
    return AnalysisRequest(period: wanted, asAt: asAt ?? wanted.last)
  }

  private func check(
    _ manifest: PackManifest, _ workspace: Workspace, _ dataset: Dataset, _ console: Console
  ) throws {
    let changes = manifest.changes(workspace: workspace, dataset: dataset)
    guard !changes.isEmpty else { return }
    for change in changes.prefix(Console.listed) { console.fail(Console.printable(change)) }
    console.fail(
      "nothing was traced: the pack was made from other inputs. Make the report again, or trace without --pack."
    )
    throw ExitStatus.nothingMade
  }
}
