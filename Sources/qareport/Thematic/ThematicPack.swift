import Analysis
import ArgumentParser
import Ingest
import QAModel
import Render

/// A thematic report complete but for being written.
struct ThematicPack {
  let order: ThematicOrder
  let workspace: Workspace
  let dataset: Dataset
  let report: ThematicReport
  let page: PageTemplate
  /// Name and hash of the templates and theme files, for the manifest.
  let templates: [(String, String)]

  /// Writes the files of the pack into its folder, the manifest last.
  func write(to folder: PackFolder) throws {
    try folder.begin()
    var document = report.document
    document.branding = workspace.branding
    try ReportFiles(document, figures: [report.figures], page: page, formats: order.formats).write(to: folder)
    let rejects = RejectsFile(
      diagnostics, audience: order.audience, suppressUpTo: workspace.framework.thresholds.suppressUpTo)
    try folder.write(rejects.bytes, to: "rejects.csv")
    try folder.write(manifest(rejects, files: folder.files).json(), to: "manifest.json")
  }

  private var diagnostics: [Diagnostic] { workspace.diagnostics + dataset.diagnostics }

  private func manifest(_ rejects: RejectsFile, files: [(path: String, sha256: String)]) -> Manifest {
    let configuration = workspace.configurationFiles.map { ($0.path, $0.sha256) } + templates
    return Manifest(
      report: PackManifest.thematic, period: report.period, asAt: order.asAt, audience: order.audience,
      version: Program.version, definitions: Program.definitions, inputs: dataset.files,
      configuration: configuration.map { Manifest.ConfigurationFile(path: $0.0, sha256: $0.1) },
      reconciliation: dataset.reconciliation, figures: report.figures.figures.count,
      diagnostics: Dictionary(grouping: diagnostics, by: \.id).mapValues(\.count), rejects: rejects.total,
      rejectsListed: rejects.listed,
      files: files.map { Manifest.ConfigurationFile(path: $0.path, sha256: $0.sha256) })
  }

  func summary(at place: String) -> RunSummary {
    RunSummary(
      pack: place, exports: dataset.files.count, rows: dataset.reconciliation.reduce(0) { $0 + $1.used },
      figures: report.figures.figures.count, tables: report.document.tables.count,
      problems: diagnostics.count { $0.severity > .note })
  }
}

extension Pipeline {
  /// Makes a thematic report and puts it in its place.
  func makeThematicPack(_ order: ThematicOrder) throws {
    Interruption.watch(console)
    do {
      let summary = try makeAndPublish(order)
      let seconds = console.seconds
      console.inform(summary.text(seconds: seconds), event: "run.end", summary.metadata(seconds: seconds))
      guard summary.status == .success else { throw summary.status }
    } catch let status as ExitCode where status == ExitStatus.nothingMade {
      console.inform(
        "nothing was made", event: "run.end", RunSummary.nothingMade(status, seconds: console.seconds))
      throw status
    }
  }

  private func makeAndPublish(_ order: ThematicOrder) throws -> RunSummary {
    do {
      let workspace = try readWorkspace()
      let themes = try ThemeFiles(workspace: workspace.folder, templates: templates).read()
      let taxonomy = themes.rules.taxonomy
      let query = try ThematicQuery(parsing: order.written, taxonomy: taxonomy)
      advise(order.written, query, taxonomy)
      let frame = try templates.page()
      console.detail("read the themes")
      let folder = try lockedFolder(order.name(query, taxonomy), out: order.out, order.formats)
      defer { folder.close() }
      let engine = Background { ThemeEngine(taxonomy: taxonomy, language: themes.rules.language) }
      let dataset = try readExports(workspace)
      let diagnostics = workspace.diagnostics + dataset.diagnostics
      console.show(diagnostics)
      if order.isStrict, diagnostics.contains(where: { $0.severity > .note }) {
        console.fail("nothing was made: --strict refuses exports with data problems")
        throw ExitStatus.nothingMade
      }
      let scope = try order.scope(dataset, workspace.framework)
      let readings = CommentReadings(
        of: dataset, by: themes.rules, asAt: order.asAt, engine: engine.value())
      console.detail("read \(readings.comments.count) comments")
      let report = try ThematicReport(
        query, written: order.written, readings: readings, dataset: dataset, framework: workspace.framework,
        scope: scope, audience: order.audience)
      console.detail("made the report")
      let pack = ThematicPack(
        order: order, workspace: workspace, dataset: dataset, report: report, page: frame.template,
        templates: frame.hashes + themes.files)
      try pack.write(to: folder)
      console.detail("wrote \(folder.files.count) files")
      if let kept = try folder.publish() { warn(kept) }
      return pack.summary(at: folder.destination)
    } catch let status as ExitCode {
      throw status
    } catch let error as ThemeFileReader.Failure {
      console.fail(error.diagnostics)
      throw ExitStatus.nothingMade
    } catch let error as PageTemplateError {
      console.fail([error.diagnostic])
      throw ExitStatus.nothingMade
    } catch {
      console.fail("\(error)")
      throw ExitStatus.nothingMade
    }
  }

  /// Says what somebody may have meant otherwise than it is read.
  private func advise(_ written: String, _ query: ThematicQuery, _ taxonomy: ThemeTaxonomy) {
    if case .theme = query { return }
    let near = ThematicQuery.themes(near: written, in: taxonomy)
    if !near.isEmpty {
      let names = near.map { "\u{201C}\($0)\u{201D}" }.joined(separator: ", ")
      console.inform(
        "\u{201C}\(Console.printable(written))\u{201D} is looked for as words. \(near.count == 1 ? "A theme has" : "Themes have") a like name: \(names). Did you mean \(near.count == 1 ? "it" : "one of them")?"
      )
    }
    if let small = written.split(separator: " ").first(where: { ["and", "or", "not"].contains($0) }) {
      console.inform(
        "\u{201C}\(small)\u{201D} is looked for as a word like the others: \(small.uppercased()) joins words only in capitals"
      )
    }
  }
}
