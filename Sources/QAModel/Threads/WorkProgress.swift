import Synchronization

/// How far the reading of exports has come, for whoever watches from another thread.
public final class ReadingProgress: Sendable {
  private let readBytes = Atomic<Int>(0)
  private let expectedBytes = Atomic<Int>(0)

  public init() {}

  /// Bytes taken from files so far. A file is gone through twice: to know it, and to read it.
  public var read: Int { readBytes.load(ordering: .relaxed) }
  /// Bytes there will be; 0 until the exports have been found.
  public var expected: Int { expectedBytes.load(ordering: .relaxed) }

  func add(_ bytes: Int) { readBytes.wrappingAdd(bytes, ordering: .relaxed) }
  func expect(_ bytes: Int) { expectedBytes.store(bytes, ordering: .relaxed) }
}
