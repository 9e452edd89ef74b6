import QAModel

/// The share of audits due within a period that were handed in by their due date: submitted, else completed. An audit that
/// is not handed in and not past its day is left out.
struct AuditsInTime: Measure {
  let isSupplied: Bool
  let rowCount: Int
  private let table: AuditTable
  private let index: PeriodIndex
  private let serviceCount: Int

  init(_ dataset: Dataset, _ index: PeriodIndex) {
    table = dataset.audits ?? AuditTable()
    isSupplied = dataset.audits != nil
    rowCount = table.count
    self.index = index
    serviceCount = dataset.names.services.count
  }

  var dataset: DatasetKind { .audits }
  var grids: [GridShape] { [GridShape(measure: .auditsInTime, counting: .share)] }

  func mark<Sink: MarkSink>(_ row: Int, into sink: inout Sink) {
    guard let due = table.due[row], let period = index.position(due),
      let inTime = index.isInTime(done: table.submitted[row] ?? table.completed[row], due: due)
    else { return }
    sink.mark(
      0, period: period, service: table.service[row].map(Int.init) ?? serviceCount, place: 0, hit: inTime)
  }
}
