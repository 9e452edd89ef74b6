public import QAModel

/// What the three strands say together: one reading for each of the 64 ways in which three strands can each read
/// strength, mixed, concern or not enough evidence.
///
/// Only a strand that reads strength or concern speaks. Fewer than two that speak are not enough evidence; where all
/// that speak agree, they confirm each other; where they do not, the reading says what the disagreement would mean. The
/// method of three questions (how much did we do, how well did we do it, what difference did it make) is that of
/// the Kirklees framework; the table is this program's and is printed in the methods of every report.
public enum JointReadingTable {
  public struct Row: Sendable, Hashable {
    public let quantity: StrandReading
    public let quality: StrandReading
    public let outcome: StrandReading
    public let joint: JointReading
  }

  /// All 64, quantity changing slowest.
  public static let rows: [Row] = StrandReading.allCases.flatMap { quantity in
    StrandReading.allCases.flatMap { quality in
      StrandReading.allCases.map { outcome in
        Row(
          quantity: quantity, quality: quality, outcome: outcome,
          joint: joint(quantity: quantity, quality: quality, outcome: outcome))
      }
    }
  }

  public static func joint(quantity: StrandReading, quality: StrandReading, outcome: StrandReading)
    -> JointReading
  {
    let speaking = [quantity, quality, outcome].filter(\.speaks)
    guard speaking.count >= 2 else { return .notEnoughEvidence }
    if Set(speaking).count == 1 { return speaking[0] == .strength ? .confirmedStrength : .confirmedConcern }
    switch (quantity.voice, quality.voice, outcome.voice) {
    case (.strength, .concern, .concern), (.strength, .concern, nil), (.strength, nil, .concern),
      (.strength, .strength, .concern):
      return .compliantButNoDifference
    case (.concern, .strength, .strength), (.concern, .strength, nil):
      return .practiceNotShownInCompliance
    case (nil, .concern, .strength), (.concern, .concern, .strength), (.strength, .concern, .strength),
      (.concern, nil, .strength):
      return .outcomesNotExplained
    // Practice seen to be good, yet outcomes a concern, and nothing in compliance that would explain it.
    default:
      return .contradictory
    }
  }
}

extension StrandReading {
  /// Whether it says something that another strand can confirm or contradict.
  var speaks: Bool { self == .strength || self == .concern }
  var voice: StrandReading? { speaks ? self : nil }

  /// The reading that would contradict this one.
  var opposite: StrandReading? {
    switch self {
    case .strength: .concern
    case .concern: .strength
    case .mixed, .notEnoughEvidence: nil
    }
  }
}
