import QAModel

/// A page a service in the form of St Helens' Appendix 1 (SH-3): activity, what's working well, what are we worried
/// about, action needed. Services with few records share one table.
enum ServicePages: SectionComposer {
  /// Pages that a reader still leafs through.
  static let mostPages = 12

  static func compose(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    let activity = ServiceActivity(figures: context.figures)
    let fewest = context.framework.thresholds.fewestForServicePage
    let busiest = context.services.filter { activity.records(of: $0) >= fewest }
      .sorted { (activity.records(of: $1), $0) < (activity.records(of: $0), $1) }.prefix(mostPages)
    let withPage = context.services.filter { busiest.contains($0) }
    let others = context.services.filter { !busiest.contains($0) }
    let index = ActionIndex(
      dataset: context.dataset, framework: context.framework, asAt: context.request.asAt)
    var pages = withPage.map { page($0, context, index) }
    if !others.isEmpty { pages.append(shared(others, context, fewest: fewest)) }
    guard !pages.isEmpty else { return nil }
    let strands = strands(withPage, context)
    return Section(
      id: "services", title: "Service by service", blocks: strands.rows.isEmpty ? [] : [.table(strands)],
      sections: pages)
  }

  static func page(_ service: UInt32?, _ context: ReportContext, _ index: ActionIndex) -> Section {
    let name = context.serviceName(service)
    let slug = "service-" + Slug.make(name) + (service.map { "-\($0)" } ?? "")
    let readings = context.triangulation.areas.filter { $0.service == service }
      .map { AreaFinding(reading: $0, context: context) }
    let part = { (id: String, title: String, lines: [Sentence]) in
      Section(id: "\(slug)-\(id)", title: "\(title): \(name)", blocks: [.list(lines.map { Paragraph([$0]) })])
    }
    let worries = readings.filter(\.isWorry)
    var sections = [
      part("activity", "Quality assurance activity undertaken", activity(service, context)),
      part("working-well", "What's working well", workingWell(service, readings, context)),
      part("worried", "What are we worried about", worried(service, worries, readings, context)),
      part("action", "Action needed", actions(service, worries, index, context)),
    ]
    if !readings.isEmpty {
      sections.append(part("evidence", "Evidence", readings.map { evidence($0.reading, service, context) }))
    }
    return Section(id: slug, title: name, role: .servicePage, sections: sections)
  }

  private static func activity(_ service: UInt32?, _ context: ReportContext) -> [Sentence] {
    let parts: [(MeasureID, String, String)] = [
      (.auditsCompleted, "audit completed", "audits completed"),
      (.dipChildren, "child dip-sampled", "children dip-sampled"),
      (.observationsCompleted, "observation of practice", "observations of practice"),
      (.supervisionAuditsCompleted, "supervision audit", "supervision audits"),
      (.feedbackReceived, "answer to feedback questions", "answers to feedback questions"),
      (.complaintsReceived, "statutory complaint", "statutory complaints"),
      (.complimentsReceived, "compliment", "compliments"),
    ]
    return parts.compactMap { measure, one, many in
      let cell = context.cell(context.key(measure, service: service))
      guard case .count = cell.value else { return nil }
      return "\(Wording.counted(cell, one, many))."
    }
  }

  private static func workingWell(_ service: UInt32?, _ readings: [AreaFinding], _ context: ReportContext)
    -> [Sentence]
  {
    var lines: [Sentence] = readings.filter(\.isStrength).map {
      "\($0.areaName): confirmed strength. \(Wording.capitalised($0.evidence))."
    }
    let evidence = ServiceEvidence(service: service, context: context)
    lines += evidence.strands(.strength, in: readings.filter { !$0.isStrength })
    if let line = evidence.indicators(.onTarget, "On target") { lines.append(line) }
    let compliments = context.cell(context.key(.complimentsReceived, service: service))
    if case .count(1...) = compliments.value {
      lines.append("\(Wording.counted(compliments, "compliment was", "compliments were")) received.")
    }
    return lines.isEmpty ? ["Nothing that the evidence of this period confirms."] : lines
  }

  private static func worried(
    _ service: UInt32?, _ worries: [AreaFinding], _ readings: [AreaFinding], _ context: ReportContext
  ) -> [Sentence] {
    var lines: [Sentence] = worries.map {
      "\($0.areaName): \($0.reading.joint.rawValue). \(Wording.capitalised($0.evidence))."
    }
    let evidence = ServiceEvidence(service: service, context: context)
    lines += evidence.strands(.concern, in: readings.filter { !$0.isWorry })
    if let line = evidence.indicators(.offTarget, "Off target") { lines.append(line) }
    let counted: [(MeasureID, String, String)] = [
      (
        .concernsNotNotified, "immediate concern without a date of notification",
        "immediate concerns without a date of notification"
      ),
      (.actionsOverdue, "action is overdue", "actions are overdue"),
      (
        .complaintsOpenOverdue, "complaint is open past its time limit",
        "complaints are open past their time limit"
      ),
    ]
    for (measure, one, many) in counted {
      let cell = context.cell(context.key(measure, service: service))
      if case .count(1...) = cell.value { lines.append("\(Wording.counted(cell, one, many)).") }
    }
    return lines.isEmpty ? ["Nothing that the evidence of this period confirms."] : lines
  }

  private static func actions(
    _ service: UInt32?, _ worries: [AreaFinding], _ index: ActionIndex, _ context: ReportContext
  ) -> [Sentence] {
    var lines: [Sentence] = worries.map { "\($0.areaName): \(Wording.lowercasedFirst($0.actions(index)))." }
    let due = context.cell(context.key(.actionsDue, service: service))
    if case .count = due.value {
      lines.append("\(Wording.counted(due, "action was due", "actions were due")) in the period.")
    }
    return lines.isEmpty ? ["No action recorded."] : lines
  }

  /// The strands of every page in one table: a sheet a service would leave a workbook no room.
  private static func strands(_ services: [UInt32], _ context: ReportContext) -> Table {
    Table(
      id: "strands-by-service", title: "Strands of evidence by service, \(context.period.short)",
      source:
        "Records of each service in the period; the number is that of all records behind the three strands",
      columns: [Table.Column("Service"), Table.Column("Area of practice")]
        + Strand.allCases.map { Table.Column($0.shown) } + [
          Table.Column("Together"), Table.Column("Records", .count),
        ],
      rows: services.flatMap { service in
        context.triangulation.areas.filter { $0.service == service }.map { reading in
          [.text(context.serviceName(service)), .text(context.framework.practiceAreas[reading.area].name)]
            + strandCells(reading, service, context) + [
              Cell(
                .text(Wording.sentenceCase(reading.joint.rawValue)),
                figure: AreaFinding(reading: reading, context: context).figure, tone: reading.joint.tone),
              Cell(.count(reading.n)),
            ]
        }
      })
  }

  /// What each strand of an area says, as the table's columns.
  private static func strandCells(_ reading: AreaReading, _ service: UInt32?, _ context: ReportContext)
    -> [Cell]
  {
    let area = context.place(.practiceArea, reading.area)
    return Strand.allCases.enumerated().map { position, strand in
      let key = context.key(
        .triangulationStrand, service: service, first: area, second: context.place(.strand, position))
      let says = reading.strands[strand]?.reading ?? .notEnoughEvidence
      return Cell(
        .text(Wording.sentenceCase(says.rawValue)), figure: context.cell(key).figure, tone: says.tone)
    }
  }

  /// `Assessment: quantity strength, quality mixed, outcome not enough evidence (28 records).`
  private static func evidence(_ reading: AreaReading, _ service: UInt32?, _ context: ReportContext)
    -> Sentence
  {
    let parts = zip(Strand.allCases, strandCells(reading, service, context)).map { strand, cell in
      "\(strand.rawValue) \(Wording.lowercasedFirst(cell.value.shown))"
    }.joined(separator: ", ")
    var sentence: Sentence =
      "\(context.framework.practiceAreas[reading.area].name): \(parts) (\(Wording.counted(reading.n, "record", "records")))."
    sentence.cites = AreaFinding(reading: reading, context: context).figure.map { [$0] } ?? []
    return sentence
  }

  private static func shared(_ services: [UInt32], _ context: ReportContext, fewest: Int) -> Section {
    let columns: [(String, MeasureID)] = [
      ("Audits completed", .auditsCompleted), ("Children dip-sampled", .dipChildren),
      ("Feedback answers", .feedbackReceived), ("Complaints", .complaintsReceived),
      ("Compliments", .complimentsReceived), ("Actions overdue", .actionsOverdue),
    ]
    let table = Table(
      id: "smaller-services", title: "Services without a page of their own, \(context.period.short)",
      source:
        "Services with fewer than \(fewest) records in the period, and those beyond the \(mostPages) with the most",
      columns: [Table.Column("Service")] + columns.map { Table.Column($0.0, .count) },
      rows: services.map { service in
        [.text(context.serviceName(service))]
          + columns.map { context.cell(context.key($0.1, service: service)) }
      })
    return Section(
      id: "other-services", title: "Other services",
      blocks: [
        .paragraph(
          Paragraph([
            "Too few records to say anything of these services by themselves; they count in the totals."
          ])),
        .table(table),
      ])
  }
}
