import QAModel

/// The grades of each domain of practice. Where audits have no overall grade these are the profile, service by service
/// too.
enum DomainGrades {
  static func section(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    guard !context.framework.domains.isEmpty else { return nil }
    let table = Self.table(context, notes: &notes)
    var sentence: Sentence = "Each area of practice that audits grade, over \(context.whole)."
    if let (best, worst) = context.bestAndWorstDomain() {
      sentence = "Graded \(context.goodOrBetter) most often: \(best). Least often: \(worst)."
    }
    var blocks: [Block] = []
    if context.isGradedByDomain {
      blocks.append(
        .paragraph(
          Paragraph([
            "Audits of this period have no overall grade: the domains carry the profile, each by itself."
          ])))
    }
    if let chart = context.dotChart(
      of: table, id: "chart-domains",
      title: "Domains graded \(context.goodOrBetter), with their likely range",
      valueTitle: "\(context.goodOrBetter) (%)", categoryTitle: "Domain", caption: sentence)
    {
      blocks.append(.chart(chart))
    } else {
      blocks.append(.paragraph(Paragraph([sentence])))
    }
    blocks.append(.table(table))
    if context.isGradedByDomain {
      if let extremes = serviceExtremes(context) { blocks.append(.paragraph(Paragraph([extremes]))) }
      blocks.append(.table(byService(context, notes: &notes)))
    }
    return Section(id: "domains", title: "Domains", blocks: blocks)
  }

  private static func table(_ context: ReportContext, notes: inout NoteBook) -> Table {
    let grades = context.framework.grades.grades
    return Table(
      id: "grades-by-domain", title: "Grades by domain, \(context.period.short)",
      source: "Audits completed in the period, random selection only, by the final grade of each domain",
      notes: notes.positions(of: [StandardNote.randomOnly, StandardNote.interval]),
      columns: [Table.Column("Domain")] + grades.map { Table.Column($0.name, .count) }
        // Where only the best grade is good, the share's count is not to have the grade's own header again.
        + ReportContext.shareColumns(
          context.framework.grades.goodCount > 1 ? context.goodOrBetter : "\(context.goodOrBetter), all"),
      rows: context.domainKeys().map { key in
        [.text(context.placeName(key))]
          + grades.indices.map {
            context.cell(
              context.key(.auditsDomainGrade, first: key.first, second: context.place(.grade, $0)))
          } + context.shareCells(key)
      })
  }

  private static func byService(_ context: ReportContext, notes: inout NoteBook) -> Table {
    Table(
      id: "domain-grades-by-service",
      title: "Domains graded \(context.goodOrBetter) by service, \(context.period.short)",
      source:
        "Percentage of audits completed in the period, random selection only, by the final grade of each domain",
      notes: notes.positions(of: [StandardNote.randomOnly, StandardNote.shareOfAudits]),
      columns: [Table.Column("Service")]
        + context.framework.domains.map { Table.Column("\($0.name) (%)", .percentage) },
      rows: context.serviceRows.map { service in
        [.text(context.serviceName(service))] + context.domainKeys(service: service).map(context.cell)
      })
  }

  /// The service and domain with the highest share, and those with the lowest.
  private static func serviceExtremes(_ context: ReportContext) -> Sentence? {
    let keys = context.services.flatMap { context.domainKeys(service: $0) }
    guard let (best, worst) = context.extremes(keys) else { return nil }
    let name = { (key: FigureKey) in
      "\(Wording.lowercasedFirst(context.placeName(key))) in \(context.serviceName(key.service))"
    }
    return
      "Of services with enough audits, highest: \(name(best)), \(context.saidOrCount(best)). Lowest: \(name(worst)), \(context.saidOrCount(worst))."
  }
}
