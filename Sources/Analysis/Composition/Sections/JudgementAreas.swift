import QAModel

/// Where the authority stands in each area the inspectorate judges: what the last inspection said, and what its own audits of
/// the area's services say in the period.
enum JudgementAreas {
  /// Nothing where the framework names no areas, where neither a judgement nor a graded audit speaks of any, and in a
  /// report on some services alone.
  static func blocks(_ context: ReportContext, notes: inout NoteBook) -> [Block] {
    let areas = Array(context.framework.judgementAreas.enumerated())
    let isKnown = areas.contains { position, area in
      judgement(area, context) != nil || context.records(key(position, context)) > 0
    }
    guard isKnown, context.figures.names.whole == nil else { return [] }
    var blocks: [Block] = []
    if let (best, worst) = context.extremes(areas.map { key($0.offset, context) }) {
      blocks.append(
        .paragraph(
          Paragraph([
            "By the areas the inspectorate judges, \(graded(context)) were graded \(context.goodOrBetter) most often in \(Wording.lowercasedFirst(context.placeName(best))), \(context.saidOrCount(best)), and least often in \(Wording.lowercasedFirst(context.placeName(worst))), \(context.saidOrCount(worst))."
          ])))
    }
    return blocks + [.table(table(areas, context, notes: &notes))]
  }

  private static func key(_ area: Int, _ context: ReportContext, periodsBack: Int = 0) -> FigureKey {
    context.key(
      context.isGradedByDomain ? .auditsDomainGood : .auditsGoodOrBetter,
      first: context.place(.judgementArea, area), periodsBack: periodsBack)
  }

  /// What is graded: audits, or domains where audits have no overall grade.
  private static func graded(_ context: ReportContext) -> String {
    context.isGradedByDomain ? "domains of audits" : "audits"
  }

  /// The last judgement that was known on the report's day.
  private static func judgement(_ area: JudgementArea, _ context: ReportContext) -> JudgementArea.Judgement? {
    area.judged.flatMap { $0.day <= context.request.asAt ? $0 : nil }
  }

  private static func table(
    _ areas: [(offset: Int, element: JudgementArea)], _ context: ReportContext, notes: inout NoteBook
  ) -> Table {
    let before = context.figures.names.periods.dropFirst().first
    return Table(
      id: "judgement-areas", title: "The inspectorate's judgement areas, \(context.period.short)",
      source:
        "The last inspection: as the workspace records it. Audits completed in the period of the area's services, random selection only, by \(context.isGradedByDomain ? "the final grade of each domain, so that an audit counts once for each" : "final overall grade"); a service can stand in several areas",
      notes: notes.positions(of: [StandardNote.randomOnly, StandardNote.finalGrade, StandardNote.interval]),
      columns: [
        Table.Column("Judgement area"), Table.Column("Services"), Table.Column("Last judgement"),
        Table.Column("Inspection ended", .date),
      ] + (before.map { [Table.Column("\(context.goodOrBetter), \($0.short) (%)", .percentage)] } ?? [])
        + ReportContext.shareColumns(context.goodOrBetter),
      rows: areas.map { position, area in
        let judged = judgement(area, context)
        let services = area.services.map { context.framework.services[$0].name }
        let names = [
          .text(area.name), services.isEmpty ? Cell(.notApplicable) : .text(services.joined(separator: ", ")),
          judged.map { .text($0.words) } ?? Cell(.notAvailable),
          Cell(judged.map { .date($0.day) } ?? .notAvailable),
        ]
        guard !services.isEmpty else {
          return names + Array(repeating: Cell(.notApplicable), count: before == nil ? 5 : 6)
        }
        return names + (before == nil ? [] : [context.shareCells(key(position, context, periodsBack: 1))[2]])
          + context.shareCells(key(position, context))
      })
  }
}
