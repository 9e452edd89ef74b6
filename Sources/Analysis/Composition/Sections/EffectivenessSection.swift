import QAModel

/// How well quality assurance itself worked: what was done of what was due, in time or not, and whether those who grade
/// agree (KI-4). Measured figures only.
enum EffectivenessSection: SectionComposer {
  static func compose(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    let before = context.figures.names.periods.dropFirst().first
    let rows = rows(context, before)
    guard !rows.isEmpty else { return nil }
    let table = Table(
      id: "effectiveness", title: "How well quality assurance itself worked, \(context.period.short)",
      source:
        "The plan, audits, re-audits and actions of the period, and the same of the period before, as known on \(context.request.asAt.long)",
      notes: notes.positions(of: [StandardNote.interval, note]),
      columns: [Table.Column("What")] + ReportContext.shareColumns("Yes")
        + (before.map { [Table.Column("\($0.short) (%)", .percentage)] } ?? []), rows: rows)
    return Section(
      id: "effectiveness-of-quality-assurance", title: "How effective quality assurance was",
      blocks: [.paragraph(Paragraph(sentences(context))), .table(table)])
  }

  private static func sentences(_ context: ReportContext) -> [Sentence] {
    var lines: [Sentence] = []
    let due = context.cell(context.key(.planDue))
    if case .count(1...) = due.value {
      lines.append(
        "\(context.cell(context.key(.planDone))) of \(Wording.counted(due, "planned activity", "planned activities")) with anything due \(due.value == .count(1) ? "was" : "were") done as often as due."
      )
    }
    if let said = context.said(context.key(.moderationAgreement)) {
      lines.append("Moderators gave the auditor's grade in \(said).")
    }
    let kappa = context.cell(context.key(.moderationKappa))
    if case .number = kappa.value {
      lines.append("Agreement beyond chance (weighted kappa) is \(kappa), where 1 is complete.")
    }
    let better = context.cell(context.key(.reauditsBetter))
    if case .count = better.value, context.records(context.key(.reauditsCompleted)) > 0 {
      lines.append(
        "\(Wording.counted(better, "re-audit was", "re-audits were")) graded better than the audit before, \(context.cell(context.key(.reauditsUnchanged))) the same and \(context.cell(context.key(.reauditsLower))) lower."
      )
    }
    return lines.isEmpty ? ["The period holds little that quality assurance can be judged by."] : lines
  }

  private static func rows(_ context: ReportContext, _ before: Period?) -> [[Cell]] {
    var rows: [[Cell]] = []
    func add(_ name: String, _ now: [Cell], _ then: Cell?) {
      rows.append([.text(name)] + now + (before == nil ? [] : [then ?? Cell(.notAvailable)]))
    }
    func count(_ measure: MeasureID, _ back: Int) -> Int? {
      if case .count(let number) = context.outcome(context.key(measure, periodsBack: back)) {
        number
      } else {
        nil
      }
    }
    func ratio(_ name: String, _ part: MeasureID, of whole: [MeasureID]) {
      func numbers(_ back: Int) -> (Int, Int)? {
        // Of a year before the exports begin nothing is known, not even that nothing was done.
        guard RecordsSpan.reaches(context.figures.names.periods[back], context.dataset) else { return nil }
        let parts = whole.compactMap { count($0, back) }
        guard let part = count(part, back), parts.count == whole.count else { return nil }
        return (part, parts.reduce(0, +))
      }
      guard let now = numbers(0), now.1 > 0 else { return }
      let key = context.key(part)
      var cells = context.shareCells(now.0, of: now.1)
      cells[0].figure = context.figures[key].map { _ in context.figures.slug(key) }
      add(name, cells, numbers(1).map { context.shareCells($0.0, of: $0.1)[2] })
    }
    func share(_ name: String, _ measure: MeasureID) {
      let key = context.key(measure)
      guard context.records(key) > 0 else { return }
      add(name, context.shareCells(key), context.shareCells(context.key(measure, periodsBack: 1))[2])
    }
    ratio("Planned activities done as often as due", .planDone, of: [.planDue])
    share("Audits handed in by their due date", .auditsInTime)
    share("Auditor's and moderator's grade the same", .moderationAgreement)
    share("Moderator's and panel's grade the same", .panelAgreement)
    share("Grade changed after the conversation with the practitioner", .conversationChanged)
    share("Family's views obtained in an audit", .familyFeedbackObtained)
    ratio(
      "Re-audits graded better than the audit before", .reauditsBetter,
      of: [.reauditsBetter, .reauditsUnchanged, .reauditsLower])
    share("Actions done by their due date", .actionsInTime)
    share("Learning recorded of complaints answered", .complaintsWithLearning)
    return rows
  }

  private static let note =
    "In time is told of what fell due in the period and was done, or is past its day; what is not due yet is left out. Audits are handed in when submitted, else when completed."
}
