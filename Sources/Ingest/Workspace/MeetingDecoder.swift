import QAModel

/// Reads `meetings`: who meets how often, and which reports go there by when.
struct MeetingDecoder {
  let layers: ConfigurationLayers
  /// Names of the framework's reports.
  let reports: [String]
  let faults: ConfigurationFaults

  static let keys = [
    "per", "day", "receives", "papers_before", "queries_until", "signed_off_by", "audience",
  ]
  static let dayKeys = ["weekday", "week", "working_day", "day_of_month", "month", "assumed"]
  static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday"]

  func decode() -> [Meeting] {
    layers.named("meetings", section: "meetings", keys: Self.keys).compactMap(meeting)
  }

  private func meeting(_ entry: NamedEntry) -> Meeting? {
    let title = "of the meeting \(entry.name.quoted)"
    if let (_, location) = entry.synonyms.first {
      faults.error(
        "meeting.synonyms", at: location, "the meeting \(entry.name.quoted) is given synonyms",
        suggestion: "Write what belongs to it as per: month and the like, or delete them.")
    }
    let fields = entry.fields
    guard let node = fields["per"] else {
      faults.error(
        "key.missing", at: entry.location, "the key \"per\" \(title) is missing",
        suggestion: "Say how often it meets, as per: month.")
      return nil
    }
    guard let frequency = node.stretch("per", title, faults) else { return nil }
    let day = fields["day"].flatMap { self.day($0, title) }
    if case .months(let months) = frequency, let node = fields["day"], let day, day.day.month > months {
      faults.error(
        "meeting.day", at: node.location,
        "day \(title) is in month \(day.day.month) of \(months)",
        suggestion: "Count the months from the first of each \(months), as month: \(months).")
    }
    let papersBefore = fields["papers_before"].flatMap { days($0, "papers_before", title) } ?? 7
    let queriesUntil = fields["queries_until"].flatMap { days($0, "queries_until", title) }
    if let node = fields["queries_until"], let queriesUntil, queriesUntil > papersBefore {
      faults.error(
        "meeting.limit", at: node.location,
        "queries_until \(title) is \(queriesUntil) days before it, but papers are sent \(papersBefore) days before",
        because: "Nobody can ask about papers they have not had.", suggestion: "Correct one of the two.")
    }
    return Meeting(
      entry.name, frequency: frequency, day: day?.day, isDayAssumed: day?.isAssumed ?? true,
      receives: fields["receives"].map(received) ?? [], papersBefore: papersBefore,
      queriesUntil: queriesUntil,
      signedOffBy: fields["signed_off_by"]?.text("signed_off_by", faults),
      audience: fields["audience"]?.choice("audience", of: Audience.self, faults) ?? .internal)
  }

  private func received(_ node: ConfigurationNode) -> [String] {
    node.places("receives", faults).compactMap { text, location in
      if let name = reports.first(where: { Spelling.folded($0) == Spelling.folded(text) }) { return name }
      faults.unknown(
        "reference.unknown", text, at: location, is: "a report of the framework", all: "The reports are",
        reports)
      return nil
    }
  }

  /// `{days: 3}` or `{weeks: 1}`, in days.
  private func days(_ node: ConfigurationNode, _ key: String, _ title: String) -> Int? {
    guard
      let section = ConfigurationSection(
        node, title: "\(key) \(title)", keys: ["days", "weeks"], faults: faults)
    else { return nil }
    if let node = section["weeks"], section["days"] == nil {
      return node.whole("weeks", in: 0...13, faults).map { 7 * $0 }
    }
    guard section["weeks"] == nil else {
      faults.error(
        "meeting.limit", at: node.location, "\(key) \(title) is said in days and in weeks",
        suggestion: "Keep one of the two.")
      return nil
    }
    return section.required("days", faults: faults, suggestion: "Write \(key): {days: 3} or {weeks: 1}.")?
      .whole("days", in: 0...91, faults)
  }

  private func day(_ node: ConfigurationNode, _ title: String) -> (day: MeetingDay, isAssumed: Bool)? {
    guard let section = ConfigurationSection(node, title: "day \(title)", keys: Self.dayKeys, faults: faults)
    else {
      return nil
    }
    let ways = ["weekday", "working_day", "day_of_month"].filter { section[$0] != nil }
    guard ways.count == 1, let way = ways.first, let value = section[way] else {
      faults.error(
        "meeting.day", at: node.location,
        ways.isEmpty
          ? "day \(title) names no day"
          : "day \(title) is said in \(ways.count) ways: \(ways.joined(separator: " and "))",
        suggestion: "Give one: {weekday: wednesday, week: 3}, {working_day: 10} or {day_of_month: 7}.")
      return nil
    }
    let month = section["month"].map { $0.whole("month", in: 1...24, faults) } ?? 1
    let rule: MeetingDay.Rule?
    switch way {
    case "weekday":
      let week = section["week"].map { $0.whole("week", in: 1...5, faults) } ?? 1
      rule = weekday(value).flatMap { weekday in week.map { .weekday(weekday, week: $0) } }
    case "working_day": rule = value.whole("working_day", in: 1...23, faults).map { .workingDay($0) }
    default: rule = value.whole("day_of_month", in: 1...31, faults).map { .dayOfMonth($0) }
    }
    if way != "weekday", let node = section["week"] {
      faults.error(
        "meeting.day", at: node.location, "day \(title) has week without weekday", suggestion: "Delete week.")
    }
    guard let rule, let month else { return nil }
    let isAssumed = section["assumed"]?.flag("assumed", faults) ?? false
    return (MeetingDay(rule, month: month), isAssumed)
  }

  private func weekday(_ node: ConfigurationNode) -> Int? {
    guard let text = node.text("weekday", faults) else { return nil }
    if let position = Self.weekdays.firstIndex(of: text.lowercased()) { return position + 1 }
    faults.unknown(
      "value.unknown", text, at: node.location, is: "a value of weekday", all: "It can be", Self.weekdays)
    return nil
  }
}
