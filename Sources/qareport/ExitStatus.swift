import ArgumentParser

/// The exit statuses schedulers rely on. A command that was not understood ends with 64.
enum ExitStatus {
  /// The report was made, with data problems to look at.
  static let dataProblems = ExitCode(1)
  static let nothingMade = ExitCode(2)
}
