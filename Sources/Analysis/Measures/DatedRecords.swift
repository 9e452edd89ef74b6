import QAModel

/// How many records of a kind are dated in a period: observations of practice, supervision audits, answers to
/// feedback. What was done, whatever it found.
struct DatedRecords: Measure {
  let dataset: DatasetKind
  let isSupplied: Bool
  private let measure: MeasureID
  private let index: PeriodIndex
  private let date: DateColumn
  private let service: CodeColumn
  private let serviceCount: Int

  private init(
    _ measure: MeasureID, _ kind: DatasetKind, isSupplied: Bool, date: DateColumn?, service: CodeColumn?,
    serviceCount: Int, index: PeriodIndex
  ) {
    self.measure = measure
    dataset = kind
    self.isSupplied = isSupplied
    self.index = index
    self.date = date ?? DateColumn()
    self.service = service ?? CodeColumn()
    self.serviceCount = serviceCount
  }

  static func observations(_ dataset: Dataset, _ index: PeriodIndex) -> DatedRecords {
    DatedRecords(
      .observationsCompleted, .observations, isSupplied: dataset.observations != nil,
      date: dataset.observations?.date, service: dataset.observations?.service,
      serviceCount: dataset.names.services.count, index: index)
  }

  static func supervisionAudits(_ dataset: Dataset, _ index: PeriodIndex) -> DatedRecords {
    DatedRecords(
      .supervisionAuditsCompleted, .supervisionAudits, isSupplied: dataset.supervisionAudits != nil,
      date: dataset.supervisionAudits?.date, service: dataset.supervisionAudits?.service,
      serviceCount: dataset.names.services.count, index: index)
  }

  static func feedback(_ dataset: Dataset, _ index: PeriodIndex) -> DatedRecords {
    DatedRecords(
      .feedbackReceived, .feedback, isSupplied: dataset.feedback != nil, date: dataset.feedback?.date,
      service: dataset.feedback?.service, serviceCount: dataset.names.services.count, index: index)
  }

  var rowCount: Int { date.count }
  var grids: [GridShape] { [GridShape(measure: measure)] }

  func mark<Sink: MarkSink>(_ row: Int, into sink: inout Sink) {
    guard let period = index.position(happened: date[row]) else { return }
    sink.mark(0, period: period, service: service[row].map(Int.init) ?? serviceCount)
  }
}
