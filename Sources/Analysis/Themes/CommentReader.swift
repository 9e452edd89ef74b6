import QAModel

/// Reads one comment after another: scans it, decides between overlapping phrases, weighs the themes and tells
/// their polarity. Holds everything it needs from one comment to the next.
struct CommentReader: Sendable {
  /// What a comment says of a theme, without the hits spelled out.
  struct Verdict: Sendable {
    var theme: Int32
    var polarity: Polarity
    var weight: Float
  }

  /// A match that told a theme, with its polarity worked out.
  struct Evidence: Sendable {
    var match: CommentScan.Match
    /// Position of the pattern in the taxonomy.
    var place: Int32
    var theme: Int32
    var weight: Float
    /// What the words around say, without the source; above 0 good.
    var said: Float
    var total: Float
    var rule: ThemeHit.Rule
    var isNeutral: Bool
  }

  let phrases: PhraseSet
  let taxonomy: ThemeTaxonomy
  let weights: PolarityLexicon.Weights
  var scan: CommentScan
  var clauses: [Clause] = []
  var evidence: [Evidence] = []
  var verdicts: [Verdict] = []
  /// Of each piece of evidence whether it gives way.
  var giving: [Bool] = []
  var sums: [Float]
  let thresholds: [Float]
  /// What single words add, and what they add up to in this comment.
  let learnt: LearntTable?
  var learntSums: [Float]
  var learntSeen: [Bool]
  /// By rule of `taxonomy.yields`: the bit of its theme.
  let yieldBits: [UInt64]

  init(phrases: PhraseSet, taxonomy: ThemeTaxonomy, weights: PolarityLexicon.Weights) {
    self.phrases = phrases
    self.taxonomy = taxonomy
    self.weights = weights
    scan = CommentScan(for: phrases)
    sums = Array(repeating: 0, count: taxonomy.themes.count)
    learnt = taxonomy.learnt.map { LearntTable($0, themes: taxonomy.themes.count) }
    learntSums = Array(repeating: 0, count: taxonomy.themes.count + 1)
    learntSeen = Array(repeating: false, count: taxonomy.learnt?.words.count ?? 0)
    thresholds = taxonomy.themes.map { Float($0.threshold) }
    yieldBits = taxonomy.yields.map { 1 << UInt64($0.theme & 63) }
  }

  /// Reads a comment; the verdicts are in `verdicts` until the next.
  mutating func read(_ text: UnsafeBufferPointer<UInt8>, from origin: CommentOrigin) {
    scan.read(text, phrases: phrases)
    verdicts.removeAll(keepingCapacity: true)
    evidence.removeAll(keepingCapacity: true)
    if scan.matches.isEmpty {
      clauses.removeAll(keepingCapacity: true)
      tellOtherwise(origin)
      return
    }
    dropWhatConditionsForbid(origin)
    dropWhatLongerPhrasesOwn()
    collectSplitters()
    ClauseSplitter.split(&scan, into: &clauses)
    dropWhatCrossesClauses()
    weighClauses()
    if let learnt { addLearntWords(learnt, origin) }
    collectEvidence(origin)
    yield()
    decide(origin)
    if let most = taxonomy.atMost, verdicts.count > most { keepHeaviest(most) }
    tellOtherwise(origin)
  }

  private mutating func keepHeaviest(_ count: Int) {
    let order = verdicts.indices.sorted { (-verdicts[$0].weight, $0) < (-verdicts[$1].weight, $1) }
    verdicts = order.prefix(count).sorted().map { verdicts[$0] }
  }

  /// The theme of a comment that tells none, with the polarity of the comment as a whole.
  private mutating func tellOtherwise(_ origin: CommentOrigin) {
    guard let theme = taxonomy.otherwise, verdicts.isEmpty, !scan.words.isEmpty else { return }
    let said = max(-2, min(2, clauses.reduce(0) { $0 + $1.valence }))
    let total = said + origin.prior * Float(weights.source)
    verdicts.append(Verdict(theme: Int32(theme), polarity: total >= 0 ? .strength : .concern, weight: 0))
  }

  /// Adds the matches that tell a verdict: of a theme told both ways those that speak its way.
  func appendHits(ofVerdict place: Int, to hits: inout [ThemeHit]) {
    let verdict = verdicts[place]
    let isBoth = verdicts.count(where: { $0.theme == verdict.theme }) > 1
    for item in evidence where item.theme == verdict.theme {
      let polarity: Polarity =
        item.isNeutral && verdict.polarity == .neutral ? .neutral : item.total >= 0 ? .strength : .concern
      if isBoth, polarity != verdict.polarity { continue }
      let clause = scan.words[Int(item.match.first)].clause
      let span = clauses[Int(clause)]
      hits.append(
        ThemeHit(
          pattern: item.place, start: scan.words[Int(item.match.first)].start,
          end: scan.words[Int(item.match.last)].end, clause: clause,
          clauseStart: scan.words[Int(span.first)].start, clauseEnd: scan.words[Int(span.last)].end,
          polarity: polarity, rule: item.rule))
    }
  }
}
