import QAModel

/// What had become of the disputes of audits by the as-at day.
struct DisputeFacts: Sendable {
  static let stages = ["informal", "formal"]
  static let open = "Not resolved yet"
  private static let unrecorded = "Resolved, no result recorded"

  let table: AuditTable
  let asAt: CalendarDate
  /// What became of disputes: those not resolved first, then the results as the exports word them.
  let results: NameTable
  /// By code of word, the code of the result.
  private let codes: [UInt32: UInt32]

  init(_ dataset: Dataset, asAt: CalendarDate) {
    table = dataset.audits ?? AuditTable()
    self.asAt = asAt
    var results = NameTable([Self.open, Self.unrecorded])
    var codes: [UInt32: UInt32] = [:]
    for word in (0..<table.count).compactMap({ dataset.audits?.disputeResult[$0] }) where codes[word] == nil {
      codes[word] = results.code(for: Wording.sentenceCase(dataset.names.words.name(word)))
    }
    self.results = results
    self.codes = codes
  }

  /// The day it was resolved by the as-at day.
  func resolved(_ row: Int) -> CalendarDate? { table.disputeResolved[row].flatMap { $0 <= asAt ? $0 : nil } }

  /// Position in `stages`.
  func stage(_ row: Int) -> Int { table.disputeFormal[row].map { $0 <= asAt } ?? false ? 1 : 0 }

  /// Code in `results`.
  func result(_ row: Int) -> Int {
    guard resolved(row) != nil else { return 0 }
    return table.disputeResult[row].flatMap { codes[$0] }.map(Int.init) ?? 1
  }
}

/// Audits disputed, by the day the dispute was raised: all of them, by how far each went and with what result (HA-7).
struct Disputes: Measure {
  let isSupplied: Bool
  private let facts: DisputeFacts
  private let index: PeriodIndex
  private let serviceCount: Int

  init(facts: DisputeFacts, isSupplied: Bool, serviceCount: Int, index: PeriodIndex) {
    self.isSupplied = isSupplied
    self.facts = facts
    self.index = index
    self.serviceCount = serviceCount
  }

  var dataset: DatasetKind { .audits }
  var rowCount: Int { facts.table.count }

  var grids: [GridShape] {
    let results = GridShape.Breakdown.axis(.disputeResult, places: facts.results.count)
    let stages = GridShape.Breakdown.axis(.disputeStage, places: DisputeFacts.stages.count)
    let all = [FigureKey.notBrokenDown]
    return [
      GridShape(measure: .disputesRaised),
      GridShape(measure: .disputesRaised, first: stages, totals: all),
      GridShape(measure: .disputesRaised, first: results, perService: false, totals: all),
      GridShape(
        measure: .disputesRaised, first: results, second: stages, perService: false, totals: all),
    ]
  }

  func mark<Sink: MarkSink>(_ row: Int, into sink: inout Sink) {
    guard let period = index.position(happened: facts.table.disputeRaised[row]) else { return }
    let service = facts.table.service[row].map(Int.init) ?? serviceCount
    let (stage, result) = (facts.stage(row), facts.result(row))
    sink.mark(0, period: period, service: service)
    sink.mark(1, period: period, service: service, place: stage)
    sink.mark(2, period: period, service: service, place: result)
    sink.mark(3, period: period, service: service, place: result * DisputeFacts.stages.count + stage)
  }
}
