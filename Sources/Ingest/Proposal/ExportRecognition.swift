import QAModel

/// Tells which dataset each export is and what its headers stand for, first by themselves and then by what the sure
/// ones taught of names.
struct ExportRecognition {
  private let workspace: Workspace
  private let known: [KnownSource]
  private let matchers: [ColumnMatcher]

  init(workspace: Workspace, known: [KnownSource]) {
    self.workspace = workspace
    self.known = known
    let book = NameBook(workspace.framework)
    matchers = known.map { ColumnMatcher($0.source.targets(workspace, book)) }
  }

  /// A file and its match to each dataset, the best first.
  private struct Reading {
    var source: Int
    var score: Double
    /// The score of the next best dataset.
    var next: Double
    var matches: [ColumnMatcher.Match?]
    var possible: [Int?]
  }

  private typealias Learned = [PartialKeyPath<Dataset.Names>: Set<String>]

  func proposal(_ exports: [SurveyedExport], exports folder: String) -> WorkspaceProposal {
    var learned: Learned = [:]
    let likenesses = likenesses(exports)
    var readings = zip(exports, likenesses).map { read($0, $1, learned) }
    for _ in 0..<2 {
      learned = learn(exports, readings)
      readings = zip(exports, likenesses).map { read($0, $1, learned) }
    }
    var files: [WorkspaceProposal.File] = []
    for (export, reading) in zip(exports, readings) { files.append(file(export, reading)) }
    let names = NameProposals(workspace: workspace, folder: folder)
    let columns = zip(exports, readings).flatMap { export, reading -> [NameProposals.Column] in
      guard let reading else { return [] }
      return reading.matches.enumerated().compactMap { position, match in
        match.map {
          NameProposals.Column(
            export: export, position: position, dataset: known[reading.source].kind,
            target: matchers[reading.source].targets[$0.target], isSure: $0.isSure)
        }
      }
    }
    let services = names.services(columns)
    let levels = names.levels(columns)
    return WorkspaceProposal(
      framework: workspace.framework.id, authority: workspace.framework.authority, exports: folder,
      isMonthFirst: isMonthFirst(columns), files: files, services: services.names,
      unknownServices: services.unknown, levelsOfNeed: levels.names, unknownLevels: levels.unknown,
      cells: names.cells(columns))
  }

  // MARK: Files

  /// What does not change as names are learned: how like the headers of an export are to each dataset's columns.
  private struct Likeness {
    var headers: [[[Double]]]
    var known: [[Int?]]
  }

  /// Exports of one system have the same headers again and again: each is compared once.
  private func likenesses(_ exports: [SurveyedExport]) -> [Likeness] {
    var found: [String: [[Double]]] = [:]
    for header in Set(exports.flatMap { $0.columns.map(\.header) }) {
      found[header] = matchers.map { $0.likenesses(header) }
    }
    return exports.map { export in
      Likeness(
        headers: matchers.indices.map { source in export.columns.map { found[$0.header]?[source] ?? [] } },
        known: known.map { source in
          export.columns.map { column in
            if case .column(let target) = source.vocabulary.role(of: column.header) { target } else { nil }
          }
        })
    }
  }

  private func read(_ export: SurveyedExport, _ likeness: Likeness, _ learned: Learned) -> Reading? {
    let named = FileNames.kinds(of: export.path)
    let results = known.indices.map { source -> (source: Int, result: ColumnMatcher.Result, score: Double) in
      let result = matchers[source].match(
        export.columns, likeness.headers[source], known: likeness.known[source], learned: learned)
      // The name of the file speaks, but not against its columns.
      let bonus = named.firstIndex(of: known[source].kind).map { $0 == 0 ? 0.15 : 0.08 } ?? 0
      return (source, result, result.score + variantShare(export, source) + bonus)
    }.sorted { $0.score > $1.score }
    guard let best = results.first, best.result.matches.contains(where: { $0 != nil }), best.score > 0.45
    else {
      return nil
    }
    return Reading(
      source: best.source, score: best.score, next: results.dropFirst().first?.score ?? 0,
      matches: best.result.matches, possible: best.result.possible)
  }

  /// How many of an export's columns are records of their own of a dataset: standards, periods.
  private func variantShare(_ export: SurveyedExport, _ source: Int) -> Double {
    let count = export.columns.count { isVariant($0.header, source) }
    return Double(count) / Double(max(1, export.columns.count))
  }

  private func isVariant(_ header: String, _ source: Int) -> Bool {
    if case .variant = known[source].vocabulary.role(of: header) { true } else { false }
  }

  private func file(_ export: SurveyedExport, _ reading: Reading?) -> WorkspaceProposal.File {
    guard let reading else {
      return WorkspaceProposal.File(
        path: export.path, dataset: nil, isSure: false, isNamed: false, rows: export.table.rowCount,
        line: export.line, columns: [])
    }
    let source = known[reading.source]
    var file = WorkspaceProposal.File(
      path: export.path, dataset: source.kind, isSure: reading.score - reading.next > 0.12,
      isNamed: FileNames.kinds(of: export.path).first == source.kind, rows: export.table.rowCount,
      line: export.line,
      columns: export.columns.enumerated().filter { !$1.header.isEmpty }.map { position, column in
        self.column(column, reading.matches[position], reading.possible[position], reading.source)
      })
    // Where headers are standards or periods themselves, they say what columns would.
    guard !export.columns.contains(where: { isVariant($0.header, reading.source) }) else { return file }
    let found = Set(file.columns.compactMap(\.column))
    file.missing = matchers[reading.source].targets.filter { $0.isRequired && !found.contains($0.name) }.map(
      \.name)
    return file
  }

  private func column(
    _ column: ColumnEvidence, _ match: ColumnMatcher.Match?, _ possible: Int?, _ source: Int
  ) -> WorkspaceProposal.Column {
    let targets = matchers[source].targets
    var proposal = WorkspaceProposal.Column(
      header: column.header, column: nil, confidence: .none, rival: nil, isRequired: false, example: nil)
    if case .variant(let name) = known[source].vocabulary.role(of: column.header) {
      proposal.column = known[source].kind == .dipSamples ? "standard: \(name)" : "value"
      proposal.confidence = .known
      return proposal
    }
    guard let match else {
      proposal.rival = possible.map { targets[$0].name }
      return proposal
    }
    let target = targets[match.target]
    proposal.column = target.name
    proposal.isRequired = target.isRequired
    proposal.rival = match.rival.map { targets[$0].name }
    if case .text = target.cells {} else { proposal.example = column.values.first?.cell }
    let isKnown = known[source].vocabulary.role(of: column.header) == .column(match.target)
    proposal.confidence = isKnown ? .known : match.isSure ? .sure : .unsure
    return proposal
  }

  // MARK: What the sure columns teach

  private func learn(_ exports: [SurveyedExport], _ readings: [Reading?]) -> Learned {
    var learned: Learned = [:]
    for (export, reading) in zip(exports, readings) {
      guard let reading else { continue }
      let targets = matchers[reading.source].targets
      for (position, match) in reading.matches.enumerated() {
        guard let match, match.isSure, case .names(let list) = targets[match.target].cells else { continue }
        learned[list, default: []].formUnion(export.columns[position].values.map { Fold.letters($0.cell) })
      }
    }
    return learned
  }

  private func isMonthFirst(_ columns: [NameProposals.Column]) -> Bool? {
    var evidence = DateOrderEvidence()
    for column in columns {
      guard case .day = column.target.cells else { continue }
      for value in column.evidence.values { evidence.take(value.cell) }
    }
    if evidence.dayFirst + evidence.monthFirst == 0 { return nil }
    return evidence.monthFirst > evidence.dayFirst
  }
}
