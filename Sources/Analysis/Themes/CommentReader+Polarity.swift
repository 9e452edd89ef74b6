import QAModel

/// Which way each match speaks, by the words around it.
extension CommentReader {
  /// Whether a negation stands before a word, within reach and in its clause.
  func isNegated(_ match: CommentScan.Match) -> Bool {
    guard !scan.negators.isEmpty else { return false }
    let clause = scan.words[Int(match.first)].clause
    return scan.negators.contains { other in
      other.last < match.first && Int(match.first - other.last) <= weights.negationReach
        && scan.words[Int(other.first)].clause == clause
    }
  }

  mutating func weighClauses() {
    for match in scan.matches where match.role == .cue || match.role == .theme {
      let pattern = phrases.patterns[Int(match.pattern)]
      var value = match.role == .cue ? pattern.weight : pattern.sense * 0.5
      if value == 0 { continue }
      if isNegated(match) { value *= -0.8 }
      clauses[Int(scan.words[Int(match.first)].clause)].valence += value
    }
  }

  /// What the clauses beside one say: against it where they are set against each other.
  func besides(_ clause: Int) -> Float {
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
  func settingAgainst(_ clause: Int, prior: Float) -> Float {
    guard abs(prior) >= 1 else { return 0 }
    let follows = clauses[clause].contrasts
    let precedes = clause + 1 < clauses.count && clauses[clause + 1].contrasts
    guard follows != precedes else { return 0 }
    if prior > 0 { return follows ? -1 : 0 }
    return precedes ? 1 : 0
  }

  mutating func collectEvidence(_ origin: CommentOrigin) {
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
      let set = settingAgainst(Int(word.clause), prior: origin.prior) * Float(weights.contrast)
      if abs(said) < 1 || set * said > 0 {
        let beside = said == 0 ? max(-2, min(2, besides(Int(word.clause)))) * Float(weights.neighbour) : 0
        total += set + beside
        if said == 0 { rule = total == 0 ? .source : .neighbour }
        if set != 0 { rule = .contrast }
      }
      let isRequest =
        pattern.isNeutral || said == 0 && asks(sentence: word.sentence, clause: word.clause)
      total += origin.prior * Float(weights.source)
      if let learnt { total += learnt.leaning(of: Int(word.clause), in: clauses) }
      if isRequest { rule = .request }
      evidence.append(
        Evidence(
          match: match, place: pattern.place, theme: pattern.theme, weight: pattern.weight, said: said,
          total: total, rule: rule,
          isNeutral: isRequest))
    }
  }

  /// Whether a sentence asks or plans rather than judges.
  func asks(sentence: UInt16, clause: UInt16) -> Bool {
    scan.matches.contains {
      $0.role == .neutral && scan.words[Int($0.first)].sentence == sentence
    }
  }
}
