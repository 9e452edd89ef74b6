/// Dip samples: one row a child and practice standard, whether the export was long or wide.
public struct DipSampleTable: Sendable {
  public var origin: [Origin] = []
  public var id = CodeColumn()
  public var date = DateColumn()
  public var topic = CodeColumn()
  public var child = CodeColumn()
  public var service = CodeColumn()
  public var team = CodeColumn()
  public var levelOfNeed = CodeColumn()
  public var reviewer = CodeColumn()
  public var standard = CodeColumn()
  public var response = AnswerColumn()
  public var identityConsidered = AnswerColumn()
  public var comment = TextColumn()

  public init() {}

  public var count: Int { origin.count }
}
