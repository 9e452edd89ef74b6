import Analysis
import ArgumentParser
import Ingest
import QAModel
import Render

/// Reads everything and says what it found, without making a report of it.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Read the exports and say what to see to, and what was found, used and set aside.",
    discussion: """
      Prints what is wrong in the exports, the dearest first, each with file, line and what to do; then the account of
      every row, header and column, and what changed since the last pack. Leaves the same in full, as a page and as CSV
      files, in output/check-PERIOD (or check-DATE without a period).

      Examples:
        qareport check
        qareport check --workspace st-helens --period 2025-26-Q3
        qareport check --since output/quarterly-2025-26-Q2 --out reports

      Exit status: 0 nothing needs seeing to; 1 something does; 2 the exports or qareport.yaml cannot be read.
      """)

  @OptionGroup var options: WorkspaceOptions

  @Option(
    help: ArgumentHelp("Count the records in this period, as 2025-26-Q3, too.", valueName: "period"))
  var period: Period?

  @Option(
    help: ArgumentHelp(
      "The day whose knowledge counts, as 2026-01-14. The period's last day unless given, else today.",
      valueName: "date"))
  var asAt: CalendarDate?

  @Option(
    help: ArgumentHelp(
      "The pack to compare with. The latest below the folder of all reports unless given.",
      valueName: "folder"))
  var since: String?

  @Option(
    help: ArgumentHelp(
      "The folder of all reports. The workspace's output folder unless given.", valueName: "folder"))
  var out: String?

  func validate() throws {
    if let asAt, let period, asAt < period.first {
      throw ValidationError(
        "--as-at \(asAt.iso) is before the period begins (\(period.first.iso)): give a day on or after it.")
    }
  }

  func run() throws {
    let console = Console(options)
    Interruption.watch(console)
    let pipeline = Pipeline(options, console: console)
    let (workspace, dataset) = try pipeline.read()
    let out = out ?? options.workspace + "/output"
    let profiler = ExportProfiler(workspace: workspace)
    let review: QualityReview
    let place: String
    do {
      let pack = try since.map { try self.pack($0) } ?? LastPack.latest(below: out)
      review = QualityReview(
        dataset: dataset, diagnostics: workspace.diagnostics + dataset.diagnostics,
        framework: workspace.framework, profiles: profiler.profiles(of: dataset), period: period,
        asAt: asAt ?? period?.last ?? Today.date,
        changes: pack?.changes(
          workspace: workspace, dataset: dataset, now: profiler.recordPrints(of: dataset)))
      let files = CheckFiles(
        review: review, workspace: workspace, page: try pipeline.templates.page().template)
      place = try files.write(below: out, isNamed: self.out != nil) { kept in
        console.warn(
          "the check that was there is kept as \(kept.name): \(kept.because) in it is not, or not as, qareport wrote it",
          event: "pack.kept")
      }
    } catch let error as PageTemplateError {
      console.fail([error.diagnostic])
      throw ExitStatus.nothingMade
    } catch {
      console.fail("\(error)")
      throw ExitStatus.nothingMade
    }
    if !options.quiet {
      print(CheckText(review, paint: Paint()).text, terminator: "")
      print("\nIn full: \(Console.printable(place))/report.html, and its tables as CSV files beside it")
    }
    if !review.problems.isEmpty { throw ExitStatus.dataProblems }
  }

  private func pack(_ folder: String) throws -> LastPack {
    guard let pack = try LastPack(folder: folder) else {
      throw PackManifestError(
        "\(folder) keeps no records to compare with: only internal packs of up to \(Rounding.count(RecordsFile.most)) records have records.csv"
      )
    }
    return pack
  }
}
