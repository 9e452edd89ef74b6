import QAModel

/// Reads `reports`: what the framework's reports are called, how often they are made and what stands in them.
struct ReportDecoder {
  let layers: ConfigurationLayers
  let services: TermIndex
  let auditTypes: TermIndex
  /// The months of Practice Weeks.
  let practiceWeeks: [Period]
  let faults: ConfigurationFaults

  static let keys = [
    "title", "kind", "period", "audience", "sections", "per_service", "services", "audit_types",
  ]

  /// The framework's in its order, and after them those of the reports every framework has that it does not name.
  func decode() -> [ReportDefinition] {
    let reports = layers.named("reports", section: "reports", keys: Self.keys).compactMap(report)
    let names = Set(reports.map { Spelling.folded($0.name) })
    return reports + ReportDefinition.always.filter { !names.contains(Spelling.folded($0.name)) }
  }

  private func report(_ entry: NamedEntry) -> ReportDefinition? {
    let title = "of the report \(entry.name.quoted)"
    if let (_, location) = entry.synonyms.first {
      faults.error(
        "report.synonyms", at: location, "the report \(entry.name.quoted) is given synonyms",
        suggestion: "Write what belongs to it as title: … and the like, or delete them.")
    }
    guard entry.name == Slug.make(entry.name) else {
      faults.error(
        "report.name", at: entry.location, "\(entry.name.quoted) is not a name of a report",
        because:
          "It is written on the command line and names a folder: lower-case letters, digits and hyphens.",
        suggestion: "Write \(Slug.make(entry.name)), and what its cover says as title.")
      return nil
    }
    guard let kind = kind(entry) else { return nil }
    let fields = entry.fields
    return ReportDefinition(
      entry.name, kind: kind, title: fields["title"]?.text("title", faults),
      period: fields["period"]?.stretch("period", title, practiceWeeks: practiceWeeks, faults),
      audience: fields["audience"]?.choice("audience", of: Audience.self, faults),
      sections: fields["sections"].map(sections) ?? [],
      isPerService: fields["per_service"]?.flag("per_service", faults),
      services: fields["services"].map { positions($0, "services", in: services, "service") } ?? [],
      auditTypes: (fields["audit_types"].map { positions($0, "audit_types", in: auditTypes, "audit type") }
        ?? [])
        .map { auditTypes.names[$0] })
  }

  /// As the report says, else the kind that it has the name of.
  private func kind(_ entry: NamedEntry) -> ReportKind? {
    if let node = entry.fields["kind"] { return node.choice("kind", of: ReportKind.self, faults) }
    let name = Spelling.folded(entry.name)
    if let kind = ReportKind.allCases.first(where: { Spelling.folded($0.rawValue) == name }) { return kind }
    faults.error(
      "key.missing", at: entry.location, "the key \"kind\" of the report \(entry.name.quoted) is missing",
      because: "A report is of the kind it has the name of, else it says which.",
      suggestion: ConfigurationFaults.didYouMean(
        entry.name, all: "The kinds are", ReportKind.allCases.map(\.rawValue)))
    return nil
  }

  private func sections(_ node: ConfigurationNode) -> [SectionID] {
    var sections: [SectionID] = []
    for (text, location) in node.places("sections", faults) {
      guard let section = SectionID(rawValue: text.lowercased()) else {
        faults.unknown(
          "value.unknown", text, at: location, is: "a section", all: "The sections are",
          SectionID.allCases.map(\.rawValue))
        continue
      }
      if sections.contains(section) {
        faults.error(
          "reference.duplicate", at: location, "the section \(text.quoted) stands twice",
          suggestion: "Delete one of the two.")
      } else {
        sections.append(section)
      }
    }
    return sections
  }

  private func positions(_ node: ConfigurationNode, _ key: String, in index: TermIndex, _ kind: String)
    -> [Int]
  {
    node.places(key, faults).compactMap { text, location in
      index.resolve(text, at: location, kind: kind, plural: "\(kind)s", faults: faults)
    }
  }
}
