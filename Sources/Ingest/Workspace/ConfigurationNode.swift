import QAModel

/// A value of a configuration file, with the line it stands on.
///
/// Every scalar is the text as written: `yes`, `no` and `1.0` mean what the key they belong to takes them for.
struct ConfigurationNode {
  var location: SourceLocation
  var content: Content

  enum Content {
    /// Nothing was written after the key or the hyphen.
    case empty
    case text(String)
    case list([ConfigurationNode])
    case mapping([Entry])
  }

  struct Entry {
    var key: String
    var location: SourceLocation
    var value: ConfigurationNode
  }

  /// What stands there, for messages.
  var kindName: String {
    switch content {
    case .empty: "nothing"
    case .text(let text): text.quoted
    case .list: "a list"
    case .mapping: "keys with values"
    }
  }
}
