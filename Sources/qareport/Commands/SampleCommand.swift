import Analysis
import ArgumentParser
import Ingest
import QAModel

/// Draws children to audit or to dip-sample, and allocates them to auditors.
struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample", abstract: "Draw the children to audit or dip-sample, and say who audits whom.",
    discussion: """
      Draws from the workspace's caseload, proportionally by team and level of need, leaves out who the framework or an
      option says, and allocates the children evenly to the auditors of the staff list. The same exports, day and seed
      give the same list. How many, by when and who audits the framework's plan says where it does.

      Leaves the folder sample-AUDIT-DATE in the output folder: allocation.csv and sample.xlsx with the list, what the
      sample is like beside the caseload, and who was left out and why. The list names children: it is for the auditors.

      Examples:
        qareport sample --on 2026-01-05
        qareport sample "Case audit" --workspace dorset --on 2026-01-05 --seed 7
        qareport sample dip --size 10 --by service,level_of_need --auditor-role "Team Manager"

      Exit status: 0 drawn; 1 drawn, with data problems in the exports; 2 nothing was drawn, and why.
      """)

  @Argument(
    help: ArgumentHelp(
      "What for: an audit type of the framework, or dip. The first that is drawn at random unless given.",
      valueName: "audit"))
  var audit: String?

  @OptionGroup var options: WorkspaceOptions

  @Option(
    help: ArgumentHelp("The day the auditors are told, as 2026-01-05. Today unless given.", valueName: "date")
  )
  var on: CalendarDate?

  @Option(
    help: ArgumentHelp(
      "A whole number that decides the draw. The day as 20260105 unless given.", valueName: "number"))
  var seed: UInt64?

  @Option(
    help: ArgumentHelp("How many children. As the framework's plan says unless given.", valueName: "number"))
  var size: Int?

  @Option(
    help: ArgumentHelp(
      "Any of team, level_of_need, service, age, sex, ethnicity, disability with commas between, or none.",
      valueName: "axes"), transform: SampleCommand.axes)
  var by: [SampleAxis] = [.team, .levelOfNeed]

  @Option(help: ArgumentHelp("Only children of this service. May be given again.", valueName: "name"))
  var service: [String] = []

  @Option(help: ArgumentHelp("Only children of this team. May be given again.", valueName: "name"))
  var team: [String] = []

  @Option(help: ArgumentHelp("Only children of this level of need. May be given again.", valueName: "name"))
  var level: [String] = []

  @Option(
    help: ArgumentHelp(
      "Months a record must have been open. As the framework says unless given.", valueName: "months"))
  var openFor: Int?

  @Option(
    help: ArgumentHelp(
      "Leave out children audited (or dip-sampled) in so many months before; 0 leaves none out.",
      valueName: "months"))
  var notAgain = 12

  @Option(
    help: ArgumentHelp(
      "A role of the staff list that audits. May be given again. As the framework's plan says unless given.",
      valueName: "role"))
  var auditorRole: [String] = []

  @Flag(help: "Auditors of another team than the child's also where the framework does not ask for it.")
  var otherTeam = false

  @Option(
    help: ArgumentHelp("By when it is to be done. As the framework says unless given.", valueName: "date"))
  var due: CalendarDate?

  @Option(
    help: ArgumentHelp(
      "The folder of all reports. The workspace's output folder unless given.", valueName: "folder"))
  var out: String?

  func validate() throws {
    if let size, size < 1 { throw ValidationError("--size \(size) draws nobody: give 1 or more.") }
    for (name, months) in [("--open-for", openFor ?? 0), ("--not-again", notAgain)]
    where !(0...600).contains(months) {
      throw ValidationError("\(name) \(months) is no number of months from 0 to 600.")
    }
    if let due, due < on ?? Today.date {
      throw ValidationError("--due \(due.iso) is before the day the auditors are told: give a later day.")
    }
  }

  func run() throws {
    let console = Console(options)
    Interruption.watch(console)
    let (workspace, dataset) = try Pipeline(options, console: console).read()
    let problems = (workspace.diagnostics + dataset.diagnostics).filter { $0.severity > .note }
    let place: String
    let document: ReportDocument
    do {
      let request = try request(workspace.framework)
      document = try Sample(dataset: dataset, framework: workspace.framework, request: request).document
      let files = SampleFiles(
        document: document, request: request, isUsualSeed: seed == nil, workspace: workspace,
        dataset: dataset)
      place = try files.write(below: out ?? options.workspace + "/output", isNamed: out != nil) { kept in
        console.warn(
          "the sample that was there is kept as \(kept.name): \(kept.because) in it is not, or not as, qareport wrote it",
          event: "pack.kept")
      }
    } catch {
      console.fail("\(error)")
      throw ExitStatus.nothingMade
    }
    if !options.quiet {
      print(SampleText(document, paint: Paint()).text, terminator: "")
      print("\nThe list: \(Console.printable(place))/allocation.csv, and the whole as sample.xlsx beside it")
    }
    if !problems.isEmpty {
      console.inform(
        "\(Rounding.count(problems.count)) data problems in the exports: qareport check tells them")
      throw ExitStatus.dataProblems
    }
  }

  private func request(_ framework: Framework) throws -> SampleRequest {
    let kind = audit.map { SampleKind.named($0, in: framework) } ?? SampleKind.usual(in: framework)
    guard let kind else {
      let types = framework.auditTypes.map(\.term.name) + ["dip"]
      let near = audit.flatMap { Spelling.nearest($0, in: types) }
      throw ValidationError(
        "\(audit.map { "the framework has no audit called \u{201C}\($0)\u{201D}" } ?? "no audit is named"): "
          + (near.map { "did you mean \u{201C}\($0)\u{201D}?" }
            ?? "there are \(types.joined(separator: ", "))"))
    }
    let day = on ?? Today.date
    var request = SampleRequest(kind: kind, day: day, seed: seed ?? Self.usualSeed(day))
    request.size = size
    request.strata = by
    request.services = service
    request.teams = team
    request.levelsOfNeed = level
    request.openMonths = openFor
    request.notAgainMonths = notAgain
    request.auditorRoles = auditorRole
    request.otherTeam = otherTeam
    request.due = due
    return request
  }

  /// `20260105`.
  private static func usualSeed(_ day: CalendarDate) -> UInt64 {
    UInt64(day.year * 10_000 + day.month * 100 + day.day)
  }

  private static func axes(_ text: String) throws -> [SampleAxis] {
    if text == "none" { return [] }
    return try text.split(separator: ",").map { name in
      guard let axis = SampleAxis(rawValue: String(name.drop { $0 == " " }).replacing("-", with: "_")) else {
        throw ValidationError(
          "'\(name)' is nothing to draw by: use \(SampleAxis.allCases.map(\.rawValue).joined(separator: ", ")), or none."
        )
      }
      return axis
    }
  }
}
