import QAModel

/// Reads `escalations`: what must be told to whom when it was not done in time.
struct EscalationDecoder {
  let layers: ConfigurationLayers
  let auditTypes: TermIndex
  /// The lines of the framework's plan.
  let activities: TermIndex
  let faults: ConfigurationFaults

  private static let limits = ["days", "working_days", "months"]
  static let keys = ["trigger", "to", "minimum", "audit_type", "activity"] + limits

  func decode() -> [EscalationRule] {
    layers.named("escalations", section: "escalations", keys: Self.keys).compactMap(rule)
  }

  private func rule(_ entry: NamedEntry) -> EscalationRule? {
    if let (_, location) = entry.synonyms.first {
      faults.error(
        "escalation.synonyms", at: location, "the escalation \(entry.name.quoted) is given synonyms",
        suggestion: "No export names an escalation, so it has none: delete them.")
    }
    guard
      let trigger = required(
        "trigger", entry, "Say what it is about, as trigger: action_overdue.")?.choice(
          "trigger", of: EscalationTrigger.self, faults),
      let to = required("to", entry, "Say who is to be told, as to: Service manager.")?.text("to", faults)
    else { return nil }
    var minimum: Int?
    if trigger.isMinimum {
      let suggestion = "Say how many children a quarter must have, as minimum: 10."
      minimum = required("minimum", entry, suggestion)?.whole("minimum", in: 1...10_000, faults)
      guard minimum != nil else { return nil }
    } else {
      refuse("minimum", entry, "counts no children", trigger)
    }
    if trigger != .tooFewAudited { refuse("audit_type", entry, "does not count audits", trigger) }
    if trigger != .planNotDone { refuse("activity", entry, "is not about the plan", trigger) }
    return EscalationRule(
      id: entry.name, trigger: trigger, limit: limit(entry, trigger), minimum: minimum ?? 0,
      auditType: named("audit_type", "audit type", auditTypes, entry),
      activity: named(
        "activity", "activity of the plan", activities, entry, plural: "activities of the plan"),
      to: to)
  }

  private func limit(_ entry: NamedEntry, _ trigger: EscalationTrigger) -> EscalationLimit? {
    let given = Self.limits.filter { entry.fields[$0] != nil }
    guard let key = given.first, let node = entry.fields[key] else { return nil }
    if trigger.fallsDueWithPeriod {
      refuse(key, entry, "falls due with the \(trigger.isMinimum ? "quarter" : "period")", trigger)
      return nil
    }
    if given.count > 1, let second = entry.fields[given[1]] {
      faults.error(
        "escalation.limit", at: second.location,
        "the escalation \(entry.name.quoted) has two limits, \(given[0]) and \(given[1])",
        suggestion: "Keep the one that the framework means.")
    }
    guard let number = node.whole(key, in: 0...366, faults) else { return nil }
    return switch key {
    case "working_days": .workingDays(number)
    case "months": .months(number)
    default: .days(number)
    }
  }

  /// The framework's name of what a key names.
  private func named(
    _ key: String, _ kind: String, _ index: TermIndex, _ entry: NamedEntry, plural: String? = nil
  ) -> String? {
    guard let node = entry.fields[key], let text = node.text(key, faults),
      let position = index.resolve(
        text, at: node.location, kind: kind, plural: plural ?? kind + "s", faults: faults)
    else { return nil }
    return index.names[position]
  }

  private func required(_ key: String, _ entry: NamedEntry, _ suggestion: String) -> ConfigurationNode? {
    if let node = entry.fields[key] { return node }
    faults.error(
      "key.missing", at: entry.location,
      "the key \(key.quoted) of the escalation \(entry.name.quoted) is missing", suggestion: suggestion)
    return nil
  }

  private func refuse(_ key: String, _ entry: NamedEntry, _ why: String, _ trigger: EscalationTrigger) {
    guard let node = entry.fields[key] else { return }
    faults.error(
      "escalation.key", at: node.location,
      "\(key) has no meaning for the escalation \(entry.name.quoted): \(trigger.rawValue) \(why)",
      suggestion: "Delete the line.")
  }
}
