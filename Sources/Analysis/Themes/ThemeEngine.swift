public import QAModel

/// Reads comments for themes and polarity.
///
/// Deterministic and offline: the same comment, taxonomy and language give the same findings, and every finding
/// names the words and the rule behind it. A value of it may be copied to read on several threads.
public struct ThemeEngine: Sendable {
  public let taxonomy: ThemeTaxonomy
  private let groups: PhraseSet.GroupNames
  var reader: CommentReader

  public init(taxonomy: ThemeTaxonomy, language: PolarityLexicon) {
    self.taxonomy = taxonomy
    groups = PhraseSet.GroupNames(taxonomy)
    reader = CommentReader(
      phrases: PhraseSet(taxonomy: taxonomy, language: language), taxonomy: taxonomy,
      weights: language.weights)
  }

  /// What the source and service cells of a comment mean to the taxonomy. Unknown cells mean nothing.
  public func origin(source: String, service: String) -> CommentOrigin {
    let source = Slug.make(source)
    let rule = taxonomy.sources.first { rule in
      Slug.make(rule.id) == source || rule.names.contains { Slug.make($0) == source }
    }
    let service = "-\(Slug.make(service))-"
    var bits: UInt64 = 0
    var evidence = Array(repeating: Float(0), count: taxonomy.themes.count)
    for (theme, weight) in rule?.evidence ?? [:] { evidence[theme] += Float(weight) }
    for rule in taxonomy.services
    where rule.names.contains(where: { service.contains("-\(Slug.make($0))-") }) {
      bits |= groups.serviceBit(rule.id) ?? 0
      for (theme, weight) in rule.evidence { evidence[theme] += Float(weight) }
    }
    return CommentOrigin(
      sourceBits: rule.map(groups.sourceBits) ?? 0, serviceBits: bits, prior: Float(rule?.prior ?? 0),
      evidence: evidence)
  }

  /// Calls `body` with every theme of a comment, without spelling out the evidence. Allocates nothing.
  public mutating func eachTheme(
    of text: UnsafeBufferPointer<UInt8>, from origin: CommentOrigin, _ body: (Int, Polarity) -> Void
  ) {
    reader.read(text, from: origin)
    for verdict in reader.verdicts { body(Int(verdict.theme), verdict.polarity) }
  }

  /// The themes of a comment with the words and rules behind them, in the taxonomy's order.
  public mutating func findings(in text: UnsafeBufferPointer<UInt8>, from origin: CommentOrigin)
    -> [ThemeFinding]
  {
    reader.read(text, from: origin)
    let split = reader.verdicts.map(\.theme)
    return reader.verdicts.map { verdict in
      let isBoth = split.count(where: { $0 == verdict.theme }) > 1
      var hits: [ThemeHit] = []
      for item in reader.evidence where item.theme == verdict.theme {
        let polarity: Polarity =
          item.isNeutral && verdict.polarity == .neutral ? .neutral : item.total >= 0 ? .strength : .concern
        if isBoth, polarity != verdict.polarity { continue }
        hits.append(hit(for: item, polarity: polarity))
      }
      return ThemeFinding(
        theme: Int(verdict.theme), polarity: verdict.polarity, weight: Double(verdict.weight), hits: hits)
    }
  }

  /// The same of a String.
  public mutating func findings(in text: String, from origin: CommentOrigin) -> [ThemeFinding] {
    var text = text
    return text.withUTF8 { findings(in: $0, from: origin) }
  }

  private func hit(for item: CommentReader.Evidence, polarity: Polarity) -> ThemeHit {
    let words = reader.scan.words
    let clause = Int(words[Int(item.match.first)].clause)
    let span = reader.clauses[clause]
    return ThemeHit(
      pattern: Int(item.place),
      bytes: Int(words[Int(item.match.first)].start)..<Int(words[Int(item.match.last)].end),
      clause: clause,
      clauseBytes: Int(words[Int(span.first)].start)..<Int(words[Int(span.last)].end),
      polarity: polarity, rule: item.rule)
  }
}
