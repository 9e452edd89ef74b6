import QAModel

/// Who was looked at and who was not: children audited against the caseload.
enum CoverageSection: SectionComposer {
  static func compose(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    guard context.dataset.caseload != nil, context.dataset.audits != nil else { return nil }
    let fairness = SampleFairness(context)
    let audited = context.cell(context.key(.auditsChildren))
    let open = context.cell(context.key(.caseloadChildren))
    var blocks: [Block] = [
      .paragraph(
        Paragraph([
          "\(Wording.counted(audited, "child", "children")) had an audit completed in the period; \(Wording.counted(open, "child is", "children are")) open to the services."
        ]))
    ]
    if let sentence = fairness.sentence() { blocks.append(.paragraph(Paragraph([sentence]))) }
    blocks.append(.table(fairness.table(context, notes: &notes)))
    let unobserved = notObserved(context)
    if !unobserved.isEmpty { blocks.append(.paragraph(Paragraph(unobserved))) }
    return Section(id: "who-was-looked-at", title: "Who was looked at", blocks: blocks)
  }

  /// Of everybody the plan has observed each year, how many were not.
  private static func notObserved(_ context: ReportContext) -> [Sentence] {
    PlanReading.all(context).compactMap { reading in
      guard case .perPerson(let roles, 1) = reading.line.due, reading.line.done?.dataset == .observations,
        let shortBy = reading.shortBy, let due = reading.dueCount, due > 0
      else { return nil }
      var sentence: Sentence =
        "\(Value.count(shortBy)) of \(reading.due) staff in the role \(Wording.listed(roles)) \(shortBy == 1 ? "was" : "were") not observed in the 12 months to \(context.request.asAt.long)."
      if let figure = reading.done.figure { sentence.cites.append(figure) }
      return sentence
    }
  }
}
