/// The people whose practice is observed and supervised.
public struct StaffTable: Sendable {
  public var origin: [Origin] = []
  public var worker = CodeColumn()
  public var role = CodeColumn()
  public var service = CodeColumn()
  public var team = CodeColumn()
  public var started = DateColumn()
  public var left = DateColumn()

  public init() {}

  public var count: Int { origin.count }
}
