import QAModel

/// Reads `audit_types`: how the children of an audit are chosen where the export does not say.
struct AuditTypeDecoder {
  let layers: ConfigurationLayers
  let faults: ConfigurationFaults

  func decode() -> [AuditType] {
    let entries = layers.named("audit_types", section: "audit_types", keys: ["selection", "reaudit"])
    let terms = TermIndex.terms(entries, section: "audit_types", faults: faults)
    return zip(entries, terms).map { entry, term in
      AuditType(
        term, selection: entry.fields["selection"].flatMap(selection),
        isReaudit: entry.fields["reaudit"]?.flag("reaudit", faults) ?? false)
    }
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
