public import QAModel

/// Where a figure comes from: what it is, how it was worked out, and the rows of the exports behind it.
public struct FigureTrace: Sendable {
  public var id: FigureID
  /// What, about whom and when: `Share of audits graded Good or better; Early Help; Quarter 3, …`.
  public var title: String
  /// The figure in words: `53 of 76 (70%, likely 59% to 79%)`.
  public var value: String
  /// The measure's definition in plain words.
  public var definition: String
  /// How the rows below become the number.
  public var computation: String
  /// Empty where the figure is read from others, and where the audience may not see it.
  public var records: [TracedRecord]
  /// Figures it was read from, with what each says.
  public var evidence: [Source]

  /// A figure that another was read from.
  public struct Source: Sendable, Hashable {
    public var id: FigureID
    public var says: String
  }

  /// What was asked for is none of the figures.
  public struct Unknown: Error, Sendable, Hashable {
    public var slug: String
    /// The figure most likely meant.
    public var nearest: String?
  }

  /// Traces a figure by its slug.
  ///
  /// - Parameter findings: what the maker found, already disclosed to the request's audience: what was withheld
  ///   from it has neither value nor rows here.
  public init(
    _ slug: String, maker: FigureMaker, findings: Findings, audience: Audience
  ) throws(Unknown) {
    let figures = findings.figures
    guard let figure = figures.figures.first(where: { figures.slug($0.key).slug == slug }) else {
      throw Unknown(
        slug: slug,
        nearest: Spelling.nearest(slug, in: figures.figures.lazy.map { figures.slug($0.key).slug }))
    }
    let measure = MeasureDefinition(of: figure.key.measure)
    let words = TraceWording(figures: figures, framework: maker.framework)
    id = figures.slug(figure.key)
    title = words.title(figure.key, measure)
    definition = words.definition(figure.key, measure)
    value = words.value(figure)
    records = []
    evidence = []
    if figure.outcome == .suppressed {
      computation = "It is withheld from this audience, and so are its rows."
      return
    }
    if measure.kind == .reading {
      evidence = findings.triangulation.sources(of: figure.key).flatMap { evidence in
        evidence.figures.map { id in Source(id: id, says: words.evidence(evidence)) }
      }
      computation =
        evidence.isEmpty
        ? "No source speaks of it." : "It is read from the figures below. Trace each of them for its rows."
      return
    }
    guard let rows = maker.rows(behind: figure.key) else {
      computation = "The workspace has no export it could be counted in."
      return
    }
    records = RecordPlaces(dataset: maker.dataset, audience: audience).records(rows, measure.kind)
    evidence = maker.escalationSources(figure.key, figures)
    computation =
      words.computation(figure, measure, records)
      + (evidence.isEmpty ? "" : ", and what fell short of the framework\u{2019}s rules in the figures below")
  }
}

extension Triangulation {
  /// The evidence behind a reading: of a strand its own, of the joint reading that of all strands.
  fileprivate func sources(of key: FigureKey) -> [Evidence] {
    guard let place = key.first,
      let area = areas.first(where: { $0.service == key.service && $0.area == Int(place.place) })
    else { return [] }
    let strands = key.second.map { [Strand.allCases[Int($0.place)]] } ?? Strand.allCases
    return strands.flatMap { area.strands[$0]?.evidence ?? [] }
  }
}
