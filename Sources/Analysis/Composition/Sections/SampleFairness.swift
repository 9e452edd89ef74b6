import QAModel

/// Whether the children audited at random are spread over services, levels of need and teams as the caseload is.
///
/// A plain comparison: the group's share of the caseload lies within the 95 % Wilson interval of its share of the
/// children audited at random, or it does not.
struct SampleFairness {
  enum Finding: String {
    case same = "as in the caseload"
    case more = "more than in the caseload"
    case fewer = "fewer than in the caseload"
  }

  /// A service, a level of need or a team.
  struct Group {
    let name: String
    let kind: String
    /// Children open, audited, audited at random and dip-sampled.
    let counts: [Cell]
    let shareOfCaseload: Cell
    /// The share of the children audited at random, and both ends of its interval.
    let shareOfRandom: [Cell]
    /// `nil` where too few were audited at random, or a number is withheld.
    let finding: Finding?
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
    groups =
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
    total = Counted.allCases.map {
      context.cell(context.key($0.id, first: $0 == .random ? random : nil))
    }
  }

  /// What is counted of each group, in the order of the table's columns.
  private enum Counted: CaseIterable {
    case open, audited, random, dipSampled

    var id: MeasureID {
      switch self {
      case .open: .caseloadChildren
      case .audited, .random: .auditsChildren
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
      if case .count = context.outcome($0) { true } else { false }
    }
    let missing: Value =
      (open + random).contains { context.outcome($0) == .suppressed } ? .suppressed : .notAvailable
    let openCount = open.reduce(0) { $0 + context.records($1) }
    let randomCount = random.reduce(0) { $0 + context.records($1) }
    return names.indices.filter { context.records(open[$0]) > 0 }.map { at in
      let (part, drawn) = (context.records(open[at]), context.records(random[at]))
      var shares = Array(repeating: Cell(isWhole ? .insufficient : missing), count: 3)
      var finding: Finding?
      if isWhole, randomCount >= max(1, context.framework.thresholds.fewestRecords),
        let interval = Wilson.interval(drawn, of: randomCount)
      {
        shares = [
          Cell(.share(drawn, of: randomCount)), Cell(.proportion(interval.lower)),
          Cell(.proportion(interval.upper)),
        ]
        let share = Double(part) / Double(openCount)
        finding = interval.contains(share) ? .same : share < interval.lower ? .more : .fewer
      }
      return Group(
        name: names[at], kind: kind, counts: Counted.allCases.map { context.cell(key(at, $0)) },
        shareOfCaseload: Cell(isWhole ? .share(part, of: openCount) : missing), shareOfRandom: shares,
        finding: finding)
    }
  }

  func table(_ context: ReportContext, notes: inout NoteBook) -> Table {
    let none = Cell(.notApplicable)
    return Table(
      id: "audited-against-caseload", title: "Children audited against the caseload, \(context.period.short)",
      source:
        "Caseload: children open at \(context.request.asAt.long). Audited: children with an audit completed in the period, by the service, level of need and team each export gives",
      notes: notes.positions(of: [
        StandardNote.distinctChildren, StandardNote.fairSample, StandardNote.interval,
      ]),
      columns: [
        Table.Column("Service, level of need or team"), Table.Column("Which"),
        Table.Column("Children open", .count), Table.Column("Children audited", .count),
        Table.Column("Audited at random", .count), Table.Column("Children dip-sampled", .count),
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
    let counted = Wording.counted(compared.count, "group", "services, levels of need and teams")
    let different = compared.filter { $0.finding != .same }
    guard !different.isEmpty else {
      return
        "Of \(counted) compared, each had about the share of the children audited at random that it has of the caseload."
    }
    let named = different.map { group -> Sentence in
      "\(group.name) (\(group.shareOfRandom[0]) of those audited at random, \(group.shareOfCaseload) of the caseload)"
    }
    let verb = different.count == 1 ? "differs" : "differ"
    return
      "Of \(counted) compared, \(Value.count(different.count)) \(verb) from the caseload by more than chance alone likely makes: \(Wording.listed(named))."
  }
}
