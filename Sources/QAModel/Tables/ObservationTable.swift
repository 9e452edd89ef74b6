/// Direct observations of practice and of meetings.
public struct ObservationTable: Sendable {
  public var origin: [Origin] = []
  public var id = CodeColumn()
  public var date = DateColumn()
  public var observer = CodeColumn()
  public var observerRole = CodeColumn()
  public var worker = CodeColumn()
  public var service = CodeColumn()
  public var team = CodeColumn()
  public var nature = CodeColumn()
  public var child = CodeColumn()
  public var levelOfNeed = CodeColumn()
  public var identityConsidered = AnswerColumn()
  public var strengths = TextColumn()
  public var areasForDevelopment = TextColumn()
  public var reflections = TextColumn()
  public var otherComments = TextColumn()

  public init() {}

  public var count: Int { origin.count }
}
