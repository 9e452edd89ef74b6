import QAModel

/// Reads `practice_areas`: which sources speak of an area, strand by strand.
struct PracticeAreaDecoder {
  let layers: ConfigurationLayers
  let faults: ConfigurationFaults
  let domains: TermIndex
  let standards: TermIndex
  let indicators: TermIndex
  let questions: TermIndex
  /// The sections that the workspace has written anew.
  let replaced: Set<String>

  private static let sources = ["standards", "indicators", "domains", "questions", "complaint_categories"]

  func decode() -> [PracticeArea] {
    let strands = Strand.allCases.map(\.rawValue)
    let entries = layers.named("practice_areas", section: "practice_areas", keys: strands)
    return zip(entries, Slug.unique(entries.map(\.name))).map { entry, id in
      if let (_, location) = entry.synonyms.first {
        faults.error(
          "practice_area.synonyms", at: location, "the practice area \(entry.name.quoted) is given synonyms",
          because: "No export names a practice area, so it has none.",
          suggestion: "Name its sources under quantity, quality and outcome.")
      }
      var evidence: [Strand: [EvidenceSource]] = [:]
      for strand in Strand.allCases {
        guard let node = entry.fields[strand.rawValue] else { continue }
        evidence[strand] = sources(node, of: "\(strand.rawValue) of the practice area \(entry.name.quoted)")
      }
      return PracticeArea(id: id, name: entry.name, evidence: evidence)
    }
  }

  private func sources(_ node: ConfigurationNode, of title: String) -> [EvidenceSource] {
    guard let group = ConfigurationSection(node, title: title, keys: Self.sources, faults: faults) else {
      return []
    }
    var sources: [EvidenceSource] = []
    for key in Self.sources {
      guard let node = group[key] else { continue }
      for (text, location) in node.places(key, faults) {
        guard let source = source(key, text, at: location) else { continue }
        if sources.contains(source) {
          faults.error(
            "reference.duplicate", at: location, "\(text.quoted) stands twice in \(title)",
            because: "Its records would count double.", suggestion: "Delete one of the two.")
        } else {
          sources.append(source)
        }
      }
    }
    return sources
  }

  private func source(_ key: String, _ text: String, at location: SourceLocation) -> EvidenceSource? {
    switch key {
    case "standards":
      position(text, in: standards, at: location, "standard", key).map(EvidenceSource.standard)
    case "indicators":
      position(text, in: indicators, at: location, "indicator", key).map(EvidenceSource.indicator)
    case "domains": position(text, in: domains, at: location, "domain", key).map(EvidenceSource.domain)
    case "questions":
      position(text, in: questions, at: location, "question", key).map(EvidenceSource.question)
    default: .complaintCategory(text)
    }
  }

  private func position(
    _ text: String, in index: TermIndex, at location: SourceLocation, _ kind: String, _ plural: String
  ) -> Int? {
    let section = plural == "questions" ? "feedback" : plural
    return index.resolve(
      text, at: location, kind: kind, plural: plural,
      because: layers.leftBehind(section, replaced, at: location, by: "practice_areas"), faults: faults)
  }
}
