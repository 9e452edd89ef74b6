import ArgumentParser

@main
struct QAReport: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "qareport", subcommands: [ThemesCommand.self])
}
