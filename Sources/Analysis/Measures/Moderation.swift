import QAModel

/// How moderators' grades compare with auditors' (the ones after the conversation), overall and domain by domain.
///
/// `moderation.moderated` counts audits with both grades, the moderator's by the as-at day: exact, moved up and moved
/// down add up to it.
struct Moderation: AuditMeasure {
  let facts: AuditFacts

  var grids: [GridShape] {
    let agreement = GridShape.Counting.agreement(scale: facts.scale.grades.count)
    return [GridShape.Breakdown.none, domainAxis].flatMap { first in
      [
        GridShape(measure: .moderated, first: first, totals: [FigureKey.totalOfModeration]),
        GridShape(measure: .moderationExact, first: first, totals: [FigureKey.sameOf(.moderated)]),
        GridShape(measure: .moderationMovedUp, first: first, totals: [FigureKey.sameOf(.moderated)]),
        GridShape(measure: .moderationMovedDown, first: first, totals: [FigureKey.sameOf(.moderated)]),
        GridShape(measure: .moderationAgreement, first: first, counting: .share),
        GridShape(measure: .moderationKappa, first: first, counting: agreement),
      ]
    }
  }

  func mark<Sink: MarkSink>(_ row: Int, into sink: inout Sink) {
    guard let period = facts.period(row) else { return }
    let service = facts.service(row)
    if let auditor = facts.overall[row], let moderator = facts.moderated(row) {
      mark(auditor, moderator, 0, period, service, 0, into: &sink)
    }
    for domain in 0..<facts.domainCount {
      if let auditor = facts.audited(row, domain: domain),
        let moderator = facts.moderated(row, domain: domain)
      {
        mark(auditor, moderator, 6, period, service, domain, into: &sink)
      }
    }
  }

  private func mark<Sink: MarkSink>(
    _ auditor: Grade, _ moderator: Grade, _ grid: Int, _ period: Int, _ service: Int, _ place: Int,
    into sink: inout Sink
  ) {
    sink.mark(grid, period: period, service: service, place: place)
    let direction =
      moderator == auditor ? grid + 1 : moderator.isBetter(than: auditor) ? grid + 2 : grid + 3
    sink.mark(direction, period: period, service: service, place: place)
    sink.mark(grid + 4, period: period, service: service, place: place, hit: moderator == auditor)
    let scale = facts.scale.grades.count
    let cell = Int(auditor.rank) * scale + Int(moderator.rank)
    sink.mark(grid + 5, period: period, service: service, place: place * scale * scale + cell)
  }
}

extension FigureKey {
  /// What audits moderated are a part of: all that were completed, for a domain too.
  fileprivate static let totalOfModeration: @Sendable (FigureKey) -> FigureKey = {
    FigureKey(.auditsCompleted, service: $0.service, period: $0.period)
  }
}

/// The share of audits whose grade the conversation with the practitioner changed, among those with a grade before
/// and after it (HA-4).
struct ConversationChanged: AuditMeasure {
  let facts: AuditFacts

  var grids: [GridShape] {
    [
      GridShape(measure: .conversationChanged, counting: .share),
      GridShape(measure: .conversationChanged, first: domainAxis, counting: .share),
    ]
  }

  func mark<Sink: MarkSink>(_ row: Int, into sink: inout Sink) {
    guard let period = facts.period(row) else { return }
    let service = facts.service(row)
    if let before = facts.initial[row], let after = facts.overall[row] {
      sink.mark(0, period: period, service: service, place: 0, hit: before != after)
    }
    for domain in 0..<facts.domainCount {
      guard let before = facts.initial(row, domain: domain), let after = facts.audited(row, domain: domain)
      else {
        continue
      }
      sink.mark(1, period: period, service: service, place: domain, hit: before != after)
    }
  }
}
