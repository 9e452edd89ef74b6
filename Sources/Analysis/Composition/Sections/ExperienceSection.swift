import QAModel

/// Experience and outcome: what children, families and others say, and what they complain of.
enum ExperienceSection: SectionComposer {
  static func compose(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    var sections: [Section] = []
    if context.dataset.feedback != nil { sections.append(feedback(context, notes: &notes)) }
    if context.dataset.complaints != nil { sections.append(complaints(context, notes: &notes)) }
    guard !sections.isEmpty else { return nil }
    return Section(
      id: "experience-and-outcome", title: "Experience and outcome: what difference did it make?",
      sections: sections)
  }

  private static func feedback(_ context: ReportContext, notes: inout NoteBook) -> Section {
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
    let byService = Table(
      id: "feedback-by-service", title: "Positive feedback by service, \(context.period.short)",
      source: "All questions together", notes: [notes.position(of: StandardNote.interval)],
      columns: [Table.Column("Service")] + ReportContext.shareColumns("Positive"),
      rows: context.serviceRows.map { service in
        [.text(context.serviceName(service))]
          + context.shareCells(context.key(.feedbackPositive, service: service))
      })
    if let chart = context.dotChart(
      of: byService, id: "chart-feedback", title: "Positive feedback by service, with its likely range",
      valueTitle: "Positive answers (%)", categoryTitle: "Service", caption: caption)
    {
      blocks.append(.chart(chart))
    }
    blocks += [.table(table), .table(byService)]
    if let answered = YouSaidWeDid(context: context).table(of: questions, notes: &notes) {
      blocks.append(.table(answered))
    }
    return Section(id: "feedback", title: "Feedback", blocks: blocks)
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

  private static func complaints(_ context: ReportContext, notes: inout NoteBook) -> Section {
    let stages: [AxisPlace?] = (0..<3).map { context.place(.stage, $0) } + [nil]
    let table = Table(
      id: "complaints-by-stage", title: "Statutory complaints by stage, \(context.period.short)",
      source: "Complaints under the statutory procedure; a stage belongs to the period in which it began",
      notes: notes.positions(of: [StandardNote.timescale, StandardNote.workingDays, StandardNote.interval]),
      columns: [Table.Column("Stage"), Table.Column("Received", .count)]
        + ReportContext.shareColumns("Within timescale") + [Table.Column("Open and overdue", .count)],
      rows: stages.map { stage in
        [
          .text(stage.map { "Stage \(context.figures.names.name($0))" } ?? "All stages"),
          context.cell(context.key(.complaintsReceived, first: stage)),
        ] + context.shareCells(context.key(.complaintsWithinTimescale, first: stage)) + [
          context.cell(context.key(.complaintsOpenOverdue, first: stage))
        ]
      })
    let byService = Table(
      id: "complaints-by-service", title: "Complaints and compliments by service, \(context.period.short)",
      source: "Received in the period; complaints under the statutory procedure, each reference once",
      columns: [
        Table.Column("Service"), Table.Column("Complaints", .count), Table.Column("Open and overdue", .count),
        Table.Column("Compliments", .count),
      ],
      rows: context.serviceRows.map { service in
        [
          .text(context.serviceName(service)),
          context.cell(context.key(.complaintsReceived, service: service)),
          context.cell(context.key(.complaintsOpenOverdue, service: service)),
          context.cell(context.key(.complimentsReceived, service: service)),
        ]
      })
    let received = context.cell(context.key(.complaintsReceived))
    let compliments = context.cell(context.key(.complimentsReceived))
    var sentences: [Sentence] = [
      "\(Wording.counted(received, "statutory complaint was", "statutory complaints were")) received, and \(Wording.counted(compliments, "compliment", "compliments"))."
    ]
    if let said = context.said(context.key(.complaintsWithinTimescale)) {
      sentences.append("Answered within timescale: \(said).")
    }
    let apart: [(MeasureID, String)] = [
      (.complaintsLate, "answered late"), (.complaintsExtended, "extended"),
      (.complaintsCorporateReceived, "under the corporate procedure, apart from all these"),
    ]
    let parts = apart.compactMap { measure, words -> Sentence? in
      let cell = context.cell(context.key(measure))
      guard case .count = cell.value else { return nil }
      return "\(cell) \(words)"
    }
    if !parts.isEmpty { sentences.append("\(Wording.listed(parts)).") }
    var blocks: [Block] = [.paragraph(Paragraph(sentences)), .table(table)]
    if let outcomes = outcomes(context) { blocks.append(.table(outcomes)) }
    blocks.append(.table(byService))
    return Section(id: "complaints", title: "Complaints and compliments", blocks: blocks)
  }

  private static func outcomes(_ context: ReportContext) -> Table? {
    let stages = (0..<3).map { context.place(.stage, $0) }
    let names = context.figures.names.places[.outcome] ?? []
    let rows = names.indices.map { outcome in
      [Cell.text(Wording.sentenceCase(names[outcome]))]
        + stages.map { stage in
          context.cell(
            context.key(.complaintsOutcome, first: context.place(.outcome, outcome), second: stage))
        }
    }
    guard
      rows.contains(where: {
        $0.dropFirst().contains { if case .count(1...) = $0.value { true } else { false } }
      })
    else { return nil }
    return Table(
      id: "complaint-outcomes", title: "Outcomes of statutory complaints by stage, \(context.period.short)",
      source: "Stages begun in the period that have an outcome by \(context.request.asAt.long)",
      columns: [Table.Column("Outcome")]
        + stages.map {
          Table.Column("Stage \(context.figures.names.name($0))", .count)
        }, rows: rows)
  }
}
