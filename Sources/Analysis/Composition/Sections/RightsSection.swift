import QAModel

/// Children's rights: what children and young people themselves say, beside what everybody says (KI-7).
enum RightsSection: SectionComposer {
  static func compose(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    let complaints = complaints(context)
    guard context.dataset.feedback != nil || !complaints.isEmpty else { return nil }
    let names = context.figures.names.places[.source] ?? []
    let sources = names.indices.filter { position in
      ["child", "young"].contains { Spelling.folded(names[position]).contains($0) }
    }
    let heard = sources.filter {
      context.records(context.key(.feedbackReceived, first: context.place(.source, $0))) > 0
    }
    guard !heard.isEmpty else {
      return Section(
        id: "childrens-rights", title: "Children's rights: what children say themselves",
        blocks: [
          .paragraph(Paragraph(["No answer of a child or young person is dated in the period."] + complaints))
        ])
    }
    let lines = heard.map { position -> Sentence in
      let place = context.place(.source, position)
      let received = context.cell(context.key(.feedbackReceived, first: place))
      let said: Sentence =
        context.said(context.key(.feedbackPositive, first: place)).map {
          "; \($0) of their rated answers positive"
        }
        ?? "; too few rated answers for a percentage"
      return
        "\(strong: "\(Wording.sentenceCase(names[position])):") \(Wording.counted(received, "answer", "answers"))\(said)."
    }
    return Section(
      id: "childrens-rights", title: "Children's rights: what children say themselves",
      blocks: [.list(lines.map { Paragraph([$0]) })]
        + (complaints.isEmpty ? [] : [.paragraph(Paragraph(complaints))]) + [
          .table(table(heard, names, context, &notes))
        ])
  }

  /// What children complained of themselves, and with whose help: as far as the export says who made a complaint.
  private static func complaints(_ context: ReportContext) -> [Sentence] {
    let received = context.cell(context.key(.complaintsReceived))
    guard case .count(1...) = received.value else { return [] }
    let byChild = context.cell(context.key(.complaintsByChild))
    let withAdvocate = context.cell(context.key(.complaintsWithAdvocate))
    var parts: [Sentence] = []
    if case .count = byChild.value {
      parts.append("\(Wording.counted(byChild, "was", "were")) made by a child or young person")
    }
    if case .count = withAdvocate.value {
      parts.append("\(Wording.counted(withAdvocate, "has", "have")) an advocate")
    }
    guard let first = parts.first else { return [] }
    let second: Sentence = parts.count > 1 ? " and \(parts[1])" : ""
    return [
      "Of \(Wording.counted(received, "statutory complaint", "statutory complaints")) received in the period \(first)\(second)."
    ]
  }

  private static func table(
    _ sources: [Int], _ names: [String], _ context: ReportContext, _ notes: inout NoteBook
  ) -> Table {
    let questions = context.framework.feedback.questions.compactMap {
      context.figures.names.place(.question, $0.name)
    }
    let rows = sources.flatMap { source -> [[Cell]] in
      let place = context.place(.source, source)
      return questions.compactMap { question in
        let key = context.key(.feedbackPositive, first: place, second: question)
        guard context.records(key) > 0 else { return nil }
        return [.text(Wording.sentenceCase(names[source])), .text(context.figures.names.name(question))]
          + context.shareCells(key) + [context.shareCells(context.key(.feedbackPositive, first: question))[2]]
      }
    }
    return Table(
      id: "childrens-answers", title: "Children's own answers, \(context.period.short)",
      source: "Answers with a rating that children and young people gave, dated in the period",
      notes: [notes.position(of: StandardNote.interval)],
      columns: [Table.Column("Who"), Table.Column("Question")] + ReportContext.shareColumns("Positive")
        + [Table.Column("Everybody (%)", .percentage)],
      rows: rows.isEmpty
        ? [
          [.text("Children"), .text("All questions")] + context.shareCells(0, of: 0) + [Cell(.insufficient)]
        ] : rows)
  }
}
