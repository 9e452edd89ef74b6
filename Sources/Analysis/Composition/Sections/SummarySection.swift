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
    var blocks: [Block] = [.list(headlines(context).map { Paragraph([$0]) })]
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

  private static func headlines(_ context: ReportContext) -> [Sentence] {
    var lines: [Sentence] = []
    if let said = context.said(context.key(.auditsGoodOrBetter)) {
      lines.append(
        "\(strong: "Practice:") \(said) of randomly selected audits were graded \(context.goodOrBetter).")
    } else if context.isGradedByDomain, let (best, worst) = context.bestAndWorstDomain() {
      lines.append(
        "\(strong: "Practice:") audits have no overall grade. Graded \(context.goodOrBetter) most often: \(best). Least often: \(worst)."
      )
    }
    if let said = context.said(context.key(.dipMet)) {
      lines.append(
        "\(strong: "Compliance:") practice standards were met in \(said) of answers in dip samples.")
    }
    if let said = context.said(context.key(.feedbackPositive)) {
      lines.append(
        "\(strong: "Experience:") \(said) of rated answers from children, families and others were positive.")
    }
    if let said = context.said(context.key(.complaintsWithinTimescale)) {
      lines.append("\(strong: "Complaints:") \(said) of statutory complaints were answered within timescale.")
    }
    let off = IndicatorReading.all(context).filter { $0.reading == .offTarget }.map(\.name)
    if !off.isEmpty { lines.append("\(strong: "Off target:") \(Wording.listed(off)).") }
    lines += ChangeWording(context: context).lines()
    if lines.isEmpty { lines = ["Too little is dated in the period to say more than the tables do."] }
    return lines
  }
}
