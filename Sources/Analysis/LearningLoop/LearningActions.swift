import QAModel

/// Completed actions by what became of the measure they were to move.
struct LearningActions: Measure {
  let isSupplied: Bool
  let loop: LearningLoop
  private let index: PeriodIndex
  private let serviceCount: Int

  init(_ dataset: Dataset, _ framework: Framework, _ index: PeriodIndex) {
    isSupplied = dataset.actions != nil
    loop = LearningLoop(dataset, framework, index)
    self.index = index
    serviceCount = dataset.names.services.count
  }

  var dataset: DatasetKind { .actions }
  var rowCount: Int { loop.rows.count }

  var grids: [GridShape] {
    [
      GridShape(measure: .learningActions),
      GridShape(
        measure: .learningActions, first: .axis(.learning, places: LearningResult.allCases.count),
        totals: [FigureKey.notBrokenDown]),
    ]
  }

  func mark<Sink: MarkSink>(_ row: Int, into sink: inout Sink) {
    guard let action = loop.rows[row], let period = index.position(happened: action.completed),
      let place = LearningResult.allCases.firstIndex(of: action.result)
    else { return }
    let service = action.service.map(Int.init) ?? serviceCount
    sink.mark(0, period: period, service: service)
    sink.mark(1, period: period, service: service, place: place)
  }
}
