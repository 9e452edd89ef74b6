import QAModel

/// Paths of a configuration: always below the folder they are given for.
enum WorkspacePath {
  /// Whether a path or pattern stays below the folder it is relative to.
  static func isInside(_ path: String) -> Bool {
    !path.isEmpty && !path.hasPrefix("/") && !path.hasPrefix("~") && !path.utf8.contains(0)
      && !path.split(separator: "/").contains("..")
  }

  static func refuse(
    _ key: String, _ path: String, at location: SourceLocation, below folder: String,
    faults: ConfigurationFaults
  ) {
    faults.error(
      "path", at: location, "\(key) is \(path.quoted), which is not below \(folder)",
      suggestion: "Write the path from \(folder) on: no / at its beginning, no .. in it.")
  }
}
