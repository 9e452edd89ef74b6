import QAModel

/// The actions that are still open at the as-at date, found by the service and what they speak of.
///
/// An action speaks of what its theme or its measure names: an indicator, or an area of practice where the name is the
/// area's or that of one of its sources. Nothing else ties an action to a worry.
struct ActionIndex {
  struct OpenAction {
    let id: String
    let owner: String?
    let due: CalendarDate?
    /// A due date was written that is no date.
    let isDueUnreadable: Bool
    let measure: String?
    let isOverdue: Bool
  }

  private let byServiceAndArea: [Key<Int>: [OpenAction]]
  private let byServiceAndName: [Key<String>: [OpenAction]]

  init(dataset: Dataset, framework: Framework, asAt: CalendarDate) {
    guard let actions = dataset.actions else {
      byServiceAndArea = [:]
      byServiceAndName = [:]
      return
    }
    let areas = Self.areasByName(framework)
    let words = dataset.names.words
    var index: [Key<Int>: [OpenAction]] = [:]
    var named: [Key<String>: [OpenAction]] = [:]
    for row in 0..<actions.count {
      if let completed = actions.completed[row], completed <= asAt { continue }
      if let raised = actions.raised[row], raised > asAt { continue }
      let theme = actions.theme[row].map { words.name($0) }
      let measure = actions.measure[row].map { words.name($0) }
      let names = Set([theme, measure].compactMap { $0.map(Slug.make) })
      let found = Set(names.flatMap { areas[$0] ?? [] })
      let action = OpenAction(
        id: actions.id[row].map { dataset.names.actions.name($0) } ?? "without an id",
        owner: actions.owner[row].map { dataset.names.people.name($0) }, due: actions.due[row],
        isDueUnreadable: actions.due.missing(at: row) == .unreadable, measure: measure,
        isOverdue: actions.due[row].map { $0 < asAt } ?? false)
      let service = actions.service[row]
      for area in found { index[Key(service: service, about: area), default: []].append(action) }
      for name in names { named[Key(service: service, about: name), default: []].append(action) }
    }
    byServiceAndArea = index.mapValues { $0.sorted(by: Self.soonestFirst) }
    byServiceAndName = named.mapValues { $0.sorted(by: Self.soonestFirst) }
  }

  /// The open actions of a service and area, the soonest due first.
  func actions(service: UInt32?, area: Int) -> [OpenAction] {
    byServiceAndArea[Key(service: service, about: area)] ?? []
  }

  /// Those whose theme or measure is the name.
  func actions(service: UInt32?, named name: String) -> [OpenAction] {
    byServiceAndName[Key(service: service, about: Slug.make(name))] ?? []
  }

  /// `Action ACT7, owner Ann, due 5 Jan 2026, should move “Visits”; 1 more action` of some that are open, the first of them
  /// in full for internal readers; `nil` where there is none.
  static func words(_ open: [OpenAction], to audience: Audience) -> Sentence? {
    guard let first = open.first else { return nil }
    guard audience == .internal else { return Wording.counted(open.count, "open action", "open actions") }
    let owner: Sentence = first.owner.map { ", owner \($0)" } ?? ", no owner recorded"
    let noDue: Sentence = first.isDueUnreadable ? ", its due date cannot be read" : ", no due date recorded"
    let due: Sentence =
      first.due.map { first.isOverdue ? ", overdue since \(Value.date($0))" : ", due \(Value.date($0))" }
      ?? noDue
    let measure: Sentence =
      first.measure.map { ", should move \u{201C}\($0)\u{201D}" } ?? ", no measure recorded"
    let more: Sentence =
      open.count > 1 ? "; \(Wording.counted(open.count - 1, "more action", "more actions"))" : ""
    return "Action \(first.id)\(owner)\(due)\(measure)\(more)"
  }

  private static func soonestFirst(_ left: OpenAction, _ right: OpenAction) -> Bool {
    switch (left.due, right.due) {
    case (let first?, let second?) where first != second: first < second
    case (.some, nil): true
    case (nil, .some): false
    default: left.id < right.id
    }
  }

  private static func areasByName(_ framework: Framework) -> [String: [Int]] {
    var areas: [String: [Int]] = [:]
    for (position, area) in framework.practiceAreas.enumerated() {
      let sources = area.evidence.values.flatMap { $0 }.map { framework.name(of: $0) }
      for slug in Set(([area.name] + sources).map(Slug.make)) { areas[slug, default: []].append(position) }
    }
    return areas
  }

  private struct Key<Subject: Hashable>: Hashable {
    let service: UInt32?
    let about: Subject
  }
}

extension Framework {
  /// The framework's own name of a source of evidence.
  func name(of source: EvidenceSource) -> String {
    switch source {
    case .domain(let position): domains[position].name
    case .standard(let position): standards[position].name
    case .indicator(let position): indicators[position].term.name
    case .question(let position): feedback.questions[position].name
    case .complaintCategory(let name): name
    }
  }
}
