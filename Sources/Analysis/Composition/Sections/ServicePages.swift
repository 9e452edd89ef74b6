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
    return Section(id: "services", title: "Service by service", sections: pages)
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
      part("action", "Action needed", actions(service, worries, readings, index, context)),
    ]
    if !readings.isEmpty {
      sections.append(part("evidence", "Evidence", readings.map { evidence($0.reading, context) }))
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
    lines += written(service, \.strengths, "Written of most often as a strength", context)
    return lines.isEmpty ? ["Nothing that the evidence of this period confirms."] : lines
  }

  /// What was written of most in the service, one way or the other.
  private static func written(
    _ service: UInt32?, _ count: KeyPath<ThemeSummary.Count, Int>, _ label: String, _ context: ReportContext
  ) -> [Sentence] {
    guard let service, let summary = context.themes,
      let said = ThemeWording(summary: summary, context: context).most(of: service, count)
    else { return [] }
    return [
      "\(label): \(said), of \(context.cell(context.key(.themeTexts, service: service))) records with text."
    ]
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
    lines += evidence.late.map { "\($0)." }
    lines += written(service, \.concerns, "Written of most often as a worry", context)
    return lines.isEmpty ? ["Nothing that the evidence of this period confirms."] : lines
  }

  /// What answers each of the worries: its actions, or that none is recorded.
  private static func actions(
    _ service: UInt32?, _ worries: [AreaFinding], _ readings: [AreaFinding], _ index: ActionIndex,
    _ context: ReportContext
  ) -> [Sentence] {
    var lines: [Sentence] = worries.map { "\($0.areaName): \(Wording.lowercasedFirst($0.actions(index)))." }
    let evidence = ServiceEvidence(service: service, context: context)
    let byThemselves = readings.filter { finding in
      !finding.isWorry && finding.reading.strands.values.contains { $0.reading == .concern }
    }.map { ($0.areaName, index.actions(service: service, area: $0.reading.area)) }
    let offTarget = evidence.positions(.offTarget).map { position in
      let name = context.framework.indicators[position].term.name
      return (name, index.actions(service: service, named: name))
    }
    var unanswered: [Sentence] = []
    for (name, open) in byThemselves + offTarget {
      if let words = ActionIndex.words(open, to: context.request.audience) {
        lines.append("\(name): \(Wording.lowercasedFirst(words)).")
      } else {
        unanswered.append("\(Wording.lowercasedFirst(name))")
      }
    }
    unanswered += evidence.lateWithoutActions
    if !unanswered.isEmpty { lines.append("No action recorded on: \(Wording.listed(unanswered)).") }
    let due = context.cell(context.key(.actionsDue, service: service))
    let overdue = context.cell(context.key(.actionsOverdue, service: service))
    if case .count = due.value {
      let late: Sentence = if case .count(1...) = overdue.value { "; \(overdue) overdue" } else { "" }
      lines.append("\(Wording.counted(due, "action was", "actions were")) due in the period\(late).")
    }
    return lines.isEmpty ? ["No action recorded."] : lines
  }

  /// `Assessment: quantity strength, quality mixed, outcome not enough evidence (28 records).`
  private static func evidence(_ reading: AreaReading, _ context: ReportContext) -> Sentence {
    let parts = Strand.allCases.map { strand in
      "\(strand.rawValue) \((reading.strands[strand]?.reading ?? .notEnoughEvidence).rawValue)"
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
