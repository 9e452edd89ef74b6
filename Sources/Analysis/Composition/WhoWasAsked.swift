import QAModel

extension ReportContext {
  /// Whether any record of the period says how many were asked for feedback.
  var saysWhoWasAsked: Bool { if case .count = outcome(key(.feedbackInvited)) { true } else { false } }

  /// Where the numbers are from.
  fileprivate var sourceOfAsked: String {
    FeedbackResponse.isOfFeedback(dataset) ? "the feedback" : "the diary of activity"
  }

  /// How many were asked and how many of them answered; `nil` where nobody wrote it down.
  var whoWasAsked: Sentence? {
    guard saysWhoWasAsked else { return nil }
    let asked = Wording.counted(cell(key(.feedbackInvited)), "person was", "people were")
    let answered: Sentence =
      said(key(.feedbackResponse)).map { "; \($0) answered" } ?? "; how many answered cannot be said"
    let range: Sentence =
      extremes(services.map { key(.feedbackResponse, service: $0) }).map { most, least in
        " The largest share answered in \(serviceName(most.service)), \(saidOrCount(most)); the smallest in \(serviceName(least.service)), \(saidOrCount(least))."
      } ?? ""
    return "\(asked) asked, as \(sourceOfAsked) says\(answered).\(range)"
  }
}

/// The columns of a table by service that say who was asked and how many answered; none where nobody wrote it down.
struct AskedColumns {
  let context: ReportContext

  var columns: [Table.Column] {
    guard context.saysWhoWasAsked else { return [] }
    return [
      Table.Column("Asked", .count), Table.Column("Answered", .count),
      Table.Column("Answered, out of", .count), Table.Column("Answered (%)", .percentage),
      Table.Column("Answered, likely from (%)", .percentage),
      Table.Column("Answered, likely to (%)", .percentage),
    ]
  }

  var notes: [String] {
    guard context.saysWhoWasAsked else { return [] }
    return [
      "Asked and answered: as \(context.sourceOfAsked) says. Where more answered than were asked, or it is not said how many did, the share leaves it out."
    ]
  }

  func cells(_ service: UInt32?) -> [Cell] {
    guard context.saysWhoWasAsked else { return [] }
    return [context.cell(context.key(.feedbackInvited, service: service))]
      + context.shareCells(context.key(.feedbackResponse, service: service))
  }
}
