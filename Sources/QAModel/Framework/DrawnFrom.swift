/// What a kind of audit is drawn from, where it is not everybody open to the services: the plans or the contacts of the
/// month or the week before.
public struct DrawnFrom: Sendable, Hashable {
  /// The stretch of time just before the day of a draw.
  public enum Stretch: String, Sendable, CaseIterable {
    /// The calendar month before the one that the day is in.
    case month
    /// The seven days before the day.
    case week
  }

  /// What a record of the register must say in a column to be of the kind that is drawn: one of the values.
  public struct Condition: Sendable, Hashable {
    public var column: String
    public var values: [String]

    public init(_ column: String, _ values: [String]) {
      self.column = column
      self.values = values
    }
  }

  public var last: Stretch
  /// Whether children of the caseload are meant whose education, health and care plan was finalised in that time.
  public var isPlanFinalised: Bool
  /// The register whose records are drawn; with `isPlanFinalised` where the caseload has no such dates.
  public var register: String?
  public var conditions: [Condition]

  public init(
    last: Stretch, isPlanFinalised: Bool = false, register: String? = nil, conditions: [Condition] = []
  ) {
    self.last = last
    self.isPlanFinalised = isPlanFinalised
    self.register = register
    self.conditions = conditions
  }

  /// The days that a draw on a day is of.
  public func period(before day: CalendarDate) -> Period? {
    switch last {
    case .month: Period.month(day.month, year: day.year)?.previous
    case .week: Period(first: day.adding(days: -7), last: day.adding(days: -1))
    }
  }
}
