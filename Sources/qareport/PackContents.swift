import Analysis
import Ingest
import QAModel
import Render

/// A pack complete but for being written: the document, its figures and the account of its making.
struct PackContents {
  private let order: PackOrder
  private let workspace: Workspace
  private let dataset: Dataset
  private let figures: FigureSet
  private let document: ReportDocument
  private let page: PageTemplate
  /// Name and hash of the page's templates, for the manifest.
  let templates: [(String, String)]

  init(_ order: PackOrder, workspace: Workspace, dataset: Dataset, templates: Templates) throws {
    self.order = order
    self.workspace = workspace
    self.dataset = dataset
    let frame = try templates.page()
    let themes = try ThemeFiles(workspace: workspace.folder, templates: templates).read()
    page = frame.template
    self.templates = frame.hashes + themes.files
    let maker = FigureMaker(
      dataset: dataset, framework: workspace.framework, request: order.request,
      comments: CommentReadings(of: dataset, by: themes.rules, asAt: order.request.asAt))
    let findings = try Disclosure.disclose(
      maker.findings(), framework: workspace.framework, request: order.request)
    figures = findings.figures
    var document = ReportPlan.quarterlyReport(
      findings: findings, records: maker.recordLists(), dataset: dataset, framework: workspace.framework,
      request: order.request)
    document.branding = workspace.branding
    let narratives = workspace.narratives.filter { $0.audience == order.request.audience }
    try NarrativePlacement(narratives, figures: findings.figures, framework: workspace.framework)
      .place(in: &document)
    self.document = document
  }

  /// Writes the files of the pack into its folder, the manifest last.
  func write(to folder: PackFolder) throws {
    try folder.begin()
    if order.formats.contains(.xlsx) {
      try folder.write("report.xlsx") { path in
        try WorkbookRenderer(temporaryFolder: folder.partial).render(document, to: path)
      }
    }
    if order.formats.contains(.html) {
      try folder.write(PageRenderer(template: page).render(document), to: "report.html")
    }
    if order.formats.contains(.md) {
      for file in MarkdownRenderer().render(document) { try folder.write(file.bytes, to: file.path) }
    }
    if order.formats.contains(.data) {
      let sections = document.sectionsOfFigures
      let files = FigureFiles.both(figures, sections: sections)
      try folder.write(files.csv, to: "figures.csv")
      try folder.write(files.json, to: "figures.json")
    }
    let rejects = RejectsFile(
      diagnostics, audience: order.request.audience,
      suppressUpTo: workspace.framework.thresholds.suppressUpTo)
    try folder.write(rejects.bytes, to: "rejects.csv")
    if order.request.audience == .internal {
      let indexes = try dataset.files.map { file in
        guard let index = LineIndex(of: file, in: workspace) else { throw PackError.inputChanged(file.path) }
        return index
      }
      try folder.write(InputIndex.bytes(indexes), to: InputIndex.file)
      let prints = ExportProfiler(workspace: workspace).recordPrints(of: dataset)
      if prints.count <= RecordsFile.most { try folder.write(RecordsFile(prints).bytes, to: "records.csv") }
    }
    try folder.write(manifest(rejects, files: folder.files).json(), to: "manifest.json")
  }

  private var diagnostics: [Diagnostic] { workspace.diagnostics + dataset.diagnostics }

  private func manifest(_ rejects: RejectsFile, files: [(path: String, sha256: String)]) -> Manifest {
    Manifest(
      report: "quarterly", period: order.request.period, asAt: order.request.asAt,
      audience: order.request.audience, version: Program.version, definitions: Program.definitions,
      inputs: dataset.files,
      configuration: (workspace.configurationFiles.map {
        ($0.path, $0.sha256)
      } + templates).map {
        Manifest.ConfigurationFile(path: $0.0, sha256: $0.1)
      }, reconciliation: dataset.reconciliation, figures: figures.figures.count,
      diagnostics: Dictionary(grouping: diagnostics, by: \.id).mapValues(\.count), rejects: rejects.total,
      rejectsListed: rejects.listed,
      files: files.map { Manifest.ConfigurationFile(path: $0.path, sha256: $0.sha256) })
  }

  func summary(at place: String) -> RunSummary {
    RunSummary(
      pack: place, exports: dataset.files.count, rows: dataset.reconciliation.reduce(0) { $0 + $1.used },
      figures: figures.figures.count, tables: document.tables.count,
      problems: diagnostics.count { $0.severity > .note })
  }
}
