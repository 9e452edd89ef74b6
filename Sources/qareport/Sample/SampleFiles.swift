import Analysis
import Glibc
import Ingest
import QAModel
import Render

/// A sample as files: the list for the auditors, the workbook, and each table whole as CSV.
struct SampleFiles {
  let document: ReportDocument
  let request: SampleRequest
  /// Whether nobody asked for another seed than the day's.
  let isUsualSeed: Bool
  let workspace: Workspace
  let dataset: Dataset

  /// `sample-case-audit-2026-01-05`: samples with a seed of their own stand beside it, so that no list goes for another.
  private var name: String {
    "sample-\(Slug.make(request.kind.name))-\(request.day.iso)" + (isUsualSeed ? "" : "-seed-\(request.seed)")
  }

  /// Writes the files and puts them in their place.
  ///
  /// - Parameter keep: told of the folder that an earlier sample is kept under, where somebody put files into it.
  /// - Returns: where they are.
  func write(below out: String, isNamed: Bool, keep: ((name: String, because: String)) -> Void) throws
    -> String
  {
    // A folder that was named may be a link: whoever names it knows where it leads.
    if !isNamed, FolderTree.kind(out) == S_IFLNK { throw PackError.isLink(out) }
    let folder = try PackFolder(parent: out, name: name)
    defer { folder.close() }
    try folder.checkPlace([])
    for kept in folder.clearLeftovers() { keep(kept) }
    try folder.begin()
    for table in document.tables {
      let path = table.id == "allocation" ? "allocation.csv" : "tables/\(table.id).csv"
      try folder.write(TableFile(table).bytes, to: path)
    }
    try folder.write("sample.xlsx") { path in
      try WorkbookRenderer(temporaryFolder: folder.partial).render(document, to: path)
    }
    try folder.write(manifest(folder.files).json(), to: "manifest.json")
    if let kept = try folder.publish() { keep(kept) }
    return folder.destination
  }

  private func manifest(_ files: [(path: String, sha256: String)]) -> Manifest {
    let diagnostics = workspace.diagnostics + dataset.diagnostics
    let rejects = diagnostics.count(where: \.isReject)
    return Manifest(
      report: "sample", period: Period(first: request.day, last: request.day), asAt: request.day,
      audience: .internal, version: Program.version, definitions: Program.definitions, inputs: dataset.files,
      configuration: workspace.configurationFiles.map {
        Manifest.ConfigurationFile(path: $0.path, sha256: $0.sha256)
      }, reconciliation: dataset.reconciliation, figures: 0,
      diagnostics: Dictionary(grouping: diagnostics, by: \.id).mapValues(\.count), rejects: rejects,
      rejectsListed: rejects,
      files: files.map { Manifest.ConfigurationFile(path: $0.path, sha256: $0.sha256) })
  }
}
