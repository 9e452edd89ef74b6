import QAModel

/// An entry of a section whose entries have names: a domain, an indicator, a service.
///
/// Such a section is written in one of two ways, or half and half:
///
///     domains:                      services:
///       - Assessment                  Early Help: [EH, Early Help Service]
///       - name: Planning              Front Door:
///         synonyms: [Plan]            Fostering: {synonyms: [Foster carers]}
struct NamedEntry {
  var name: String
  /// Where the name stands.
  var location: SourceLocation
  var fields: [String: ConfigurationNode]
  var synonyms: [(text: String, location: SourceLocation)]

  /// The entries of a section. `keys` are those an entry can have beside `name` and `synonyms`.
  static func read(
    _ node: ConfigurationNode, section: String, keys: [String], faults: ConfigurationFaults
  ) -> [NamedEntry] {
    let read: [NamedEntry?]
    switch node.content {
    case .empty:
      read = []
    case .list(let items):
      read = items.map { NamedEntry(item: $0, section: section, keys: keys, faults: faults) }
    case .mapping(let entries):
      read = entries.map { NamedEntry(entry: $0, section: section, keys: keys, faults: faults) }
    case .text:
      node.wrongType(section, "a list of names, or names with what belongs to each", faults)
      read = []
    }
    var places: [String: Int] = [:]
    return read.compactMap(\.self).filter { entry in
      let spelling = Spelling.folded(entry.name)
      guard let first = places[spelling] else {
        places[spelling] = entry.location.line ?? 0
        return true
      }
      faults.error(
        "name.duplicate", at: entry.location,
        "\(entry.name.quoted) stands twice in \(section), first on line \(first)",
        suggestion: "Put what belongs to it under one entry and delete the other.")
      return false
    }
  }

  private init?(item: ConfigurationNode, section: String, keys: [String], faults: ConfigurationFaults) {
    guard case .mapping = item.content else {
      guard let name = item.text("an entry of \(section)", faults) else { return nil }
      self.init(name: name, location: item.location, fields: [:], synonyms: [])
      return
    }
    guard
      let fields = ConfigurationSection(
        item, title: "an entry of \(section)", keys: ["name", "synonyms"] + keys, faults: faults),
      let nameNode = fields.required(
        "name", faults: faults, suggestion: "Give the entry its name, as name: \(Self.example(section))."),
      let name = nameNode.text("name", faults)
    else { return nil }
    self.init(name: name, location: nameNode.location, fields: fields, keys: keys, faults: faults)
  }

  private init?(
    entry: ConfigurationNode.Entry, section: String, keys: [String], faults: ConfigurationFaults
  ) {
    let name = entry.key.trimmed
    guard !name.isEmpty else {
      faults.error("type", at: entry.location, "a name in \(section) is blank")
      return nil
    }
    switch entry.value.content {
    case .empty, .mapping:
      guard
        let fields = ConfigurationSection(
          entry.value, title: "\(name.quoted) in \(section)", keys: ["synonyms"] + keys, faults: faults)
      else { return nil }
      self.init(name: name, location: entry.location, fields: fields, keys: keys, faults: faults)
    case .text, .list:
      self.init(
        name: name, location: entry.location, fields: [:], synonyms: entry.value.places("synonyms", faults))
    }
  }

  private init(
    name: String, location: SourceLocation, fields: ConfigurationSection, keys: [String],
    faults: ConfigurationFaults
  ) {
    let values = keys.compactMap { key in fields[key].map { (key, $0) } }
    self.init(
      name: name, location: location, fields: Dictionary(uniqueKeysWithValues: values),
      synonyms: fields["synonyms"]?.places("synonyms", faults) ?? [])
  }

  private init(
    name: String, location: SourceLocation, fields: [String: ConfigurationNode],
    synonyms: [(text: String, location: SourceLocation)]
  ) {
    self.name = name
    self.location = location
    self.fields = fields
    self.synonyms = synonyms
  }

  private static func example(_ section: String) -> String {
    section == "indicators" ? "Visits in timescale" : "Assessment"
  }

  /// The entry with what a later file says of it: fields given there stand instead of these, synonyms are added.
  func overlaid(by later: NamedEntry) -> NamedEntry {
    var entry = self
    entry.fields.merge(later.fields) { _, new in new }
    entry.synonyms += later.synonyms
    return entry
  }
}
