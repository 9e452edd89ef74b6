import QAModel

/// Reads `audit_types`: how the children of an audit are chosen where the export does not say.
struct AuditTypeDecoder {
  let layers: ConfigurationLayers
  let registers: TermIndex
  let services: TermIndex
  let faults: ConfigurationFaults

  static let keys = [
    "selection", "reaudit", "open_for", "other_team", "earlier", "drawn_from", "audited_by", "services",
  ]
  static let earlierKeys = ["inadequate", "near_good"]
  static let drawnFromKeys = ["caseload", "register", "last", "where"]
  private static let finalised = "ehcp_finalised_date"

  func decode() -> [AuditType] {
    let entries = layers.named("audit_types", section: "audit_types", keys: Self.keys)
    let terms = TermIndex.terms(entries, section: "audit_types", faults: faults)
    return zip(entries, terms).map { entry, term in
      AuditType(
        term, selection: entry.fields["selection"].flatMap(selection),
        isReaudit: entry.fields["reaudit"]?.flag("reaudit", faults) ?? false,
        openMonths: entry.fields["open_for"].flatMap(months),
        isByAnotherTeam: entry.fields["other_team"]?.flag("other_team", faults) ?? false,
        earlier: entry.fields["earlier"].flatMap(earlier) ?? EarlierGrades(),
        drawnFrom: entry.fields["drawn_from"].flatMap(drawnFrom),
        auditedBy: entry.fields["audited_by"]?.texts("audited_by", faults) ?? [],
        services: entry.fields["services"].map(names) ?? [])
    }
  }

  private func names(_ node: ConfigurationNode) -> [String] {
    node.places("services", faults).compactMap { text, location in
      services.resolve(text, at: location, kind: "service", plural: "services", faults: faults).map {
        services.names[$0]
      }
    }
  }

  /// `{caseload: ehcp_finalised_date, last: month}` or `{register: Contacts, last: week, where: {Kind: Referral}}`.
  private func drawnFrom(_ node: ConfigurationNode) -> DrawnFrom? {
    guard
      let section = ConfigurationSection(
        node, title: "drawn_from", keys: Self.drawnFromKeys, faults: faults),
      let last = section.required("last", faults: faults, suggestion: "Write last: month or last: week.")
        .flatMap(stretch)
    else { return nil }
    var from = DrawnFrom(last: last)
    if let caseload = section["caseload"], let column = caseload.text("caseload", faults) {
      guard column == Self.finalised else {
        faults.unknown(
          "value.unknown", column, at: caseload.location, is: "a date of the caseload to draw by",
          all: "It can be", [Self.finalised])
        return nil
      }
      from.isPlanFinalised = true
    }
    if let register = section["register"], let name = register.text("register", faults) {
      let found = registers.resolve(
        name, at: register.location, kind: "register", plural: "registers", faults: faults)
      guard let found else { return nil }
      from.register = registers.names[found]
    }
    guard from.isPlanFinalised || from.register != nil else {
      faults.error(
        "key.missing", at: node.location, "drawn_from does not say what is drawn from",
        suggestion: "Name a register, as register: Contacts, or write caseload: \(Self.finalised).")
      return nil
    }
    from.conditions = section["where"].map(conditions) ?? []
    return from
  }

  private func stretch(_ node: ConfigurationNode) -> DrawnFrom.Stretch? {
    guard let text = node.text("last", faults) else { return nil }
    if let stretch = DrawnFrom.Stretch(rawValue: text.lowercased()) { return stretch }
    faults.unknown(
      "value.unknown", text, at: node.location, is: "a stretch of time to draw from", all: "It can be",
      DrawnFrom.Stretch.allCases.map(\.rawValue))
    return nil
  }

  /// What columns of the register say; that it has them is looked at when it is drawn from.
  private func conditions(_ node: ConfigurationNode) -> [DrawnFrom.Condition] {
    guard case .mapping(let entries) = node.content else {
      faults.error(
        "type", at: node.location,
        "where must name columns with their values, but \(node.kindName) stands here",
        suggestion: "Write where: {Kind: [Contact, Referral]}.")
      return []
    }
    return entries.compactMap { entry in
      entry.value.texts(entry.key, faults).map { DrawnFrom.Condition(entry.key, $0) }
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
