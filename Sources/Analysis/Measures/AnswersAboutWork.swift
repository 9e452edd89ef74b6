import QAModel

/// Of audits completed, the share in which the family's feedback was sought and obtained (DO-7) and the child's
/// identity considered (SH-12), the latter also of those that were moderated.
///
/// Yes out of yes, partly and no: *not applicable*, *not seen* and blank are no answers.
struct AnswersInAudits: AuditMeasure {
  let facts: AuditFacts

  var grids: [GridShape] {
    [
      MeasureID.familyFeedbackSought, .familyFeedbackObtained, .auditsIdentityConsidered,
      .moderationIdentityConsidered,
    ].map { GridShape(measure: $0, counting: .share) }
  }

  func mark<Sink: MarkSink>(_ row: Int, into sink: inout Sink) {
    guard let period = facts.period(row) else { return }
    let service = facts.service(row)
    func mark(_ grid: Int, _ answer: Answer?) {
      guard let answer else { return }
      sink.mark(grid, period: period, service: service, place: 0, hit: answer == .yes)
    }
    mark(0, facts.familyFeedbackSought[row])
    mark(1, facts.familyFeedbackObtained[row])
    mark(2, facts.identityConsidered[row])
    if facts.isModerated(row) { mark(3, facts.identityConsidered[row]) }
  }
}

/// The share of other activities in which the child's identity was considered (SH-12). A dip sample counts once,
/// however many standards it looked at: by its first row that answers.
struct IdentityConsidered: Measure {
  let dataset: DatasetKind
  let isSupplied: Bool
  private let measure: MeasureID
  private let index: PeriodIndex
  private let date: DateColumn
  private let service: CodeColumn
  private let answer: AnswerColumn
  /// Rows that count; `nil`: all.
  private let isCounted: [Bool]?
  private let serviceCount: Int

  static func all(_ dataset: Dataset, _ index: PeriodIndex) -> [DatasetKind: IdentityConsidered] {
    let (dips, observations) = (dataset.dipSamples, dataset.observations)
    let supervisions = dataset.supervisionAudits
    let services = dataset.names.services.count
    return [
      .dipSamples: IdentityConsidered(
        dataset: .dipSamples, isSupplied: dips != nil, measure: .dipIdentityConsidered, index: index,
        date: dips?.date ?? DateColumn(), service: dips?.service ?? CodeColumn(),
        answer: dips?.identityConsidered ?? AnswerColumn(), isCounted: dips.map(firstAnswers),
        serviceCount: services),
      .observations: IdentityConsidered(
        dataset: .observations, isSupplied: observations != nil, measure: .observationsIdentityConsidered,
        index: index, date: observations?.date ?? DateColumn(),
        service: observations?.service ?? CodeColumn(),
        answer: observations?.identityConsidered ?? AnswerColumn(), isCounted: nil, serviceCount: services),
      .supervisionAudits: IdentityConsidered(
        dataset: .supervisionAudits, isSupplied: supervisions != nil,
        measure: .supervisionAuditsIdentityConsidered, index: index,
        date: supervisions?.date ?? DateColumn(), service: supervisions?.service ?? CodeColumn(),
        answer: supervisions?.identityConsidered ?? AnswerColumn(), isCounted: nil, serviceCount: services),
    ]
  }

  private static func firstAnswers(_ table: DipSampleTable) -> [Bool] {
    var seen: Set<UInt32> = []
    return (0..<table.count).map { row in
      guard table.identityConsidered[row] != nil else { return false }
      return table.id[row].map { seen.insert($0).inserted } ?? true
    }
  }

  var rowCount: Int { date.count }
  var grids: [GridShape] { [GridShape(measure: measure, counting: .share)] }

  func mark<Sink: MarkSink>(_ row: Int, into sink: inout Sink) {
    guard let period = index.position(happened: date[row]), let answer = answer[row],
      isCounted?[row] ?? true
    else { return }
    sink.mark(
      0, period: period, service: service[row].map(Int.init) ?? serviceCount, place: 0, hit: answer == .yes)
  }
}
