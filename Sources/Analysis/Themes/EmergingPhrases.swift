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
    public var date: CalendarDate
    public var origin: CommentOrigin
    /// Where it lies: a text of its own for each would be all text of a run again.
    let bytes: ArraySlice<UInt8>

    public init(text: String, date: CalendarDate, origin: CommentOrigin) {
      self.init(bytes: Array(text.utf8)[...], date: date, origin: origin)
    }

    init(bytes: ArraySlice<UInt8>, date: CalendarDate, origin: CommentOrigin) {
      (self.bytes, self.date, self.origin) = (bytes, date, origin)
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }
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
    var phrase: Int
    var stems: [String]
    var now: [Int]
    var earlier: Int
    var p: Double
    var key: String { stems.joined(separator: " ") }
  }

  /// Phrases that emerge in `period`, the likeliest first. Comments after the period are left out.
  public func find(
    in comments: [Comment], period: Period, engine: ThemeEngine, redactor: Redactor
  ) -> [EmergingPhrase] {
    var engine = engine
    let now = comments.filter { period.contains($0.date) }.sorted { $0.date < $1.date }
    let before = comments.filter { $0.date < period.first }
    guard !now.isEmpty, !before.isEmpty else { return [] }

    var counts = PhraseCounts(redactor: redactor)
    var holding: [(phrase: Int32, comment: Int32)] = []
    for (place, comment) in now.enumerated() {
      let findings = comment.bytes.withUnsafeBufferPointer { engine.findings(in: $0, from: comment.origin) }
      let hits = findings.flatMap { $0.hits.map(\.bytes) }
      Self.read(comment) { counts.add($0) }
      for found in counts.found {
        holding.append((found.phrase, Int32(place)))
        let bytes = Self.bytes(of: found, counts)
        if hits.contains(where: { $0.overlaps(bytes) }) { counts[Int(found.phrase)].told += 1 }
      }
    }
    for comment in before {
      Self.read(comment) { counts.find($0, inAtLeast: fewest) }
      for found in counts.found { counts[Int(found.phrase)].earlier += 1 }
    }
    var candidates = candidates(counts, now: now.count, before: before.count)
    var positions = [Int32](repeating: -1, count: counts.count)
    for (position, candidate) in candidates.enumerated() { positions[candidate.phrase] = Int32(position) }
    for (phrase, comment) in holding where positions[Int(phrase)] >= 0 {
      candidates[Int(positions[Int(phrase)])].now.append(Int(comment))
    }
    holding = []
    return report(merged(candidates, among: now.count), now: now, before: before.count, &counts, redactor)
  }

  private static func read(_ comment: Comment, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    comment.bytes.withUnsafeBufferPointer(body)
  }

  private static func bytes(of found: PhraseCounts.Found, _ counts: borrowing PhraseCounts) -> Range<Int> {
    let (first, last) = (found.tokens.lowerBound, found.tokens.upperBound - 1)
    return counts.tokens[first].bytes.lowerBound..<counts.tokens[last].bytes.upperBound
  }

  /// Phrases that came up more than before and that no theme covers, without the comments that hold them.
  private func candidates(_ counts: borrowing PhraseCounts, now: Int, before: Int) -> [Candidate] {
    struct Pair: Hashable { var found, old: Int }
    var known: [Pair: Double] = [:]
    var candidates: [Candidate] = []
    for phrase in 0..<counts.count {
      let count = counts[phrase]
      let (found, old) = (Int(count.comments), Int(count.earlier))
      let risen = found * before > old * now
      let isCovered = Double(count.told) >= covered * Double(found)
      guard found >= fewest, risen, !isCovered else { continue }
      let pair = Pair(found: found, old: old)
      let p = known[pair] ?? FisherExact.twoSided(found, now - found, old, before - old)
      known[pair] = p
      candidates.append(
        Candidate(phrase: phrase, stems: counts.stems(of: phrase), now: [], earlier: old, p: p))
    }
    return candidates
  }

  /// Phrases that stand in mostly the same comments become one: the likeliest, then the longest.
  private func merged(_ candidates: [Candidate], among comments: Int) -> [Candidate] {
    let order = candidates.map { (candidate: $0, key: $0.key) }.sorted {
      ($0.candidate.p, -$0.candidate.stems.count, $0.key) < (
        $1.candidate.p, -$1.candidate.stems.count, $1.key
      )
    }.map(\.candidate)
    var kept: [Candidate] = []
    /// Comment → which of those kept stand in it.
    var standing = [[Int32]](repeating: [], count: comments)
    var shared: [Int] = []
    for candidate in order {
      var isVariant = false
      for comment in candidate.now {
        for other in standing[comment] {
          shared[Int(other)] += 1
          if 2 * shared[Int(other)] >= candidate.now.count { isVariant = true }
        }
      }
      for comment in candidate.now {
        for other in standing[comment] { shared[Int(other)] = 0 }
      }
      if isVariant { continue }
      for comment in candidate.now { standing[comment].append(Int32(kept.count)) }
      shared.append(0)
      kept.append(candidate)
    }
    return kept
  }

  private func report(
    _ candidates: [Candidate], now: [Comment], before: Int, _ counts: inout PhraseCounts, _ redactor: Redactor
  ) -> [EmergingPhrase] {
    let adjusted = BenjaminiHochberg.adjusted(candidates.map(\.p))
    let claimed = zip(candidates, adjusted).filter { $0.1 <= falseDiscoveryRate }
    let forms = forms(of: claimed.map(\.0), now, &counts)
    return zip(claimed, forms).map { claim, forms in
      let (candidate, adjustedP) = claim
      let written = forms.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
      return EmergingPhrase(
        phrase: written ?? candidate.key, count: candidate.now.count, total: now.count,
        earlierCount: candidate.earlier, earlierTotal: before, p: candidate.p, adjustedP: adjustedP,
        examples: candidate.now.prefix(exampleCount).map { redactor.redact(now[$0].text).text })
    }
  }

  /// How often each phrase is written in which way.
  private func forms(
    of candidates: [Candidate], _ now: [Comment], _ counts: inout PhraseCounts
  ) -> [[String: Int]] {
    var forms = [[String: Int]](repeating: [:], count: candidates.count)
    let positions = Dictionary(zip(candidates.map { Int32($0.phrase) }, 0...)) { first, _ in first }
    for comment in Set(candidates.flatMap(\.now)) {
      Self.read(now[comment]) { counts.find($0, inAtLeast: fewest) }
      for found in counts.found {
        if let position = positions[found.phrase] { forms[position][counts.written(found), default: 0] += 1 }
      }
    }
    return forms
  }
}
