import QAModel

/// Experience and outcome: what children, families and others say, and what they complain of.
enum ExperienceSection: SectionComposer {
  static func compose(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    var sections: [Section] = []
    if context.dataset.feedback != nil || context.saysWhoWasAsked {
      sections.append(feedback(context, notes: &notes))
    }
    if context.dataset.complaints != nil { sections.append(ComplaintsPart.section(context, notes: &notes)) }
    guard !sections.isEmpty else { return nil }
    return Section(
      id: "experience-and-outcome", title: "Experience and outcome: what difference did it make?",
      sections: sections)
  }

  static func feedback(_ context: ReportContext, notes: inout NoteBook) -> Section {
    let ratings = context.framework.feedback.ratings
    let questions = (context.figures.names.places[.question] ?? []).indices.map {
      context.place(.question, $0)
    }
    .filter { question in
      context.records(context.key(.feedbackPositive, first: question)) > 0
    }
    var sentences: [Sentence] = []
    var caption: Sentence = "Positive answers, with the range each share likely lies in."
    if let said = context.said(context.key(.feedbackPositive)) {
      sentences.append("\(said) of rated answers were positive.")
      if let (best, worst) = context.extremes(
        context.services.map { context.key(.feedbackPositive, service: $0) })
      {
        caption =
          ("Most positive: \(context.serviceName(best.service)), \(context.saidOrCount(best)). Least: \(context.serviceName(worst.service)), \(context.saidOrCount(worst)).")
      }
    } else {
      sentences.append(undatedOrNone(context))
    }
    if let asked = context.whoWasAsked { sentences.append(asked) }
    var blocks: [Block] = [.paragraph(Paragraph(sentences))]
    guard !questions.isEmpty else {
      return Section(id: "feedback", title: "Feedback", blocks: blocks)
    }
    let table = Table(
      id: "feedback-by-question", title: "Feedback by question, \(context.period.short)",
      source: "Answers with a rating, dated in the period, from everybody who was asked",
      notes: [
        notes.position(
          of:
            "Positive: \(Wording.listed(ratings.prefix(context.framework.feedback.positiveCount).map(\.name)))."
        ),
        notes.position(of: StandardNote.interval),
      ],
      columns: [Table.Column("Question")] + ratings.map { Table.Column($0.name, .count) }
        + ReportContext.shareColumns("Positive"),
      rows: questions.map { question in
        [.text(context.figures.names.name(question))]
          + ratings.indices.map { rating in
            context.cell(
              context.key(.feedbackRating, first: question, second: context.place(.rating, rating)))
          } + context.shareCells(context.key(.feedbackPositive, first: question))
      })
    let asked = AskedColumns(context: context)
    let byService = Table(
      id: "feedback-by-service", title: "Positive feedback by service, \(context.period.short)",
      source: "All questions together",
      notes: [notes.position(of: StandardNote.interval)] + asked.notes.map { notes.position(of: $0) },
      columns: [Table.Column("Service")] + asked.columns + ReportContext.shareColumns("Positive"),
      rows: context.serviceRows.map { service in
        [.text(context.serviceName(service))] + asked.cells(service)
          + context.shareCells(context.key(.feedbackPositive, service: service))
      })
    if let chart = context.dotChart(
      of: byService, id: "chart-feedback", title: "Positive feedback by service, with its likely range",
      valueTitle: "Positive answers (%)", categoryTitle: "Service", caption: caption)
    {
      blocks.append(.chart(chart))
    }
    blocks += [.table(table), .table(byService)]
    if let bySource = bySource(context, notes: &notes) { blocks.append(.table(bySource)) }
    if let answered = YouSaidWeDid(context: context).table(of: questions, notes: &notes) {
      blocks.append(.table(answered))
    }
    return Section(id: "feedback", title: "Feedback", blocks: blocks)
  }

  /// Who answered, and how: all questions together and question by question.
  private static func bySource(_ context: ReportContext, notes: inout NoteBook) -> Table? {
    let sources = (context.figures.names.places[.source] ?? []).indices.map { context.place(.source, $0) }
      .filter { context.records(context.key(.feedbackReceived, first: $0)) > 0 }
    guard !sources.isEmpty else { return nil }
    let questions = context.framework.feedback.questions.compactMap {
      context.figures.names.place(.question, $0.name)
    }
    return Table(
      id: "feedback-by-source", title: "Feedback by source, \(context.period.short)",
      source:
        "Everything dated in the period by who gave it; of answers with a rating the positive share, all questions together and each question",
      notes: [notes.position(of: StandardNote.interval)],
      columns: [Table.Column("Who"), Table.Column("Received", .count)]
        + ReportContext.shareColumns("Positive")
        + questions.map { Table.Column("\(context.figures.names.name($0)) (%)", .percentage) },
      rows: sources.map { source in
        [
          .text(Wording.sentenceCase(context.figures.names.name(source))),
          context.cell(context.key(.feedbackReceived, first: source)),
        ] + context.shareCells(context.key(.feedbackPositive, first: source))
          + questions.map { context.cell(context.key(.feedbackPositive, first: source, second: $0)) }
      })
  }

  private static func undatedOrNone(_ context: ReportContext) -> Sentence {
    let undated = context.dataset.feedback.map { table in
      (0..<table.count).count { table.date[$0] == nil }
    }
    guard let undated, undated > 0 else {
      return "Too few rated answers are dated in the period to give a percentage."
    }
    return
      "\(Wording.counted(undated, "feedback record has", "feedback records have")) no date and so belong to no period; they serve themes and thematic reports only."
  }
}
