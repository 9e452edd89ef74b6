/// Which way a comment speaks of a theme.
public enum Polarity: UInt8, Sendable, CaseIterable, Hashable {
  /// It works well, was experienced as good, or a problem was put right.
  case strength
  /// A gap, a weakness, a bad experience, or a recommendation to put something right.
  case concern
  /// A fact, a plan, a question or a request, without judgement.
  case neutral

  /// As files and figures write it.
  public var name: String {
    switch self {
    case .strength: "strength"
    case .concern: "concern"
    case .neutral: "neutral"
    }
  }

  public init?(name: some StringProtocol) {
    guard let polarity = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = polarity
  }

  /// What a negation before it makes of it: *no drift* is a strength, *not seen* a concern.
  public var negated: Polarity {
    switch self {
    case .strength: .concern
    case .concern: .strength
    case .neutral: .neutral
    }
  }
}
