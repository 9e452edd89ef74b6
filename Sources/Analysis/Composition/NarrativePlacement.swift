public import QAModel

/// Puts what people have written into the sections they wrote it for, with the values of the figures they named.
///
/// It stands behind the sentences that open a section and before the first chart or table. The figures are those the
/// audience may see, so a figure that is withheld from it is withheld here too.
public struct NarrativePlacement {
  private let narratives: [Narrative]
  private let figures: FigureSet
  private let framework: Framework
  private let keys: [FigureID: FigureKey]

  /// - Parameter narratives: those of other audiences than the document's are passed over.
  public init(_ narratives: [Narrative], figures: FigureSet, framework: Framework) {
    self.narratives = narratives
    self.figures = figures
    self.framework = framework
    // Every figure's name is made for it, and there can be very many.
    keys =
      narratives.isEmpty
      ? [:]
      : Dictionary(
        figures.figures.map { (figures.slug($0.key), $0.key) }, uniquingKeysWith: { first, _ in first })
  }

  /// A narrative names a section or a figure that is not there.
  public struct Failure: Error, Sendable {
    public var diagnostics: [Diagnostic]
  }

  /// Adds the narratives of the document's audience.
  ///
  /// - Throws: every wrong name of a section or a figure, with its file and line.
  public func place(in document: inout ReportDocument) throws(Failure) {
    var faults: [Diagnostic] = []
    for narrative in narratives where narrative.audience == document.audience {
      guard let path = document.sections.path(to: narrative.section) else {
        faults.append(Self.unknownSection(narrative, in: document))
        continue
      }
      let blocks = narrative.blocks.map { block($0, of: narrative, faults: &faults) }
      document.sections.insert(blocks, at: path[...])
    }
    guard faults.isEmpty else { throw Failure(diagnostics: faults) }
  }

  private func block(_ block: Narrative.Block, of narrative: Narrative, faults: inout [Diagnostic]) -> Block {
    switch block {
    case .paragraph(let pieces): .paragraph(paragraph(pieces, of: narrative, faults: &faults))
    case .list(let items): .list(items.map { paragraph($0, of: narrative, faults: &faults) })
    }
  }

  private func paragraph(
    _ pieces: [Narrative.Piece], of narrative: Narrative, faults: inout [Diagnostic]
  ) -> Paragraph {
    var sentence = Sentence([])
    for piece in pieces {
      switch piece {
      case .text(let text): sentence.runs.append(.text(text))
      case .strong(let text): sentence.runs.append(.strong(text))
      case .emphasis(let text): sentence.runs.append(.emphasis(text))
      case .figure(let name, let line):
        guard let key = keys[FigureID(name)] else {
          faults.append(unknownFigure(name, at: SourceLocation(file: narrative.file, line: line)))
          continue
        }
        let outcome = figures.outcome(key)
        sentence.runs.append(.value(framework.value(of: outcome, key)))
        // In a table the heading says so.
        if case .value(_, _, _, unit: .percent) = outcome { sentence.runs.append(.text("%")) }
        sentence.cites.append(FigureID(name))
      }
    }
    return Paragraph([sentence])
  }

  private func unknownFigure(_ name: String, at location: SourceLocation) -> Diagnostic {
    let nearest = Spelling.nearest(name, in: keys.keys.lazy.map(\.slug).sorted())
    return Diagnostic(
      id: "narrative.figure.unknown", severity: .error, location: location,
      summary: "there is no figure \"\(name.prefix(200))\" in this report",
      suggestion: nearest.map { "Did you mean \($0)?" }
        ?? "Copy a name from the first column of the report's figures.csv.")
  }

  private static func unknownSection(_ narrative: Narrative, in document: ReportDocument) -> Diagnostic {
    let names = document.sections.narrativeNames
    let suggestion =
      Spelling.nearest(narrative.section, in: names).map { "Did you mean \($0).md?" }
      ?? "The sections are \(document.sections.map(\.id).joined(separator: ", "))."
    return Diagnostic(
      id: "narrative.section.unknown", severity: .error, location: SourceLocation(file: narrative.file),
      summary: "the report has no section \"\(narrative.section.prefix(200))\"", suggestion: suggestion)
  }
}

extension Section {
  /// What a narrative's file can be called: the section's id, or for a service's page its name without a number.
  fileprivate var narrativeName: String {
    role == .servicePage ? "service-" + Slug.make(title) : id
  }
}

extension [Section] {
  fileprivate var narrativeNames: [String] {
    flatMap { [$0.narrativeName] + $0.sections.narrativeNames }
  }

  /// The positions that lead to a section, outermost first.
  fileprivate func path(to name: String) -> [Int]? {
    for (position, section) in enumerated() {
      if section.id == name || section.narrativeName == name { return [position] }
      if let path = section.sections.path(to: name) { return [position] + path }
    }
    return nil
  }

  fileprivate mutating func insert(_ blocks: [Block], at path: ArraySlice<Int>) {
    guard let position = path.first else { return }
    guard path.count == 1 else { return self[position].sections.insert(blocks, at: path.dropFirst()) }
    let opening = self[position].blocks.prefix { block in
      switch block {
      case .paragraph, .list: true
      case .table, .chart: false
      }
    }
    self[position].blocks.insert(contentsOf: blocks, at: opening.count)
  }
}
