import QAModel

/// The summary's lines on what changed: claims only, and the words that nothing else is claimed.
struct ChangeWording {
  let context: ReportContext

  /// Claims of a direction that fit a page; the others are named.
  private static let most = 4

  func lines() -> [Sentence] {
    let changes = context.changes
    guard !changes.compared.isEmpty else { return [] }
    let directions: [(ProportionChange.Direction, String)] = [
      (.improved, "Improved:"), (.declined, "Declined:"), (.changed, "Changed:"),
    ]
    let claims = directions.flatMap { direction, label -> [Sentence] in
      let claimed = changes.claimed.filter { $0.direction == direction }
      let said = claimed.prefix(Self.most).map { change -> Sentence in "\(strong: label) \(claim(change))" }
      guard claimed.count > Self.most else { return said }
      let others = Wording.listed(claimed.dropFirst(Self.most).map(name))
      return said + ["\(strong: label) also \(others)."]
    }
    let tested = Wording.counted(changes.compared.count, "comparison", "comparisons")
    return claims + [
      claims.isEmpty
        ? "\(strong: "Changes:") nothing can be called a change: of \(tested) none differs by more than chance has it, all taken together."
        : "\(strong: "Changes:") these are more than chance has it; nothing else can be called a change, of \(tested) made."
    ]
  }

  /// `Assessments in 45 working days, all services: fell from 86% (1,742 of 2,031, October 2024 to September 2025) to …`.
  private func claim(_ change: ProportionChange) -> Sentence {
    let isFall = change.after.share < change.before.share
    let points = [change.interval.lower, change.interval.upper].map { abs($0) * 100 }.sorted()
    let difference = abs(change.after.share - change.before.share) * 100
    func shown(_ points: Double) -> Value { .number(points, places: 0) }
    var sentence: Sentence =
      "\(name(change)) \(isFall ? "fell" : "rose") from \(sample(change.before)) to \(sample(change.after)); the difference is \(shown(difference)) percentage points, likely \(shown(points[0])) to \(shown(points[1]))."
    if isFigure(change) { sentence.cites.append(context.figures.slug(change.figure)) }
    return sentence
  }

  private func sample(_ sample: ProportionChange.Sample) -> Sentence {
    "\(Value.share(sample.hits, of: sample.of)) (\(Value.count(sample.hits)) of \(Value.count(sample.of)), \(when(sample.period)))"
  }

  /// `October 2024 to September 2025`; a quarter as tables head it.
  private func when(_ period: Period) -> String {
    guard case .range = period.kind, let first = period.months.first, let last = period.months.last else {
      return period.short
    }
    return "\(first.title) to \(last.title)"
  }

  private func name(_ change: ProportionChange) -> String {
    let what =
      switch change.figure.measure {
      case .auditsGoodOrBetter:
        "Random audits graded \(context.goodOrBetter)"
          + (change.figure.first.map { " for \(Wording.lowercasedFirst(context.figures.names.name($0)))" }
            ?? "")
      case .dipMet: "Practice standards met in dip samples"
      case .feedbackPositive: "Positive answers to feedback questions"
      default: change.figure.first.map { context.figures.names.name($0) } ?? ""
      }
    let service = change.figure.service.map { context.serviceName($0) } ?? context.whole
    return "\(what), \(service),"
  }

  /// Whether the later share is the report's own figure, which a reader then finds in its table.
  private func isFigure(_ change: ProportionChange) -> Bool {
    switch context.outcome(change.figure) {
    case .share(let hits, let of, _): hits == change.after.hits && of == change.after.of
    case .value(_, let hits?, let of?, _):
      hits == Double(change.after.hits) && of == Double(change.after.of)
    default: false
    }
  }
}
