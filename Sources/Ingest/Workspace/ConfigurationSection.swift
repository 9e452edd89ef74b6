import QAModel

/// A group of keys with their values, every key of which is known.
struct ConfigurationSection {
  /// Where the group begins.
  let location: SourceLocation
  /// What the group is, for messages: *the file*, *the dataset "audits"*.
  let title: String
  private let values: [String: ConfigurationNode]

  /// Reports every key that is not one of `keys` and leaves it out. `nil`, after saying so, where no keys stand
  /// there at all; a group with nothing in it is a group without keys.
  init?(_ node: ConfigurationNode, title: String, keys: [String], faults: ConfigurationFaults) {
    self.location = node.location
    self.title = title
    switch node.content {
    case .empty:
      values = [:]
    case .mapping(let entries):
      var values: [String: ConfigurationNode] = [:]
      for entry in entries {
        if keys.contains(entry.key) {
          values[entry.key] = entry.value
        } else {
          faults.unknown(
            "key.unknown", entry.key, at: entry.location, is: "a key of \(title)", all: "The keys are", keys)
        }
      }
      self.values = values
    case .text, .list:
      faults.error(
        "type", at: node.location, "\(title) must be keys with values, but \(node.kindName) stands here",
        suggestion: "Write KEY: VALUE, one a line. "
          + ConfigurationFaults.didYouMean("", all: "The keys are", keys))
      return nil
    }
  }

  subscript(key: String) -> ConfigurationNode? { values[key] }

  /// The value of a key that must be there; `nil`, after saying so, where it is not.
  func required(_ key: String, faults: ConfigurationFaults, suggestion: String) -> ConfigurationNode? {
    if let value = values[key] { return value }
    faults.error(
      "key.missing", at: location, "the key \(key.quoted) of \(title) is missing", suggestion: suggestion)
    return nil
  }
}
