import QAModel

/// Whether the children drawn at random are spread over teams, levels of need, ages and the rest as the caseload is.
///
/// Of each group, those drawn at random are held against the other children open by Fisher's exact test; all groups are
/// adjusted together (Benjamini–Hochberg). Groups of few children are not compared, and nothing is where few were drawn.
struct SampleAgainstCaseload {
  struct Group {
    let axis: SampleAxis
    let name: String
    let open: Int
    let eligible: Int
    let drawn: Int
    let random: Int
    /// `nil`: too few to compare.
    fileprivate(set) var finding: SampleFairness.Finding?
  }

  private(set) var groups: [Group] = []
  private let wording: SampleWording
  let open: Int
  let random: Int

  init(_ sample: Sample) {
    wording = SampleWording(sample.request, sample.frame)
    let names = SampleGroups(sample.dataset)
    let atRandom = sample.places.filter { $0.followUp == nil }.map(\.row)
    let fewest = max(1, sample.framework.thresholds.fewestRecords)
    open = sample.eligibility.open.count
    random = atRandom.count
    var compared: [(position: Int, p: Double, finding: SampleFairness.Finding)] = []
    for axis in SampleAxis.allCases {
      let counted = { (rows: [Int]) -> [String: Int] in
        rows.reduce(into: [:]) { counts, row in
          if let name = names.name(axis, row) { counts[name, default: 0] += 1 }
        }
      }
      let (all, eligible) = (counted(sample.eligibility.open), counted(sample.eligibility.rows))
      let (drawn, random) = (counted(sample.places.map(\.row)), counted(atRandom))
      // Of those whose group is recorded.
      let (known, knownRandom) = (all.values.reduce(0, +), random.values.reduce(0, +))
      for name in names.order(axis, Set(all.keys)) {
        let (part, hit) = (all[name] ?? 0, random[name] ?? 0)
        groups.append(
          Group(
            axis: axis, name: name, open: part, eligible: eligible[name] ?? 0, drawn: drawn[name] ?? 0,
            random: hit))
        guard part >= fewest, knownRandom >= fewest else { continue }
        let p = FisherExact.twoSided(
          hit, knownRandom - hit, part - hit, (known - part) - (knownRandom - hit))
        let isMore = hit * known > part * knownRandom
        compared.append((groups.count - 1, p, isMore ? .more : .fewer))
      }
    }
    for (found, p) in zip(compared, BenjaminiHochberg.adjusted(compared.map(\.p))) {
      groups[found.position].finding = p <= 0.05 ? found.finding : .same
    }
  }

  func table(_ day: CalendarDate) -> Table {
    Table(
      id: "sample-against-caseload", title: "The sample against \(wording.source), \(day.short)",
      source:
        "\(whole(day)) and within what was asked, and those drawn; who is drawn for an earlier grade is not compared. All groups are compared together (Fisher's exact test, Benjamini–Hochberg at 5%)",
      columns: [
        Table.Column("Group of \(wording.many)"), Table.Column("Which"), Table.Column(wording.open, .count),
        Table.Column("Could be drawn", .count), Table.Column("Drawn", .count),
        Table.Column("Drawn at random", .count), Table.Column("Share of \(wording.source) (%)", .percentage),
        Table.Column("Share of those drawn at random (%)", .percentage),
        Table.Column("Against \(wording.source)"),
      ],
      rows: groups.map { group in
        let known = groups.filter { $0.axis == group.axis }
        let (all, drawn) = (known.reduce(0) { $0 + $1.open }, known.reduce(0) { $0 + $1.random })
        return [
          .text(group.name), .text(wording.title(group.axis)), Cell(.count(group.open)),
          Cell(.count(group.eligible)),
          Cell(.count(group.drawn)), Cell(.count(group.random)), Cell(.share(group.open, of: all)),
          Cell(drawn > 0 ? .share(group.random, of: drawn) : .notApplicable),
          group.finding.map {
            Cell(.text(Wording.sentenceCase($0.rawValue)), tone: $0 == .same ? nil : .middling)
          } ?? Cell(.insufficient),
        ]
      })
  }

  private func whole(_ day: CalendarDate) -> String {
    guard wording.frame.register == nil else {
      return "Records of \(wording.source) of the time and kind drawn from"
    }
    return wording.frame.period == nil
      ? "Children of the caseload open on \(day.long)"
      : "Children of the caseload open on \(day.long) whose plan was finalised in the time drawn from"
  }

  var sentence: Sentence {
    let compared = groups.filter { $0.finding != nil }
    guard !compared.isEmpty else {
      return
        "Too few \(wording.many) were drawn at random, or are there to be drawn from, to compare the sample with \(wording.source)."
    }
    let different = compared.filter { $0.finding != .same }
    let counted = Wording.counted(compared.count, "group", "groups")
    guard !different.isEmpty else {
      return
        "Of \(counted) compared, none differs from \(wording.source) by more than chance makes, all taken together."
    }
    return
      "Of \(counted) compared, \(Value.count(different.count)) \(different.count == 1 ? "differs" : "differ") from \(wording.source) by more than chance makes: \(Wording.listed(different.map { "\($0.name) (\(wording.words($0.axis)))" }))."
  }
}
