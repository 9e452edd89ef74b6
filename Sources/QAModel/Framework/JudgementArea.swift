/// An area the inspectorate judges by itself, and where the authority stands in it: what the last inspection said, and whose
/// audits speak of it since.
public struct JudgementArea: Sendable, Hashable {
  public var name: String
  /// Positions in `Framework.services`. A service can stand in several areas; none where the area is of no service's.
  public var services: [Int]
  /// The last inspection's words and its last day; `nil` where the workspace gives none.
  public var judged: Judgement?

  public struct Judgement: Sendable, Hashable {
    /// The inspectorate's own words, as `Requires improvement to be good`.
    public var words: String
    public var day: CalendarDate

    public init(_ words: String, on day: CalendarDate) {
      self.words = words
      self.day = day
    }
  }

  public init(_ name: String, services: [Int] = [], judged: Judgement? = nil) {
    self.name = name
    self.services = services
    self.judged = judged
  }
}
