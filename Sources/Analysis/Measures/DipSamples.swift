import QAModel

/// What the measures ask of a dip sample's row: one child and practice standard.
final class DipSampleFacts: Sendable {
  let isSupplied: Bool
  let count: Int
  let standardCount: Int
  let childCount: Int
  let levelCount: Int
  let teamCount: Int
  let child: CodeColumn
  let levelOfNeed: CodeColumn
  let team: CodeColumn
  let standard: CodeColumn
  let response: AnswerColumn
  private let index: PeriodIndex
  private let date: DateColumn
  private let service: CodeColumn
  private let serviceCount: Int

  init(_ dataset: Dataset, _ index: PeriodIndex) {
    let table = dataset.dipSamples ?? DipSampleTable()
    isSupplied = dataset.dipSamples != nil
    count = table.count
    standardCount = dataset.names.standards.count
    childCount = dataset.names.children.count
    serviceCount = dataset.names.services.count
    levelCount = dataset.names.levelsOfNeed.count
    teamCount = dataset.names.teams.count
    child = table.child
    levelOfNeed = table.levelOfNeed
    team = table.team
    standard = table.standard
    response = table.response
    self.index = index
    date = table.date
    service = table.service
  }

  func period(_ row: Int) -> Int? { index.position(happened: date[row]) }
  func service(_ row: Int) -> Int { self.service[row].map(Int.init) ?? serviceCount }
}

protocol DipSampleMeasure: Measure {
  var facts: DipSampleFacts { get }
}

extension DipSampleMeasure {
  var dataset: DatasetKind { .dipSamples }
  var isSupplied: Bool { facts.isSupplied }
  var rowCount: Int { facts.count }
}

/// Different children dip-sampled, whatever was answered about them. Who they are is told by the caseload.
struct DipSampledChildren: DipSampleMeasure {
  let facts: DipSampleFacts
  let demographics: Demographics

  var grids: [GridShape] {
    let counting = GridShape.Counting.distinct(ids: facts.childCount)
    return [
      GridShape(measure: .dipChildren, counting: counting),
      GridShape(
        measure: .dipChildren, first: .axis(.levelOfNeed, places: facts.levelCount), counting: counting,
        perService: false),
      GridShape(
        measure: .dipChildren, first: .teams(facts.teamCount), counting: counting, perService: false),
    ]
      + demographics.characteristics.map {
        GridShape(
          measure: .dipChildren, first: .axis($0.axis, places: $0.names.count), counting: counting,
          perService: false)
      }
  }

  func mark<Sink: MarkSink>(_ row: Int, into sink: inout Sink) {
    guard let period = facts.period(row), let child = facts.child[row] else { return }
    let (service, id) = (facts.service(row), Int(child))
    sink.markDistinct(0, period: period, service: service, place: 0, id: id)
    if let level = facts.levelOfNeed[row] {
      sink.markDistinct(1, period: period, service: service, place: Int(level), id: id)
    }
    if let team = facts.team[row] {
      sink.markDistinct(2, period: period, service: service, place: Int(team), id: id)
    }
    for (position, characteristic) in demographics.characteristics.enumerated() {
      let place = Int(characteristic.placeOfChild[id])
      guard place >= 0 else { continue }
      sink.markDistinct(3 + position, period: period, service: service, place: place, id: id)
    }
  }
}

/// The share of practice standards met: yes out of yes, partly and no. *Not applicable*, *not seen* and blank are
/// no answers.
struct StandardsMet: DipSampleMeasure {
  let facts: DipSampleFacts

  var grids: [GridShape] {
    [
      GridShape(measure: .dipMet, counting: .share),
      GridShape(
        measure: .dipMet, first: .axis(.standard, places: facts.standardCount), counting: .share,
        totals: [FigureKey.notBrokenDown]),
    ]
  }

  func mark<Sink: MarkSink>(_ row: Int, into sink: inout Sink) {
    guard let response = facts.response[row], let period = facts.period(row) else { return }
    let service = facts.service(row)
    sink.mark(0, period: period, service: service, place: 0, hit: response == .yes)
    if let standard = facts.standard[row] {
      sink.mark(1, period: period, service: service, place: Int(standard), hit: response == .yes)
    }
  }
}
