import QAModel

/// A year, its quarters and the year before side by side, and whether the quarters add up to the year (KI-4, HA-11).
enum YearSection: SectionComposer {
  static func compose(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    guard let columns = YearColumns(context) else { return nil }
    let rows = lines.flatMap { $0.rows(columns, context) }
    let unequal = rows.filter { $0.reconciles == .differs }.count
    var sentence: Sentence =
      "Each figure by quarter, for the year and for the year before, all as known on \(Value.date(context.request.asAt))."
    if columns.isPartial {
      sentence =
        "\(sentence) The year is not over: \(Wording.counted(columns.begun, "quarter has", "quarters have")) begun."
    }
    if let span = RecordsSpan.sentence(context) { sentence = "\(sentence) \(span)" }
    let verdict: Sentence =
      unequal == 0
      ? "Where quarters can be added up, they add up to the year; where they cannot, the table says why."
      : "\(Wording.counted(unequal, "figure does", "figures do")) not add up to the year and should."
    var blocks: [Block] = [
      .paragraph(Paragraph([sentence, verdict])), .table(table(rows, columns, context, &notes)),
    ]
    if let indicators = indicators(columns, context, &notes) { blocks.append(.table(indicators)) }
    return Section(
      id: "year-and-quarters", title: "The year, its quarters and the year before", blocks: blocks)
  }

  // MARK: counts

  /// What the table has a line for.
  private static let lines: [YearLine] = [
    .count("Audits completed", .auditsCompleted),
    .count("Children audited", .auditsChildren, apart: .distinct),
    .count("Re-audits completed", .reauditsCompleted),
    .share("Random audits graded", "Random audits graded Good or better", .auditsGoodOrBetter),
    .count("Audits moderated", .moderated),
    .count("Audits moderated: the same grade", .moderationExact),
    .count("Immediate concerns raised", .concernsRaised),
    .count("Immediate concerns without a date of notification", .concernsNotNotified),
    .count("Children dip-sampled", .dipChildren, apart: .distinct),
    .share("Answers to practice standards", "Answers to practice standards: met", .dipMet),
    .count("Observations of practice", .observationsCompleted),
    .count("Supervision audits", .supervisionAuditsCompleted),
    .count("Feedback answers", .feedbackReceived),
    .share("Rated feedback answers", "Rated feedback answers: positive", .feedbackPositive),
    .count("Statutory complaints", .complaintsReceived),
    .share(
      "Complaint stages answered or past their limit", "Complaint stages answered in time",
      .complaintsWithinTimescale),
    .count("Corporate complaints", .complaintsCorporateReceived),
    .count("Compliments", .complimentsReceived), .count("Representations", .representationsReceived),
    .count("Enquiries", .enquiriesReceived), .count("Actions due", .actionsDue),
    .count("Actions overdue", .actionsOverdue, apart: .atClose),
    .count("Actions completed", .learningActions),
  ]

  private static func table(
    _ rows: [YearRow], _ columns: YearColumns, _ context: ReportContext, _ notes: inout NoteBook
  ) -> Table {
    Table(
      id: "year-and-quarters", title: "Quarters, year and year before, \(context.period.short)",
      source:
        "\(Wording.sentenceCase(context.whole)), everything dated in each quarter; audits graded: random selection only",
      notes: [notes.position(of: note)],
      columns: [Table.Column("What")] + columns.quarters.map { Table.Column($0.period.short, .count) } + [
        Table.Column("Sum of quarters", .count), Table.Column("Year \(context.period.short)", .count),
      ] + (columns.before.map { [Table.Column("Year before, \($0.short)", .count)] } ?? [])
        + [Table.Column("Quarters and year")],
      rows: rows.map { row in
        [.text(row.name)] + row.quarters + [row.sum, row.year] + (columns.before == nil ? [] : [row.before])
          + [Cell(.text(row.reconciles.words), tone: row.reconciles == .differs ? .bad : nil)]
      })
  }

  private static let note =
    "A quarter's share of too few records is given as [u], and then cannot be added up. A quarter that has not begun is [z]."

  // MARK: indicators

  private static func indicators(
    _ columns: YearColumns, _ context: ReportContext, _ notes: inout NoteBook
  ) -> Table? {
    let rows = context.framework.indicators.indices.compactMap { position -> [Cell]? in
      let place = context.place(.indicator, position)
      let key = context.key(.indicatorValue, first: place)
      let cells = columns.quarters.map { columns.cell(.indicatorValue, place, in: $0, context) }
      let year = context.cell(key)
      guard (cells + [year]).contains(where: { $0.value.shorthand == nil }) else { return nil }
      let indicator = context.framework.indicators[position]
      return [.text(indicator.term.name), .text(unit(indicator))] + cells + [year]
        + (columns.before == nil
          ? [] : [context.cell(context.key(.indicatorValue, first: place, periodsBack: 1))])
        + [
          .text(indicator.kind == .flow ? "The year's records together" : "The latest of the year")
        ]
    }
    guard !rows.isEmpty else { return nil }
    return Table(
      id: "year-indicators", title: "Indicators by quarter, year and year before, \(context.period.short)",
      source: "Performance exports, \(context.whole)",
      notes: [notes.position(of: StandardNote.indicators)],
      columns: [Table.Column("Indicator"), Table.Column("Unit")]
        + columns.quarters.map { Table.Column($0.period.short, .number(places: 1)) }
        + [Table.Column("Year \(context.period.short)", .number(places: 1))]
        + (columns.before.map { [Table.Column("Year before, \($0.short)", .number(places: 1))] } ?? [])
        + [Table.Column("What the year is")], rows: rows)
  }

  private static func unit(_ indicator: Indicator) -> String {
    switch indicator.unit {
    case .percent: "%"
    case .count: "Number"
    case .ratio: "Ratio"
    case .days: "Days"
    }
  }
}
