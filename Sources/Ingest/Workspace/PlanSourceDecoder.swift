import QAModel

/// Reads what counts as an activity done, or as an event that asks for one: `{dataset: {what to count of it}}`.
struct PlanSourceDecoder {
  let faults: ConfigurationFaults
  let auditTypes: TermIndex
  let registers: TermIndex

  /// What a key of a dataset narrows.
  private typealias Narrowing = (key: String, path: WritableKeyPath<PlanSource, [String]>)

  private static var datasets: [(DatasetKind, [Narrowing])] {
    [
      (
        .audits,
        [("audit_type", \.kinds), ("auditor_role", \.roles), ("auditor_team", \.teams)]
      ),
      (.dipSamples, [("reviewer_role", \.roles)]),
      (.observations, [("nature", \.kinds), ("observer_role", \.roles), ("worker_role", \.subjectRoles)]),
      (.supervisionAudits, [("reviewer_role", \.roles), ("supervisor_role", \.subjectRoles)]),
      (.feedback, [("source", \.kinds)]),
      (.activity, [("activity", \.kinds), ("lead", \.roles)]),
    ]
  }

  func decode(_ node: ConfigurationNode, _ title: String) -> PlanSource? {
    if case .empty = node.content { return nil }
    let names = Self.datasets.map(\.0.rawValue) + [Self.register]
    guard let section = ConfigurationSection(node, title: title, keys: names, faults: faults) else {
      return nil
    }
    let given = names.filter { section[$0] != nil }
    guard given.count == 1, let name = given.first, let value = section[name] else {
      faults.error(
        "plan.source", at: node.location, "\(title) names \(given.count) datasets, but must name one",
        because: given.isEmpty ? nil : "Counted in two, the same activity would be done twice.",
        suggestion: "It can be \(names.joined(separator: ", ")).")
      return nil
    }
    guard let (dataset, narrowings) = Self.datasets.first(where: { $0.0.rawValue == name }) else {
      return register(value)
    }
    return source(dataset, narrowings, value, title)
  }

  private static let register = "register"

  /// Every record of a register.
  private func register(_ node: ConfigurationNode) -> PlanSource? {
    guard let name = node.text(Self.register, faults) else { return nil }
    return registers.resolve(
      name, at: node.location, kind: "register", plural: "registers",
      because: registers.names.isEmpty
        ? "It has no registers: say under registers what this one holds." : nil,
      faults: faults
    ).map { PlanSource(.register(registers.names[$0])) }
  }

  /// An event: a source, or the name of an activity alone.
  func event(_ node: ConfigurationNode, _ title: String) -> PlanSource? {
    if case .text = node.content {
      return node.text("each", faults).map { PlanSource(.activity, kinds: [$0]) }
    }
    return decode(node, title)
  }

  private func source(
    _ dataset: DatasetKind, _ narrowings: [Narrowing], _ node: ConfigurationNode, _ title: String
  ) -> PlanSource? {
    var source = PlanSource(dataset)
    if dataset == .activity {
      switch node.content {
      case .text, .list:
        source.kinds = node.texts("activity", faults) ?? []
        return source
      case .empty, .mapping: break
      }
    }
    var keys = narrowings.map(\.key)
    if dataset == .audits { keys.append("family_feedback_obtained") }
    if dataset == .audits || dataset == .dipSamples { keys.append("count") }
    guard
      let section = ConfigurationSection(
        node, title: "\(dataset.rawValue) in \(title)", keys: keys, faults: faults)
    else { return nil }
    for (key, path) in narrowings {
      guard let node = section[key] else { continue }
      if key == "audit_type" {
        source[keyPath: path] = node.places(key, faults).compactMap { text, location in
          auditTypes.resolve(text, at: location, kind: "audit type", plural: "audit types", faults: faults)
            .map { auditTypes.names[$0] }
        }
      } else {
        source[keyPath: path] = node.texts(key, faults) ?? []
      }
    }
    if let flag = section["family_feedback_obtained"]?.flag("family_feedback_obtained", faults) {
      source.withFamilyFeedback = flag
    }
    if dataset == .activity, source.kinds.isEmpty, source.roles.isEmpty {
      faults.error(
        "key.missing", at: node.location, "activity in \(title) does not say which",
        suggestion: "Name it as the activity log does, as activity: Learning event.")
    }
    if let node = section["count"] { source.counting = counting(node, dataset) ?? .records }
    return source
  }

  private func counting(_ node: ConfigurationNode, _ dataset: DatasetKind) -> PlanSource.Counting? {
    guard let text = node.text("count", faults) else { return nil }
    let records = dataset == .dipSamples ? "occurrences" : "audits"
    switch text.lowercased() {
    case "children": return .children
    case records: return .records
    default:
      faults.unknown(
        "value.unknown", text, at: node.location, is: "a value of count", all: "It can be",
        [records, "children"])
      return nil
    }
  }
}
