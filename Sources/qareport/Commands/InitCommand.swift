import ArgumentParser
import Glibc
import Ingest
import QAModel

/// Proposes a `qareport.yaml` from a folder of exports.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Look at a folder of exports and write a qareport.yaml to begin with.",
    discussion: """
      Recognises each CSV file by what is in it, proposes what every header and every spelling of a service stands for,
      and writes that as a commented qareport.yaml. What it was unsure of it says, in the file and here. The exports are
      those in the folder exports, or in the workspace itself. An existing qareport.yaml is left alone without --force.

      Examples:
        qareport init --framework st-helens
        qareport init --framework kirklees --workspace my-council
        qareport init --framework st-helens --force && qareport check

      Exit status: 0 everything was recognised; 1 something is unsure; 2 nothing was written.
      """)

  @Option(help: ArgumentHelp("The framework to work by, as st-helens.", valueName: "name"))
  var framework: String

  @OptionGroup var options: WorkspaceOptions

  @Flag(help: "Write over a qareport.yaml that is already there.")
  var force = false

  func run() throws {
    let console = Console(quiet: options.quiet)
    let path = options.workspace + "/qareport.yaml"
    var status = stat()
    if !force, lstat(path, &status) == 0 {
      console.fail(
        "\(path) is there already, and is left as it is. Move it away, or add --force to write over it.")
      throw ExitStatus.nothingMade
    }
    let templates = Templates(option: options.templates, workspace: options.workspace)
    let proposal: WorkspaceProposal
    do {
      proposal = try WorkspaceProposer(
        folder: options.workspace, framework: framework, templates: templates.folders
      ).propose()
      try OwnerFile.write(Array(proposal.configuration.utf8), to: path)
    } catch let error as WorkspaceError {
      console.fail(error.diagnostics)
      throw ExitStatus.nothingMade
    } catch let error as IngestError {
      console.fail(error.diagnostics)
      throw ExitStatus.nothingMade
    } catch {
      console.fail("\(error)")
      throw ExitStatus.nothingMade
    }
    let text = InitText(proposal, path: path, paint: Paint())
    if !options.quiet { print(text.text, terminator: "") }
    if text.isUnsure { throw ExitStatus.dataProblems }
  }
}
