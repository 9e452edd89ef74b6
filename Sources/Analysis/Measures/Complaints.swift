import QAModel

/// Complaints, compliments, representations and enquiries received: each reference once by the day it was received,
/// statutory complaints also by category, and complaints by stage, each by its own beginning.
struct ComplaintsReceived: ComplaintMeasure {
  let facts: ComplaintFacts

  var grids: [GridShape] {
    [
      GridShape(measure: .complaintsReceived),
      GridShape(measure: .complaintsReceived, first: stageAxis),
      GridShape(measure: .complaintsCorporateReceived),
      GridShape(measure: .complimentsReceived),
      GridShape(
        measure: .complaintsReceived, first: .axis(.category, places: facts.categoryCount),
        totals: [FigureKey.notBrokenDown]),
      GridShape(measure: .representationsReceived),
      GridShape(measure: .enquiriesReceived),
      GridShape(measure: .complaintsCorporateReceived, first: stageAxis, perService: false),
    ]
  }

  func mark<Sink: MarkSink>(_ row: Int, into sink: inout Sink) {
    let service = facts.service(row)
    let isStatutory = facts.isStatutory(row)
    if facts.standsForReference(row), let period = facts.index.position(happened: facts.received[row]) {
      if isStatutory {
        sink.mark(0, period: period, service: service)
        if let category = facts.category[row] {
          sink.mark(4, period: period, service: service, place: Int(category))
        }
      } else if facts.isCorporate(row) {
        sink.mark(2, period: period, service: service)
      } else if facts.isCompliment(row) {
        sink.mark(3, period: period, service: service)
      } else if facts.isRepresentation(row) {
        sink.mark(5, period: period, service: service)
      } else if facts.isEnquiry(row) {
        sink.mark(6, period: period, service: service)
      }
    }
    if isStatutory || facts.isCorporate(row), let stage = facts.stage(row),
      let period = facts.index.position(happened: facts.stageDate(row))
    {
      sink.mark(isStatutory ? 1 : 7, period: period, service: service, place: stage)
    }
  }
}

/// What became of complaints, of statutory ones stage by stage: outcomes answered by the as-at day, and complaints
/// withdrawn.
struct ComplaintOutcomes: ComplaintMeasure {
  let facts: ComplaintFacts

  var grids: [GridShape] {
    [
      GridShape(
        measure: .complaintsOutcome, first: .axis(.outcome, places: ComplaintTable.Outcome.allCases.count),
        second: stageAxis,
        totals: [
          { FigureKey(.complaintsReceived, service: $0.service, first: $0.second, period: $0.period) }
        ]),
      GridShape(
        measure: .complaintsCorporateOutcome,
        first: .axis(.outcome, places: ComplaintTable.Outcome.allCases.count), perService: false),
    ]
  }

  func mark<Sink: MarkSink>(_ row: Int, into sink: inout Sink) {
    if facts.isCorporate(row), let outcome = facts.outcome[row],
      let period = facts.index.position(happened: facts.stageDate(row)),
      facts.index.hasHappened(facts.responded[row]) || facts.isWithdrawn(row)
    {
      sink.mark(1, period: period, service: facts.service(row), place: Int(outcome.rawValue))
    }
    guard facts.isStatutory(row), let outcome = facts.outcome[row], let stage = facts.stage(row),
      let period = facts.index.position(happened: facts.stageDate(row)),
      facts.index.hasHappened(facts.responded[row]) || facts.isWithdrawn(row)
    else { return }
    sink.mark(
      0, period: period, service: facts.service(row),
      place: Int(outcome.rawValue) * ComplaintFacts.stages + stage)
  }
}

/// Whether statutory complaints were answered in time, by the working-day rules.
///
/// Within timescale: answered in time, out of answered and still open past the limit. A complaint that is open and not
/// yet due is neither. The due day itself is in time.
struct ComplaintTimeliness: ComplaintMeasure {
  let facts: ComplaintFacts

  var grids: [GridShape] {
    let within = FigureKey.sameOf(.complaintsWithinTimescale)
    return [GridShape.Breakdown.none, stageAxis].enumerated().flatMap { position, first in
      let totals = position == 0 ? [] : [FigureKey.notBrokenDown]
      return [
        GridShape(measure: .complaintsWithinTimescale, first: first, counting: .share, totals: totals),
        GridShape(measure: .complaintsLate, first: first, totals: totals + [within]),
        GridShape(measure: .complaintsExtended, first: first, totals: totals),
        GridShape(measure: .complaintsOpenOverdue, first: first, totals: totals),
      ]
    }
  }

  func mark<Sink: MarkSink>(_ row: Int, into sink: inout Sink) {
    guard facts.isStatutory(row), !facts.isWithdrawn(row), let stage = facts.stage(row),
      let began = facts.stageDate(row), let limit = facts.limit(row)
    else { return }
    let service = facts.service(row)
    let responded = facts.responded[row]
    func mark(_ grid: Int, _ period: Int, hit: Bool = true) {
      sink.mark(grid, period: period, service: service, place: 0, hit: hit)
      sink.mark(grid + 4, period: period, service: service, place: stage, hit: hit)
    }
    if let period = facts.index.position(happened: began) {
      if let responded, responded <= facts.index.asAt {
        mark(0, period, hit: responded <= limit)
        if responded > limit { mark(1, period) }
      } else if limit < facts.index.asAt {
        mark(0, period, hit: false)
      }
      if facts.isExtended(row) { mark(2, period) }
    }
    for (period, close) in facts.index.closes.enumerated() {
      guard limit < close else { break }
      if began <= close, responded.map({ $0 > close }) ?? true { mark(3, period) }
    }
  }
}

/// What became of complaints beside their answers: those that went on to a later stage, those still open, what was
/// learned; and whether corporate complaints were answered by the day their export gives, no law setting one.
struct ComplaintProgress: ComplaintMeasure {
  let facts: ComplaintFacts

  var grids: [GridShape] {
    [
      GridShape(measure: .complaintsToStage2, counting: .share),
      GridShape(measure: .complaintsToStage3, counting: .share),
      GridShape(measure: .complaintsOpen),
      GridShape(measure: .complaintsOpen, first: stageAxis, totals: [FigureKey.notBrokenDown]),
      GridShape(measure: .complaintsWithLearning, counting: .share),
      GridShape(measure: .complaintsCorporateWithinTimescale, counting: .share, perService: false),
      GridShape(measure: .complaintsCorporateOpen, perService: false),
      GridShape(measure: .complaintsCorporateOpenOverdue, perService: false),
      GridShape(measure: .complaintsCorporateWithLearning, counting: .share, perService: false),
    ]
  }

  func mark<Sink: MarkSink>(_ row: Int, into sink: inout Sink) {
    let isStatutory = facts.isStatutory(row)
    guard isStatutory || facts.isCorporate(row), let began = facts.stageDate(row) else { return }
    let service = facts.service(row)
    let responded = facts.responded[row]
    if let period = facts.index.position(happened: began) {
      if isStatutory, facts.stage(row) == 0 {
        sink.mark(0, period: period, service: service, place: 0, hit: facts.hasReached(stage: 2, row))
        sink.mark(1, period: period, service: service, place: 0, hit: facts.hasReached(stage: 3, row))
      }
      if facts.index.hasHappened(responded) {
        sink.mark(
          isStatutory ? 4 : 8, period: period, service: service, place: 0, hit: facts.recordsLearning(row))
      }
      if !isStatutory { markTimeliness(row, period, service, into: &sink) }
    }
    guard !facts.isWithdrawn(row) else { return }
    for (period, close) in facts.index.closes.enumerated() {
      guard began <= close else { break }
      guard responded.map({ $0 > close }) ?? true else { continue }
      sink.mark(isStatutory ? 2 : 6, period: period, service: service)
      if isStatutory, let stage = facts.stage(row) {
        sink.mark(3, period: period, service: service, place: stage)
      }
      if !isStatutory, let limit = facts.corporateLimit(row), limit < close {
        sink.mark(7, period: period, service: service)
      }
    }
  }

  private func markTimeliness<Sink: MarkSink>(
    _ row: Int, _ period: Int, _ service: Int, into sink: inout Sink
  ) {
    guard !facts.isWithdrawn(row), let limit = facts.corporateLimit(row) else { return }
    if let responded = facts.responded[row], responded <= facts.index.asAt {
      sink.mark(5, period: period, service: service, place: 0, hit: responded <= limit)
    } else if limit < facts.index.asAt {
      sink.mark(5, period: period, service: service, place: 0, hit: false)
    }
  }
}
