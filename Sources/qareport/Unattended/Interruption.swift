import Glibc
import Synchronization

/// What happens when a person or the system asks the program to stop while it makes a pack.
///
/// The request is taken by a thread of its own, between two steps that write and never within one: what is half made
/// is removed, and the program ends with 128 and the signal's number, as shells count it.
enum Interruption {
  /// Removes what is half made and says what is left.
  typealias CleanUp = @Sendable () -> String

  private static let cleanUp = Mutex<CleanUp?>(nil)

  /// Takes interrupt, terminate and hang-up from here on, but for those the program was started to ignore.
  ///
  /// A reader of its output that has gone and a limit on the size of files are from here on errors of the call that
  /// meets them. To be called before other threads are started, which would take the signals otherwise.
  static func watch(_ console: Console) {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(number) { sigaddset(&signals, number) }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    let awaited = signals
    // Without a thread to take them the signals end the program at once, and the next run clears up.
    if !WorkerThread.start({ wait(for: awaited, console) }) { pthread_sigmask(SIG_UNBLOCK, &signals, nil) }
  }

  /// Runs a step that must not be cut in two.
  static func step<Failure: Error>(_ body: () throws(Failure) -> Void) throws(Failure) {
    try cleanUp.withLock { _ throws(Failure) in try body() }
  }

  /// Begins what leaves something behind if it is cut off: from its first step on an interruption knows what to do.
  static func begin<Begun, Failure: Error>(
    _ body: () throws(Failure) -> (begun: Begun, cleanUp: CleanUp)
  ) throws(Failure) -> Begun {
    var begun: Begun?
    try cleanUp.withLock { cleanUp throws(Failure) in
      let started = try body()
      begun = started.begun
      cleanUp = started.cleanUp
    }
    guard let begun else { preconditionFailure("begun, or thrown") }
    return begun
  }

  /// Sets what is to be done on an interruption; `nil` when nothing is left to do.
  static func set(_ new: CleanUp?) { cleanUp.withLock { $0 = new } }

  private static func wait(for awaited: sigset_t, _ console: Console) {
    var (signals, number) = (awaited, Int32(0))
    guard sigwait(&signals, &number) == 0 else { return }
    cleanUp.withLock { cleanUp in
      let left = cleanUp?() ?? "nothing was left half made"
      let word = number == SIGINT ? "interrupted" : number == SIGTERM ? "told to stop" : "hung up"
      console.fail("\(word): \(left)", event: "run.stopped")
      _exit(128 + number)
    }
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
  }
}
