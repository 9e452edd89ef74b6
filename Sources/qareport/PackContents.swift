import Analysis
import Ingest
import QAModel
import Render

/// A pack complete but for being written: the document, its figures and the account of its making.
struct PackContents {
  private let plan: PackPlan
  private let request: AnalysisRequest
  private let workspace: Workspace
  private let dataset: Dataset
  /// Those of the report's own period and those before it; of a year's report then its quarters.
  private let figures: [FigureSet]
  private let document: ReportDocument
  private let page: PageTemplate
  /// Name and hash of the page's templates, for the manifest.
  let templates: [(String, String)]

  /// - Parameters:
  ///   - themes: read while the exports were.
  ///   - progress: counts the comments that are read for themes.
  init(
    _ plan: PackPlan, workspace: Workspace, dataset: Dataset, templates: Templates, themes: ThemesAhead,
    progress: WorkProgress? = nil
  ) throws {
    self.plan = plan
    let request = try plan.request(workspace.framework, dataset.names.services)
    self.request = request
    self.workspace = workspace
    self.dataset = dataset
    let frame = try templates.page()
    let themes = try themes.value()
    page = frame.template
    self.templates = frame.hashes + themes.files
    let comments = CommentReadings(
      of: dataset, by: themes.rules, asAt: request.asAt, engine: themes.engine, progress: progress)
    let maker = FigureMaker(
      dataset: dataset, framework: workspace.framework, request: request, comments: comments)
    let records = Background { maker.recordLists() }
    let ofQuarters = request.quarters.map { quarters in
      Background {
        FigureMaker(
          dataset: dataset, framework: workspace.framework, request: quarters, comments: comments
        ).figures()
      }
    }
    let findings = try Disclosure.disclose(
      maker.findings(), framework: workspace.framework, request: request)
    let quarters = ofQuarters?.value()
    figures = [findings.figures] + (quarters.map { [$0] } ?? [])
    var document = ReportPlan.report(
      findings: findings, quarters: quarters, records: records.value(), dataset: dataset,
      framework: workspace.framework, request: request)
    document.branding = workspace.branding
    // What people write is about the one report they write it for, and of a service about that service.
    let narratives = workspace.narratives.filter { narrative in
      guard narrative.audience == request.audience else { return false }
      guard let report = narrative.report else { return request.isWholeQuarterly }
      return report == request.report.name && narrative.service == plan.service.map { Slug.make($0) }
    }
    try NarrativePlacement(narratives, figures: findings.figures, framework: workspace.framework)
      .place(in: &document)
    self.document = document
  }

  /// Writes the files of the pack into its folder, the manifest last.
  func write(to folder: PackFolder) throws {
    try folder.begin()
    let files = ReportFiles(document, figures: figures, page: page, formats: plan.order.formats)
    let showsRows = request.audience == .internal && request.scope.isEverything
    let rows = showsRows ? Background { [workspace, dataset] in Rows(of: dataset, workspace) } : nil
    try files.write(to: folder)
    let rejects = RejectsFile(
      // A pack about a part of the work tells no row of the rest.
      diagnostics, audience: request.audience == .internal && !showsRows ? .board : request.audience,
      suppressUpTo: workspace.framework.thresholds.suppressUpTo)
    try folder.write(rejects.bytes, to: "rejects.csv")
    if let rows = rows?.value() {
      if let changed = rows.changed { throw PackError.inputChanged(changed) }
      try folder.write(rows.index, to: InputIndex.file)
      if let records = rows.records { try folder.write(records, to: "records.csv") }
    }
    try folder.write(manifest(rejects, files: folder.files).json(), to: "manifest.json")
  }

  /// What is written of the exports' own rows.
  private struct Rows: Sendable {
    var index: [UInt8] = []
    /// Where there are not too many of them.
    var records: [UInt8]?
    /// The path of an export that is no longer what was read.
    var changed: String?

    init(of dataset: Dataset, _ workspace: Workspace) {
      var indexes: [LineIndex] = []
      for file in dataset.files {
        guard let index = LineIndex(of: file, in: workspace) else {
          changed = file.path
          return
        }
        indexes.append(index)
      }
      index = InputIndex.bytes(indexes)
      let prints = ExportProfiler(workspace: workspace).recordPrints(of: dataset)
      if prints.count <= RecordsFile.most { records = RecordsFile(prints).bytes }
    }
  }

  private var diagnostics: [Diagnostic] { workspace.diagnostics + dataset.diagnostics }

  private func manifest(_ rejects: RejectsFile, files: [(path: String, sha256: String)]) -> Manifest {
    Manifest(
      report: request.report.name, service: plan.service, period: request.period, asAt: request.asAt,
      audience: request.audience, version: Program.version, definitions: Program.definitions,
      inputs: dataset.files,
      configuration: (workspace.configurationFiles.map {
        ($0.path, $0.sha256)
      } + templates).map {
        Manifest.ConfigurationFile(path: $0.0, sha256: $0.1)
      }, reconciliation: dataset.reconciliation, figures: figures.reduce(0) { $0 + $1.figures.count },
      diagnostics: Dictionary(grouping: diagnostics, by: \.id).mapValues(\.count), rejects: rejects.total,
      rejectsListed: rejects.listed,
      files: files.map { Manifest.ConfigurationFile(path: $0.path, sha256: $0.sha256) })
  }

  func summary(at place: String) -> RunSummary {
    RunSummary(
      pack: place, exports: dataset.files.count, rows: dataset.reconciliation.reduce(0) { $0 + $1.used },
      figures: figures.reduce(0) { $0 + $1.figures.count }, tables: document.tables.count,
      problems: diagnostics.count { $0.severity > .note })
  }
}
