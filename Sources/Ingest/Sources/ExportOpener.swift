import QAModel

/// Opens one file: tells which dataset it is, finds its header and takes in its cells.
struct ExportOpener {
  let folder: ExportFolder
  let workspace: Workspace
  let sources: [KnownSource]
  let readSize: Int
  /// Whether `sources` are every dataset with all its columns: then a file of none of them is worth a word, and each
  /// file's hash is wanted.
  let isWhole: Bool

  init(
    folder: ExportFolder, workspace: Workspace, sources: [any ExportSource], readSize: Int,
    isWhole: Bool
  ) {
    self.isWhole = isWhole
    self.folder = folder
    self.workspace = workspace
    self.sources = sources.map { KnownSource($0, workspace) }
    self.readSize = readSize
  }

  enum Outcome {
    case export(RawExport, SourceFile, [Diagnostic])
    /// The file belongs to a dataset and cannot be read: no report without it.
    case failed([Diagnostic])
    /// The file is none of the datasets.
    case ignored([Diagnostic])
  }

  func open(_ path: String) -> Outcome {
    let fullPath = folder.fullPath(path)
    let claims = claims(path)
    guard claims.byPattern || FileNames.isCSV(path), isWhole || !claims.sources.isEmpty else {
      return .ignored(isWhole && FileNames.mayHoldRecords(path) ? [.notCSV(fullPath)] : [])
    }
    do {
      let file = try folder.openFile(path)
      guard file.size <= workspace.limits.file else {
        return .failed([
          .beyondLimit(
            "file", at: SourceLocation(file: fullPath),
            "the file has \(ByteCount.text(file.size)), and at most \(ByteCount.text(workspace.limits.file)) are read"
          )
        ])
      }
      let outcome = try read(file, path, claims)
      if case .export(_, let source, _) = outcome, file.hasChanged || source.bytes != file.size {
        return .failed([.changed(fullPath)])
      }
      return outcome
    } catch {
      return .failed([.unreadable(fullPath, error)])
    }
  }

  /// Reads the bytes of a file that datasets may claim.
  func read(
    _ bytes: any RandomAccessBytes, _ path: String, _ claims: Claims
  ) throws(ReadFailure) -> Outcome {
    let fullPath = folder.fullPath(path)
    let survey = try FileSurvey(of: bytes, readSize: readSize, hashing: isWhole)
    let finding: EncodingEvidence.Finding
    switch survey.finding {
    case .success(let found): finding = found
    case .failure(let reason):
      return claims.sources.isEmpty
        ? .ignored([.notText(fullPath, reason.reason, severity: .warning)])
        : .failed([.notText(fullPath, reason.reason, severity: .error)])
    }
    let source = TextSource(bytes, finding, readSize: readSize)
    let head = try ExportHead(source, candidates: claims.sources, all: sources)
    guard let match = head.match, claims.byPattern || match.isConfirmed else {
      let diagnostic = try head.unrecognised(fullPath)
      return claims.byPattern ? .failed([diagnostic.with(.error)]) : .ignored([diagnostic])
    }
    let missing = match.missing + missingScopes(match)
    guard missing.isEmpty else { return .failed(missing.map { .missingColumn($0, match, fullPath) }) }
    let limits = workspace.limits
    guard match.header.names.count <= limits.columns else {
      return .failed([
        .beyondLimit(
          "columns", at: SourceLocation(file: fullPath, line: Int(match.header.line)),
          "the header has \(match.header.names.count) columns, and at most \(limits.columns) are read")
      ])
    }
    let table = try read(bytes, finding, survey.size, match)
    guard table.sink.table.rowCount <= limits.rows else {
      return .failed([
        .beyondLimit(
          "rows", at: SourceLocation(file: fullPath),
          "the file has \(Rounding.count(table.sink.table.rowCount)) rows, and at most \(Rounding.count(limits.rows)) are read"
        )
      ])
    }
    let export = RawExport(
      path: fullPath,
      date: workspace.exportDates[path] ?? ExportDate.read(path),
      header: match.header, delimiter: match.delimiter, hasUndecodable: finding.hasUndecodable,
      table: table.sink.table,
      account: table.sink.account, broken: table.broken, isCutInCell: table.isCut)
    return .export(
      export,
      SourceFile(
        path: fullPath, dataset: match.source.kind, bytes: survey.size, sha256: try survey.sha256(),
        made: export.date, headers: match.headerReadings(settings(match.source.kind))),
      match.headerDiagnostics(fullPath, settings(match.source.kind)))
  }

  private func settings(_ kind: DatasetKind) -> DatasetSettings {
    workspace.datasets[kind] ?? DatasetSettings()
  }

  /// The datasets that claim a file.
  typealias Claims = (sources: [KnownSource], byPattern: Bool)

  /// By the workspace's patterns, else by the file's name.
  func claims(_ path: String) -> Claims {
    let claiming = sources.filter { source in source.settings.files.contains { FileNames.fits(path, $0) } }
    if !claiming.isEmpty { return (claiming, true) }
    // A dataset with patterns of its own takes only what fits them.
    let open = sources.filter(\.settings.files.isEmpty)
    let named = FileNames.kinds(of: path, registers: workspace.framework.registers).compactMap { kind in
      open.first { $0.kind == kind }
    }
    return (named, false)
  }

  private func missingScopes(_ match: ExportHead.Match) -> [String] {
    settings(match.source.kind).rows.keys.sorted().filter { match.header.position(of: $0) == nil }
  }

  private func read(
    _ bytes: any RandomAccessBytes, _ finding: EncodingEvidence.Finding, _ size: Int,
    _ match: ExportHead.Match
  ) throws(ReadFailure) -> (sink: TableSink, broken: [BrokenRecord], isCut: Bool) {
    let asked = match.source.askedHeaders(settings(match.source.kind))
    var seen: Set<ColumnRole> = []
    let columns = zip(match.header.names, match.header.roles).map {
      name, role -> (name: String, kind: RawTable.ColumnKind) in
      if asked.contains(HeaderVocabulary.key(name)) { return (name, .coded) }
      guard let role, seen.insert(role).inserted else { return (name, .skipped) }
      return (name, match.source.columnKind(role))
    }
    let read = try TableReader(
      bytes: bytes, finding: finding, size: size, delimiter: match.delimiter, headers: columns,
      rowsAreNamed: match.source.kind == .performance || match.source.kind == .neighbours,
      recordsToSkip: match.header.record + match.header.height, readSize: readSize,
      longestCell: workspace.limits.cell
    ).read()
    guard let last = read.broken.last, last.isUnclosed else { return (read.sink, read.broken, false) }
    return (read.sink, read.broken, last.isLast || read.sink.takeBackRestOfCell())
  }
}

extension Diagnostic {
  fileprivate static func notText(_ path: String, _ reason: NotText, severity: Severity) -> Diagnostic {
    Diagnostic(
      id: "ingest.file.not_text", severity: severity, location: SourceLocation(file: path),
      summary: "this is no CSV file: \(reason.explanation)",
      suggestion: "export it again as CSV, or take it out of the folder")
  }

  fileprivate static func notCSV(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "ingest.file.not_csv", severity: .warning, location: SourceLocation(file: path),
      summary: "the file is not read: exports are CSV files",
      suggestion:
        "save what it holds as CSV (in Excel \u{201C}CSV UTF-8\u{201D}, sheet by sheet), or take it out of the folder"
    )
  }

  fileprivate static func unreadable(_ path: String, _ failure: ReadFailure) -> Diagnostic {
    Diagnostic(
      id: "ingest.file.unreadable", severity: .error, location: SourceLocation(file: path),
      summary: "the file cannot be read: \(failure.reason)",
      suggestion: "check that the account the program runs under may read it")
  }

  fileprivate static func changed(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "ingest.file.changed", severity: .error, location: SourceLocation(file: path),
      summary: "the file changed while it was read",
      explanation: "part of it would be of one export and part of another",
      suggestion: "wait until the export is complete, then run again")
  }

  fileprivate static func missingColumn(
    _ column: String, _ match: ExportHead.Match, _ path: String
  ) -> Diagnostic {
    let others = match.header.unread
    let near = Nearest.candidate(to: column, among: others)
    return Diagnostic(
      id: "ingest.column.missing", severity: .error,
      location: SourceLocation(file: path, line: Int(match.header.line), column: column),
      summary: "the column \(column) is missing, without which \(match.source.kind.rawValue) cannot be read",
      explanation:
        others.isEmpty
        ? "every other column is known"
        : "the columns nothing is read from are \(others.prefix(12).joined(separator: ", "))\(others.count > 12 ? " …" : "")",
      suggestion: near.map { "is \($0) meant? then say so under columns in qareport.yaml" }
        ?? "name the header that holds it under columns in qareport.yaml, or export it too")
  }

  fileprivate func with(_ severity: Severity) -> Diagnostic {
    var copy = self
    copy.severity = severity
    return copy
  }
}
