import QAModel

/// Reads `audit_types`: how the children of an audit are chosen where the export does not say.
struct AuditTypeDecoder {
  let layers: ConfigurationLayers
  let faults: ConfigurationFaults

  static let keys = ["selection", "reaudit", "open_for", "other_team", "earlier"]
  static let earlierKeys = ["inadequate", "near_good"]

  func decode() -> [AuditType] {
    let entries = layers.named("audit_types", section: "audit_types", keys: Self.keys)
    let terms = TermIndex.terms(entries, section: "audit_types", faults: faults)
    return zip(entries, terms).map { entry, term in
      AuditType(
        term, selection: entry.fields["selection"].flatMap(selection),
        isReaudit: entry.fields["reaudit"]?.flag("reaudit", faults) ?? false,
        openMonths: entry.fields["open_for"].flatMap(months),
        isByAnotherTeam: entry.fields["other_team"]?.flag("other_team", faults) ?? false,
        earlier: entry.fields["earlier"].flatMap(earlier) ?? EarlierGrades())
    }
  }

  /// `{inadequate: 2, near_good: 2}`.
  private func earlier(_ node: ConfigurationNode) -> EarlierGrades? {
    ConfigurationSection(node, title: "earlier", keys: Self.earlierKeys, faults: faults).map { section in
      EarlierGrades(
        inadequate: section["inadequate"]?.whole("inadequate", in: 0...100, faults) ?? 0,
        nearGood: section["near_good"]?.whole("near_good", in: 0...100, faults) ?? 0)
    }
  }

  private func months(_ node: ConfigurationNode) -> Int? {
    ConfigurationSection(node, title: "open_for", keys: ["months"], faults: faults)?
      .required("months", faults: faults, suggestion: "Write open_for: {months: 6}.")?
      .whole("months", in: 1...60, faults)
  }

  private func selection(_ node: ConfigurationNode) -> Selection? {
    guard let text = node.text("selection", faults) else { return nil }
    if let selection = Selection.allCases.first(where: { $0.name == text.lowercased() }) { return selection }
    faults.unknown(
      "value.unknown", text, at: node.location, is: "a way of selecting", all: "It can be",
      Selection.allCases.map(\.name))
    return nil
  }
}
