import Glibc
import Ingest
import Synchronization

/// A line on a terminal that says how far long work has come. Nothing is shown of work that takes under a second.
final class ProgressLine: Sendable {
  /// What the exports' reader counts into.
  let reading = ReadingProgress()
  private let began = ContinuousClock.now
  /// Whether anything is shown now; nothing is any more after the end.
  private let state = Mutex((isShown: false, isOver: false, stage: "reading the exports"))

  /// Starts to show progress, where a person watches.
  init(_ console: Console) {
    if console.isWatched { WorkerThread.start { [self] in show() } }
  }

  /// Says what the run is at now.
  func enter(_ stage: String) { state.withLock { $0.stage = stage } }

  /// Clears the line away, for good.
  func end() {
    state.withLock { state in
      if state.isShown { Console.write("\r\u{1B}[K", ending: "") }
      (state.isShown, state.isOver) = (false, true)
    }
  }

  private func show() {
    while true {
      usleep(500_000)
      let elapsed = Double((ContinuousClock.now - began) / .milliseconds(1)) / 1000
      let isOver = state.withLock { state in
        guard !state.isOver, elapsed >= 1 else { return state.isOver }
        let (read, expected) = (reading.read, reading.expected)
        let line =
          read < expected
          ? Self.text(read: read, of: expected, seconds: elapsed) : "\(state.stage) … \(Int(elapsed)) s"
        Console.write("\r\u{1B}[K\(line)", ending: "")
        state.isShown = true
        return false
      }
      if isOver { return }
    }
  }

  /// `reading the exports: 48%, 118 MB/s, about 3 s left`.
  static func text(read: Int, of expected: Int, seconds: Double) -> String {
    let rate = Double(read) / max(seconds, 0.001)
    let share = "reading the exports: \(expected > 0 ? read * 100 / expected : 0)%"
    guard rate >= 1 else { return share }
    let left = Int((Double(expected - read) / rate).rounded(.up))
    let time = left < 120 ? "\(left) s" : "\(left / 60) min"
    return "\(share), \(ByteCount.text(Int(rate)))/s, about \(time) left"
  }
}

/// A thread that does one thing and is never waited for.
enum WorkerThread {
  /// - Returns: whether the system had one to give.
  @discardableResult static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
    let work = Unmanaged.passRetained(Work(body: body))
    var thread = pthread_t()
    let status = pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body() }
        return nil
      }, work.toOpaque())
    if status != 0 { work.release() } else { pthread_detach(thread) }
    return status == 0
  }

  private final class Work {
    let body: @Sendable () -> Void
    init(body: @escaping @Sendable () -> Void) { self.body = body }
  }
}
