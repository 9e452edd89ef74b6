import QAModel

/// Actions due within a period and the share of them done in time, and those overdue at its close, from whatever period.
///
/// Overdue: due before the close and not completed by it; the due day itself is not overdue. Whether an action is
/// done is told by its completion day alone: a status says nothing of when. An action raised after the close was not
/// known then.
struct Actions: Measure {
  let isSupplied: Bool
  let rowCount: Int
  private let index: PeriodIndex
  private let raised: DateColumn
  private let due: DateColumn
  private let completed: DateColumn
  private let service: CodeColumn
  private let serviceCount: Int

  init(_ dataset: Dataset, _ index: PeriodIndex) {
    let table = dataset.actions ?? ActionTable()
    isSupplied = dataset.actions != nil
    rowCount = table.count
    self.index = index
    raised = table.raised
    due = table.due
    completed = table.completed
    service = table.service
    serviceCount = dataset.names.services.count
  }

  var dataset: DatasetKind { .actions }

  var grids: [GridShape] {
    [
      GridShape(measure: .actionsDue), GridShape(measure: .actionsOverdue),
      GridShape(measure: .actionsInTime, counting: .share, totals: [FigureKey.sameOf(.actionsDue)]),
    ]
  }

  func mark<Sink: MarkSink>(_ row: Int, into sink: inout Sink) {
    guard let due = due[row] else { return }
    let service = self.service[row].map(Int.init) ?? serviceCount
    let raised = raised[row]
    if let period = index.position(due), raised.map({ $0 <= index.asAt }) ?? true {
      sink.mark(0, period: period, service: service)
      if let inTime = index.isInTime(done: completed[row], due: due) {
        sink.mark(2, period: period, service: service, place: 0, hit: inTime)
      }
    }
    let completed = completed[row]
    for (period, close) in index.closes.enumerated() {
      guard due < close else { break }
      if completed.map({ $0 > close }) ?? true, raised.map({ $0 <= close }) ?? true {
        sink.mark(1, period: period, service: service)
      }
    }
  }
}
