import QAModel

/// Whether the children audited at random are spread over services, levels of need and teams, and over age bands, sexes,
/// ethnicities and disability where given, as the caseload is.
///
/// Of each group, those audited at random are held against the other children open by Fisher's exact test; all groups
/// are adjusted together (Benjamini–Hochberg), since of many compared some differ by chance.
struct SampleFairness {
  enum Finding: String {
    case same = "as in the caseload"
    case more = "more than in the caseload"
    case fewer = "fewer than in the caseload"
  }

  /// A service, a level of need, a team or who children are.
  struct Group {
    let name: String
    let kind: String
    /// Children open, audited, audited at random, moderated and dip-sampled.
    let counts: [Cell]
    let shareOfCaseload: Cell
    /// The share of the children audited at random, and both ends of its interval.
    let shareOfRandom: [Cell]
    /// What would be found if the group were the only one compared, and how likely chance makes as much; `nil` where too
    /// few were audited at random, or a number is withheld.
    let difference: (finding: Finding, p: Double)?
    /// After adjustment over every group.
    var finding: Finding?
  }

  let groups: [Group]
  private let total: [Cell]

  init(_ context: ReportContext) {
    let levels = (context.figures.names.places[.levelOfNeed] ?? []).indices.map {
      context.place(.levelOfNeed, $0)
    }
    let teams = context.figures.names.teams.indices.sorted {
      context.figures.names.teams[$0] < context.figures.names.teams[$1]
    }
    let random = AxisPlace(.selection, UInt32(AuditFacts.random))
    var found =
      Self.groups("Service", context, names: context.services.map { context.serviceName($0) }) {
        at, measure in
        context.key(
          measure.id, service: context.services[at], first: measure == .random ? random : nil)
      }
      + Self.groups("Level of need", context, names: levels.map { context.figures.names.name($0) }) {
        context.key($1.id, first: levels[$0], second: $1 == .random ? random : nil)
      }
      + Self.groups("Team", context, names: teams.map { context.figures.names.teams[$0] }) {
        FigureKey($1.id, team: UInt32(teams[$0]), second: $1 == .random ? random : nil, period: 0)
      }
    for (axis, kind) in Self.characteristics {
      let names = context.figures.names.places[axis] ?? []
      found += Self.groups(kind, context, names: names) {
        context.key($1.id, first: context.place(axis, $0), second: $1 == .random ? random : nil)
      }
    }
    groups = Self.adjusted(found)
    total = Counted.allCases.map {
      context.cell(context.key($0.id, first: $0 == .random ? random : nil))
    }
  }

  private static let characteristics: [(Axis, String)] = [
    (.ageBand, "Age"), (.sex, "Sex"), (.ethnicity, "Ethnicity"), (.disability, "Disability"),
  ]

  /// The groups with what holds of them after all are adjusted together, at 5 %.
  private static func adjusted(_ groups: [Group]) -> [Group] {
    let compared = groups.indices.filter { groups[$0].difference != nil }
    let values = BenjaminiHochberg.adjusted(compared.compactMap { groups[$0].difference?.p })
    var groups = groups
    for (position, p) in zip(compared, values) {
      groups[position].finding = p <= 0.05 ? groups[position].difference?.finding : .same
    }
    return groups
  }

  /// What is counted of each group, in the order of the table's columns.
  private enum Counted: CaseIterable {
    case open, audited, random, moderated, dipSampled

    var id: MeasureID {
      switch self {
      case .open: .caseloadChildren
      case .audited, .random: .auditsChildren
      case .moderated: .moderatedChildren
      case .dipSampled: .dipChildren
      }
    }
  }

  /// The groups that have a child open; shares are of all the groups' children together.
  private static func groups(
    _ kind: String, _ context: ReportContext, names: [String], key: (Int, Counted) -> FigureKey
  ) -> [Group] {
    let open = names.indices.map { key($0, .open) }
    let random = names.indices.map { key($0, .random) }
    let isWhole = (open + random).allSatisfy {
      if case .count = context.countOrNone($0).value { true } else { false }
    }
    let missing: Value =
      (open + random).contains { context.outcome($0) == .suppressed } ? .suppressed : .notAvailable
    let openCount = open.reduce(0) { $0 + context.records($1) }
    let randomCount = random.reduce(0) { $0 + context.records($1) }
    return names.indices.filter { context.records(open[$0]) > 0 }.map { at in
      let (part, drawn) = (context.records(open[at]), context.records(random[at]))
      var shares = Array(repeating: Cell(isWhole ? .insufficient : missing), count: 3)
      var difference: (Finding, Double)?
      if isWhole, randomCount >= max(1, context.framework.thresholds.fewestRecords),
        let interval = Wilson.interval(drawn, of: randomCount)
      {
        shares = [
          Cell(.share(drawn, of: randomCount)), Cell(.proportion(interval.lower)),
          Cell(.proportion(interval.upper)),
        ]
        // Of the children open those audited at random are a part, as far as they are still open.
        let others = max(0, part - drawn)
        let elsewhere = max(0, openCount - part - (randomCount - drawn))
        let p = FisherExact.twoSided(drawn, randomCount - drawn, others, elsewhere)
        let isMore = drawn * openCount > part * randomCount
        difference = (isMore ? .more : .fewer, p)
      }
      return Group(
        name: names[at], kind: kind, counts: Counted.allCases.map { context.countOrNone(key(at, $0)) },
        shareOfCaseload: Cell(isWhole ? .share(part, of: openCount) : missing), shareOfRandom: shares,
        difference: difference)
    }
  }

  func table(_ context: ReportContext, notes: inout NoteBook) -> Table {
    let none = Cell(.notApplicable)
    return Table(
      id: "audited-against-caseload", title: "Children audited against the caseload, \(context.period.short)",
      source:
        "Caseload: children open at \(context.request.asAt.long). Audited: children with an audit completed in the period, by the service, level of need and team each export gives, and by who the caseload says they are",
      notes: notes.positions(of: [
        StandardNote.distinctChildren, StandardNote.fairSample, StandardNote.interval,
      ]),
      columns: [
        Table.Column("Group of children"), Table.Column("Which"),
        Table.Column("Children open", .count), Table.Column("Children audited", .count),
        Table.Column("Audited at random", .count),
        Table.Column("Moderated", .count), Table.Column("Children dip-sampled", .count),
        Table.Column("Share of the caseload (%)", .percentage),
        Table.Column("Share of those audited at random (%)", .percentage),
        Table.Column("Likely from (%)", .percentage), Table.Column("Likely to (%)", .percentage),
        Table.Column("Against the caseload"),
      ],
      rows: [[.text(context.serviceName(nil)), .text("All")] + total + [none, none, none, none, none]]
        + groups.map { group in
          [.text(group.name), .text(group.kind)] + group.counts + [group.shareOfCaseload]
            + group.shareOfRandom + [
              group.finding.map {
                Cell(.text(Wording.sentenceCase($0.rawValue)), tone: $0 == .same ? nil : .middling)
              } ?? Cell(group.shareOfRandom[0].value)
            ]
        })
  }

  /// What differs, by name; `nil` where nothing can be compared.
  func sentence() -> Sentence? {
    let compared = groups.filter { $0.finding != nil }
    guard !compared.isEmpty else { return nil }
    let counted = Wording.counted(compared.count, "group", "groups")
    let different = compared.filter { $0.finding != .same }
    guard !different.isEmpty else {
      return
        "Of \(counted) compared, none differs from the caseload by more than chance makes, all taken together."
    }
    let named = different.map { group -> Sentence in
      "\(group.name) (\(group.shareOfRandom[0]) of those audited at random, \(group.shareOfCaseload) of the caseload)"
    }
    let verb = different.count == 1 ? "differs" : "differ"
    return
      "Of \(counted) compared, \(Value.count(different.count)) \(verb) from the caseload by more than chance makes, all taken together: \(Wording.listed(named))."
  }
}

extension ReportContext {
  /// The count as a cell; 0 of a team that has no figure although there are figures of its kind, since a team is given
  /// those of its records alone.
  func countOrNone(_ key: FigureKey) -> Cell {
    if figures[key] == nil, key.team != nil, case .count = outcome(self.key(key.measure)) {
      return Cell(.count(0))
    }
    return cell(key)
  }
}
