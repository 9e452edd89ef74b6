public import QAModel

/// Reads every export of a workspace.
///
/// What cannot be read becomes a diagnostic, and every row is accounted for. Reading goes on past anything that
/// costs a cell, a row or a file nobody asked for; it stops, with every reason at once, where a report would
/// silently be without an export: none recognised, one that is no text, cannot be opened or lacks a column.
public struct ExportReader {
  private let workspace: Workspace
  private let columns: [DatasetKind: Set<String>]?
  private let readSize: Int
  private let progress: WorkProgress?

  /// - Parameters:
  ///   - columns: the datasets and the columns of them that are wanted, by the contract's names; everything where it is
  ///     `nil`. Columns left out stay empty in their tables and cost no memory; rows are then not joined by their keys,
  ///     so that of a record in two exports both rows are there, and files have no hash.
  ///   - progress: counts the bytes that are read, for whoever watches. A file is gone through twice: to know it, and to read it.
  public init(
    workspace: Workspace, only columns: [DatasetKind: Set<String>]? = nil, progress: WorkProgress? = nil
  ) {
    self.init(
      workspace: workspace, only: columns, readSize: TextSource.usualReadSize, progress: progress)
  }

  /// - Parameter readSize: how many bytes are read at a time.
  init(
    workspace: Workspace, only columns: [DatasetKind: Set<String>]? = nil, readSize: Int,
    progress: WorkProgress? = nil
  ) {
    self.workspace = workspace
    self.columns = columns
    self.readSize = readSize
    self.progress = progress
  }

  public func read() throws(IngestError) -> Dataset {
    let folder = try openFolder()
    let listing = folder.list()
    guard listing.failures.isEmpty else {
      throw IngestError(diagnostics: listing.failures + listing.diagnostics)
    }
    try checkAmount(listing)
    progress?.expect(2 * listing.bytes)
    folder.progress = progress
    let sources = sources
    let opener = ExportOpener(
      folder: folder, workspace: workspace, sources: sources, readSize: readSize,
      isWhole: columns == nil)
    var dataset = Dataset()
    dataset.diagnostics = listing.diagnostics
    var exports: [DatasetKind: [RawExport]] = [:]
    var failures: [Diagnostic] = []
    for outcome in open(listing.files, opener) {
      switch outcome {
      case .export(var export, let file, let diagnostics):
        export.file = UInt16(clamping: dataset.files.count)
        dataset.files.append(file)
        exports[file.dataset, default: []].append(export)
        dataset.diagnostics += diagnostics
      case .failed(let diagnostics): failures += diagnostics
      case .ignored(let diagnostics): dataset.diagnostics += diagnostics
      }
    }
    guard failures.isEmpty else { throw IngestError(diagnostics: failures + dataset.diagnostics) }
    guard !dataset.files.isEmpty else { throw noExports(dataset.diagnostics) }
    let names = NameBook(workspace.framework)
    for source in sources {
      guard let exports = exports.removeValue(forKey: source.kind) else { continue }
      source.assemble(exports.sorted(by: isEarlier), workspace, names, into: &dataset)
    }
    dataset.names = names.names
    dataset.diagnostics = inOrder(dataset.diagnostics)
    return dataset
  }

  /// Refuses more than is read, before any of it is.
  private func checkAmount(_ listing: ExportFolder.Listing) throws(IngestError) {
    let (limits, place) = (workspace.limits, SourceLocation(file: workspace.exports))
    if listing.files.count > limits.files {
      throw IngestError(diagnostics: [
        .beyondLimit(
          "files", at: place,
          "the folder has \(Rounding.count(listing.files.count)) files, and at most \(Rounding.count(limits.files)) are read"
        )
      ])
    }
    if listing.bytes > limits.exports {
      throw IngestError(diagnostics: [
        .beyondLimit(
          "exports", at: place,
          "the exports have \(ByteCount.text(listing.bytes)), and at most \(ByteCount.text(limits.exports)) are read"
        )
      ])
    }
    // Some columns alone need less, how much less is not known before.
    if columns == nil, let fault = MemoryNeed.fault(listing.bytesOfTables, limits, at: place) {
      throw IngestError(diagnostics: [fault])
    }
  }

  /// Opens the files, several at a time, and gives what became of each in their order.
  private func open(_ paths: [String], _ opener: ExportOpener) -> [ExportOpener.Outcome] {
    [ExportOpener.Outcome](unsafeUninitializedCapacity: paths.count) { outcomes, count in
      let slots = outcomes
      Parallel.forEach(paths.count) { (slots.baseAddress! + $0).initialize(to: opener.open(paths[$0])) }
      count = paths.count
    }
  }

  private var sources: [any ExportSource] {
    let all = Catalogue.sources(workspace)
    guard let columns else { return all }
    return all.compactMap { source in columns[source.kind].map { source.reading(only: $0) } }
  }

  /// The order in which a later export goes before an earlier one: by date, those without one first, then path.
  private func isEarlier(_ a: RawExport, _ b: RawExport) -> Bool {
    let (first, second) = (a.date?.dayNumber ?? .min, b.date?.dayNumber ?? .min)
    return first == second ? a.file < b.file : first < second
  }

  private func inOrder(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.enumerated().sorted { a, b in
      let (first, second) = (a.element.location, b.element.location)
      return (first.file, first.line ?? 0, a.offset) < (second.file, second.line ?? 0, b.offset)
    }.map(\.element)
  }

  private func openFolder() throws(IngestError) -> ExportFolder {
    do {
      return try ExportFolder(workspace: workspace.folder, exports: workspace.exports)
    } catch {
      throw IngestError(diagnostics: [
        Diagnostic(
          id: "ingest.folder.unreadable", severity: .error, location: SourceLocation(file: workspace.exports),
          summary: "the exports folder cannot be opened: \(error.reason)",
          suggestion: "make the folder, or name another under exports in qareport.yaml")
      ])
    }
  }

  private func noExports(_ diagnostics: [Diagnostic]) -> IngestError {
    IngestError(
      diagnostics: [
        Diagnostic(
          id: "ingest.no_exports", severity: .error, location: SourceLocation(file: workspace.exports),
          summary: "no export of a known kind is in the folder",
          explanation: "a file is known by its name, as audits-2025-10.csv, and by its header",
          suggestion: "put the CSV exports into it, or name them under files in qareport.yaml")
      ] + diagnostics)
  }
}
