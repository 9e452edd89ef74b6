public import QAModel

/// What an audience may see of the figures. A step between the figures and the report, so that no sentence, chart or
/// table is ever made from more.
public enum Disclosure {
  /// The figures as the audience may see them: all of them for `internal`.
  ///
  /// Throws for `board` and `public`: withholding small numbers so that none can be worked back is not part of the
  /// program yet, and a pack that only looks safe must not be made.
  public static func disclose(_ figures: FigureSet, to audience: Audience) throws(DisclosureRefusal)
    -> FigureSet
  {
    switch audience {
    case .internal: figures
    case .board, .public: throw DisclosureRefusal(audience: audience)
    }
  }
}

/// A report was asked for readers whom the program cannot yet protect the children from being recognised by.
public struct DisclosureRefusal: Error, Sendable, Hashable, CustomStringConvertible {
  public var audience: Audience

  public init(audience: Audience) { self.audience = audience }

  public var description: String {
    "a report for the audience \u{2018}\(audience.rawValue)\u{2019} cannot be made yet: small numbers would not be "
      + "withheld from it, and children could be recognised. Make the report for the audience \u{2018}internal\u{2019}."
  }
}
