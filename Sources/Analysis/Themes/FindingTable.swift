public import QAModel

/// The themes of many comments with the hits behind them, in two flat tables: an array a comment and another a theme
/// would take several times the memory.
struct FindingTable: Sendable {
  private(set) var findings: [CommentFinding] = []
  private(set) var hits: [ThemeHit] = []

  /// Adds what was last read.
  mutating func add(_ reader: borrowing CommentReader) {
    for place in reader.verdicts.indices {
      let first = hits.count
      reader.appendHits(ofVerdict: place, to: &hits)
      let verdict = reader.verdicts[place]
      findings.append(
        CommentFinding(
          number: verdict.theme, polarity: verdict.polarity, firstHit: UInt32(first),
          hitCount: UInt32(hits.count - first)))
    }
  }

  mutating func reserve(findings count: Int, hits hitCount: Int) {
    findings.reserveCapacity(count)
    hits.reserveCapacity(hitCount)
  }

  /// Adds another table behind this one.
  mutating func append(_ other: FindingTable) {
    let moved = UInt32(hits.count)
    hits += other.hits
    for var finding in other.findings {
      finding.firstHit += moved
      findings.append(finding)
    }
  }
}

/// A theme that a comment tells; `CommentReadings.hits` has the words behind it.
public struct CommentFinding: Sendable, Hashable {
  fileprivate var number: Int32
  public fileprivate(set) var polarity: Polarity
  fileprivate var firstHit: UInt32
  fileprivate var hitCount: UInt32

  /// Position in `ThemeTaxonomy.themes`.
  public var theme: Int { Int(number) }
  /// Where its hits stand in the table.
  var hits: Range<Int> { Int(firstHit)..<Int(firstHit) + Int(hitCount) }
}
