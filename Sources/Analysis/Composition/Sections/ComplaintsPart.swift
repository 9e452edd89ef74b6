import QAModel

/// Complaints and compliments: what was received, how it was answered and what became of it (KI-6).
enum ComplaintsPart {
  static func section(_ context: ReportContext, notes: inout NoteBook) -> Section {
    Section(
      id: "complaints", title: "Complaints and compliments",
      blocks: [
        .paragraph(Paragraph(sentences(context))), .table(byStageAndService(context, notes: &notes)),
        .table(overTime(context)),
      ])
  }

  // MARK: words

  private static func sentences(_ context: ReportContext) -> [Sentence] {
    let received = context.cell(context.key(.complaintsReceived))
    let compliments = context.cell(context.key(.complimentsReceived))
    var sentences: [Sentence] = [
      "\(Wording.counted(received, "statutory complaint was", "statutory complaints were")) received, and \(Wording.counted(compliments, "compliment", "compliments"))."
    ]
    if let said = context.said(context.key(.complaintsWithinTimescale)) {
      sentences.append("Answered within timescale: \(said).")
    }
    let apart: [(MeasureID, String)] = [
      (.complaintsLate, "answered late"), (.complaintsExtended, "extended"),
      (.complaintsCorporateReceived, "under the corporate procedure, apart from all these"),
    ]
    let parts = apart.compactMap { counted($0.0, context, $0.1) }
    if !parts.isEmpty { sentences.append("\(Wording.listed(parts)).") }
    let others: [(MeasureID, String, String)] = [
      (.representationsReceived, "representation", "representations"),
      (.enquiriesReceived, "enquiry", "enquiries"),
    ]
    let also = others.compactMap { measure, one, many -> Sentence? in
      let cell = context.cell(context.key(measure))
      guard case .count = cell.value else { return nil }
      return Wording.counted(cell, one, many)
    }
    if !also.isEmpty { sentences.append("Also received: \(Wording.listed(also)).") }
    if let line = escalation(context) { sentences.append(line) }
    if let said = context.said(context.key(.complaintsWithLearning)) {
      sentences.append("Learning or a linked action is recorded for \(said) of stages answered.")
    }
    if let said = context.said(context.key(.complaintsCorporateWithLearning)) {
      sentences.append("Of corporate complaints answered: \(said).")
    }
    return sentences
  }

  private static func counted(_ measure: MeasureID, _ context: ReportContext, _ words: String) -> Sentence? {
    let cell = context.cell(context.key(measure))
    guard case .count = cell.value else { return nil }
    return "\(cell) \(words)"
  }

  /// How many went on, of those whose first stage began in the period.
  private static func escalation(_ context: ReportContext) -> Sentence? {
    let began = context.records(context.key(.complaintsToStage2))
    guard began > 0 else { return nil }
    guard let second = context.said(context.key(.complaintsToStage2)),
      let third = context.said(context.key(.complaintsToStage3))
    else {
      return
        "\(Wording.counted(began, "complaint", "complaints")) began stage 1 in the period: too few for a share that went on to later stages."
    }
    return
      "Of complaints that began stage 1 in the period, \(second) had gone on to stage 2 and \(third) to stage 3 by \(Value.date(context.request.asAt)); recent ones have had less time to."
  }

  // MARK: tables

  private static func byStageAndService(_ context: ReportContext, notes: inout NoteBook) -> Table {
    func row(_ name: String, service: UInt32? = nil, stage: AxisPlace? = nil) -> [Cell] {
      func key(_ measure: MeasureID) -> FigureKey { context.key(measure, service: service, first: stage) }
      return [.text(name), context.cell(key(.complaintsReceived))]
        + context.shareCells(key(.complaintsWithinTimescale)) + [
          context.cell(key(.complaintsOpen)), context.cell(key(.complaintsOpenOverdue)),
          stage == nil ? context.cell(key(.complimentsReceived)) : Cell(.notApplicable),
        ]
    }
    let stages = (0..<3).map { stage in
      let place = context.place(.stage, stage)
      return row("Stage \(context.figures.names.name(place))", stage: place)
    }
    let hasCorporate = [MeasureID.complaintsCorporateReceived, .complaintsCorporateOpen].contains {
      context.records(context.key($0)) > 0
    }
    let corporate =
      [
        .text("Corporate, apart from these"), context.cell(context.key(.complaintsCorporateReceived)),
      ] + context.shareCells(context.key(.complaintsCorporateWithinTimescale)) + [
        context.cell(context.key(.complaintsCorporateOpen)),
        context.cell(context.key(.complaintsCorporateOpenOverdue)), Cell(.notApplicable),
      ]
    let services = context.services.map { row(context.serviceName($0), service: $0) }
    return Table(
      id: "complaints-by-stage",
      title: "Statutory complaints by stage and service, and compliments, \(context.period.short)",
      source:
        "Complaints under the statutory procedure, each reference once; a stage belongs to the period in which it began, and is open from any period\(hasCorporate ? ". Corporate complaints are held against the due dates of the export" : "")",
      notes: notes.positions(of: [StandardNote.timescale, StandardNote.workingDays, StandardNote.interval]),
      columns: [Table.Column("Stage or service"), Table.Column("Received", .count)]
        + ReportContext.shareColumns("Within timescale") + [
          Table.Column("Open", .count), Table.Column("Open and overdue", .count),
          Table.Column("Compliments", .count),
        ],
      rows: stages + [row("All stages and services")] + (hasCorporate ? [corporate] : []) + services)
  }

  /// Every kind, stage, category and outcome, period by period: a trend is for the reader to look for, none is claimed.
  private static func overTime(_ context: ReportContext) -> Table {
    let periods = Array(context.figures.names.periods.enumerated().reversed())
    func row(
      _ name: String, _ measure: MeasureID, _ place: AxisPlace? = nil, stage: AxisPlace? = nil
    ) -> [Cell]? {
      let keys = periods.map { context.key(measure, first: place, second: stage, periodsBack: $0.offset) }
      guard place == nil || keys.contains(where: { isAny(context.cell($0)) }) else { return nil }
      return [.text(name)] + keys.map(context.cell)
    }
    let stages = (0..<3).map { context.place(.stage, $0) }
    let stageNames = stages.map { "Statutory, stage \(context.figures.names.name($0))" }
    let names = context.figures.names.places[.category] ?? []
    let categories = names.indices.sorted { names[$0] < names[$1] }.compactMap {
      row(
        "Statutory, \(Wording.lowercasedFirst(names[$0]))", .complaintsReceived, context.place(.category, $0))
    }
    let kinds = [
      row("Statutory complaints", .complaintsReceived),
      row("Corporate complaints", .complaintsCorporateReceived),
      row("Compliments", .complimentsReceived), row("Representations", .representationsReceived),
      row("Enquiries", .enquiriesReceived),
    ].compactMap { $0 }
    let outcomes = (context.figures.names.places[.outcome] ?? []).enumerated().map {
      (name: Wording.lowercasedFirst($0.element), place: context.place(.outcome, $0.offset))
    }
    let statutoryOutcomes = zip(stages, stageNames).flatMap { stage, name in
      outcomes.compactMap { row("\(name), \($0.name)", .complaintsOutcome, $0.place, stage: stage) }
    }
    let corporateOutcomes = outcomes.compactMap {
      row("Corporate, \($0.name)", .complaintsCorporateOutcome, $0.place)
    }
    return Table(
      id: "complaints-over-time",
      title:
        "Complaints and compliments received, and what became of complaints, over \(Wording.periods(periods.count))",
      source:
        "\(Wording.sentenceCase(context.whole)), each reference once by the day it was received; a stage and its outcome by the day the stage began, with the outcomes known by \(context.request.asAt.long). Categories are of statutory complaints",
      columns: [Table.Column("What")] + periods.map { Table.Column($0.element.short, .count) },
      rows: kinds + zip(stages, stageNames).compactMap { row($1, .complaintsReceived, $0) } + categories
        + statutoryOutcomes + corporateOutcomes)
  }

  private static func isAny(_ cell: Cell) -> Bool {
    switch cell.value {
    case .count(0): false
    case .count: true
    default: cell.value == .suppressed
    }
  }
}
