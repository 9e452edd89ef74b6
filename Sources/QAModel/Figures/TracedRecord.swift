/// A row of an export behind a figure: where it stands, and what part it has in the figure.
public struct TracedRecord: Sendable, Hashable {
  /// What the row does in the figure.
  public enum Part: String, Sendable, Hashable, CaseIterable {
    /// Of a count or a coefficient: it counts.
    case counted
    /// Of a share: it counts above the line, and so below it too.
    case numerator
    /// Of a share: it counts below the line alone.
    case denominator
    /// Of different children: the same child again.
    case repeated
    /// It speaks of the figure's period and service, but has no numbers that can be summed.
    case leftOut = "left_out"
  }

  /// The export's path within the workspace.
  public var file: String
  /// The line its record began on, the first being 1.
  public var line: Int
  /// The record's id, where the audience may see it and there is one.
  public var record: String?
  public var part: Part
  /// Of an indicator: the numbers of the row.
  public var numerator: Double?
  public var denominator: Double?
  public var value: Double?

  public init(
    file: String, line: Int, record: String? = nil, part: Part, numerator: Double? = nil,
    denominator: Double? = nil, value: Double? = nil
  ) {
    self.file = file
    self.line = line
    self.record = record
    self.part = part
    self.numerator = numerator
    self.denominator = denominator
    self.value = value
  }
}
