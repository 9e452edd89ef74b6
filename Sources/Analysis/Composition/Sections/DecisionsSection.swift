import QAModel

/// What was decided last time and what became of it: the second thing a Director asks.
enum DecisionsSection: SectionComposer {
  static let id = "decisions"
  /// As many rows as a reader will read; the total is always given.
  private static let listed = 40

  static func compose(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    guard let decisions = EarlierDecisions(context) else { return nil }
    var blocks: [Block] = [.paragraph(Paragraph(sentences(decisions, context)))]
    if !decisions.decisions.isEmpty {
      let isInternal = context.request.audience == .internal
      blocks.append(.table(isInternal ? list(decisions, context) : counts(decisions, context)))
    }
    return Section(id: id, title: "What was decided last time and what became of it", blocks: blocks)
  }

  /// The line of the summary, which leads here.
  static func headline(_ context: ReportContext) -> Sentence? {
    guard let decisions = EarlierDecisions(context), !decisions.decisions.isEmpty else { return nil }
    return "\(strong: "Last time:") \(tally(decisions))."
  }

  private static func sentences(_ decisions: EarlierDecisions, _ context: ReportContext) -> [Sentence] {
    guard !decisions.decisions.isEmpty else {
      return ["No action was carried into the period, and none was decided on in the period before."]
    }
    var sentences: [Sentence] = [Wording.capitalised("\(tally(decisions)).")]
    let panel = context.dataset.actions.map { actions in
      decisions.decisions.count { actions.panelDecision[$0.row] != nil }
    }
    let noMeasure = context.dataset.actions.map { actions in
      decisions.decisions.count { actions.measure[$0.row] == nil }
    }
    if let panel, panel > 0 {
      sentences.append("The panel's decision is recorded of \(Value.count(panel)) of them.")
    }
    if let noMeasure, noMeasure > 0 {
      sentences.append("Of \(Value.count(noMeasure)) nobody recorded which measure should move.")
    }
    return sentences
  }

  /// `of 41 actions decided before, 15 are overdue, 3 were done late and 23 in time`.
  private static func tally(_ decisions: EarlierDecisions) -> Sentence {
    let parts = EarlierDecisions.Outcome.allCases.compactMap { outcome -> Sentence? in
      let count = decisions.count(outcome)
      return count == 0 ? nil : "\(Value.count(count)) \(outcome.words)"
    }
    let all = Wording.counted(
      decisions.decisions.count, "action decided before the period", "actions decided before the period")
    return "of \(all): \(Wording.listed(parts))"
  }

  private static func source(_ context: ReportContext) -> String {
    "Actions raised before \(context.period.first.long) and still to be done then, or decided on by the panel in the period before; what became of them by \(context.request.asAt.long)"
  }

  // MARK: One by one

  private static func list(_ decisions: EarlierDecisions, _ context: ReportContext) -> Table {
    let shown = decisions.decisions.prefix(listed)
    return Table(
      id: "decisions-before", title: "Decisions before the period, one by one, \(context.period.short)",
      source: source(context) + "; what is not done first",
      columns: [
        Table.Column("Action id"), Table.Column("Service"), Table.Column("About"),
        Table.Column("Owner"), Table.Column("Due", .date), Table.Column("What became of it"),
        Table.Column("Measure that should move"),
      ],
      rows: shown.map { row($0, context) },
      totalRows: shown.count < decisions.decisions.count ? decisions.decisions.count : nil)
  }

  private static func row(_ decision: EarlierDecisions.Decision, _ context: ReportContext) -> [Cell] {
    guard let actions = context.dataset.actions else { return [] }
    let (row, names) = (decision.row, context.dataset.names)
    let word = { (column: CodeColumn) in column[row].map { Cell(.text(names.words.name($0))) } }
    var became = Self.became(decision.became)
    if let decided = word(actions.panelDecision), case .text(let words) = became.value {
      let day = actions.decided[row].map { ", \($0.short)" } ?? ""
      became.value = .text("\(words); the panel: \(decided.value.shown)\(day)")
    }
    return [
      actions.id[row].map { .text(names.actions.name($0)) } ?? Cell(.notAvailable),
      actions.service[row].map { .text(context.serviceName($0)) } ?? .text(context.serviceName(nil)),
      word(actions.theme) ?? Cell(.notAvailable),
      .text(actions.owner[row].map { names.people.name($0) } ?? "Nobody recorded"),
      Cell(actions.due[row].map { .date($0) } ?? .notAvailable), became,
      word(actions.measure) ?? .text("No measure recorded"),
    ]
  }

  private static func became(_ became: EarlierDecisions.Became) -> Cell {
    let days = { (number: Int) in number == 1 ? "1 day" : "\(Rounding.count(number)) days" }
    return switch became {
    case .doneInTime(let day): Cell(.text("Done in time, \(day.short)"), tone: .good)
    case .doneLate(let day, let late): Cell(.text("Done \(days(late)) late, \(day.short)"), tone: .middling)
    case .done(let day): Cell(.text("Done, \(day.short)"), tone: .good)
    case .overdue(let over): Cell(.text("Overdue by \(days(over))"), tone: .bad)
    case .open: Cell(.text("Not due yet"))
    case .openWithoutDue: Cell(.text("Open, no due date recorded"), tone: .bad)
    }
  }

  // MARK: By service

  private static func counts(_ decisions: EarlierDecisions, _ context: ReportContext) -> Table {
    let outcomes = EarlierDecisions.Outcome.allCases.filter { decisions.count($0) > 0 }
    return Table(
      id: "decisions-by-service", title: "Decisions before the period, by service, \(context.period.short)",
      source: source(context),
      columns: [Table.Column("Service"), Table.Column("Decided", .count)]
        + outcomes.map { Table.Column(Wording.sentenceCase($0.words), .count) },
      rows: context.serviceRows.map { service in
        let mine = decisions.decisions.filter {
          service == nil || context.dataset.actions?.service[$0.row] == service
        }
        return [.text(context.serviceName(service)), Cell(.count(mine.count))]
          + outcomes.map { outcome in Cell(.count(mine.count { $0.became.outcome == outcome })) }
      })
  }
}

extension EarlierDecisions {
  /// `nil` where the workspace has no actions.
  fileprivate init?(_ context: ReportContext) {
    guard let actions = context.dataset.actions else { return nil }
    self.init(
      actions, period: context.period, before: context.figures.names.periods.dropFirst().first,
      asAt: context.request.asAt)
  }
}
