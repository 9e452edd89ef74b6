/// Reviews of how a supervisor supervises.
public struct SupervisionAuditTable: Sendable {
  public var origin: [Origin] = []
  public var id = CodeColumn()
  public var date = DateColumn()
  public var supervisor = CodeColumn()
  public var reviewer = CodeColumn()
  public var service = CodeColumn()
  public var team = CodeColumn()
  public var grade = GradeColumn()
  public var identityConsidered = AnswerColumn()
  public var strengths = TextColumn()
  public var areasForDevelopment = TextColumn()

  public init() {}

  public var count: Int { origin.count }
}
