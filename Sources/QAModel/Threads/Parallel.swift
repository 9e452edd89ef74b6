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
