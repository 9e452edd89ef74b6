/// Actions agreed from quality assurance, and what became of them.
public struct ActionTable: Sendable {
  public var origin: [Origin] = []
  public var id = CodeColumn()
  public var raised = DateColumn()
  public var source = CodeColumn()
  public var sourceID = CodeColumn()
  public var service = CodeColumn()
  public var owner = CodeColumn()
  public var theme = CodeColumn()
  public var measure = CodeColumn()
  public var due = DateColumn()
  public var status = CodeColumn()
  public var completed = DateColumn()
  public var panelDecision = CodeColumn()
  public var decided = DateColumn()
  public var riskRegister = AnswerColumn()
  public var description = TextColumn()
  public var impact = TextColumn()

  public init() {}

  public var count: Int { origin.count }
}
