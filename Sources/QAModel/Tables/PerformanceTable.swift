/// Performance indicators: one row an indicator, period, service and team, whether the export was long or wide.
///
/// Percentages stand as proportions only in `numerator` over `denominator`; `value` is in the indicator's own
/// unit as published (87 for 87 %).
public struct PerformanceTable: Sendable {
  public var origin: [Origin] = []
  /// The position in `Framework.indicators`.
  public var indicator: [UInt16] = []
  /// The first and last day of what the row is about; equal for a figure taken on a day.
  public var first = DateColumn()
  public var last = DateColumn()
  /// `nil` where the row is about the whole authority.
  public var service = CodeColumn()
  public var team = CodeColumn()
  public var numerator = NumberColumn()
  public var denominator = NumberColumn()
  public var value = NumberColumn()
  public var target = NumberColumn()
  public var statisticalNeighbours = NumberColumn()
  public var england = NumberColumn()

  public init() {}

  public var count: Int { origin.count }
}
