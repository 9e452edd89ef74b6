import QAModel

/// Who was looked at and who was not: children audited against the caseload.
enum CoverageSection: SectionComposer {
  static func compose(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    guard context.dataset.caseload != nil, context.dataset.audits != nil else { return nil }
    let table = Table(
      id: "audited-against-caseload", title: "Children audited against the caseload, \(context.period.short)",
      source:
        "Caseload: children open at \(context.request.asAt.long). Audited: children with an audit completed in the period",
      notes: [notes.position(of: StandardNote.distinctChildren)],
      columns: [
        Table.Column("Service"), Table.Column("Children open", .count),
        Table.Column("Children audited", .count),
        Table.Column("Children dip-sampled", .count),
      ],
      rows: context.serviceRows.map { service in
        [.text(context.serviceName(service))]
          + [MeasureID.caseloadChildren, .auditsChildren, .dipChildren].map {
            context.cell(context.key($0, service: service))
          }
      })
    let levels = (context.figures.names.places[.levelOfNeed] ?? []).indices.map {
      context.place(.levelOfNeed, $0)
    }.filter { context.records(context.key(.caseloadChildren, first: $0)) > 0 }
    let byLevel = Table(
      id: "audited-by-level-of-need", title: "Children audited by level of need, \(context.period.short)",
      source: "As above, by the level of need each export gives",
      columns: [
        Table.Column("Level of need"), Table.Column("Children open", .count),
        Table.Column("Children audited", .count),
      ],
      rows: levels.map { level in
        [.text(context.figures.names.name(level))]
          + [MeasureID.caseloadChildren, .auditsChildren].map { context.cell(context.key($0, first: level)) }
      })
    let audited = context.cell(context.key(.auditsChildren))
    let open = context.cell(context.key(.caseloadChildren))
    var blocks: [Block] = [
      .paragraph(
        Paragraph([
          "\(Wording.counted(audited, "child", "children")) had an audit completed in the period; \(Wording.counted(open, "child is", "children are")) open to the services."
        ])), .table(table),
    ]
    if !byLevel.rows.isEmpty { blocks.append(.table(byLevel)) }
    return Section(id: "who-was-looked-at", title: "Who was looked at", blocks: blocks)
  }
}
