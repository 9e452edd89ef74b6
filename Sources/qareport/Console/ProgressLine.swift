import Glibc
import Ingest
import QAModel
import Synchronization

/// A line on a terminal that says how far long work has come. Nothing is shown of work that takes under a second.
final class ProgressLine: Sendable {
  /// What the exports' reader counts into, in bytes.
  let reading = WorkProgress()
  /// What the reading of comments for themes counts into.
  let comments = WorkProgress()
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
        let line = counted(after: elapsed) ?? "\(state.stage) … \(Int(elapsed)) s"
        Console.write("\r\u{1B}[K\(line)", ending: "")
        state.isShown = true
        return false
      }
      if isOver { return }
    }
  }

  /// What is under way and is being counted.
  private func counted(after seconds: Double) -> String? {
    let (read, bytes) = (reading.done, reading.expected)
    if read < bytes { return Self.text("reading the exports", read, of: bytes, seconds, ByteCount.text) }
    let (told, all) = (comments.done, comments.expected)
    guard told < all else { return nil }
    return Self.text("reading the comments", told, of: all, seconds) { "\(Rounding.count($0)) comments" }
  }

  /// `reading the exports: 48%, 118 MB/s, about 3 s left`.
  ///
  /// - Parameter amount: so much, in words.
  static func text(
    _ stage: String, _ done: Int, of expected: Int, _ seconds: Double, _ amount: (Int) -> String
  ) -> String {
    let rate = Double(done) / max(seconds, 0.001)
    let share = "\(stage): \(expected > 0 ? done * 100 / expected : 0)%"
    guard rate >= 1 else { return share }
    let left = Int((Double(expected - done) / rate).rounded(.up))
    let time = left < 120 ? "\(left) s" : "\(left / 60) min"
    return "\(share), \(amount(Int(rate)))/s, about \(time) left"
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
