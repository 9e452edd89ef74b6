import QAModel

extension TableSource where Table == NeighbourTable {
  /// The lists of statistical neighbours as published: a row a pair, or a row an authority with a column a neighbour.
  static var neighbours: TableSource {
    var source = TableSource(
      kind: .neighbours, columns: neighbourColumns, table: \.neighbours, empty: NeighbourTable(),
      origin: \.origin,
      key: { table, row in
        guard let authority = table.authority[row], let rank = table.rank[row] else { return nil }
        return RecordKey(
          first: authority, second: UInt32(max(0, min(rank, 1000))), third: table.model[row] ?? .max)
      },
      variants: Variants(recognise: rank(ofHeader:), headerColumn: "rank", cellColumn: "neighbour_code"))
    source.fileConstants = { export, settings in
      NeighbourModels(settings).model(of: export.path).map { ["model": $0] } ?? [:]
    }
    source.choice = { exports, settings in NeighbourModels(settings).choice(of: exports.map(\.path)) }
    return source
  }

  /// `1` for `SN_1`.
  private static func rank(ofHeader header: String) -> String? {
    let letters = HeaderVocabulary.key(header)
    guard letters.hasPrefix("sn") else { return nil }
    let rank = letters.dropFirst(2)
    return !rank.isEmpty && rank.count <= 2 && rank.allSatisfy(\.isNumber) ? String(rank) : nil
  }

  private static var neighbourColumns: [ColumnSpec<NeighbourTable>] {
    [
      .id("authority_code", \.authority, \.authorities, ["la_number", "old_la_code", "la_code"]).needed(),
      .number("rank", \.rank, ["sn_rank"]),
      .id("neighbour_code", \.neighbour, \.authorities, ["sn_la_number", "neighbour_la_code"]).needed(),
      .name("model", \.model, \.words),
    ]
  }
}

/// Which model of statistical neighbours each list is of, and which of them counts.
struct NeighbourModels {
  private let settings: DatasetSettings

  init(_ settings: DatasetSettings) { self.settings = settings }

  /// The year of the model of a file: as the workspace says, else the year in the file's name.
  func model(of path: String) -> String? {
    if let stated = settings.models.first(where: { FileNames.fits(path, $0.files) }) { return stated.model }
    let name = path.split(separator: "/").last ?? ""
    return name.split(whereSeparator: { !$0.isNumber }).first { $0.count == 4 && $0.hasPrefix("20") }
      .map(String.init)
  }

  /// The lists that count: those of the model that the workspace chose, else of the latest.
  func choice(of paths: [String]) -> ExportChoice {
    let models = paths.map(model(of:))
    let years = Set(models.compactMap(\.self)).sorted()
    guard let wanted = settings.model ?? years.last else { return ExportChoice() }
    var choice = ExportChoice(leftOut: Set(paths.indices.filter { models[$0] != wanted }))
    if choice.leftOut.count == paths.count, let path = paths.first {
      choice.diagnostics.append(
        Diagnostic(
          id: "ingest.neighbours.model", severity: .warning, location: SourceLocation(file: path),
          summary: "none of the lists of neighbours is of the model \(wanted)",
          explanation: years.isEmpty ? nil : "there are lists of \(years.joined(separator: " and "))",
          suggestion: "say under models of neighbours in qareport.yaml which model each list is of"))
    } else if settings.model == nil, models.contains(where: { $0 != wanted }) {
      choice.diagnostics.append(
        Diagnostic(
          id: "ingest.neighbours.model", severity: .warning,
          location: SourceLocation(file: paths[models.firstIndex(of: wanted) ?? 0]),
          summary: "there are lists of several models of neighbours, and the latest, of \(wanted), counts",
          suggestion: "say under model of neighbours in qareport.yaml which one is to count"))
    }
    return choice
  }
}
