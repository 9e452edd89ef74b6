/// What a figure is about. Two figures with one key are one figure.
///
/// Codes are those of the `FigureNames` of the set it belongs to.
public struct FigureKey: Hashable, Sendable {
  public var measure: MeasureID
  /// `nil`: all services.
  public var service: UInt32?
  /// `nil`: all teams.
  public var team: UInt32?
  public var first: AxisPlace?
  public var second: AxisPlace?
  /// The position in `FigureNames.periods`.
  public var period: UInt16

  public init(
    _ measure: MeasureID, service: UInt32? = nil, team: UInt32? = nil, first: AxisPlace? = nil,
    second: AxisPlace? = nil, period: UInt16
  ) {
    self.measure = measure
    self.service = service
    self.team = team
    self.first = first
    self.second = second
    self.period = period
  }

  /// Few words, since every figure made and every figure looked up is hashed.
  public func hash(into hasher: inout Hasher) {
    // Its place among the measures: by itself it would be hashed by its name.
    withUnsafeBytes(of: measure) { hasher.combine(bytes: $0) }
    hasher.combine(UInt64(service ?? .max) << 32 | UInt64(team ?? .max))
    hasher.combine(UInt64(first?.place ?? .max) << 32 | UInt64(second?.place ?? .max))
    hasher.combine(period)
  }
}
