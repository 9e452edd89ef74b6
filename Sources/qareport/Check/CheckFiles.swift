import Analysis
import Ingest
import QAModel
import Render

/// The data-quality report as files: one page, and each of its tables whole as CSV.
struct CheckFiles {
  /// Rows of a table in the page.
  private static let listed = 200

  let review: QualityReview
  let workspace: Workspace
  let page: PageTemplate

  /// `check-2025-26-Q3`, or the as-at date where no period was asked about.
  private var name: String { "check-" + (review.period?.slug ?? review.asAt.iso) }

  /// Writes the files and says where.
  func write(below out: String) throws -> String {
    let document = QualityDocument(review)
    let folder = try PackFolder(parent: out, name: name)
    do {
      try folder.write(
        PageRenderer(template: page).render(document.document(limit: Self.listed)), to: "report.html")
      for table in document.document().tables {
        try folder.write(TableFile(table).bytes, to: "tables/\(table.id).csv")
      }
      try folder.write(manifest.json(), to: "manifest.json")
      try folder.publish()
    } catch {
      folder.discard()
      throw error
    }
    return folder.destination
  }

  private var manifest: Manifest {
    let diagnostics = workspace.diagnostics + review.dataset.diagnostics
    let rejects = diagnostics.count(where: \.isReject)
    return Manifest(
      report: "check", period: review.period, asAt: review.asAt, audience: .internal,
      version: Program.version,
      definitions: Program.definitions, inputs: review.dataset.files,
      configuration: workspace.configurationFiles.map {
        Manifest.ConfigurationFile(path: $0.path, sha256: $0.sha256)
      }, reconciliation: review.dataset.reconciliation, figures: 0,
      diagnostics: Dictionary(grouping: diagnostics, by: \.id).mapValues(\.count), rejects: rejects,
      rejectsListed: rejects)
  }
}
