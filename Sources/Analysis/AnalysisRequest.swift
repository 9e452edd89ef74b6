public import QAModel

/// What a report is asked to be about.
public struct AnalysisRequest: Sendable {
  public var period: Period
  /// What happened or became known later does not count.
  public var asAt: CalendarDate
  public var audience: Audience
  /// How many periods of the same kind before `period` are worked out too: 7 make eight quarters.
  public var periodsBefore: Int

  public init(period: Period, asAt: CalendarDate, audience: Audience = .internal, periodsBefore: Int = 7) {
    self.period = period
    self.asAt = asAt
    self.audience = audience
    self.periodsBefore = periodsBefore
  }
}
