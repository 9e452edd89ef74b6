import QAModel

/// Actions from quality assurance: due, done and overdue.
enum ActionsSection: SectionComposer {
  static func compose(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    guard context.dataset.actions != nil else { return nil }
    let table = Table(
      id: "actions-by-service", title: "Actions by service, \(context.period.short)",
      source:
        "Due: with a due date in the period. Overdue: at \(context.request.asAt.long), from any period",
      notes: [notes.position(of: StandardNote.overdue)],
      columns: [
        Table.Column("Service"), Table.Column("Due in the period", .count), Table.Column("Overdue", .count),
      ],
      rows: context.serviceRows.map { service in
        [
          .text(context.serviceName(service)), context.cell(context.key(.actionsDue, service: service)),
          context.cell(context.key(.actionsOverdue, service: service)),
        ]
      })
    let due = context.cell(context.key(.actionsDue))
    let overdue = context.cell(context.key(.actionsOverdue))
    let hasPanelLog = context.request.report.sectionsInOrder.contains(.panelLog)
    return Section(
      id: "actions", title: "Actions",
      blocks: [
        .paragraph(
          Paragraph([
            "\(Wording.counted(due, "action was", "actions were")) due in the period; \(Wording.counted(overdue, "action is", "actions are")) overdue."
          ])), .table(table),
      ] + (hasPanelLog ? [] : PanelLogPart(context: context).blocks())
        + LearningTable(context: context).blocks(notes: &notes))
  }
}
