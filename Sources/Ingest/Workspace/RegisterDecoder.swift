import QAModel

/// Reads `registers`: which columns of a register tell its records' day and what they are counted by.
struct RegisterDecoder {
  let layers: ConfigurationLayers
  let faults: ConfigurationFaults

  private static let keys = ["date", "count_by", "id", "service", "text"]
  /// As many columns as a reader can follow, and a record is counted in each of them.
  private static let mostColumns = 20

  func decode() -> [Register] {
    let entries = layers.named("registers", section: "registers", keys: Self.keys)
    let terms = TermIndex.terms(entries, section: "registers", faults: faults)
    return zip(entries, terms).compactMap(register)
  }

  private func register(_ entry: NamedEntry, _ term: Term) -> Register? {
    let header = { (key: String) in entry.fields[key].flatMap { $0.text(key, faults) } }
    guard let date = header("date") else {
      if entry.fields["date"] == nil {
        missing("date", entry, "Name the column with the day, as date: Referral date.")
      }
      return nil
    }
    guard let node = entry.fields["count_by"] else {
      missing("count_by", entry, "Name the columns to count by, as count_by: [Setting, Outcome].")
      return nil
    }
    let register = Register(
      term, date: date, countBy: [], id: header("id"), service: header("service"), text: header("text"))
    return counted(node, register)
  }

  private func missing(_ key: String, _ entry: NamedEntry, _ suggestion: String) {
    faults.error(
      "key.missing", at: entry.location,
      "the key \(key.quoted) of the register \(entry.name.quoted) is missing", suggestion: suggestion)
  }

  /// The register with the columns it is counted by, each of which is a column of its own.
  private func counted(_ node: ConfigurationNode, _ register: Register) -> Register? {
    var register = register
    let own = DatasetColumns.names(.register(register.name))
    var taken = Set(
      (own + [register.date] + [register.id, register.service, register.text].compactMap(\.self))
        .map(Spelling.folded))
    for (column, location) in node.places("count_by", faults) {
      guard taken.insert(Spelling.folded(column)).inserted else {
        faults.error(
          "register.column", at: location,
          "\(column.quoted) of the register \(register.name.quoted) stands twice, or is its date, id, service or text",
          because: "Records are counted by their date and service in any case.",
          suggestion: "Take it out of count_by.")
        return nil
      }
      register.countBy.append(column)
    }
    guard register.countBy.count <= Self.mostColumns else {
      faults.error(
        "limit", at: node.location,
        "the register \(register.name.quoted) is counted by more than \(Self.mostColumns) columns",
        suggestion: "Keep those that the report is to show.")
      return nil
    }
    return register
  }
}
