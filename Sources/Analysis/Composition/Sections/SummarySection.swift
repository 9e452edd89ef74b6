import QAModel

/// The summary on a page: what do we know, how do we know it, what will we do.
enum SummarySection: SectionComposer {
  /// How many strengths and how many worries fit a page.
  static let most = 6

  static func compose(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    let index = ActionIndex(
      dataset: context.dataset, framework: context.framework, asAt: context.request.asAt)
    let rows = (context.worries().prefix(most) + context.strengths().prefix(most)).map { finding in
      [
        Cell(.text(finding.headline.plainText), figure: finding.figure, tone: finding.reading.joint.tone),
        Cell(.text(Wording.sentenceCase(finding.evidence.plainText))),
        Cell(.text(finding.response(index).plainText)),
      ]
    }
    var blocks: [Block] = [.list(SummaryLines(context: context).lines().map { Paragraph([$0]) })]
    if !rows.isEmpty {
      blocks.append(
        .table(
          Table(
            id: "summary", title: "Summary of readings, \(context.period.short)",
            source: "The worries and strengths with the most records behind them, from the triangulation",
            notes: [notes.position(of: StandardNote.interval)],
            columns: [
              Table.Column("What we know"), Table.Column("How we know it"), Table.Column("What we will do"),
            ], rows: rows)))
    }
    return Section(id: "summary", title: "Summary", role: .summary, blocks: blocks)
  }
}
