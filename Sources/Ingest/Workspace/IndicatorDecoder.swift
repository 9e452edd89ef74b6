import QAModel

/// Reads `indicators`: what each counts, and which way is good. Nothing of that is guessed.
struct IndicatorDecoder {
  let layers: ConfigurationLayers
  let faults: ConfigurationFaults

  private static let keys = [
    "unit", "kind", "polarity", "target", "tolerance", "strand", "places", "context",
  ]

  func decode() -> [Indicator] {
    let entries = layers.named("indicators", section: "indicators", keys: Self.keys)
    let terms = TermIndex.terms(entries, section: "indicators", faults: faults)
    return zip(entries, terms).map { entry, term in indicator(entry, term) }
  }

  private func indicator(_ entry: NamedEntry, _ term: Term) -> Indicator {
    let unit = choice("unit", of: Indicator.Unit.self, in: entry)
    let kind = choice("kind", of: Indicator.Kind.self, in: entry)
    let polarity = choice("polarity", of: Indicator.Polarity.self, in: entry)
    let largest: Double = unit == .percent ? 100 : 1_000_000_000
    let target = entry.fields["target"]?.number("target", in: 0...largest, faults)
    let tolerance = entry.fields["tolerance"]?.number("tolerance", in: 0...largest, faults)
    if let node = entry.fields["tolerance"], entry.fields["target"] == nil {
      faults.error(
        "key.missing", at: node.location, "the indicator \(entry.name.quoted) has a tolerance but no target",
        suggestion: "Give the target that the tolerance belongs to.")
    }
    if let node = entry.fields["target"], polarity == .neither {
      faults.error(
        "indicator.target", at: node.location,
        "the indicator \(entry.name.quoted) has a target, but its polarity is neither",
        suggestion: "Say with polarity: high or low on which side of the target is good.")
    }
    return Indicator(
      term, unit: unit ?? .percent, kind: kind ?? .flow, polarity: polarity ?? .neither, target: target,
      tolerance: tolerance ?? 0, strand: entry.fields["strand"]?.choice("strand", of: Strand.self, faults),
      places: entry.fields["places"]?.whole("places", in: 0...6, faults) ?? 1,
      isContext: entry.fields["context"]?.flag("context", faults) ?? false)
  }

  private func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, of type: Choice.Type, in entry: NamedEntry
  ) -> Choice? where Choice.RawValue == String {
    if let node = entry.fields[key] { return node.choice(key, of: type, faults) }
    faults.error(
      "key.missing", at: entry.location,
      "the key \(key.quoted) of the indicator \(entry.name.quoted) is missing",
      suggestion: "It can be \(Choice.allCases.map(\.rawValue).joined(separator: ", ")).")
    return nil
  }
}
