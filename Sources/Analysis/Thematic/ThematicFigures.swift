import QAModel

/// The figures of a thematic report, and the cells that show them.
///
/// The query stands on the axis of themes. What is looked for in all the free text there is has, where it is a theme, the
/// figures of the quarterly report under their own names; narrowed to a kind of source it is named by that too.
struct ThematicFigures {
  private(set) var set: FigureSet
  private let scope: ThematicScope
  private let fewest: Int
  /// Position in the set's periods of each quarter looked at.
  private let periods: [Period: UInt16]
  private let noService: UInt32

  init(
    named name: String, _ findings: ThematicFindings, period: Period, scope: ThematicScope, dataset: Dataset,
    framework: Framework
  ) {
    self.scope = scope
    fewest = max(1, framework.thresholds.fewestRecords)
    var names = [period]
    var periods: [Period: UInt16] = [period: 0]
    for (quarter, _) in findings.quarters.reversed() {
      let part = scope.part(of: quarter)
      if periods[part] == nil {
        periods[part] = UInt16(names.count)
        names.append(part)
      }
      periods[quarter] = periods[part]
    }
    self.periods = periods
    let services = dataset.names.services.names
    noService = UInt32(services.count)
    set = FigureSet(
      names: FigureNames(
        services: services + ["No service"], teams: [], periods: names,
        places: [
          .theme: [scope.kind.map { "\(name), \($0.name) only" } ?? name],
          .polarity: Polarity.allCases.map(\.name), .source: CommentSource.Kind.allCases.map(\.name),
          .practiceArea: framework.practiceAreas.map(\.name),
        ]))
  }

  static let columns = [
    Table.Column("Records with text", .count), Table.Column("Records found", .count),
    Table.Column("Found (%)", .percentage), Table.Column("As a worry", .count),
    Table.Column("As a strength", .count), Table.Column("As neither", .count),
  ]

  /// Position in `columns` of the share.
  static let share = 2

  mutating func cells(_ tally: ThematicFindings.Tally) -> [Cell] { cells(tally, at: nil, scope.service, 0) }

  mutating func cells(_ tally: ThematicFindings.Tally, quarter: Period) -> [Cell] {
    cells(tally, at: nil, scope.service, periods[quarter] ?? 0)
  }

  mutating func cells(_ tally: ThematicFindings.Tally, service: UInt32?) -> [Cell] {
    cells(tally, at: nil, service ?? noService, 0)
  }

  mutating func cells(_ tally: ThematicFindings.Tally, kind: CommentSource.Kind) -> [Cell] {
    let place = CommentSource.Kind.allCases.firstIndex(of: kind) ?? 0
    return cells(tally, at: AxisPlace(.source, UInt32(place)), scope.service, 0)
  }

  mutating func cells(_ tally: ThematicFindings.Tally, area: Int) -> [Cell] {
    cells(tally, at: AxisPlace(.practiceArea, UInt32(area)), scope.service, 0)
  }

  /// - Parameter place: what the row is about beside service and period. A figure has two places at most, so that the ways
  ///   of telling it have none there.
  private mutating func cells(
    _ tally: ThematicFindings.Tally, at place: AxisPlace?, _ service: UInt32?, _ period: UInt16
  ) -> [Cell] {
    let theme = AxisPlace(.theme, 0)
    func way(_ polarity: Polarity) -> FigureKey? {
      place == nil
        ? FigureKey(
          .themeRecords, service: service, first: theme,
          second: AxisPlace(.polarity, UInt32(polarity.rawValue)), period: period) : nil
    }
    return [
      count(tally.texts, FigureKey(.themeTexts, service: service, first: place, period: period)),
      count(
        tally.records,
        FigureKey(.themeRecords, service: service, first: theme, second: place, period: period)),
      share(tally.records, of: tally.texts),
      count(tally.concerns, way(.concern)), count(tally.strengths, way(.strength)),
      Cell(.count(tally.neither)),
    ]
  }

  /// The cells of records that are counted in no figure of their own.
  func plainCells(_ tally: ThematicFindings.Tally) -> [Cell] {
    [
      Cell(.count(tally.texts)), Cell(.count(tally.records)), share(tally.records, of: tally.texts),
      Cell(.count(tally.concerns)), Cell(.count(tally.strengths)), Cell(.count(tally.neither)),
    ]
  }

  /// A percentage; under the fewest records there is none.
  func share(_ part: Int, of whole: Int) -> Cell {
    whole >= fewest ? Cell(.share(part, of: whole)) : Cell(.insufficient)
  }

  private mutating func count(_ number: Int, _ key: FigureKey?) -> Cell {
    guard let key else { return Cell(.count(number)) }
    if set[key] == nil { set.add(Figure(key, .count(number))) }
    return Cell(.count(number), figure: set.slug(key))
  }
}
