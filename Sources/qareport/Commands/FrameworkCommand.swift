import ArgumentParser
import Glibc
import Ingest
import QAModel

/// What a framework holds, whether its file can be read, and how two differ.
struct FrameworkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "framework", abstract: "Show, check and compare frameworks.",
    discussion: """
      A framework is named as in qareport.yaml (st-helens), or by the path of a file. A workspace's own frameworks
      folder goes before the shipped one.

      Examples:
        qareport framework show kirklees
        qareport framework check frameworks/ours.yaml
        qareport framework diff st-helens --workspace ours
        qareport framework diff dorset haringey
      """,
    subcommands: [Show.self, Check.self, Diff.self])

  /// In plain English.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "Say in plain English what a framework holds: grades, rules, reports, meetings and the whole plan.")

    @Argument(help: "A framework's name, or the path of its file.") var name: String
    @OptionGroup var options: WorkspaceOptions

    func run() throws {
      print(
        Console.printable(lines: FrameworkListing(try options.framework(name).framework).text), terminator: ""
      )
    }
  }

  /// With line numbers.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "Check a framework's file and tell every fault with its line. Exit status 2 where there is one.")

    @Argument(help: "A framework's name, or the path of its file.") var name: String
    @OptionGroup var options: WorkspaceOptions

    func run() throws {
      let (framework, lines) = try options.framework(name)
      guard !options.quiet else { return }
      let counts: [(Int, String, String)] = [
        (framework.plan.count, "activity of the plan", "activities of the plan"),
        (framework.reports.count, "report", "reports"), (framework.meetings.count, "meeting", "meetings"),
        (framework.escalations.count, "escalation rule", "escalation rules"),
      ]
      let held = counts.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }.joined(separator: ", ")
      print("\(framework.id): no faults in \(Rounding.count(lines)) lines; \(held)")
    }
  }

  /// Two frameworks, or one and what a workspace makes of it.
  struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say how a workspace, or a second framework, differs from a framework.",
      discussion: """
        What only the first has begins with -, what only the second has with +; what differs has both lines. Exit
        status 0 where they are the same, 1 where they differ.
        """)

    @Argument(help: "A framework's name, or the path of its file.") var name: String
    @Argument(help: "A second one. Without it the workspace of --workspace.") var other: String?
    @OptionGroup var options: WorkspaceOptions

    func run() throws {
      let first = try options.framework(name).framework
      let second = try other.map { try options.framework($0).framework } ?? options.workspaceFramework()
      let changes = FrameworkListing(first).changes(to: FrameworkListing(second))
      print(Console.printable(lines: changes), terminator: "")
      if !changes.isEmpty { throw ExitCode(1) }
    }
  }
}

extension WorkspaceOptions {
  /// A framework as its file has it; what is wrong with it is said.
  fileprivate func framework(_ name: String) throws -> (framework: Framework, lines: Int) {
    do {
      let folders = Templates(option: templates, workspace: workspace).folders
      return try FrameworkReader(workspace: workspace, templates: folders).read(name)
    } catch {
      Console(quiet: quiet).fail(error.diagnostics)
      throw ExitStatus.nothingMade
    }
  }

  /// The framework that the workspace works by.
  fileprivate func workspaceFramework() throws -> Framework {
    do {
      let folders = Templates(option: templates, workspace: workspace).folders
      return try WorkspaceReader(folder: workspace, templates: folders).read().framework
    } catch {
      Console(quiet: quiet).fail(error.diagnostics)
      throw ExitStatus.nothingMade
    }
  }
}

extension Console {
  /// Each line printable.
  fileprivate static func printable(lines text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { printable(String($0)) }.joined(
      separator: "\n")
  }
}
