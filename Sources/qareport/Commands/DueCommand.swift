import ArgumentParser
import Glibc
import Ingest
import QAModel

/// What goes to which meeting by when, made or not; and makes it.
struct DueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "Say which reports go to which meeting by when, and make what is due.",
    discussion: """
      Every report goes to the first meeting whose papers are due after its period is over. What is made is told by the
      packs in the output folder. Without --run nothing is written and no export is read.

      --run makes what is due or late and not made, each report as at its period's last day, and leaves alone what is
      made. It can be run every day.

      Examples:
        qareport due --workspace /srv/qa/st-helens
        qareport due --on 2026-01-14
        qareport due --run --quiet --log-format json --workspace /srv/qa/st-helens

      Exit status: 0 nothing is waiting; 1 something is due and not made; 2 an error. With --run: 0 nothing was due, or
      all of it was made; 1 all of it was made, with data problems to look at; 2 something due could not be made.
      """)

  @OptionGroup var options: WorkspaceOptions

  @Option(help: ArgumentHelp("The day, as 2026-01-14. Today unless given.", valueName: "date"))
  var on: CalendarDate?

  @Flag(name: .customLong("run"), help: "Make what is due and not made.")
  var makes = false

  @Option(
    help: ArgumentHelp(
      "The folder of all reports. The workspace's output folder unless given.", valueName: "folder"))
  var out: String?

  func run() throws {
    let console = Console(options)
    let pipeline = Pipeline(options, console: console)
    let framework = try pipeline.readWorkspace().framework
    let day = on ?? Today.date
    guard let calendar = DutyCalendar(framework, around: day) else {
      console.fail("\(day.iso) is too far away to have a calendar: give another day with --on")
      throw ExitStatus.nothingMade
    }
    let folder = out ?? options.workspace + "/output"
    let states = { calendar.duties(on: day).map { DutyState($0, of: framework, on: day, in: folder) } }
    var status = ExitCode.success
    if makes {
      status = make(states().filter(\.isWaiting).flatMap(\.missing), pipeline, console)
    }
    let now = states()
    if !options.quiet {
      print(DueText(now, authority: framework.authority, on: day, paint: Paint()).text, terminator: "")
    }
    if !makes, now.contains(where: \.isWaiting) { status = ExitStatus.dataProblems }
    guard status == .success else { throw status }
  }

  /// Each once, however many meetings it goes to.
  private func make(_ packs: [DutyPack], _ pipeline: Pipeline, _ console: Console) -> ExitCode {
    let maker = DutyMaker(pipeline: pipeline, out: out)
    var tried: Set<DutyPack> = []
    var status = ExitCode.success
    for pack in packs where tried.insert(pack).inserted {
      switch maker.make(pack) {
      case .made: break
      case .madeWithDataProblems: if status == .success { status = ExitStatus.dataProblems }
      case .failed:
        console.fail("\(pack.name), which is due, was not made", event: "due.failed")
        status = ExitStatus.nothingMade
      }
    }
    return status
  }
}
