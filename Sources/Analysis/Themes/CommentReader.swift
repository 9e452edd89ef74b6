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
  private(set) var scan: CommentScan
  private(set) var clauses: [Clause] = []
  private(set) var evidence: [Evidence] = []
  private(set) var verdicts: [Verdict] = []
  private var sums: [Float]
  private let thresholds: [Float]

  init(phrases: PhraseSet, taxonomy: ThemeTaxonomy, weights: PolarityLexicon.Weights) {
    self.phrases = phrases
    self.taxonomy = taxonomy
    self.weights = weights
    scan = CommentScan(for: phrases)
    sums = Array(repeating: 0, count: taxonomy.themes.count)
    thresholds = taxonomy.themes.map { Float($0.threshold) }
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

  // MARK: Which matches count

  private mutating func dropWhatConditionsForbid(_ origin: CommentOrigin) {
    var kept = 0
    for place in 0..<scan.matches.count {
      let match = scan.matches[place]
      if match.ending.isConditional, isForbidden(match, origin) { continue }
      scan.matches[kept] = match
      kept += 1
    }
    scan.matches.removeLast(scan.matches.count - kept)
  }

  private func isForbidden(_ match: CommentScan.Match, _ origin: CommentOrigin) -> Bool {
    let pattern = phrases.patterns[Int(match.pattern)]
    if pattern.onlySources & origin.sourceBits == 0 && pattern.onlySources != .max { return true }
    if pattern.onlyServices & origin.serviceBits == 0 && pattern.onlyServices != .max { return true }
    if pattern.neverSources & origin.sourceBits != 0 || pattern.neverServices & origin.serviceBits != 0 {
      return true
    }
    return !pattern.exclusions.isEmpty && isExcluded(match, pattern)
  }

  private func isExcluded(_ match: CommentScan.Match, _ pattern: PhraseSet.Compiled) -> Bool {
    let sentence = scan.words[Int(match.first)].sentence
    for place in pattern.exclusions {
      let exclusion = phrases.exclusions[Int(place)]
      if scan.matches.contains(where: {
        $0.pattern == exclusion && scan.words[Int($0.first)].sentence == sentence
      }) {
        return true
      }
    }
    return false
  }

  /// The longest phrase owns its words: *safety plan* is no *plan*, and *could not ask for more* no *not*.
  private mutating func dropWhatLongerPhrasesOwn() {
    let count = scan.matches.count
    scan.matches.withUnsafeMutableBufferPointer { matches in
      for owner in 0..<count {
        let long = matches[owner]
        guard long.ending.owns, long.last > long.first, long.role != .exclusion else { continue }
        for place in 0..<count {
          let short = matches[place]
          if long.first <= short.first, long.last >= short.last,
            long.last - long.first > short.last - short.first, Self.takes(long.ending, from: short.ending)
          {
            matches[place].isOwned = true
          }
        }
      }
    }
    scan.matches.removeAll { $0.isOwned || $0.role == .exclusion }
  }

  /// Whether a longer phrase takes the words of a shorter one within it.
  private static func takes(_ long: PhraseSet.Ending, from short: PhraseSet.Ending) -> Bool {
    if long.role == .theme {
      // Of one theme the strongest match counts anyway; a negation within a theme's phrase still holds for the
      // words after it.
      if short.role == .theme { return long.theme != short.theme }
      return short.role != .negator
    }
    // A phrase that tells a theme keeps its place within a judging one.
    return long.role == short.role || long.role == .ignored || short.role != .theme
  }

  /// A phrase with a gap holds within one clause: *visits are timely, the voice is missing* says nothing of missing
  /// visits.
  private mutating func dropWhatCrossesClauses() {
    var kept = 0
    for place in 0..<scan.matches.count {
      let match = scan.matches[place]
      if scan.words[Int(match.first)].clause != scan.words[Int(match.last)].clause { continue }
      scan.matches[kept] = match
      kept += 1
    }
    scan.matches.removeLast(scan.matches.count - kept)
  }

  private mutating func collectSplitters() {
    for match in scan.matches {
      switch match.role {
      case .contrast, .join, .concession: scan.splitters.append(match)
      case .negator: scan.negators.append(match)
      default: break
      }
    }
    if scan.splitters.count > 1 { scan.splitters.sort { $0.first < $1.first } }
  }

  // MARK: What is said

  /// Whether a negation stands before a word, within reach and in its clause.
  private func isNegated(_ match: CommentScan.Match) -> Bool {
    guard !scan.negators.isEmpty else { return false }
    let clause = scan.words[Int(match.first)].clause
    return scan.negators.contains { other in
      other.last < match.first && Int(match.first - other.last) <= weights.negationReach
        && scan.words[Int(other.first)].clause == clause
    }
  }

  private mutating func weighClauses() {
    for match in scan.matches where match.role == .cue || match.role == .theme {
      let pattern = phrases.patterns[Int(match.pattern)]
      var value = match.role == .cue ? pattern.weight : pattern.sense * 0.5
      if value == 0 { continue }
      if isNegated(match) { value *= -0.8 }
      clauses[Int(scan.words[Int(match.first)].clause)].valence += value
    }
  }

  /// What the clauses beside one say: against it where they are set against each other.
  private func besides(_ clause: Int) -> Float {
    var sum: Float = 0
    if clause > 0 {
      let before = clauses[clause - 1]
      let sameSentence = before.sentence == clauses[clause].sentence
      sum += before.valence * (clauses[clause].contrasts ? -1 : sameSentence ? 1 : 0.4)
    }
    if clause + 1 < clauses.count {
      let after = clauses[clause + 1]
      let sameSentence = after.sentence == clauses[clause].sentence
      sum += after.valence * (after.contrasts ? -1 : sameSentence ? 1 : 0.4)
    }
    return sum
  }

  /// What a contrast says against the habit of the source: in a praise what follows *but* is the worry, in a worry
  /// what comes before it is the praise.
  private func settingAgainst(_ clause: Int, prior: Float) -> Float {
    guard abs(prior) >= 1 else { return 0 }
    let follows = clauses[clause].contrasts
    let precedes = clause + 1 < clauses.count && clauses[clause + 1].contrasts
    guard follows != precedes else { return 0 }
    if prior > 0 { return follows ? -1 : 0 }
    return precedes ? 1 : 0
  }

  private mutating func collectEvidence(_ origin: CommentOrigin) {
    for match in scan.matches where match.role == .theme {
      let pattern = phrases.patterns[Int(match.pattern)]
      let word = scan.words[Int(match.first)]
      let clause = clauses[Int(word.clause)]
      let negated = isNegated(match)
      var said: Float = 0
      var rule = ThemeHit.Rule.clause
      if pattern.sense != 0 {
        said = pattern.sense * (negated ? -1 : 1) * Float(weights.pattern)
        rule = negated ? .negatedWords : .words
        said += 0.3 * max(-2, min(2, clause.valence))
      } else {
        said = max(-2, min(2, clause.valence)) * Float(weights.ownClause)
        if said == 0, negated {
          said = Float(weights.absence)
          rule = .absence
        }
      }
      var total = said
      if abs(said) < 1 {
        let set = settingAgainst(Int(word.clause), prior: origin.prior) * Float(weights.contrast)
        let beside = said == 0 ? max(-2, min(2, besides(Int(word.clause)))) * Float(weights.neighbour) : 0
        total += set + beside
        if said == 0 { rule = total == 0 ? .source : .neighbour }
        if set != 0 { rule = .contrast }
      }
      let isRequest =
        pattern.isNeutral || said == 0 && asks(sentence: word.sentence, clause: word.clause)
      total += origin.prior * Float(weights.source)
      if isRequest { rule = .request }
      evidence.append(
        Evidence(
          match: match, place: pattern.place, theme: pattern.theme, weight: pattern.weight, said: said,
          total: total, rule: rule,
          isNeutral: isRequest))
    }
  }

  /// Whether a sentence asks or plans rather than judges.
  private func asks(sentence: UInt16, clause: UInt16) -> Bool {
    scan.matches.contains {
      $0.role == .neutral && scan.words[Int($0.first)].sentence == sentence
    }
  }

  // MARK: Which themes

  /// Drops themes that give way to another told in the same clause.
  private mutating func yield() {
    for rule in taxonomy.yields where evidence.contains(where: { Int($0.theme) == rule.theme }) {
      let told = evidence
      let scan = scan
      func clauseNumber(of item: Evidence) -> UInt16 { scan.words[Int(item.match.first)].clause }
      evidence.removeAll { item in
        guard Int(item.theme) == rule.theme, item.weight < Float(rule.below) else { return false }
        let clause = clauseNumber(of: item)
        var gives = false
        for other in told where clauseNumber(of: other) == clause {
          if rule.unless.contains(Int(other.theme)) { return false }
          if rule.to.contains(Int(other.theme)) { gives = true }
        }
        return gives
      }
    }
  }

  private mutating func decide(_ origin: CommentOrigin) {
    guard !evidence.isEmpty else { return }
    for theme in sums.indices { sums[theme] = 0 }
    for (place, item) in evidence.enumerated() where isStrongest(item, at: place) {
      sums[Int(item.theme)] += item.weight
    }
    var other: Float = 0
    for match in scan.matches where match.role == .offTopic {
      other = max(other, phrases.patterns[Int(match.pattern)].weight)
    }
    for theme in sums.indices where sums[theme] > 0 {
      let weight = sums[theme] + (origin.evidence.isEmpty ? 0 : origin.evidence[theme]) - other
      guard weight >= thresholds[theme] - 0.001 else { continue }
      tellPolarity(of: Int32(theme), weight: weight, origin)
    }
  }

  /// Whether a contrast stands between two clauses.
  private func areSetApart(_ left: Int, _ right: Int) -> Bool {
    left != right && clauses[(min(left, right) + 1)...max(left, right)].contains { $0.contrasts }
  }

  /// Whether no other match of the theme counts for the same words. Words count once, with their strongest match,
  /// and the same pattern twice says nothing new.
  private func isStrongest(_ item: Evidence, at place: Int) -> Bool {
    for (otherPlace, other) in evidence.enumerated() where otherPlace != place && other.theme == item.theme {
      let shares =
        other.place == item.place
        || other.match.first <= item.match.last && item.match.first <= other.match.last
      if shares, other.weight > item.weight || other.weight == item.weight && otherPlace < place {
        return false
      }
    }
    return true
  }

  private mutating func tellPolarity(of theme: Int32, weight: Float, _ origin: CommentOrigin) {
    var good: UInt16?
    var bad: UInt16?
    var sum: Float = 0
    var neutral = true
    for item in evidence where item.theme == theme {
      let clause = scan.words[Int(item.match.first)].clause
      if !item.isNeutral { neutral = false }
      sum += item.total * item.weight
      // Both ways only where the words say so on the two sides of a contrast, and the source allows it.
      if item.total > 0, item.rule == .contrast || item.said >= 1 { good = clause }
      if item.total < 0, item.rule == .contrast || item.said <= -1 { bad = clause }
    }
    if neutral, abs(origin.prior) < 1.4 {
      verdicts.append(Verdict(theme: theme, polarity: .neutral, weight: weight))
    } else if let good, let bad, areSetApart(Int(good), Int(bad)) {
      verdicts.append(Verdict(theme: theme, polarity: .strength, weight: weight))
      verdicts.append(Verdict(theme: theme, polarity: .concern, weight: weight))
    } else {
      verdicts.append(Verdict(theme: theme, polarity: sum >= 0 ? .strength : .concern, weight: weight))
    }
  }
}
