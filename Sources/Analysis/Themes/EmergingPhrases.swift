public import QAModel

/// A phrase that came up in a period more than before, and that no theme covers.
public struct EmergingPhrase: Sendable, Hashable {
  /// As it was most often written, lower case.
  public var phrase: String
  /// Comments of the period with it, of `total`.
  public var count: Int
  public var total: Int
  /// Comments of all earlier periods with it, of `earlierTotal`.
  public var earlierCount: Int
  public var earlierTotal: Int
  /// Fisher's exact test, two-sided.
  public var p: Double
  /// Adjusted for the number of phrases tried (Benjamini and Hochberg).
  public var adjustedP: Double
  /// Comments of the period with it, redacted, the earliest first.
  public var examples: [String]
}

/// Looks for what is new: phrases of one to three words, by comment, in a period against all time before it.
///
/// A phrase is tried where at least `fewest` comments of the period hold it and a larger share of them than before.
/// One that mostly stands where a theme was told is covered and left out. Forms of a word are one (*vape*, *vaping*),
/// and phrases that stand in the same comments are one, shown by the likeliest of them. Personal data is never part
/// of a phrase.
public struct EmergingPhrases: Sendable {
  public struct Comment: Sendable {
    public var text: String
    public var date: CalendarDate
    public var origin: CommentOrigin

    public init(text: String, date: CalendarDate, origin: CommentOrigin) {
      self.text = text
      self.date = date
      self.origin = origin
    }
  }

  /// Fewest comments of the period that must hold a phrase.
  public var fewest = 3
  /// The share of false findings that is accepted among those claimed.
  public var falseDiscoveryRate = 0.05
  /// Share of a phrase's comments that must tell a theme by it before it counts as covered.
  public var covered = 0.5
  public var exampleCount = 3

  public init() {}

  private struct Candidate {
    var key: String
    var now: [Int]
    var earlier: Int
    var p: Double
    var wordCount: Int
  }

  /// Phrases that emerge in `period`, the likeliest first. Comments after the period are left out.
  public func find(
    in comments: [Comment], period: Period, engine: ThemeEngine, redactor: Redactor
  ) -> [EmergingPhrase] {
    var engine = engine
    let now = comments.filter { period.contains($0.date) }.sorted { $0.date < $1.date }
    let before = comments.filter { $0.date < period.first }
    guard !now.isEmpty, !before.isEmpty else { return [] }

    var places: [String: [Int]] = [:]
    var told: [String: Int] = [:]
    var forms: [String: [String: Int]] = [:]
    for (place, comment) in now.enumerated() {
      let hits = engine.findings(in: comment.text, from: comment.origin).flatMap { $0.hits.map(\.bytes) }
      for phrase in CommentPhrases.phrases(of: comment.text, redactor: redactor) {
        places[phrase.key, default: []].append(place)
        if hits.contains(where: { $0.overlaps(phrase.bytes) }) { told[phrase.key, default: 0] += 1 }
        forms[phrase.key, default: [:]][phrase.written, default: 0] += 1
      }
    }
    let tried = places.filter { $0.value.count >= fewest }
    var earlier: [String: Int] = [:]
    for comment in before {
      for phrase in CommentPhrases.phrases(of: comment.text, redactor: redactor)
      where tried[phrase.key] != nil {
        earlier[phrase.key, default: 0] += 1
      }
    }
    var candidates: [Candidate] = []
    for (key, found) in tried {
      let old = earlier[key] ?? 0
      let risen = found.count * before.count > old * now.count
      let isCovered = Double(told[key] ?? 0) >= covered * Double(found.count)
      guard risen, !isCovered else { continue }
      let p = FisherExact.twoSided(found.count, now.count - found.count, old, before.count - old)
      candidates.append(
        Candidate(key: key, now: found, earlier: old, p: p, wordCount: key.split(separator: " ").count))
    }
    return report(merged(candidates), now: now, before: before.count, forms: forms, redactor: redactor)
  }

  /// Phrases that stand in mostly the same comments become one: the likeliest, then the longest.
  private func merged(_ candidates: [Candidate]) -> [Candidate] {
    let order = candidates.sorted {
      ($0.p, -$0.wordCount, $0.key) < ($1.p, -$1.wordCount, $1.key)
    }
    var kept: [Candidate] = []
    for candidate in order {
      let isVariant = kept.contains { other in
        let shared = Set(other.now).intersection(candidate.now).count
        return 2 * shared >= candidate.now.count
      }
      if !isVariant { kept.append(candidate) }
    }
    return kept
  }

  private func report(
    _ candidates: [Candidate], now: [Comment], before: Int, forms: [String: [String: Int]], redactor: Redactor
  ) -> [EmergingPhrase] {
    let adjusted = BenjaminiHochberg.adjusted(candidates.map(\.p))
    return zip(candidates, adjusted).filter { $0.1 <= falseDiscoveryRate }.map { candidate, adjustedP in
      let written = (forms[candidate.key] ?? [:]).max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
      return EmergingPhrase(
        phrase: written ?? candidate.key, count: candidate.now.count, total: now.count,
        earlierCount: candidate.earlier, earlierTotal: before, p: candidate.p, adjustedP: adjustedP,
        examples: candidate.now.prefix(exampleCount).map { redactor.redact(now[$0].text).text })
    }
  }
}
