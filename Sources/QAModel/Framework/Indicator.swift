/// A performance indicator: what it counts, and which way is good.
public struct Indicator: Sendable, Hashable {
  public enum Unit: String, Sendable, CaseIterable {
    /// Numerator over denominator, published in percent.
    case percent
    /// A count of things.
    case count
    /// Numerator over denominator, as it is (a caseload a worker).
    case ratio
    /// Days.
    case days
  }

  public enum Kind: String, Sendable, CaseIterable {
    /// Adds up over a period: numerators and denominators are summed.
    case flow
    /// Stands at a moment: the latest counts.
    case stock
  }

  public enum Polarity: String, Sendable, CaseIterable {
    case highIsGood = "high"
    case lowIsGood = "low"
    case neither
  }

  public var term: Term
  public var unit: Unit
  public var kind: Kind
  public var polarity: Polarity
  /// In the indicator's own unit: 90 for 90 %.
  public var target: Double?
  /// How far short of the target still counts as near it, in the indicator's own unit.
  public var tolerance: Double
  public var strand: Strand?
  /// Decimal places it is shown with.
  public var places: Int
  /// Whether it says under what conditions people work, as caseloads, vacancies and turnover do: it is read beside grades.
  public var isContext: Bool

  public init(
    _ term: Term, unit: Unit = .percent, kind: Kind = .flow, polarity: Polarity = .highIsGood,
    target: Double? = nil, tolerance: Double = 0, strand: Strand? = nil, places: Int = 1,
    isContext: Bool = false
  ) {
    self.term = term
    self.unit = unit
    self.kind = kind
    self.polarity = polarity
    self.target = target
    self.tolerance = tolerance
    self.strand = strand
    self.places = places
    self.isContext = isContext
  }
}
