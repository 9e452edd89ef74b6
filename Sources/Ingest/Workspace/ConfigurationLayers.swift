import QAModel

/// A group of keys as the framework's file has it and as the workspace adds to it.
///
/// The workspace goes before the framework key by key. In a section of named entries the fields of an entry do
/// so too; synonyms and new names are added.
struct ConfigurationLayers {
  /// The framework's first. A section that the workspace replaces has the workspace's only.
  let sections: [ConfigurationSection]
  let faults: ConfigurationFaults

  /// More entries than any framework has, and as many as the columns of positions can hold.
  private static let mostEntries = 1000

  var location: SourceLocation { sections[0].location }

  func value(_ key: String) -> ConfigurationNode? { sections.last { $0[key] != nil }?[key] }

  func required(_ key: String, title: String, suggestion: String) -> ConfigurationNode? {
    if let value = value(key) { return value }
    faults.error(
      "key.missing", at: location, "the key \(key.quoted) of \(title) is missing", suggestion: suggestion)
    return nil
  }

  /// The keys below a key, or `nil` where no layer has it.
  func group(_ key: String, title: String, keys: [String]) -> ConfigurationLayers? {
    let groups = sections.compactMap { section in
      section[key].flatMap { ConfigurationSection($0, title: title, keys: keys, faults: faults) }
    }
    return groups.isEmpty ? nil : ConfigurationLayers(sections: groups, faults: faults)
  }

  /// The named entries below a key, those of a later layer laid over those of an earlier one of the same name.
  ///
  /// - Parameters:
  ///   - section: How messages call it, as `feedback: questions`.
  ///   - keys: What an entry can have beside its name and synonyms.
  ///   - isScale: Whether the order of the entries is a ranking, so that none can be added at its end.
  func named(_ key: String, section: String, keys: [String] = [], isScale: Bool = false) -> [NamedEntry] {
    var entries: [NamedEntry] = []
    var positions: [String: Int] = [:]
    for (layer, values) in sections.enumerated() {
      guard let node = values[key] else { continue }
      for entry in NamedEntry.read(node, section: section, keys: keys, faults: faults) {
        let spelling = Spelling.folded(entry.name)
        if let position = positions[spelling] {
          entries[position] = entries[position].overlaid(by: entry)
        } else if isScale, layer > 0, !entries.isEmpty {
          faults.error(
            "scale.order", at: entry.location, "\(entry.name.quoted) is not in the framework's \(section)",
            because: "Where a new name would stand in the order cannot be told.",
            suggestion: Self.suggestion(entry.name, in: entries.map(\.name), section: section))
        } else {
          positions[spelling] = entries.count
          entries.append(entry)
        }
      }
      if entries.count > Self.mostEntries {
        faults.error(
          "limit", at: node.location, "\(section) has more than \(Self.mostEntries) entries",
          suggestion: "Take out what the reports do not need.")
        return []
      }
    }
    return entries
  }

  private static func suggestion(_ name: String, in names: [String], section: String) -> String {
    let whole = section.prefix { $0 != ":" }
    let instead = "To write the whole scale yourself, add replace: [\(whole)]."
    return Spelling.nearest(name, in: names).map { "Did you mean \($0.quoted)? \(instead)" } ?? instead
  }
}

extension ConfigurationLayers {
  /// Why a name in the framework's own file is none any more: the workspace has written the section of such names anew.
  /// `nil` where that is not why. `key` is the section whose entry names it.
  func leftBehind(
    _ section: String, _ replaced: Set<String>, at location: SourceLocation, by key: String
  ) -> String? {
    guard location.file == self.location.file, replaced.contains(section) else { return nil }
    return
      "\(WorkspaceReader.file) replaces \(section), so that the framework's \(key.replacing("_", with: " ")) name what is no longer there: replace \(key) too."
  }
}
