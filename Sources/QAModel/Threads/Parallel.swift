import Glibc
import Synchronization

/// Numbered pieces of work done by several threads.
package enum Parallel {
  package static let processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  /// Does the work of every number below `count`, the lowest first, and returns when all is done.
  ///
  /// The work runs on several threads at once: what it shares it must guard. On one thread where the system gives no
  /// more.
  package static func forEach(_ count: Int, threads: Int = processors, _ work: (Int) -> Void) {
    let helpers = min(threads, count) - 1
    guard helpers > 0 else {
      for number in 0..<count { work(number) }
      return
    }
    withoutActuallyEscaping(work) { work in
      let queue = Queue(count: count, work: work)
      var started: [pthread_t] = []
      for _ in 0..<helpers {
        var thread = pthread_t()
        let status = pthread_create(
          &thread, nil,
          { queue in
            guard let queue else { return nil }
            Unmanaged<Queue>.fromOpaque(queue).takeUnretainedValue().run()
            return nil
          }, Unmanaged.passUnretained(queue).toOpaque())
        if status == 0 { started.append(thread) }
      }
      queue.run()
      for thread in started { pthread_join(thread, nil) }
    }
  }

  /// What the work of every number below `count` comes to, in their order, whoever did it first.
  package static func map<Value: Sendable>(
    _ count: Int, threads: Int = processors, _ work: (Int) -> Value
  ) -> [Value] {
    Array(unsafeUninitializedCapacity: count) { slots, filled in
      let first = slots.baseAddress
      forEach(count, threads: threads) { number in
        if let first { (first + number).initialize(to: work(number)) }
      }
      filled = count
    }
  }

  /// Does the work of every number below `count` on several threads, and hands what each came to over in their order, one
  /// at a time, as soon as it and all before it are done. No more is begun or handed over once `take` has said `false`.
  package static func inOrder<Value>(
    _ count: Int, threads: Int = processors, _ work: (Int) -> Value, take: (Value) -> Bool
  ) {
    let handover = Handover<Value>()
    forEach(count, threads: threads) { number in
      guard handover.isOpen else { return }
      handover.add(work(number), number, take)
    }
  }

  /// What is done and waits for what comes before it.
  ///
  /// Locked by the system's mutex: the thread sanitiser knows it, and does not know that of `Synchronization`.
  private final class Handover<Value> {
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private var waiting: [Int: Value] = [:]
    private var next = 0
    private var hasStopped = false

    init() {
      mutex = .allocate(capacity: 1)
      pthread_mutex_init(mutex, nil)
    }

    deinit {
      pthread_mutex_destroy(mutex)
      mutex.deallocate()
    }

    var isOpen: Bool {
      pthread_mutex_lock(mutex)
      defer { pthread_mutex_unlock(mutex) }
      return !hasStopped
    }

    func add(_ value: Value, _ number: Int, _ take: (Value) -> Bool) {
      pthread_mutex_lock(mutex)
      defer { pthread_mutex_unlock(mutex) }
      waiting[number] = value
      while !hasStopped, let value = waiting.removeValue(forKey: next) {
        next += 1
        hasStopped = !take(value)
      }
    }
  }

  private final class Queue {
    private let count: Int
    private let work: (Int) -> Void
    private let next = Atomic(0)

    init(count: Int, work: @escaping (Int) -> Void) {
      self.count = count
      self.work = work
    }

    func run() {
      while case let number = next.add(1, ordering: .relaxed).oldValue, number < count { work(number) }
    }
  }
}
