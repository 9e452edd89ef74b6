import ArgumentParser
import CBuild
import Glibc

@main
enum Start {
  static func main() {
    // Whatever the account's umask: what the program makes is for its owner, and its owner can read it.
    umask(0o077)
    QAReport.main()
  }
}

/// The command line: one command a report or question.
struct QAReport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "qareport",
    abstract: "Quality assurance reports for children's services, from the CSV exports you already have.",
    discussion: """
      A workspace is a folder with qareport.yaml and an exports folder. Every command works on the current
      folder unless --workspace names another.

      Examples:
        qareport init --framework st-helens
        qareport check --workspace st-helens
        qareport quarterly --workspace st-helens --period 2025-26-Q3
        qareport quarterly --period 2025-26-Q3 --as-at 2026-01-14 --out reports
        qareport annual --year 2025-26
        qareport highlight --period 2025-26-Q3 --service "Early Help"
        qareport report board --period 2025-26-Q3
        qareport thematic "Drift, delay & timeliness" --from 2025-04-01
        qareport trace audits-good-or-better--early-help--2025-26-q3

      Exit status: 0 made, nothing to look at; 1 made, with data problems to look at; 2 nothing made;
      64 the command was not understood; 130 and 143 stopped by an interrupt or a request to end.
      """,
    version: Program.versionAndCommit,
    subcommands: [
      QuarterlyCommand.self, AnnualCommand.self, HighlightCommand.self, ReportCommand.self,
      CheckCommand.self, InitCommand.self, TraceCommand.self, VerifyCommand.self,
      ThemesCommand.self, FrameworkCommand.self,
      SampleCommand.self, DueCommand.self,
      ThematicCommand.self,
    ])
}

/// What the program says of itself.
enum Program {
  static let version = "0.1.0"
  /// `0.1.0 (commit e3d6efa)`, where the build knew the commit. No pack names it: the same version makes the same bytes.
  static var versionAndCommit: String {
    let commit = String(cString: qareport_commit())
    return version + (commit.isEmpty ? "" : " (commit \(commit))")
  }
  /// Changes with every change to what a figure means.
  static let definitions = "1"
}
