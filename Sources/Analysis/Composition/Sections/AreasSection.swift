import QAModel

/// Which areas of practice are strong, which improve and which need strengthening (DO-13), and whether the actions from
/// audits and other work were done in time.
enum AreasSection: SectionComposer {
  static func compose(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    let areas = areas(context)
    var blocks: [Block] = []
    if !areas.isEmpty {
      blocks += [.list(sentences(areas).map { Paragraph([$0]) }), .table(table(areas, context, &notes))]
    }
    if let times = actions(context, notes: &notes) { blocks += times }
    guard !blocks.isEmpty else { return nil }
    return Section(id: "areas-of-practice", title: "Areas of practice", blocks: blocks)
  }

  // MARK: areas

  private enum Standing: String, CaseIterable {
    case strong = "Strong"
    case mixed = "Neither strong nor weak beyond doubt"
    case needsStrengthening = "Needs strengthening"
    case unknown = "Too few audits to say"

    var tone: Cell.Tone {
      switch self {
      case .strong: .good
      case .mixed: .middling
      case .needsStrengthening: .bad
      case .unknown: .unknown
      }
    }
  }

  private struct Area {
    let name: String
    let key: FigureKey
    let before: FigureKey
    let standing: Standing
    /// `nil` where one of the two periods has too few audits.
    let change: ProportionChange?
  }

  /// The domains that audits grade, random selection, each against the framework's threshold of quality and against the
  /// period before; the comparisons adjusted together.
  private static func areas(_ context: ReportContext) -> [Area] {
    let threshold = context.framework.thresholds.strand[.quality] ?? 1
    let places = context.framework.domains.indices.map { context.place(.domain, $0) }
    func share(_ key: FigureKey) -> (Int, Int, Interval?)? {
      if case .share(let part, let whole, let interval) = context.outcome(key) {
        (part, whole, interval)
      } else {
        nil
      }
    }
    let periods = context.figures.names.periods
    let found = places.map { place -> ProportionChange? in
      let key = context.key(.auditsGoodOrBetter, first: place)
      guard periods.count > 1, let now = share(key),
        let then = share(context.key(.auditsGoodOrBetter, first: place, periodsBack: 1))
      else { return nil }
      return ProportionChange(
        key, before: .init(then.0, of: then.1, periods[1]), after: .init(now.0, of: now.1, periods[0]),
        polarity: .highIsGood, fewest: context.framework.thresholds.fewestRecords)
    }
    let adjusted = Changes(found.compactMap { $0 }).compared
    return places.compactMap { place -> Area? in
      let key = context.key(.auditsGoodOrBetter, first: place)
      guard context.records(key) > 0 else { return nil }
      let standing: Standing =
        switch share(key)?.2 {
        case nil: .unknown
        case let interval? where interval.lower >= threshold: .strong
        case let interval? where interval.upper < threshold: .needsStrengthening
        default: .mixed
        }
      return Area(
        name: context.figures.names.name(place), key: key,
        before: context.key(.auditsGoodOrBetter, first: place, periodsBack: 1), standing: standing,
        change: adjusted.first { $0.figure == key })
    }
  }

  private static func sentences(_ areas: [Area]) -> [Sentence] {
    let parts: [(String, [Area])] = [
      ("Needs strengthening:", areas.filter { $0.standing == .needsStrengthening }),
      ("Improving:", areas.filter { $0.change.map { $0.isClaimed && $0.direction == .improved } ?? false }),
      ("Falling:", areas.filter { $0.change.map { $0.isClaimed && $0.direction == .declined } ?? false }),
      ("Strong:", areas.filter { $0.standing == .strong }),
    ]
    return parts.map { label, areas in
      areas.isEmpty
        ? "\(strong: label) none beyond doubt." : "\(strong: label) \(Wording.listed(areas.map(\.name)))."
    }
  }

  private static func table(_ areas: [Area], _ context: ReportContext, _ notes: inout NoteBook) -> Table {
    let before = context.figures.names.periods.dropFirst().first
    return Table(
      id: "areas-of-practice", title: "Areas of practice graded in audits, \(context.period.short)",
      source:
        "Final grades of each domain, random selection only, \(context.goodOrBetter) against the framework's threshold of \(Value.proportion(context.framework.thresholds.strand[.quality] ?? 1).shown)",
      notes: notes.positions(of: [StandardNote.randomOnly, StandardNote.interval, note]),
      columns: [Table.Column("Area of practice")] + ReportContext.shareColumns(context.goodOrBetter)
        + (before.map { [Table.Column("\($0.short) (%)", .percentage)] } ?? []) + [
          Table.Column("Standing"), Table.Column("Since the period before"),
        ],
      rows: areas.map { area in
        [.text(area.name)] + context.shareCells(area.key)
          + (before == nil ? [] : [context.shareCells(area.before)[2]]) + [
            Cell(.text(area.standing.rawValue), tone: area.standing.tone), change(area),
          ]
      })
  }

  private static func change(_ area: Area) -> Cell {
    guard let change = area.change else { return Cell(.text("Too few audits to compare"), tone: .unknown) }
    guard change.isClaimed else { return .text("No change beyond chance") }
    return change.direction == .improved
      ? Cell(.text("Improving"), tone: .good) : Cell(.text("Falling"), tone: .bad)
  }

  private static let note =
    "Strong: the likely range begins at the threshold or above it. Needs strengthening: it ends below it. Improving and falling are said where the difference from the period before is more than chance has it after all areas are adjusted together (Benjamini and Hochberg, at 5%)."

  // MARK: actions

  private static func actions(_ context: ReportContext, notes: inout NoteBook) -> [Block]? {
    let times = context.actionTimes(in: context.period)
    guard context.dataset.actions != nil, !times.isEmpty else { return nil }
    let all = times.values.reduce(into: TimeKept()) { sum, time in
      sum.inTime += time.inTime
      sum.late += time.late
      sum.overdue += time.overdue
      sum.open += time.open
    }
    let due = context.cell(context.key(.actionsDue))
    let table = Table(
      id: "actions-in-time", title: "Actions due, done in time or not, \(context.period.short)",
      source:
        "Actions with a due date in the period by what they came from; done by \(context.request.asAt.long) or not",
      notes: [notes.position(of: StandardNote.overdue)],
      columns: [
        Table.Column("From"), Table.Column("Due in the period", .count), Table.Column("Done in time", .count),
        Table.Column("Done late", .count), Table.Column("Overdue", .count),
        Table.Column("Not due yet", .count),
      ],
      rows: [[.text("All"), due] + cells(all)]
        + times.sorted { $0.key < $1.key }.map { source, time in
          [.text(source), Cell(.count(time.total))] + cells(time)
        })
    return [
      .paragraph(
        Paragraph([
          "Of \(Wording.counted(due, "action", "actions")) due in the period \(Value.count(all.inTime)) \(all.inTime == 1 ? "was" : "were") done in time, \(Value.count(all.late)) late; \(Value.count(all.overdue)) \(all.overdue == 1 ? "is" : "are") overdue."
        ])), .table(table),
    ]
  }

  private static func cells(_ time: TimeKept) -> [Cell] {
    [time.inTime, time.late, time.overdue, time.open].map { Cell(.count($0)) }
  }
}
