import ArgumentParser
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
        qareport trace audits-good-or-better--early-help--2025-26-q3

      Exit status: 0 made, nothing to look at; 1 made, with data problems to look at; 2 nothing made;
      64 the command was not understood.
      """,
    version: Program.version,
    subcommands: [
      QuarterlyCommand.self, CheckCommand.self, InitCommand.self, TraceCommand.self, ThemesCommand.self,
    ])
}

/// What the program says of itself.
enum Program {
  static let version = "0.1.0"
  /// Changes with every change to what a figure means.
  static let definitions = "1"
}
