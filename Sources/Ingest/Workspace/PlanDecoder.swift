import QAModel

/// Reads `plan`: which activity is due how often, and what shows that it was done.
struct PlanDecoder {
  let layers: ConfigurationLayers
  let faults: ConfigurationFaults
  let services: TermIndex
  let auditTypes: TermIndex
  let registers: TermIndex
  /// The months of Practice Weeks.
  let practiceWeeks: [Period]

  static let keys = [
    "activity", "service", "services", "lead", "as_written", "due", "done", "replaced_by", "scheduled",
    "report_to", "monitored_by",
  ]
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
      for entry in items.flatMap(lines) {
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

  /// One line, or one for each of its `services`.
  private func lines(_ node: ConfigurationNode) -> [Entry] {
    guard
      let section = ConfigurationSection(node, title: "an entry of plan", keys: Self.keys, faults: faults),
      let activity = section.required(
        "activity", faults: faults, suggestion: "Say what is to be done, as activity: Dip sampling.")?
        .text("activity", faults)
    else { return [] }
    let fields = [
      "lead", "as_written", "due", "done", "replaced_by", "scheduled", "report_to", "monitored_by",
    ].compactMap { key in
      section[key].map { (key, $0) }
    }
    let entry = Entry(
      activity: activity, service: nil, location: node.location,
      fields: Dictionary(uniqueKeysWithValues: fields))
    guard let named = section["service"] ?? section["services"] else { return [entry] }
    if section["service"] != nil, let node = section["services"] {
      faults.error(
        "plan.service", at: node.location, "the activity \(activity.quoted) has both service and services",
        suggestion: "Keep one of the two.")
    }
    let places =
      section["service"] == nil
      ? named.places("services", faults) : named.text("service", faults).map { [($0, named.location)] } ?? []
    return places.compactMap { text, location in
      services.resolve(text, at: location, kind: "service", plural: "services", faults: faults).map {
        Entry(activity: entry.activity, service: $0, location: entry.location, fields: entry.fields)
      }
    }
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
    let done = entry.fields["done"].flatMap { sources.decode($0, "done \(title)", of: entry.activity) }
    if case .timesPerService = due, entry.service != nil, let node = entry.fields["due"] {
      faults.error(
        "plan.service", at: node.location, "due \(title) is per service, but the line is one service's",
        suggestion: "Take out either service or per_service.")
    }
    if case .perPerson = due, let done, !done.isOfPeople, let node = entry.fields["done"] {
      faults.error(
        "plan.person", at: node.location,
        "due \(title) is per person, but the dataset \(done.dataset.rawValue) does not say whose practice a record is of",
        suggestion: "Count audits, observations or supervision_audits.")
    }
    let notDueIn = entry.fields["replaced_by"].map { replaced($0, due, title) } ?? []
    var line = PlanLine(
      name, service: entry.service, lead: entry.fields["lead"]?.text("lead", faults),
      asWritten: asWritten.text("as_written", faults) ?? "", due: due, done: done, notDueIn: notDueIn,
      scheduled: entry.fields["scheduled"].flatMap { scheduled($0, title) })
    line.reportTo = entry.fields["report_to"]?.text("report_to", faults)
    line.monitoredBy = entry.fields["monitored_by"]?.text("monitored_by", faults)
    return line
  }

  /// `{month: 2, week: 3}`: the third week of each quarter's second month.
  private func scheduled(_ node: ConfigurationNode, _ title: String) -> PlanWeek? {
    guard
      let section = ConfigurationSection(
        node, title: "scheduled \(title)", keys: ["month", "week"], faults: faults),
      let month = section.required(
        "month", faults: faults,
        suggestion: "Say which month of the quarter, as scheduled: {month: 2, week: 3}.")?
        .whole("month", in: 1...3, faults)
    else { return nil }
    return PlanWeek(month: month, week: section["week"]?.whole("week", in: 1...4, faults))
  }

  /// The months that `replaced_by` takes out of what is due.
  private func replaced(_ node: ConfigurationNode, _ due: PlanDue?, _ title: String) -> [Period] {
    guard let text = node.text("replaced_by", faults) else { return [] }
    guard text == "practice_week" else {
      faults.unknown(
        "value.unknown", text, at: node.location, is: "a value of replaced_by", all: "It can be",
        ["practice_week"])
      return []
    }
    if case .times(_, per: .months(1)) = due { return practiceWeeks }
    faults.error(
      "plan.replaced", at: node.location,
      "replaced_by \(title) takes the place of a month's, but the line is not monthly",
      suggestion: "Write due: {per: month}, or delete replaced_by.")
    return []
  }
}

extension PlanSource {
  /// Whether each record is of one member of staff's practice.
  fileprivate var isOfPeople: Bool {
    dataset == .audits || dataset == .observations || dataset == .supervisionAudits
  }
}

/// Reads `due` of a line of the plan.
struct PlanDueDecoder {
  let faults: ConfigurationFaults
  let sources: PlanSourceDecoder

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
      guard let stretch = value.stretch("per", title, faults), let times else { return nil }
      return isPerService ? .timesPerService(times, per: stretch) : .times(times, per: stretch)
    }
  }

  private func needless(_ key: String, _ way: String, at node: ConfigurationNode, _ title: String) {
    faults.error(
      "plan.due", at: node.location, "due \(title) has \(key) beside \(way), where it means nothing",
      suggestion: "Delete \(key).")
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
