import Synchronization

/// How far long work has come, for whoever watches from another thread: bytes of exports, comments.
public final class WorkProgress: Sendable {
  private let doneUnits = Atomic<Int>(0)
  private let expectedUnits = Atomic<Int>(0)

  public init() {}

  public var done: Int { doneUnits.load(ordering: .relaxed) }
  /// How much there will be; 0 until that is known.
  public var expected: Int { expectedUnits.load(ordering: .relaxed) }

  public func add(_ units: Int) { doneUnits.wrappingAdd(units, ordering: .relaxed) }
  public func expect(_ units: Int) { expectedUnits.store(units, ordering: .relaxed) }
}
