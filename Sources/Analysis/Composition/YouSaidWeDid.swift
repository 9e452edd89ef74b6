import QAModel

/// What children, families and others said, question by question, and what was done about it.
///
/// An action answers a question where its measure or its theme is the question's name. What was done counts where it was
/// completed in the 12 months up to the as-at date.
struct YouSaidWeDid {
  private static let months = 12
  let context: ReportContext

  /// `nil` without actions, or without a question that was answered in the period.
  func table(of questions: [AxisPlace], notes: inout NoteBook) -> Table? {
    guard context.dataset.actions != nil, !questions.isEmpty else { return nil }
    return Table(
      id: "you-said-we-did", title: "You said, we did, \(context.period.short)",
      source:
        "Positive answers of the period; actions whose measure or theme is the question, still open at \(context.request.asAt.long) or done in the 12 months before it",
      notes: [notes.position(of: StandardNote.interval)],
      columns: [Table.Column("You said: question")] + ReportContext.shareColumns("Positive")
        + [Table.Column("We did")],
      rows: questions.map { question in
        [.text(context.figures.names.name(question))]
          + context.shareCells(context.key(.feedbackPositive, first: question)) + [answer(to: question)]
      })
  }

  /// `3 actions done, 2 open, 1 of them overdue`, or that none is recorded.
  private func answer(to question: AxisPlace) -> Cell {
    let asAt = context.request.asAt
    let since = asAt.adding(months: -Self.months)
    var (done, open, overdue) = (0, 0, 0)
    for row in rows(about: Slug.make(context.figures.names.name(question))) {
      guard let actions = context.dataset.actions, actions.raised[row].map({ $0 <= asAt }) ?? true else {
        continue
      }
      if let completed = actions.completed[row], completed <= asAt {
        if completed > since { done += 1 }
      } else {
        open += 1
        if let due = actions.due[row], due < asAt { overdue += 1 }
      }
    }
    guard done + open > 0 else { return Cell(.text("No action recorded"), tone: .unknown) }
    let parts = [
      done == 0 ? nil : done == 1 ? "1 action done" : "\(done) actions done",
      open == 0 ? nil : "\(open) open",
      overdue == 0 ? nil : "\(overdue) of them overdue",
    ]
    return .text(parts.compactMap(\.self).joined(separator: ", "))
  }

  private func rows(about slug: String) -> [Int] {
    guard let actions = context.dataset.actions else { return [] }
    let words = context.dataset.names.words
    return (0..<actions.count).filter { row in
      [actions.measure[row], actions.theme[row]].contains { $0.map { Slug.make(words.name($0)) } == slug }
    }
  }
}
