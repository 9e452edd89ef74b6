import QAModel

/// Which themes a comment tells, and which way.
extension CommentReader {
  /// Drops themes that give way to another told in the same clause.
  mutating func yield() {
    // Most rules are about no theme of the comment, which a bit tells without looking at the rule.
    let told = evidence.reduce(UInt64(0)) { $0 | 1 << UInt64($1.theme & 63) }
    for place in yieldBits.indices where yieldBits[place] & told != 0 {
      let rule = taxonomy.yields[place]
      guard evidence.contains(where: { Int($0.theme) == rule.theme }) else { continue }
      giving.removeAll(keepingCapacity: true)
      for item in evidence { giving.append(givesWay(item, by: rule)) }
      var kept = 0
      for place in evidence.indices where !giving[place] {
        evidence[kept] = evidence[place]
        kept += 1
      }
      evidence.removeLast(evidence.count - kept)
    }
  }

  private func givesWay(_ item: Evidence, by rule: ThemeTaxonomy.YieldRule) -> Bool {
    guard Int(item.theme) == rule.theme, item.weight < Float(rule.below) else { return false }
    let clause = scan.words[Int(item.match.first)].clause
    var gives = false
    for other in evidence where scan.words[Int(other.match.first)].clause == clause {
      if rule.unless.contains(Int(other.theme)) { return false }
      if rule.to.contains(Int(other.theme)) { gives = true }
    }
    return gives
  }

  mutating func decide(_ origin: CommentOrigin) {
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
      sums[theme] += (origin.evidence.isEmpty ? 0 : origin.evidence[theme]) - other
    }
    if let learnt { return decide(by: learnt, origin) }
    guard let leader = sums.indices.max(by: { share($0) < share($1) }) else { return }
    let least = (sums.max() ?? 0) * Float(taxonomy.beside)
    for theme in sums.indices where sums[theme] > 0 {
      let needed = theme == leader ? Float(taxonomy.leading) : 1
      guard share(theme) >= needed - 0.001, theme == leader || sums[theme] >= least else { continue }
      tellPolarity(of: Int32(theme), weight: sums[theme], origin)
    }
  }

  /// What a theme weighs, as a share of its threshold.
  func share(_ theme: Int) -> Float { sums[theme] / max(thresholds[theme], 0.01) }

  /// Whether a contrast stands between two clauses.
  func areSetApart(_ left: Int, _ right: Int) -> Bool {
    left != right && clauses[(min(left, right) + 1)...max(left, right)].contains { $0.contrasts }
  }

  /// Whether no other match of the theme counts for the same words. Words count once, with their strongest match,
  /// and the same pattern twice says nothing new.
  func isStrongest(_ item: Evidence, at place: Int) -> Bool {
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

  mutating func tellPolarity(of theme: Int32, weight: Float, _ origin: CommentOrigin) {
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
