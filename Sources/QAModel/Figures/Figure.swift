/// A number of the report, with what it was made of.
public struct Figure: Sendable {
  public var key: FigureKey
  public var outcome: Outcome
  /// Totals this figure is a part of, where they were asked for.
  public var partOf: [FigureKey]
  public var note: String?

  public init(_ key: FigureKey, _ outcome: Outcome, partOf: [FigureKey] = [], note: String? = nil) {
    self.key = key
    self.outcome = outcome
    self.partOf = partOf
    self.note = note
  }
}

/// What became of a figure: its value, or why it has none.
public enum Outcome: Sendable, Hashable {
  case count(Int)
  /// A proportion with its 95 % interval.
  case share(Int, of: Int, Interval?)
  /// An indicator in its own unit: from `numerator` and `denominator` where the export has them.
  case value(Double, numerator: Double?, denominator: Double?, unit: Indicator.Unit)
  /// A coefficient, as kappa, from so many records.
  case coefficient(Double, n: Int, Interval?)
  /// A strand's reading, and the records behind it.
  case strand(StrandReading, n: Int)
  /// What the strands say together.
  case joint(JointReading, n: Int)
  /// Withheld from this audience.
  case suppressed
  /// Too few records to say; `n` of them.
  case insufficient(n: Int)
  case notAvailable
  case notApplicable
}

/// What the evidence of one strand says.
public enum StrandReading: String, Sendable, CaseIterable, Hashable {
  case strength
  case mixed
  case concern
  case notEnoughEvidence = "not enough evidence"
}

/// What the three strands say together.
public enum JointReading: String, Sendable, CaseIterable, Hashable {
  case confirmedStrength = "confirmed strength"
  case confirmedConcern = "confirmed concern"
  case compliantButNoDifference = "compliant but not yet making a difference"
  case practiceNotShownInCompliance = "good practice not shown in compliance"
  case outcomesNotExplained = "good outcomes not explained by practice seen"
  case contradictory
  case notEnoughEvidence = "not enough evidence"
}
