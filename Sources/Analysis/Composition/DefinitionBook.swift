import QAModel

/// Says with every table what the figures in it are.
enum DefinitionBook {
  /// The measures by the part of a figure's name that is theirs.
  private static let measures = Dictionary(
    MeasureID.allCases.map { (Slug.make($0.rawValue), $0) }, uniquingKeysWith: { first, _ in first })

  /// Gives each table the definitions of its figures, each measure once, in reading order, and lists those of all tables
  /// under the methods, where a table is not beside them.
  static func define(in sections: inout [Section]) {
    define(&sections)
    var met: Set<String> = []
    let all = sections.flatMap(\.allTables).flatMap(\.definitions).filter { met.insert($0).inserted }
    guard !all.isEmpty, let last = sections.lastIndex(where: { $0.role == .reference }) else { return }
    let trace: Sentence =
      "The rows behind a figure are told by its name in the first column of figures.csv: qareport trace NAME."
    sections[last].sections.append(
      Section(
        id: "definitions", title: "What the figures are", role: .reference,
        blocks: [
          .paragraph(Paragraph([trace])), .list(all.sorted().map { Paragraph([Sentence([.text($0)])]) }),
        ]))
  }

  private static func define(_ sections: inout [Section]) {
    for position in sections.indices {
      for block in sections[position].blocks.indices {
        guard case .table(var table) = sections[position].blocks[block] else { continue }
        table.definitions = definitions(of: table)
        sections[position].blocks[block] = .table(table)
      }
      define(&sections[position].sections)
    }
  }

  private static func definitions(of table: Table) -> [String] {
    var met: Set<MeasureID> = []
    return table.rows.joined().compactMap { cell -> String? in
      guard let figure = cell.figure, let measure = measure(of: figure), met.insert(measure).inserted else {
        return nil
      }
      let definition = MeasureDefinition(of: measure)
      return "\(definition.title): \(Wording.lowercasedFirst(definition.words))"
    }
  }

  /// A figure's name begins with its measure's, then two hyphens.
  private static func measure(of figure: FigureID) -> MeasureID? {
    figure.slug.firstRange(of: "--").flatMap { measures[String(figure.slug[..<$0.lowerBound])] }
  }
}
