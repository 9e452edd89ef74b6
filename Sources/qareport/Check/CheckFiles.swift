import Analysis
import Glibc
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

  /// Writes the files and puts them in their place.
  ///
  /// - Parameters:
  ///   - out: the folder of all reports, where one was named.
  ///   - keep: told of the folder that an earlier check's is kept under, where somebody put files into it.
  /// - Returns: where they are.
  func write(below out: String, isNamed: Bool, keep: ((name: String, because: String)) -> Void) throws
    -> String
  {
    // A folder that was named may be a link: whoever names it knows where it leads.
    if !isNamed, FolderTree.kind(out) == S_IFLNK { throw PackError.isLink(out) }
    let folder = try PackFolder(parent: out, name: name)
    defer { folder.close() }
    try folder.checkPlace(Set(ReportFormat.allCases))
    for kept in folder.clearLeftovers() { keep(kept) }
    try folder.begin()
    let document = QualityDocument(review)
    try folder.write(
      PageRenderer(template: page).render(document.document(limit: Self.listed)), to: "report.html")
    for table in document.document().tables {
      try folder.write(TableFile(table).bytes, to: "tables/\(table.id).csv")
    }
    try folder.write(manifest(folder.files).json(), to: "manifest.json")
    if let kept = try folder.publish() { keep(kept) }
    return folder.destination
  }

  private func manifest(_ files: [(path: String, sha256: String)]) -> Manifest {
    let diagnostics = workspace.diagnostics + review.dataset.diagnostics
    let rejects = diagnostics.count(where: \.isReject)
    return Manifest(
      report: "check", period: review.period ?? Period(first: review.asAt, last: review.asAt),
      asAt: review.asAt, audience: .internal,
      version: Program.version,
      definitions: Program.definitions, inputs: review.dataset.files,
      configuration: workspace.configurationFiles.map {
        Manifest.ConfigurationFile(path: $0.path, sha256: $0.sha256)
      }, reconciliation: review.dataset.reconciliation, figures: 0,
      diagnostics: Dictionary(grouping: diagnostics, by: \.id).mapValues(\.count), rejects: rejects,
      rejectsListed: rejects,
      files: files.map { Manifest.ConfigurationFile(path: $0.path, sha256: $0.sha256) })
  }
}
