import QAModel

/// Reads `plan`: which activity is due how often, and what shows that it was done.
struct PlanDecoder {
  let layers: ConfigurationLayers
  let faults: ConfigurationFaults
  let services: TermIndex
  let auditTypes: TermIndex
  let registers: TermIndex

  private static let keys = ["activity", "service", "lead", "as_written", "due", "done"]
  private static let mostLines = 1000

  func decode() -> [PlanLine] {
    let entries = entries()
    let repeated = Dictionary(grouping: entries) { Spelling.folded($0.activity) }.filter {
      $0.value.count > 1
    }
    return entries.compactMap { entry in
      var name = entry.activity
      if let service = entry.service, repeated[Spelling.folded(name)] != nil {
        name += " (\(services.names[service]))"
      }
      return line(name, entry)
    }
  }

  /// A line as its files say it, a later file's keys over an earlier one's.
  private struct Entry {
    var activity: String
    var service: Int?
    var location: SourceLocation
    var fields: [String: ConfigurationNode]
  }

  /// A workspace's line of an activity and service that the framework has stands over it key by key; others follow.
  private func entries() -> [Entry] {
    var entries: [Entry] = []
    for section in layers.sections {
      guard let node = section["plan"] else { continue }
      guard case .list(let items) = node.content else {
        if case .empty = node.content { continue }
        node.wrongType("plan", "a list of activities", faults)
        continue
      }
      guard items.count <= Self.mostLines else {
        faults.error(
          "limit", at: node.location, "plan has more than \(Self.mostLines) entries",
          suggestion: "Take out what the reports do not need.")
        continue
      }
      let own = entries.count
      for entry in items.compactMap(entry) {
        let isSame = { (other: Entry) in
          other.service == entry.service && Spelling.folded(other.activity) == Spelling.folded(entry.activity)
        }
        guard let position = entries.firstIndex(where: isSame) else {
          entries.append(entry)
          continue
        }
        if position >= own {
          faults.error(
            "name.duplicate", at: entry.location,
            "\(entry.activity.quoted) stands twice in plan, first on line \(entries[position].location.line ?? 0)",
            suggestion: "Tell the two apart by service, or by what the activity is called.")
        } else {
          entries[position].fields.merge(entry.fields) { _, new in new }
        }
      }
    }
    return entries
  }

  private func entry(_ node: ConfigurationNode) -> Entry? {
    guard
      let section = ConfigurationSection(node, title: "an entry of plan", keys: Self.keys, faults: faults),
      let activity = section.required(
        "activity", faults: faults, suggestion: "Say what is to be done, as activity: Dip sampling.")?
        .text("activity", faults)
    else { return nil }
    var service: Int?
    if let node = section["service"] {
      guard
        let position = node.text("service", faults).flatMap({
          services.resolve($0, at: node.location, kind: "service", plural: "services", faults: faults)
        })
      else { return nil }
      service = position
    }
    let fields = ["lead", "as_written", "due", "done"].compactMap { key in section[key].map { (key, $0) } }
    return Entry(
      activity: activity, service: service, location: node.location,
      fields: Dictionary(uniqueKeysWithValues: fields))
  }

  private func line(_ name: String, _ entry: Entry) -> PlanLine? {
    guard let asWritten = entry.fields["as_written"] else {
      faults.error(
        "key.missing", at: entry.location,
        "the key \"as_written\" of the activity \(entry.activity.quoted) is missing",
        suggestion: "Give the document's own words of how often, as as_written: Min 2 per month.")
      return nil
    }
    let title = "of the activity \(entry.activity.quoted)"
    let sources = PlanSourceDecoder(faults: faults, auditTypes: auditTypes, registers: registers)
    let due = entry.fields["due"].flatMap {
      PlanDueDecoder(faults: faults, sources: sources).decode($0, title)
    }
    let done = entry.fields["done"].flatMap { sources.decode($0, "done \(title)") }
    if case .timesPerService = due, entry.service != nil, let node = entry.fields["due"] {
      faults.error(
        "plan.service", at: node.location, "due \(title) is per service, but the line is one service's",
        suggestion: "Take out either service or per_service.")
    }
    if case .perPerson = due, let done, !done.isOfPeople, let node = entry.fields["done"] {
      faults.error(
        "plan.person", at: node.location,
        "due \(title) is per person, but the dataset \(done.dataset.rawValue) does not say whose practice a record is of",
        suggestion: "Count observations or supervision_audits.")
    }
    return PlanLine(
      name, service: entry.service, lead: entry.fields["lead"]?.text("lead", faults),
      asWritten: asWritten.text("as_written", faults) ?? "", due: due, done: done)
  }
}

extension PlanSource {
  /// Whether each record is of one member of staff's practice.
  fileprivate var isOfPeople: Bool { dataset == .observations || dataset == .supervisionAudits }
}

/// Reads `due` of a line of the plan.
struct PlanDueDecoder {
  let faults: ConfigurationFaults
  let sources: PlanSourceDecoder

  private static let stretches: [(String, PlanStretch)] = [
    ("week", .weeks(1)), ("month", .months(1)), ("quarter", .months(3)), ("term", .term),
    ("half_year", .months(6)), ("year", .months(12)), ("two_years", .months(24)),
  ]

  func decode(_ node: ConfigurationNode, _ title: String) -> PlanDue? {
    // Nothing written after the key is nothing due.
    if case .empty = node.content { return nil }
    guard
      let section = ConfigurationSection(
        node, title: "due \(title)", keys: ["times", "per", "per_service", "each", "per_person"],
        faults: faults)
    else { return nil }
    let ways = ["per", "each", "per_person"].filter { section[$0] != nil }
    guard ways.count == 1, let way = ways.first, let value = section[way] else {
      faults.error(
        "plan.due", at: node.location,
        ways.isEmpty
          ? "due \(title) does not say per what"
          : "due \(title) is said in \(ways.count) ways: \(ways.joined(separator: " and "))",
        suggestion:
          "Give one: per: quarter, each: the name of the activity that asks for it, or per_person: {role: Practitioner, per: year}. Where nothing is due, leave out due."
      )
      return nil
    }
    let times = section["times"].map { $0.whole("times", in: 1...1000, faults) } ?? 1
    if way != "per", let node = section["per_service"] { needless("per_service", way, at: node, title) }
    switch way {
    case "each":
      if let node = section["times"] { needless("times", way, at: node, title) }
      return sources.event(value, "each \(title)").map { .each($0) }
    case "per_person":
      guard let roles = people(value, title), let times else { return nil }
      return .perPerson(roles: roles, times: times)
    default:
      let isPerService = section["per_service"]?.flag("per_service", faults) ?? false
      guard let stretch = stretch(value, title), let times else { return nil }
      return isPerService ? .timesPerService(times, per: stretch) : .times(times, per: stretch)
    }
  }

  private func needless(_ key: String, _ way: String, at node: ConfigurationNode, _ title: String) {
    faults.error(
      "plan.due", at: node.location, "due \(title) has \(key) beside \(way), where it means nothing",
      suggestion: "Delete \(key).")
  }

  private func stretch(_ node: ConfigurationNode, _ title: String) -> PlanStretch? {
    if case .mapping = node.content {
      return ConfigurationSection(node, title: "per \(title)", keys: ["weeks"], faults: faults)?
        .required("weeks", faults: faults, suggestion: "Write per: {weeks: 6}.")?
        .whole("weeks", in: 1...52, faults).map { .weeks($0) }
    }
    guard let text = node.text("per", faults) else { return nil }
    if let stretch = Self.stretches.first(where: { $0.0 == text.lowercased() }) { return stretch.1 }
    faults.unknown(
      "value.unknown", text, at: node.location, is: "a value of per", all: "It can be {weeks: 6} or",
      Self.stretches.map(\.0))
    return nil
  }

  private func people(_ node: ConfigurationNode, _ title: String) -> [String]? {
    guard
      let section = ConfigurationSection(
        node, title: "per_person \(title)", keys: ["role", "per"], faults: faults),
      let roles = section.required(
        "role", faults: faults, suggestion: "Name the role, as exports of staff do, as role: Practitioner.")?
        .texts("role", faults)
    else { return nil }
    if let per = section["per"], let text = per.text("per", faults), text.lowercased() != "year" {
      faults.unknown(
        "value.unknown", text, at: per.location, is: "a value of per for each person", all: "It can be",
        ["year"])
      return nil
    }
    return roles
  }
}
