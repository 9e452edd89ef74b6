import Analysis
import ArgumentParser
import Glibc
import Ingest
import QAModel

/// Makes a pack again from what it was made from, and compares.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Make a pack again and say whether it comes out the same, or why not.",
    discussion: """
      The pack's manifest says of which report, period, day and audience it is; it is made again from the workspace as it is
      now, beside the pack, and compared byte for byte. Nothing of the pack is changed.

      Exit status: 0 the same; 1 something differs, and every difference is told; 2 it could not be made again.

      Examples:
        qareport verify output/quarterly-2025-26-Q3
        qareport verify archive/quarterly-2025-26-Q3 --workspace st-helens
      """)

  @Argument(help: ArgumentHelp("The pack's folder.", valueName: "pack"))
  var pack: String

  @OptionGroup var options: WorkspaceOptions

  func run() throws {
    let console = Console(options)
    Interruption.watch(console)
    let verification: Verification
    do {
      try PackManifest.refuseOthers(pack, "verify", "verify does not make those again")
      let manifest = try PackManifest(folder: pack)
      verification = try Pipeline(options, console: console).verify(pack, manifest)
    } catch let status as ExitCode {
      throw status
    } catch {
      console.fail("\(error)")
      throw ExitStatus.nothingMade
    }
    print(verification.text(pack: Console.printable(pack)), terminator: "")
    if !verification.isSame { throw ExitStatus.dataProblems }
  }
}

extension Pipeline {
  fileprivate func verify(_ pack: String, _ manifest: PackManifest) throws -> Verification {
    let (workspace, dataset) = try read()
    let plan = try PackPlan(manifest.order, framework: workspace.framework)
    let contents = try PackContents(
      plan, workspace: workspace, dataset: dataset, templates: templates,
      themes: ThemesAhead(ThemeFiles(workspace: workspace.folder, templates: templates)))
    let folder = try PackFolder(
      parent: Self.scratchFolder(for: pack), name: "\(plan.name).verify-\(getpid())")
    defer { folder.close() }
    try contents.write(to: folder)
    return Verification(
      pack: pack, manifest: manifest, made: folder.files, workspace: workspace, dataset: dataset,
      templates: contents.templates)
  }

  /// Where the second pack is made: beside the first, where later runs clear away what a killed one leaves; in the
  /// system's folder for temporary files where the pack lies in an archive nobody writes to.
  private static func scratchFolder(for pack: String) -> String {
    var path = pack[...]
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    let parent = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    if access(parent, W_OK | X_OK) == 0 { return parent }
    return getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
  }
}
