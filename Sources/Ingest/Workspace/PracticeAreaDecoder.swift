import QAModel

/// Reads `practice_areas`: which sources speak of an area, strand by strand.
struct PracticeAreaDecoder {
  let layers: ConfigurationLayers
  let faults: ConfigurationFaults
  let domains: TermIndex
  let standards: TermIndex
  let indicators: TermIndex
  let questions: TermIndex

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
      standards.resolve(text, at: location, kind: "standard", plural: "standards", faults: faults)
        .map(EvidenceSource.standard)
    case "indicators":
      indicators.resolve(text, at: location, kind: "indicator", plural: "indicators", faults: faults)
        .map(EvidenceSource.indicator)
    case "domains":
      domains.resolve(text, at: location, kind: "domain", plural: "domains", faults: faults)
        .map(EvidenceSource.domain)
    case "questions":
      questions.resolve(text, at: location, kind: "question", plural: "questions", faults: faults)
        .map(EvidenceSource.question)
    default: .complaintCategory(text)
    }
  }
}
