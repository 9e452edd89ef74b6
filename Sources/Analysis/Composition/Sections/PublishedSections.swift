import QAModel

/// The public report in a few sentences, each of a figure that is published.
enum PublishedSummary: SectionComposer {
  static func compose(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    var lines: [Sentence] = []
    if let said = context.said(context.key(.auditsGoodOrBetter)) {
      lines.append(
        "\(strong: "Practice:") \(said) of randomly selected audits were graded \(context.goodOrBetter).")
    } else if context.isGradedByDomain, let (best, worst) = context.bestAndWorstDomain() {
      lines.append(
        "\(strong: "Practice:") audits have no overall grade. Graded \(context.goodOrBetter) most often: \(best). Least often: \(worst)."
      )
    }
    if let said = context.said(context.key(.complaintsWithinTimescale)) {
      lines.append("\(strong: "Complaints:") \(said) of statutory complaints were answered within timescale.")
    }
    let off = IndicatorReading.all(context).filter { $0.reading == .offTarget }.map(\.name)
    if !off.isEmpty { lines.append("\(strong: "Off target:") \(Wording.listed(off)).") }
    if lines.isEmpty { lines = ["Too little can be published of the period to say more than the tables do."] }
    lines.append(
      "Small numbers are withheld and shown as [c], with others from which they could be worked out.")
    return Section(
      id: "summary", title: "Summary", role: .summary, blocks: [.list(lines.map { Paragraph([$0]) })])
  }
}

/// How much was done, by service.
enum PublishedActivity: SectionComposer {
  static func compose(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    let measures: [(String, MeasureID)] = [
      ("Audits completed", .auditsCompleted), ("Observations of practice", .observationsCompleted),
      ("Supervision audits", .supervisionAuditsCompleted),
    ]
    let table = context.publishedCounts(
      id: "activity-by-service", title: "Quality assurance activity by service", measures, notes: &notes)
    return Section(id: "activity", title: "How much did we do?", blocks: [.table(table)])
  }
}

/// Practice standards met in dip samples, all services.
enum PublishedStandards: SectionComposer {
  static func compose(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    let keys = context.published(.dipMet, .standard)
    guard !keys.isEmpty else { return nil }
    let table = Table(
      id: "dip-samples-by-standard", title: "Practice standards met in dip samples, \(context.period.short)",
      source: "Answers yes, partly and no to each standard in the period, all services",
      notes: notes.positions(of: [StandardNote.partly, StandardNote.interval, PublishedNote.withheld]),
      columns: [Table.Column("Practice standard")] + ReportContext.shareColumns("Met"),
      rows: keys.map { [.text(context.placeName($0))] + context.shareCells($0) })
    let children = context.cell(context.key(.dipChildren))
    let sentence: Sentence =
      "\(Wording.counted(children, "child", "children")) were dip-sampled in the period."
    var blocks: [Block] = [.paragraph(Paragraph([sentence]))]
    if let (best, worst) = context.extremes(keys),
      let chart = context.dotChart(
        of: table, id: "chart-dip-standards", title: "Practice standards met, with their likely range",
        valueTitle: "Share met (%)", categoryTitle: "Practice standard",
        caption:
          "Of those published, met most often: \(context.placeName(best)), \(context.saidOrCount(best)). Met least often: \(context.placeName(worst)), \(context.saidOrCount(worst))."
      )
    {
      blocks.append(.chart(chart))
    }
    return Section(
      id: "dip-samples", title: "Dip samples against practice standards", blocks: blocks + [.table(table)])
  }
}

/// Indicators of all services against their targets.
enum PublishedIndicators: SectionComposer {
  static func compose(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    let positions = context.framework.indicators.indices.filter {
      context.outcome(key($0, context)) != .notAvailable
    }
    guard !positions.isEmpty else { return nil }
    let table = Table(
      id: "indicators-against-target", title: "Indicators against target, \(context.period.short)",
      source: "Performance exports, all services",
      notes: notes.positions(of: [StandardNote.indicators, PublishedNote.withheld]),
      columns: [
        Table.Column("Indicator"), Table.Column("Unit"), Table.Column("Value", .number(places: 1)),
        Table.Column("Target", .number(places: 1)), Table.Column("Against target"),
      ],
      rows: positions.map { row($0, context) })
    return Section(id: "indicators", title: "Indicators against target", blocks: [.table(table)])
  }

  private static func key(_ position: Int, _ context: ReportContext) -> FigureKey {
    context.key(.indicatorValue, first: context.place(.indicator, position))
  }

  private static func row(_ position: Int, _ context: ReportContext) -> [Cell] {
    let indicator = context.framework.indicators[position]
    let reading = IndicatorReading(position, context).reading
    var cell = context.cell(key(position, context))
    if case .number(let number, _) = cell.value { cell.value = .number(number, places: 1) }
    let against =
      cell.value == .suppressed ? Cell(.suppressed) : Cell(reading.value, tone: reading.tone)
    return [
      .text(indicator.term.name), .text(indicator.unit.shown), cell,
      Cell(indicator.target.map { .number($0, places: 1) } ?? .notApplicable), against,
    ]
  }
}

/// Grades of randomly selected audits, all services.
enum PublishedGrades: SectionComposer {
  static func compose(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    guard context.outcome(context.key(.auditsCompleted)) != .notAvailable else { return nil }
    let random = context.place(.selection, AuditFacts.random)
    let grades = Table(
      id: "grade-profile", title: "Overall grades, \(context.period.short)",
      source: "Audits completed in the period, all services, random selection only, by final overall grade",
      notes: notes.positions(of: [
        StandardNote.randomOnly, StandardNote.finalGrade, PublishedNote.withheld,
      ]),
      columns: [Table.Column("Grade"), Table.Column("Audits", .count)],
      rows: context.framework.grades.grades.enumerated().map { position, grade in
        [
          .text(grade.name),
          context.cell(
            context.key(.auditsGrade, first: context.place(.grade, position), second: random)),
        ]
      })
    let overall = context.key(.auditsGoodOrBetter)
    let domains = context.published(.auditsGoodOrBetter, .domain)
    let shares = Table(
      id: "grades-by-domain", title: "Audits graded \(context.goodOrBetter), \(context.period.short)",
      source: "As above, by the final grade overall and of each domain",
      notes: notes.positions(of: [
        StandardNote.interval, StandardNote.shareOfAudits, PublishedNote.withheld,
      ]),
      columns: [Table.Column("Grade of")] + ReportContext.shareColumns(context.goodOrBetter),
      rows: (context.isGradedByDomain ? [] : [[.text("The audit overall")] + context.shareCells(overall)])
        + domains.map { [.text(context.placeName($0))] + context.shareCells($0) })
    var blocks: [Block] = []
    if let said = context.said(overall) {
      blocks.append(
        .paragraph(
          Paragraph(["\(said) of randomly selected audits were graded \(context.goodOrBetter)."])))
    }
    return Section(
      id: "quality", title: "How well did we do it?",
      blocks: blocks + (context.isGradedByDomain ? [] : [.table(grades)]) + [.table(shares)])
  }
}

/// What people say, question by question, all services.
enum PublishedFeedback: SectionComposer {
  static func compose(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    let keys = context.published(.feedbackPositive, .question)
    guard !keys.isEmpty else { return nil }
    let table = Table(
      id: "feedback-by-question", title: "Positive feedback by question, \(context.period.short)",
      source: "Answers with a rating, dated in the period, all services",
      notes: notes.positions(of: [StandardNote.interval, PublishedNote.withheld]),
      columns: [Table.Column("Question")] + ReportContext.shareColumns("Positive"),
      rows: keys.map { [.text(context.placeName($0))] + context.shareCells($0) })
    return Section(id: "feedback", title: "Feedback", blocks: [.table(table)])
  }
}

/// Complaints and compliments.
enum PublishedComplaints: SectionComposer {
  static func compose(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    let table = context.publishedCounts(
      id: "complaints-by-service", title: "Statutory complaints and compliments by service",
      [("Complaints", .complaintsReceived), ("Compliments", .complimentsReceived)], notes: &notes)
    let timely = Table(
      id: "complaints-within-timescale",
      title: "Statutory complaints answered in time, \(context.period.short)",
      source: "Stages begun in the period that were answered or are open past their limit, all services",
      notes: notes.positions(of: [
        StandardNote.timescale, StandardNote.workingDays, StandardNote.interval, PublishedNote.withheld,
      ]),
      columns: [Table.Column("Stage")] + ReportContext.shareColumns("Within timescale"),
      rows: [[.text("All stages")] + context.shareCells(context.key(.complaintsWithinTimescale))])
    return Section(
      id: "complaints", title: "Complaints and compliments", blocks: [.table(table), .table(timely)])
  }
}

/// How the published figures are defined, and what was withheld.
enum PublishedMethods: SectionComposer {
  static func compose(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    let thresholds = context.framework.thresholds
    let lines: [Sentence] = [
      "\(strong: "As at.") What happened or became known after \(Value.date(context.request.asAt)) does not count.",
      "\(strong: "Final grade.") \(StandardNote.finalGrade)",
      "\(strong: "Grade profile.") \(StandardNote.randomOnly)",
      "\(strong: "Likely range.") The 95% Wilson score interval (Wilson 1927). Under \(Value.count(thresholds.fewestRecords)) records no percentage is given.",
      "\(strong: "Dip samples.") \(StandardNote.partly)",
      "\(strong: "Complaints.") \(StandardNote.timescale) The limits are those of the Children Act 1989 Representations Procedure (England) Regulations 2006. \(StandardNote.workingDays)",
      "\(strong: "Indicators.") \(StandardNote.indicators)",
      "\(strong: "Small numbers.") Counts from 1 to \(Value.count(thresholds.suppressUpTo)) are withheld, with percentages made from them, percentages of 0% and 100% of groups up to \(Value.count(2 * thresholds.suppressUpTo)), and other numbers from which they could be worked out. No numbers of service and team, or of service and grade, are published together, and none of earlier periods.",
    ]
    return Section(
      id: "methods", title: "Methods", role: .reference, blocks: [.list(lines.map { Paragraph([$0]) })])
  }
}

enum PublishedNote {
  static let withheld =
    "[c]: a small number that is withheld, or another from which it could be worked out. Children could be recognised by small numbers."
}

extension ReportContext {
  /// The published figures of a measure by an axis, in the order of the framework, where there is any record.
  fileprivate func published(_ measure: MeasureID, _ axis: Axis) -> [FigureKey] {
    figures.figures.filter { figure in
      guard figure.key.measure == measure, figure.key.first?.axis == axis else { return false }
      switch figure.outcome {
      case .notAvailable, .insufficient: return false
      default: return true
      }
    }.map(\.key)
  }

  fileprivate func publishedCounts(
    id: String, title: String, _ measures: [(String, MeasureID)], notes: inout NoteBook
  ) -> Table {
    Table(
      id: id, title: "\(title), \(period.short)", source: "Everything dated in the period, from all exports",
      notes: [notes.position(of: PublishedNote.withheld)],
      columns: [Table.Column("Service")] + measures.map { Table.Column($0.0, .count) },
      rows: serviceRows.map { service in
        [.text(serviceName(service))] + measures.map { cell(key($0.1, service: service)) }
      })
  }
}
