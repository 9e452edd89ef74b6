/// Quality assurance activity as a diary: each row counts, there is no key.
public struct ActivityTable: Sendable {
  public var origin: [Origin] = []
  public var date = DateColumn()
  public var service = CodeColumn()
  public var activity = CodeColumn()
  public var lead = CodeColumn()
  public var participants = NumberColumn()
  public var invited = NumberColumn()
  public var children = NumberColumn()
  public var events = NumberColumn()
  public var note = TextColumn()

  public init() {}

  public var count: Int { origin.count }
}
