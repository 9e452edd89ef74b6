import QAModel

/// What every activity is to ask: whether the child's identity was considered (SH-12), and whether the family was asked
/// and answered (DO-7).
enum ActivityQuestions {
  private static let questions: [(String, MeasureID)] = [
    ("Family feedback sought, audits", .familyFeedbackSought),
    ("Family feedback obtained, audits", .familyFeedbackObtained),
    ("Identity considered, audits", .auditsIdentityConsidered),
    ("Identity considered, moderated audits", .moderationIdentityConsidered),
    ("Identity considered, dip samples", .dipIdentityConsidered),
    ("Identity considered, observations of practice", .observationsIdentityConsidered),
    ("Identity considered, supervision audits", .supervisionAuditsIdentityConsidered),
  ]

  static func section(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    let answered = questions.filter { context.records(context.key($0.1)) > 0 }
    guard !answered.isEmpty else { return nil }
    let table = Table(
      id: "asked-in-every-activity",
      title: "Families asked and identity considered in quality assurance, \(context.period.short)",
      source:
        "Answers yes, partly and no in the records of the period; not applicable, not seen and blank are left out, and partly is no yes. Activities that answer nothing are not listed",
      notes: [notes.position(of: StandardNote.interval)],
      columns: [Table.Column("What was asked, and where")] + ReportContext.shareColumns("Yes"),
      rows: answered.map { [.text($0.0)] + context.shareCells(context.key($0.1)) })
    let sentences = [
      (MeasureID.familyFeedbackObtained, "Family feedback was obtained in"),
      (.auditsIdentityConsidered, "The child's identity was considered in"),
    ].compactMap { measure, words -> Sentence? in
      context.said(context.key(measure)).map { "\(words) \($0) of audits that say." }
    }
    return Section(
      id: "asked-in-every-activity", title: "Family feedback and identity",
      blocks: (sentences.isEmpty ? [] : [.paragraph(Paragraph(sentences))]) + [.table(table)])
  }
}
