import QAModel

/// How many records more would let a strand speak that does not: that is mixed, or has not enough evidence.
struct EvidenceNeeded: Sendable, Hashable {
  let strand: Strand
  /// The source that lies nearest to being told, of those with a threshold.
  let source: EvidenceSource
  /// Records more than there are.
  let more: Int
  /// Whether the share seen so far says how many; otherwise it is for a share `difference` off the threshold.
  let isFromShare: Bool

  /// What is worth telling from the threshold where nothing is known yet: 15 percentage points.
  static let difference = 0.15

  /// One a strand that has sources and does not speak; strands in their order.
  static func all(_ reading: AreaReading) -> [EvidenceNeeded] {
    Strand.allCases.compactMap { strand in
      guard let evidence = reading.strands[strand], !evidence.reading.speaks else { return nil }
      return evidence.evidence.compactMap { needed($0, strand) }.min { $0.more < $1.more }
    }
  }

  private static func needed(_ item: Evidence, _ strand: Strand) -> EvidenceNeeded? {
    guard let threshold = item.threshold, threshold > 0, threshold < 1 else { return nil }
    // A share of few records is no guide to how many are needed.
    let share = item.reading == nil ? nil : Double(item.numerator) / Double(item.denominator)
    guard
      let total = RecordsNeeded.toTell(
        share ?? threshold - difference, from: threshold, most: mostWorthAsking)
    else { return nil }
    return EvidenceNeeded(
      strand: strand, source: item.source, more: max(1, total - item.denominator), isFromShare: share != nil)
  }

  /// A share so near to the threshold that it would take more is as good as at it.
  private static let mostWorthAsking = 1000
}
