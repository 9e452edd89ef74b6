/// The children open to the services, against whom a sample is shown to be fair.
public struct CaseloadTable: Sendable {
  public var origin: [Origin] = []
  public var child = CodeColumn()
  public var service = CodeColumn()
  public var team = CodeColumn()
  public var worker = CodeColumn()
  public var levelOfNeed = CodeColumn()
  public var opened = DateColumn()
  public var closed = DateColumn()
  public var planFinalised = DateColumn()
  public var age = NumberColumn()
  public var sex = CodeColumn()
  public var ethnicity = CodeColumn()
  public var disability = CodeColumn()

  public init() {}

  public var count: Int { origin.count }
}
