import QAModel

/// Quality: how well did we do it, by the grades of audits.
enum QualitySection: SectionComposer {
  static func compose(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    guard context.dataset.audits != nil else { return nil }
    var sections: [Section] = []
    if !context.isGradedByDomain { sections.append(profile(context, notes: &notes)) }
    if let domains = DomainGrades.section(context, notes: &notes) { sections.append(domains) }
    if let groups = GradeGroups.section(context, notes: &notes) { sections.append(groups) }
    if !context.isGradedByDomain {
      sections.append(overTime(context, notes: &notes))
      if let services = ServicesOverTime.section(context, notes: &notes) { sections.append(services) }
    }
    if let apart = apart(context, notes: &notes) { sections.append(apart) }
    if let agreement = AgreementOfGrades.section(context, notes: &notes) { sections.append(agreement) }
    if let answers = ActivityQuestions.section(context, notes: &notes) { sections.append(answers) }
    return Section(
      id: "quality", title: "Quality: how well did we do it?",
      blocks: ([BesideGrades.block(context)] + JudgementAreas.blocks(context, notes: &notes)).compactMap(
        \.self),
      sections: sections)
  }

  // MARK: the profile

  private static func profile(_ context: ReportContext, notes: inout NoteBook) -> Section {
    let grades = context.framework.grades.grades
    let random = context.place(.selection, 0)
    let services = context.serviceRows.map { service in
      let counts = grades.indices.map { grade in
        context.cell(
          context.key(.auditsGrade, service: service, first: context.place(.grade, grade), second: random))
      }
      return [.text(context.serviceName(service)), .text(service == nil ? "All" : "Service")] + counts
        + context.shareCells(context.key(.auditsGoodOrBetter, service: service)).dropFirst()
    }
    let table = Table(
      id: "grade-profile-by-service",
      title: "Overall grades by service, level of need, audit type and team, \(context.period.short)",
      source: "Audits completed in the period, random selection only, by final overall grade",
      notes: notes.positions(of: [
        StandardNote.randomOnly, StandardNote.finalGrade, StandardNote.interval, StandardNote.shareOfAudits,
      ]),
      columns: [Table.Column("Group of audits"), Table.Column("Which")]
        + grades.map { Table.Column($0.name, .count) } + [
          Table.Column("Graded audits", .count), Table.Column("\(context.goodOrBetter) (%)", .percentage),
          Table.Column("Likely from (%)", .percentage), Table.Column("Likely to (%)", .percentage),
        ],
      rows: services + GradeGroups.rows(context))
    let all = context.key(.auditsGoodOrBetter)
    var sentences: [Sentence] = []
    if let said = context.said(all) {
      sentences.append("\(said) of randomly selected audits were graded \(context.goodOrBetter).")
    } else {
      sentences.append(
        "\(Wording.counted(context.records(all), "randomly selected audit", "randomly selected audits")) with an overall grade: too few for a percentage."
      )
    }
    var blocks: [Block] = [.paragraph(Paragraph(sentences))]
    if let chart = gradeChart(table, services.indices.dropFirst(), grades.count, context) {
      blocks.append(.chart(chart))
    }
    if let (best, worst) = context.extremes(
      context.services.map { context.key(.auditsGoodOrBetter, service: $0) }),
      let chart = context.dotChart(
        of: table, rows: services.indices, id: "chart-good-or-better",
        title: "Audits graded \(context.goodOrBetter), with their likely range",
        valueTitle: "\(context.goodOrBetter) (%)", categoryTitle: "Service",
        caption:
          "Highest: \(context.serviceName(best.service)), \(context.saidOrCount(best)). Lowest: \(context.serviceName(worst.service)), \(context.saidOrCount(worst))."
      )
    {
      blocks.append(.chart(chart))
    }
    blocks.append(.table(table))
    return Section(id: "grade-profile", title: "Grade profile", blocks: blocks)
  }

  private static func gradeChart(
    _ table: Table, _ services: Range<Int>, _ grades: Int, _ context: ReportContext
  ) -> Chart? {
    let columns = 2...(grades + 1)
    let drawn = services.filter { row in
      table.rows[row][columns].contains { if case .count(let n) = $0.value { n > 0 } else { false } }
    }
    guard drawn.count >= 2, drawn.count <= 24 else { return nil }
    let listed = drawn.map { row in
      table.rows[row][0].value.shown + ": "
        + columns.map { "\(table.rows[row][$0].value.shown) \(table.columns[$0].header)" }
        .joined(separator: ", ")
    }
    return Chart(
      id: "chart-grades", title: "Overall grades by service, number of audits, \(context.period.short)",
      kind: .stackedBars, table: table.id, series: Array(columns), rows: drawn, valueTitle: "Audits",
      categoryTitle: "Service",
      alternativeText: "Stacked bars, a bar a service. \(listed.joined(separator: "; ")).",
      caption: lowestGraded(context))
  }

  /// How many audits got the lowest grade, and where.
  private static func lowestGraded(_ context: ReportContext) -> Sentence {
    let lowest = context.framework.grades.lowest
    let key = { (service: UInt32?) in
      context.key(
        .auditsGrade, service: service, first: context.place(.grade, Int(lowest.rank)),
        second: context.place(.selection, 0))
    }
    let places = context.services.compactMap { service -> Sentence? in
      let cell = context.cell(key(service))
      guard case .count(1...) = cell.value else { return nil }
      return "\(context.serviceName(service)) \(cell)"
    }
    let name = context.framework.grades.name(lowest)
    guard !places.isEmpty else { return "No randomly selected audit was graded \(name)." }
    return
      "\(Wording.counted(context.cell(key(nil)), "randomly selected audit was", "randomly selected audits were")) graded \(name): \(Wording.listed(places))."
  }

  // MARK: over time

  private static func overTime(_ context: ReportContext, notes: inout NoteBook) -> Section {
    let periods = Array(context.figures.names.periods.enumerated().reversed())
    let table = Table(
      id: "audits-over-time",
      title: "Audits over \(Wording.periods(periods.count)), to \(context.period.short)",
      source:
        "\(Wording.sentenceCase(context.whole)). Grades: random selection only, as known at \(context.request.asAt.long)",
      notes: notes.positions(of: [StandardNote.randomOnly, StandardNote.interval]),
      columns: [Table.Column("Period"), Table.Column("Audits completed", .count)]
        + ReportContext.shareColumns(context.goodOrBetter),
      rows: periods.map { back, period in
        [.text(period.short), context.cell(context.key(.auditsCompleted, periodsBack: back))]
          + context.shareCells(context.key(.auditsGoodOrBetter, periodsBack: back))
      })
    let share = table.columns.count - 3
    let drawn = table.rows.indices.filter { table.rows[$0][share].value.shorthand == nil }
    let now = context.key(.auditsGoodOrBetter)
    let before = context.key(.auditsGoodOrBetter, periodsBack: 1)
    var sentences: [Sentence] = []
    if let said = context.said(now), let saidBefore = context.said(before) {
      let claimed = context.changes.claimed.first { $0.figure == now }
      let verdict: Sentence =
        claimed.map { "That is a \($0.direction == .declined ? "fall" : "rise") beyond chance." }
        ?? "That is not enough to call a change."
      sentences.append("\(said) in this period; \(saidBefore) in the one before. \(verdict)")
    } else {
      sentences.append("Each period's audits, with what was known of them at the as-at date.")
    }
    var blocks: [Block] = [.paragraph(Paragraph(sentences))]
    if drawn.count >= 3 {
      let listed = drawn.map { "\(table.rows[$0][0].value.shown) \(table.rows[$0][share].value.shown)" }
      blocks.append(
        .chart(
          Chart(
            id: "chart-over-time", title: "Audits graded \(context.goodOrBetter), period by period",
            kind: .lines,
            table: table.id, series: [share], rows: drawn.count == table.rows.count ? nil : drawn,
            valueTitle: "\(context.goodOrBetter) (%)", categoryTitle: "Period",
            alternativeText: "Line over \(drawn.count) periods: \(listed.joined(separator: ", ")).",
            caption: range(drawn.map { (table.rows[$0][0].value, table.rows[$0][share]) }))))
    }
    blocks.append(.table(table))
    return Section(id: "over-time", title: "Over time", blocks: blocks)
  }

  /// The lowest and the highest of a series, and when.
  private static func range(_ points: [(period: Value, share: Cell)]) -> Sentence {
    let proportion = { (cell: Cell) in
      if case .share(let part, let whole) = cell.value { Double(part) / Double(whole) } else { 0.0 }
    }
    guard let low = points.min(by: { proportion($0.share) < proportion($1.share) }),
      let high = points.max(by: { proportion($0.share) < proportion($1.share) })
    else { return "Too few periods to draw." }
    return
      "Between \(low.share) (\(low.period)) and \(high.share) (\(high.period)) over \(Wording.periods(points.count))."
  }

  // MARK: targeted and other selections

  private static func apart(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    let isByDomain = context.isGradedByDomain
    let terms = isByDomain ? context.framework.domains : context.framework.grades.grades
    func grades(_ selection: AxisPlace) -> [Cell] {
      terms.indices.map { position in
        context.cell(
          isByDomain
            ? context.key(.auditsDomainGood, first: context.place(.domain, position), second: selection)
            : context.key(.auditsGrade, first: context.place(.grade, position), second: selection))
      }
    }
    let selections = (context.figures.names.places[.selection] ?? []).enumerated().dropFirst()
    let rows = selections.compactMap { position, name -> [Cell]? in
      let place = context.place(.selection, position)
      let completed = context.cell(context.key(.auditsCompleted, first: place))
      guard case .count(let number) = completed.value, number > 0 else { return nil }
      return [.text(name.prefix(1).uppercased() + name.dropFirst()), completed] + grades(place)
    }
    guard !rows.isEmpty else { return nil }
    let table = Table(
      id: "audits-apart", title: "Audits outside the grade profile, \(context.period.short)",
      source:
        "Audits completed in the period whose children were not selected at random, or of which it is not stated",
      notes: [notes.position(of: StandardNote.randomOnly)],
      columns: [Table.Column("How children were selected"), Table.Column("Audits completed", .count)]
        + terms.map {
          isByDomain
            ? Table.Column("\($0.name), \(context.goodOrBetter) (%)", .percentage)
            : Table.Column($0.name, .count)
        }, rows: rows)
    let reaudits = context.cell(context.key(.reauditsCompleted))
    let sentence: Sentence =
      "These audits looked where something was thought to be wrong, or at set kinds of work. They say much about those children and nothing about practice across a service. \(Wording.counted(reaudits, "was a re-audit", "were re-audits"))\(movement(context))."
    return Section(
      id: "outside-the-profile", title: "Targeted and other audits",
      blocks: [.paragraph(Paragraph([sentence])), .table(table)])
  }

  /// How re-audits compare with the audits before, where there were any.
  private static func movement(_ context: ReportContext) -> Sentence {
    guard context.records(context.key(.reauditsCompleted)) > 0 else { return "" }
    let cell = { (measure: MeasureID) in context.cell(context.key(measure)) }
    let what = context.isGradedByDomain ? " in a domain" : ""
    return
      ": \(cell(.reauditsBetter)) better than the audit before, \(cell(.reauditsUnchanged)) unchanged and \(cell(.reauditsLower)) lower\(what); \(cell(.reauditsEscalated)) lower or unchanged below \(context.lowestGood)\(what), \(cell(.reauditsEscalatedAgain)) of them after a re-audit already; \(cell(.reauditsNotComparable)) not comparable; \(cell(.reauditsPreviousAssumed)) compared with the child's latest earlier audit because none is named"
  }
}
