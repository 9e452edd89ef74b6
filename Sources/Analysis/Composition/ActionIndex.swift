import QAModel

/// The actions that are still open at the as-at date, found by the service and the area of practice they speak of.
///
/// An action speaks of an area where its theme or its measure is the area's name or the name of one of the area's
/// sources. Nothing else ties an action to a worry.
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

  private let byServiceAndArea: [Key: [OpenAction]]

  init(dataset: Dataset, framework: Framework, asAt: CalendarDate) {
    guard let actions = dataset.actions else {
      byServiceAndArea = [:]
      return
    }
    let areas = Self.areasByName(framework)
    let words = dataset.names.words
    var index: [Key: [OpenAction]] = [:]
    for row in 0..<actions.count {
      if let completed = actions.completed[row], completed <= asAt { continue }
      if let raised = actions.raised[row], raised > asAt { continue }
      let theme = actions.theme[row].map { words.name($0) }
      let measure = actions.measure[row].map { words.name($0) }
      let found = Set([theme, measure].compactMap { $0 }.flatMap { areas[Slug.make($0)] ?? [] })
      guard !found.isEmpty else { continue }
      let action = OpenAction(
        id: actions.id[row].map { dataset.names.actions.name($0) } ?? "without an id",
        owner: actions.owner[row].map { dataset.names.people.name($0) }, due: actions.due[row],
        isDueUnreadable: actions.due.missing(at: row) == .unreadable, measure: measure,
        isOverdue: actions.due[row].map { $0 < asAt } ?? false)
      for area in found { index[Key(service: actions.service[row], area: area), default: []].append(action) }
    }
    byServiceAndArea = index.mapValues { $0.sorted(by: Self.soonestFirst) }
  }

  /// The open actions of a service and area, the soonest due first.
  func actions(service: UInt32?, area: Int) -> [OpenAction] {
    byServiceAndArea[Key(service: service, area: area)] ?? []
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

  private struct Key: Hashable {
    let service: UInt32?
    let area: Int
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
