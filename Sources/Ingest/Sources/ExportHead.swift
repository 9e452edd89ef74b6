import QAModel

/// A dataset with what the workspace says of it, and the headers it is known by.
struct KnownSource {
  let source: any ExportSource
  let settings: DatasetSettings
  let vocabulary: HeaderVocabulary

  init(_ source: any ExportSource, _ workspace: Workspace) {
    self.source = source
    settings = workspace.datasets[source.kind] ?? DatasetSettings()
    vocabulary = source.vocabulary(settings)
  }

  var kind: DatasetKind { source.kind }
}

/// The first records of a file: what divides its cells, where its header is, and which dataset that makes it.
struct ExportHead {
  /// A dataset whose columns the header has.
  struct Match {
    let source: any ExportSource
    let header: FoundHeader
    let delimiter: UInt8
    /// Required columns the header lacks.
    let missing: [String]

    /// Whether enough of the dataset is there to say that the file is one: three of its columns, or two of which
    /// one is a column it must have. What else it must have and lacks is then an error, not another file.
    var isConfirmed: Bool {
      header.score >= 3 || header.score >= 2 && missing.count < source.requiredCount
        || missing.isEmpty
    }
  }

  private let text: TextSource
  /// Every dataset, to say which a file is nearest to.
  private let all: [KnownSource]
  /// The best of the datasets the file may be.
  let match: Match?

  init(_ text: TextSource, candidates: [KnownSource], all: [KnownSource]) throws(ReadFailure) {
    self.text = text
    self.all = all
    match = try Self.best(of: candidates, in: text)
  }

  private static func best(
    of candidates: [KnownSource], in text: TextSource
  ) throws(ReadFailure) -> Match? {
    var best: Match?
    for delimiter in try delimiters(in: text) {
      let sink = HeadSink()
      _ = try RecordReader(source: text, delimiter: delimiter, sliceSize: 8 << 10).read(into: sink)
      for source in candidates {
        let found = match(sink.records, source, delimiter)
        if isBetter(found, than: best) { best = found }
        if let best, best.missing.isEmpty { return best }
      }
    }
    return best
  }

  /// What may divide cells, the most frequent in the first lines first.
  private static func delimiters(in text: TextSource) throws(ReadFailure) -> [UInt8] {
    var head: [UInt8] = []
    var piece = try text.read(from: text.start)
    while !piece.isEmpty, head.count < 4096 {
      head += piece.prefix(4096 - head.count)
      piece = try text.read()
    }
    return [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]
      .map { delimiter in (delimiter, head.count { $0 == delimiter }) }
      .enumerated().sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }.map(\.element.0)
  }

  private static func match(
    _ records: [HeadSink.Record], _ known: KnownSource, _ delimiter: UInt8
  ) -> Match? {
    let missing = { known.source.missingColumns($0, known.settings) }
    let finder = HeaderFinder(vocabulary: known.vocabulary) { missing($0).isEmpty }
    return finder.find(in: records).map {
      Match(source: known.source, header: $0, delimiter: delimiter, missing: missing($0))
    }
  }

  /// Nothing missing goes before something missing, then more columns found; the first candidate otherwise.
  private static func isBetter(_ new: Match?, than held: Match?) -> Bool {
    guard let new else { return false }
    guard let held else { return true }
    if new.missing.isEmpty != held.missing.isEmpty { return new.missing.isEmpty }
    return new.header.score > held.header.score
  }

  /// Says that the file is none of the datasets, and what it lacks of the nearest.
  func unrecognised(_ path: String) throws(ReadFailure) -> Diagnostic {
    let nearest = try Self.best(of: all, in: text)
    var explanation = "nothing in it is a header of a dataset"
    var suggestion = "take it out of the exports folder, or name its dataset and headers in qareport.yaml"
    if let nearest {
      let kind = nearest.source.kind.rawValue
      explanation =
        nearest.missing.isEmpty
        ? "its header would do for \(kind), but its name does not say so"
        : "nearest is \(kind), of which the header lacks \(nearest.missing.joined(separator: ", "))"
      if nearest.missing.isEmpty {
        suggestion = "name the file under files of \(kind) in qareport.yaml, or call it \(kind).csv"
      }
    }
    return Diagnostic(
      id: "ingest.file.unrecognised", severity: .warning,
      location: SourceLocation(file: path, line: nearest.map { Int($0.header.line) }),
      summary: "the file is none of the datasets and is not read", explanation: explanation,
      suggestion: suggestion)
  }
}

extension ExportHead.Match {
  /// Headers that are not read, and why.
  func headerDiagnostics(_ path: String, _ settings: DatasetSettings) -> [Diagnostic] {
    let ignored = Set(settings.ignored.map(HeaderVocabulary.key))
    var seen: [ColumnRole: String] = [:]
    var diagnostics: [Diagnostic] = []
    for (name, role) in zip(header.names, header.roles) {
      let header = Cell.trimmed(name)
      let location = SourceLocation(file: path, line: Int(self.header.line), column: header)
      guard let role else {
        // An open-data file has columns for many an indicator; most are not asked for.
        if header.isEmpty || OpenDataLayout.isOpenData(self.header) { continue }
        if ignored.contains(HeaderVocabulary.key(header)) { continue }
        diagnostics.append(
          Diagnostic(
            id: "ingest.header.unknown", severity: .note, location: location,
            summary: "the column is not one that \(source.kind.rawValue) has, and is not read",
            suggestion: didYouMean(header, source.spellings)))
        continue
      }
      if let first = seen[role] {
        diagnostics.append(
          Diagnostic(
            id: "ingest.header.duplicate", severity: .warning, location: location,
            summary: "the column stands twice, as \(first) and as \(header), and only the first is read",
            suggestion: "delete one of the two, or give the second another name"))
      } else {
        seen[role] = header
      }
    }
    return diagnostics
  }
}
