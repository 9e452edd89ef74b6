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

  /// Keeps the given rows, in their order.
  public mutating func keep(_ rows: [Int]) {
    origin = rows.map { origin[$0] }
    for column in [
      \ActionTable.id, \.source, \.sourceID, \.service, \.owner, \.theme, \.measure, \.status,
      \.panelDecision,
    ] { self[keyPath: column].keep(rows) }
    for column in [\ActionTable.raised, \.due, \.completed, \.decided] { self[keyPath: column].keep(rows) }
    riskRegister.keep(rows)
    for column in [\ActionTable.description, \.impact] { self[keyPath: column].keep(rows) }
  }
}
