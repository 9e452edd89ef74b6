import QAModel

/// How one grader's grades compare with another's, overall and domain by domain: moderators' with auditors' (the ones
/// after the conversation), and apart from it the panel's with moderators' (KI-3, DO-5).
///
/// Audits with both grades, the later one by the as-at day: exact, moved up and moved down add up to them.
struct GradeAgreement: AuditMeasure {
  enum Pair: Sendable {
    case moderatorOfAuditor, panelOfModerator

    /// Compared, the same, moved up, moved down, the share that is the same, kappa.
    var measures: [MeasureID] {
      switch self {
      case .moderatorOfAuditor:
        [
          .moderated, .moderationExact, .moderationMovedUp, .moderationMovedDown, .moderationAgreement,
          .moderationKappa,
        ]
      case .panelOfModerator:
        [.panelCompared, .panelExact, .panelMovedUp, .panelMovedDown, .panelAgreement, .panelKappa]
      }
    }
  }

  let facts: AuditFacts
  let pair: Pair

  var grids: [GridShape] {
    let measures = pair.measures
    let agreement = GridShape.Counting.agreement(scale: facts.scale.grades.count)
    return [GridShape.Breakdown.none, domainAxis].flatMap { first in
      // A panel sees few audits: domain by domain they are given for all services together.
      let perService = pair == .moderatorOfAuditor || first.places == 1
      return measures.enumerated().map { position, measure in
        let totals: [@Sendable (FigureKey) -> FigureKey] =
          switch position {
          case 0: [FigureKey.totalOfModeration]
          case 1...3: [FigureKey.sameOf(measures[0])]
          default: []
          }
        return GridShape(
          measure: measure, first: first,
          counting: position == 4 ? .share : position == 5 ? agreement : .records, perService: perService,
          totals: totals)
      }
    }
  }

  func mark<Sink: MarkSink>(_ row: Int, into sink: inout Sink) {
    guard let period = facts.period(row) else { return }
    let service = facts.service(row)
    if let (earlier, later) = grades(row) {
      mark(earlier, later, 0, period, service, 0, into: &sink)
    }
    for domain in 0..<facts.domainCount {
      if let (earlier, later) = grades(row, domain: domain) {
        mark(earlier, later, 6, period, service, domain, into: &sink)
      }
    }
  }

  private func grades(_ row: Int) -> (Grade, Grade)? {
    switch pair {
    case .moderatorOfAuditor: both(facts.overall[row], facts.moderated(row))
    case .panelOfModerator: both(facts.moderated(row), facts.panel(row))
    }
  }

  private func grades(_ row: Int, domain: Int) -> (Grade, Grade)? {
    switch pair {
    case .moderatorOfAuditor: both(facts.audited(row, domain: domain), facts.moderated(row, domain: domain))
    case .panelOfModerator: both(facts.moderated(row, domain: domain), facts.panel(row, domain: domain))
    }
  }

  private func both(_ earlier: Grade?, _ later: Grade?) -> (Grade, Grade)? {
    guard let earlier, let later else { return nil }
    return (earlier, later)
  }

  private func mark<Sink: MarkSink>(
    _ earlier: Grade, _ later: Grade, _ grid: Int, _ period: Int, _ service: Int, _ place: Int,
    into sink: inout Sink
  ) {
    sink.mark(grid, period: period, service: service, place: place)
    let direction = later == earlier ? grid + 1 : later.isBetter(than: earlier) ? grid + 2 : grid + 3
    sink.mark(direction, period: period, service: service, place: place)
    sink.mark(grid + 4, period: period, service: service, place: place, hit: later == earlier)
    let scale = facts.scale.grades.count
    let cell = Int(earlier.rank) * scale + Int(later.rank)
    sink.mark(grid + 5, period: period, service: service, place: place * scale * scale + cell)
  }
}

extension FigureKey {
  /// What audits moderated are a part of: all that were completed, for a domain too.
  fileprivate static let totalOfModeration: @Sendable (FigureKey) -> FigureKey = {
    FigureKey(.auditsCompleted, service: $0.service, period: $0.period)
  }
}

/// What the conversation with the practitioner did to grades, among audits with a grade before and after it: the share
/// that changed, and how many moved which way (HA-4).
struct ConversationChanged: AuditMeasure {
  let facts: AuditFacts

  var grids: [GridShape] {
    [GridShape.Breakdown.none, domainAxis].flatMap { first in
      [
        GridShape(measure: .conversationChanged, first: first, counting: .share),
        GridShape(measure: .conversationMovedUp, first: first),
        GridShape(measure: .conversationMovedDown, first: first),
      ]
    }
  }

  func mark<Sink: MarkSink>(_ row: Int, into sink: inout Sink) {
    guard let period = facts.period(row) else { return }
    let service = facts.service(row)
    func mark(_ before: Grade?, _ after: Grade?, _ grid: Int, _ place: Int) {
      guard let before, let after else { return }
      sink.mark(grid, period: period, service: service, place: place, hit: before != after)
      guard before != after else { return }
      sink.mark(
        after.isBetter(than: before) ? grid + 1 : grid + 2, period: period, service: service, place: place)
    }
    mark(facts.initial[row], facts.overall[row], 0, 0)
    for domain in 0..<facts.domainCount {
      mark(facts.initial(row, domain: domain), facts.audited(row, domain: domain), 3, domain)
    }
  }
}
