import QAModel

/// Different children open at a period's close, against whom those audited are held: by team and level of need, and by
/// age band, sex, ethnicity and disability where given.
///
/// A child is open from the opening day until the day before the closing day.
struct CaseloadChildren: Measure {
  let isSupplied: Bool
  let rowCount: Int
  private let index: PeriodIndex
  private let child: CodeColumn
  private let service: CodeColumn
  private let team: CodeColumn
  private let levelOfNeed: CodeColumn
  private let opened: DateColumn
  private let closed: DateColumn
  private let names: Dataset.Names
  private let demographics: Demographics

  init(_ dataset: Dataset, _ index: PeriodIndex, _ demographics: Demographics) {
    let table = dataset.caseload ?? CaseloadTable()
    isSupplied = dataset.caseload != nil
    rowCount = table.count
    self.index = index
    child = table.child
    service = table.service
    team = table.team
    levelOfNeed = table.levelOfNeed
    opened = table.opened
    closed = table.closed
    names = dataset.names
    self.demographics = demographics
  }

  var dataset: DatasetKind { .caseload }

  var grids: [GridShape] {
    let counting = GridShape.Counting.distinct(ids: names.children.count)
    return [
      GridShape(measure: .caseloadChildren, counting: counting),
      GridShape(
        measure: .caseloadChildren, first: .axis(.levelOfNeed, places: names.levelsOfNeed.count),
        counting: counting),
      GridShape(
        measure: .caseloadChildren, first: .teams(names.teams.count), counting: counting, perService: false),
    ]
      + demographics.characteristics.map {
        GridShape(
          measure: .caseloadChildren, first: .axis($0.axis, places: $0.names.count), counting: counting,
          perService: false)
      }
  }

  func mark<Sink: MarkSink>(_ row: Int, into sink: inout Sink) {
    guard let child = child[row].map(Int.init), let opened = opened[row] else { return }
    let closed = closed[row]
    let service = self.service[row].map(Int.init) ?? names.services.count
    for (period, close) in index.closes.enumerated() {
      guard opened <= close else { break }
      guard closed.map({ $0 > close }) ?? true else { continue }
      sink.markDistinct(0, period: period, service: service, place: 0, id: child)
      if let level = levelOfNeed[row] {
        sink.markDistinct(1, period: period, service: service, place: Int(level), id: child)
      }
      if let team = team[row] {
        sink.markDistinct(2, period: period, service: service, place: Int(team), id: child)
      }
      for (position, characteristic) in demographics.characteristics.enumerated() {
        let place = Int(characteristic.placeOfRow[row])
        guard place >= 0 else { continue }
        sink.markDistinct(3 + position, period: period, service: service, place: place, id: child)
      }
    }
  }
}
