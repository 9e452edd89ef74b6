import QAModel

/// Quantity and compliance: how much did we do, and did it keep to practice standards and targets?
enum ComplianceSection: SectionComposer {
  static func compose(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    var sections: [Section] = []
    sections.append(activity(context, notes: &notes))
    if context.dataset.dipSamples != nil { sections.append(dipSamples(context, notes: &notes)) }
    if context.dataset.performance != nil, !context.framework.indicators.isEmpty {
      sections.append(indicators(context, notes: &notes))
    }
    return Section(
      id: "quantity-and-compliance", title: "Quantity and compliance: how much did we do?", sections: sections
    )
  }

  private static func activity(_ context: ReportContext, notes: inout NoteBook) -> Section {
    let measures: [(String, MeasureID)] = [
      ("Audits completed", .auditsCompleted), ("Children audited", .auditsChildren),
      ("Re-audits completed", .reauditsCompleted), ("Children dip-sampled", .dipChildren),
      ("Observations of practice", .observationsCompleted),
      ("Supervision audits", .supervisionAuditsCompleted), ("Feedback answers", .feedbackReceived),
      ("Actions due", .actionsDue), ("Actions overdue", .actionsOverdue),
    ]
    let table = Table(
      id: "activity-by-service", title: "Quality assurance activity by service, \(context.period.short)",
      source: "Everything dated in the period, from all exports; actions overdue from any period",
      notes: notes.positions(of: [StandardNote.distinctChildren, StandardNote.overdue]),
      columns: [Table.Column("Service")] + measures.map { Table.Column($0.0, .count) },
      rows: context.serviceRows.map { service in
        [.text(context.serviceName(service))]
          + measures.map { context.cell(context.key($0.1, service: service)) }
      })
    let said: [(MeasureID, String, String)] = [
      (.auditsCompleted, "audit completed", "audits completed"),
      (.dipChildren, "child dip-sampled", "children dip-sampled"),
      (.observationsCompleted, "observation of practice", "observations of practice"),
      (.supervisionAuditsCompleted, "supervision audit", "supervision audits"),
    ]
    let parts = said.compactMap { measure, one, many -> Sentence? in
      let cell = context.cell(context.key(measure))
      guard case .count = cell.value else { return nil }
      return Wording.counted(cell, one, many)
    }
    let sentence: Sentence = parts.isEmpty ? "No activity is recorded." : "\(Wording.listed(parts))."
    return Section(
      id: "activity", title: "Activity undertaken",
      blocks: [.paragraph(Paragraph([sentence])), .table(table)])
  }

  private static func dipSamples(_ context: ReportContext, notes: inout NoteBook) -> Section {
    let noteNumbers = notes.positions(of: [StandardNote.partly, StandardNote.interval])
    let standards =
      context.figures.names.places[.standard]?.indices.map { context.place(.standard, $0) } ?? []
    let met = standards.filter { context.records(context.key(.dipMet, first: $0)) > 0 }
    func row(_ standard: AxisPlace?, _ service: UInt32?) -> [Cell] {
      [
        .text(standard.map { context.figures.names.name($0) } ?? "All standards"),
        .text(context.serviceName(service)),
      ] + context.shareCells(context.key(.dipMet, service: service, first: standard))
    }
    let table = Table(
      id: "dip-samples-by-standard", title: "Practice standards met in dip samples, \(context.period.short)",
      source:
        "Answers yes, partly and no to each standard in the period; each standard in all services, then all standards in each service. A child stands once in the answers for every standard asked",
      notes: noteNumbers,
      columns: [Table.Column("Practice standard"), Table.Column("Service")]
        + ReportContext.shareColumns("Met"),
      rows: met.map { row($0, nil) } + context.serviceRows.map { row(nil, $0) })
    var blocks: [Block] = []
    var sentences: [Sentence] = []
    if let all = context.said(context.key(.dipMet)) {
      sentences.append("The standards looked at were met in \(all) of answers.")
    }
    var caption: Sentence = "Practice standards met, with the range each likely lies in."
    if let (best, worst) = context.extremes(standards.map { context.key(.dipMet, first: $0) }) {
      caption =
        ("Met most often: \(context.placeName(best)), \(context.saidOrCount(best)). Met least often: \(context.placeName(worst)), \(context.saidOrCount(worst)).")
    }
    if sentences.isEmpty {
      let answers = context.records(context.key(.dipMet))
      sentences = [
        answers == 0
          ? "No dip sample of the period has an answer."
          : "\(Wording.counted(answers, "answer", "answers")) in dip samples: too few for a percentage."
      ]
    }
    blocks.append(.paragraph(Paragraph(sentences)))
    if !met.isEmpty {
      if let chart = context.dotChart(
        of: table, rows: met.indices, id: "chart-dip-standards",
        title: "Practice standards met, with their likely range",
        valueTitle: "Share met (%)", categoryTitle: "Practice standard",
        caption: caption)
      {
        blocks.append(.chart(chart))
      }
      blocks.append(.table(table))
    }
    return Section(id: "dip-samples", title: "Dip samples against practice standards", blocks: blocks)
  }

  private static func indicators(_ context: ReportContext, notes: inout NoteBook) -> Section {
    // What every month was is not for the public: small numbers of months are not withheld one by one.
    let months = context.request.audience == .public ? nil : IndicatorMonths(context)
    let shown = months?.isWorthShowing == true ? months : nil
    let table = Table(
      id: "indicators-against-target", title: "Indicators against target, \(context.period.short)",
      source: "Performance exports, \(context.whole)",
      notes: notes.positions(of: [StandardNote.indicators] + (shown == nil ? [] : [StandardNote.runCharts])),
      columns: [
        Table.Column("Indicator"), Table.Column("Unit"), Table.Column("Numerator", .count),
        Table.Column("Denominator", .count), Table.Column("Value", .number(places: 1)),
        Table.Column("Value before", .number(places: 1)), Table.Column("Target", .number(places: 1)),
        Table.Column("Against target"),
      ] + (shown == nil ? [] : IndicatorMonths.columns),
      rows: context.framework.indicators.indices.map { indicatorRow($0, context) + (shown?.cells($0) ?? []) })
    let read = IndicatorReading.all(context)
    let off = read.filter { $0.reading == .offTarget }.map(\.name)
    let near = read.filter { $0.reading == .withinTolerance }.map(\.name)
    let onTarget = read.filter { $0.reading == .onTarget }.count
    var sentences: [Sentence] = []
    if read.contains(where: { $0.reading.isRead }) {
      sentences.append(
        "\(Wording.counted(onTarget, "indicator is", "indicators are")) on target, \(Value.count(near.count)) within tolerance and \(Value.count(off.count)) off target."
      )
    }
    if !off.isEmpty { sentences.append("Off target: \(Wording.listed(off)).") }
    if sentences.isEmpty { sentences = ["No indicator has a target and a figure in the period."] }
    let partial = context.framework.indicators.indices.filter { position in
      context.figures[context.key(.indicatorValue, first: context.place(.indicator, position))]?.note != nil
    }
    if !partial.isEmpty {
      sentences.append(
        "Not of the whole period, or of an earlier one (figures.csv says how): \(Wording.listed(partial.map { context.framework.indicators[$0].term.name }))."
      )
    }
    var blocks: [Block] = [.paragraph(Paragraph(sentences))]
    if let picture = beforeAndNow(table, context) { blocks.append(.chart(picture)) }
    blocks.append(.table(table))
    if let shown {
      blocks.append(.paragraph(Paragraph(shown.sentences())))
      if let byMonth = shown.table(notes: &notes) {
        blocks += shown.pictures(of: byMonth).map(Block.chart) + [.table(byMonth)]
      }
    }
    blocks += IndicatorComparison(context).blocks(notes: &notes)
    if let byService = byService(context, notes: &notes) { blocks.append(.table(byService)) }
    return Section(id: "indicators", title: "Indicators against target", blocks: blocks)
  }

  /// This period beside the one before, for indicators in per cent with both; `nil` under two of them.
  private static func beforeAndNow(_ table: Table, _ context: ReportContext) -> Chart? {
    let (now, before) = (4, 5)
    let rows = table.rows.indices.filter { row in
      context.framework.indicators[row].unit == .percent
        && [now, before].allSatisfy { table.rows[row][$0].value.shorthand == nil }
    }
    guard rows.count >= 2 else { return nil }
    let said = rows.map { row in
      "\(table.rows[row][0].value.shown) \(table.rows[row][now].value.shown), before \(table.rows[row][before].value.shown)"
    }
    return Chart(
      id: "chart-indicators-before", title: "Indicators in per cent, this period and the one before",
      kind: .dots,
      table: table.id, series: [now, before], rows: rows, valueTitle: "Per cent", categoryTitle: "Indicator",
      alternativeText:
        "Two points an indicator, this period and the one before. \(said.joined(separator: "; ")).",
      caption:
        "This period beside the one before. Two points by themselves are no change: the summary says what is one."
    )
  }

  private static func indicatorRow(_ position: Int, _ context: ReportContext) -> [Cell] {
    let indicator = context.framework.indicators[position]
    let key = context.key(.indicatorValue, first: context.place(.indicator, position))
    let before = context.key(.indicatorValue, first: context.place(.indicator, position), periodsBack: 1)
    var parts: [Cell] = [Cell(.notAvailable), Cell(.notAvailable)]
    if case .value(_, let numerator, let denominator, _) = context.outcome(key) {
      parts = [numerator, denominator].map { number in
        number.map { Cell(.count(Int($0.rounded()))) } ?? Cell(.notAvailable)
      }
    }
    let reading = IndicatorReading(position, context)
    return [.text(indicator.term.name), .text(indicator.unit.shown)] + parts + [
      tableCell(key, context), tableCell(before, context),
      Cell(indicator.target.map { .number($0, places: 1) } ?? .notApplicable),
      Cell(reading.reading.value, tone: reading.reading.tone),
    ]
  }

  private static func byService(_ context: ReportContext, notes: inout NoteBook) -> Table? {
    let positions = context.framework.indicators.indices.filter { position in
      context.services.contains { service in
        if case .value = context.outcome(
          context.key(.indicatorValue, service: service, first: context.place(.indicator, position)))
        {
          true
        } else {
          false
        }
      }
    }
    guard !positions.isEmpty else { return nil }
    let months = IndicatorMonths(context)
    let hasMonths = months.isWorthShowing
    let rows = positions.flatMap { position in
      context.services.compactMap { service -> [Cell]? in
        let key = context.key(.indicatorValue, service: service, first: context.place(.indicator, position))
        guard case .value(let value, let numerator, let denominator, let unit) = context.outcome(key) else {
          return nil
        }
        let indicator = context.framework.indicators[position]
        let reading = IndicatorReading.read(value, indicator)
        return [
          .text(indicator.term.name), .text(context.serviceName(service)), .text(unit.shown),
          Cell(numerator.map { .count(Int($0.rounded())) } ?? .notAvailable),
          Cell(denominator.map { .count(Int($0.rounded())) } ?? .notAvailable), tableCell(key, context),
          Cell(reading.value, tone: reading.tone),
        ] + (hasMonths ? [months.pattern(position, service: service)] : [])
      }
    }
    return Table(
      id: "indicators-by-service", title: "Indicators by service, \(context.period.short)",
      source: "Performance exports, services with a figure of their own",
      notes: [notes.position(of: StandardNote.indicators)],
      columns: [
        Table.Column("Indicator"), Table.Column("Service"), Table.Column("Unit"),
        Table.Column("Numerator", .count),
        Table.Column("Denominator", .count), Table.Column("Value", .number(places: 1)),
        Table.Column("Against target"),
      ] + (hasMonths ? [IndicatorMonths.columns[0]] : []), rows: rows)
  }

  /// An indicator's value with one place, as every value of the column.
  private static func tableCell(_ key: FigureKey, _ context: ReportContext) -> Cell {
    var cell = context.cell(key)
    if case .number(let number, _) = cell.value { cell.value = .number(number, places: 1) }
    return cell
  }
}

extension Indicator.Unit {
  /// The unit as a table says it.
  var shown: String {
    switch self {
    case .percent: "per cent"
    case .count: "number"
    case .ratio: "ratio"
    case .days: "days"
    }
  }
}
