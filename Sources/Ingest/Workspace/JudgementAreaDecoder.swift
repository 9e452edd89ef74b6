import QAModel

/// Reads `judgement_areas`: the areas the inspectorate judges, the services each is about, and its last judgement.
struct JudgementAreaDecoder {
  let layers: ConfigurationLayers
  let services: TermIndex
  /// The sections that the workspace has written anew.
  let replaced: Set<String>
  let faults: ConfigurationFaults

  func decode() -> [JudgementArea] {
    layers.named("judgement_areas", section: "judgement_areas", keys: ["services", "judged", "inspected"]).map
    {
      entry in
      if let (_, location) = entry.synonyms.first {
        faults.error(
          "judgement_area.synonyms", at: location,
          "the judgement area \(entry.name.quoted) is given synonyms",
          because: "No export names a judgement area, so it has none.",
          suggestion: "Name its services, as services: [Fostering].")
      }
      return JudgementArea(
        entry.name, services: entry.fields["services"].map(positions) ?? [], judged: judgement(entry))
    }
  }

  private func positions(_ node: ConfigurationNode) -> [Int] {
    var positions: [Int] = []
    for (text, location) in node.places("services", faults) {
      guard
        let position = services.resolve(
          text, at: location, kind: "service", plural: "services",
          because: layers.leftBehind("services", replaced, at: location, by: "judgement_areas"),
          faults: faults)
      else { continue }
      if positions.contains(position) {
        faults.error(
          "reference.duplicate", at: location, "\(text.quoted) stands twice in a judgement area",
          because: "Its audits would count double.", suggestion: "Delete one of the two.")
      } else {
        positions.append(position)
      }
    }
    return positions
  }

  /// A judgement stands with its day, or nobody could say whether it was known on a report's.
  private func judgement(_ entry: NamedEntry) -> JudgementArea.Judgement? {
    let fields = entry.fields
    guard fields["judged"] != nil || fields["inspected"] != nil else { return nil }
    guard let words = fields["judged"], let day = fields["inspected"] else {
      faults.error(
        "key.missing", at: (fields["judged"] ?? fields["inspected"])?.location ?? entry.location,
        "the judgement area \(entry.name.quoted) needs both judged and inspected",
        suggestion:
          "Write the judgement and the last day of the inspection, as judged: Good and inspected: 2024-06-14."
      )
      return nil
    }
    guard let said = words.text("judged", faults), let date = day.date("inspected", faults) else {
      return nil
    }
    return JudgementArea.Judgement(said, on: date)
  }
}
