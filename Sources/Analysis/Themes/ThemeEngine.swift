public import QAModel

/// Reads comments for themes and polarity.
///
/// Deterministic and offline: the same comment, taxonomy and language give the same findings, and every finding
/// names the words and the rule behind it. A value of it may be copied to read on several threads.
public struct ThemeEngine: Sendable {
  public let taxonomy: ThemeTaxonomy
  private let groups: PhraseSet.GroupNames
  /// By source of the taxonomy the slugs it is known by, and by service those that a cell may hold.
  private let sourceSlugs: [[String]]
  private let serviceSlugs: [[String]]
  var reader: CommentReader

  public init(taxonomy: ThemeTaxonomy, language: PolarityLexicon) {
    self.taxonomy = taxonomy
    groups = PhraseSet.GroupNames(taxonomy)
    sourceSlugs = taxonomy.sources.map { ([$0.id] + $0.names).map(Slug.make) }
    serviceSlugs = taxonomy.services.map { $0.names.map { "-\(Slug.make($0))-" } }
    reader = CommentReader(
      phrases: PhraseSet(taxonomy: taxonomy, language: language), taxonomy: taxonomy,
      weights: language.weights)
  }

  /// What the source and service cells of a comment mean to the taxonomy. Unknown cells mean nothing.
  public func origin(source: String, service: String) -> CommentOrigin {
    let source = Slug.make(source)
    let rule = sourceSlugs.firstIndex { $0.contains(source) }.map { taxonomy.sources[$0] }
    let service = "-\(Slug.make(service))-"
    var bits: UInt64 = 0
    var evidence = Array(repeating: Float(0), count: taxonomy.themes.count)
    var services: [String] = []
    for (theme, weight) in rule?.evidence ?? [:] { evidence[theme] += Float(weight) }
    for (rule, slugs) in zip(taxonomy.services, serviceSlugs)
    where slugs.contains(where: { Self.holds(service, $0) }) {
      bits |= groups.serviceBit(rule.id) ?? 0
      services.append(rule.id)
      for (theme, weight) in rule.evidence { evidence[theme] += Float(weight) }
    }
    var origin = CommentOrigin(
      sourceBits: rule.map(groups.sourceBits) ?? 0, serviceBits: bits, prior: Float(rule?.prior ?? 0),
      evidence: evidence)
    if let learnt = taxonomy.learnt {
      origin.learnt = LearntTable.start(
        learnt, themes: taxonomy.themes.count, source: rule?.id, services: services)
    }
    return origin
  }

  /// Whether one slug stands in another, byte for byte.
  private static func holds(_ text: String, _ piece: String) -> Bool {
    let (text, piece) = (Array(text.utf8), Array(piece.utf8))
    guard piece.count <= text.count else { return false }
    return (0...text.count - piece.count).contains { text[$0..<$0 + piece.count].elementsEqual(piece) }
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
    return reader.verdicts.indices.map { place in
      var hits: [ThemeHit] = []
      reader.appendHits(ofVerdict: place, to: &hits)
      let verdict = reader.verdicts[place]
      return ThemeFinding(
        theme: Int(verdict.theme), polarity: verdict.polarity, weight: Double(verdict.weight), hits: hits,
        words: reader.learntWords(for: Int(verdict.theme)).map(\.word))
    }
  }

  /// The same, added to a table. Returns how many themes the comment tells.
  mutating func read(
    _ text: UnsafeBufferPointer<UInt8>, from origin: CommentOrigin, into table: inout FindingTable
  ) -> Int {
    reader.read(text, from: origin)
    table.add(reader)
    return reader.verdicts.count
  }

  /// The same of a String.
  public mutating func findings(in text: String, from origin: CommentOrigin) -> [ThemeFinding] {
    var text = text
    return text.withUTF8 { findings(in: $0, from: origin) }
  }
}
