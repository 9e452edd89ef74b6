import Glibc

/// Work that another thread does in the meantime. Waited for when its value is asked for, at the latest when it is let
/// go.
package final class Background<Value: Sendable> {
  /// Written by the thread before it ends, read after it has been joined.
  private final class Slot: @unchecked Sendable {
    var value: Value?
  }

  private let slot = Slot()
  private let thread: JoinedThread

  package init(_ work: @escaping @Sendable () -> Value) {
    thread = JoinedThread { [slot] in slot.value = work() }
  }

  package func value() -> Value {
    thread.join()
    guard let value = slot.value else { preconditionFailure("the work ends with a value") }
    return value
  }
}

/// A thread that does one piece of work; where the system gives no thread, the work is done at once.
private final class JoinedThread {
  private final class Work {
    let run: () -> Void
    init(_ run: @escaping () -> Void) { self.run = run }
  }

  private var thread: pthread_t?

  init(_ work: @escaping @Sendable () -> Void) {
    var started = pthread_t()
    let handed = Unmanaged.passRetained(Work(work))
    let status = pthread_create(
      &started, nil,
      { handed in
        guard let handed else { return nil }
        Unmanaged<Work>.fromOpaque(handed).takeRetainedValue().run()
        return nil
      }, handed.toOpaque())
    if status == 0 { thread = started } else { handed.takeRetainedValue().run() }
  }

  deinit { join() }

  func join() {
    if let thread { pthread_join(thread, nil) }
    thread = nil
  }
}
