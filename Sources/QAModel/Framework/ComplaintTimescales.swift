/// Working days within which a complaint is to be answered.
///
/// The defaults are those of the Children Act 1989 Representations Procedure (England) Regulations 2006.
public struct ComplaintTimescales: Sendable, Hashable {
  public var stage1 = 10
  /// Stage 1 where the complaint is complex or an advocate is being found.
  public var stage1Complex = 20
  public var stage2 = 25
  /// Stage 2 where it was extended, at most.
  public var stage2Extended = 65
  /// Stage 3: the panel meets within so many days of the request.
  public var stage3Panel = 30
  /// The panel's report, after its meeting.
  public var stage3Report = 5
  /// The authority's response, after the report.
  public var stage3Response = 15

  public init() {}
}
