import QAModel

/// Grades held against each other: before and after the conversation (HA-4), auditor and moderator, moderator and panel
/// (KI-3, DO-5), audit before and re-audit (HA-3), overall and domain by domain.
enum AgreementOfGrades {
  static func section(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    let rows = pairs.flatMap { Self.rows($0, context) }
    guard !rows.isEmpty else { return nil }
    var blocks: [Block] = [
      .paragraph(Paragraph(sentences(context))), .table(table(rows, context, notes: &notes)),
    ]
    if let byAuditor = byAuditor(context) { blocks.append(.table(byAuditor)) }
    return Section(
      id: "moderation-of-grades", title: "Moderation, conversations and re-audits", blocks: blocks)
  }

  /// Two grades of one child's work, and the measures of how they compare.
  private struct Pair {
    let name: String
    /// `nil` where all that were compared are the sum of the three.
    let compared: MeasureID?
    /// `nil` where the same are those that were not changed.
    let same: MeasureID?
    let up: MeasureID
    let down: MeasureID
    /// The share that is the same, or that changed.
    let share: MeasureID?
    let kappa: MeasureID?
  }

  private static let pairs = [
    Pair(
      name: "Before and after the conversation", compared: nil, same: nil, up: .conversationMovedUp,
      down: .conversationMovedDown, share: .conversationChanged, kappa: nil),
    Pair(
      name: "Auditor and moderator", compared: .moderated, same: .moderationExact, up: .moderationMovedUp,
      down: .moderationMovedDown, share: .moderationAgreement, kappa: .moderationKappa),
    Pair(
      name: "Moderator and panel", compared: .panelCompared, same: .panelExact, up: .panelMovedUp,
      down: .panelMovedDown, share: .panelAgreement, kappa: .panelKappa),
    Pair(
      name: "Audit before and re-audit", compared: nil, same: .reauditsUnchanged, up: .reauditsBetter,
      down: .reauditsLower, share: nil, kappa: nil),
  ]

  // MARK: the table

  private static func rows(_ pair: Pair, _ context: ReportContext) -> [[Cell]] {
    let places: [AxisPlace?] = [nil] + context.framework.domains.indices.map { context.place(.domain, $0) }
    return places.compactMap { place in
      let key = { (measure: MeasureID) in context.key(measure, first: place) }
      guard let counts = counts(pair, key, context) else { return nil }
      let name = place.map { context.figures.names.name($0) } ?? "Overall grade"
      return [.text(pair.name), .text(name)] + counts + [sameShare(pair, key, context)]
        + kappa(pair, key, context)
    }
  }

  /// Compared, the same, moved up, moved down; `nil` where nothing was compared.
  private static func counts(_ pair: Pair, _ key: (MeasureID) -> FigureKey, _ context: ReportContext)
    -> [Cell]?
  {
    let (up, down) = (context.cell(key(pair.up)), context.cell(key(pair.down)))
    let moved = context.records(key(pair.up)) + context.records(key(pair.down))
    let all: Int
    let same: Cell
    if let measure = pair.same {
      same = context.cell(key(measure))
      all = pair.compared.map { context.records(key($0)) } ?? context.records(key(measure)) + moved
    } else {
      all = pair.share.map { context.records(key($0)) } ?? moved
      same = Cell(.count(all - moved))
    }
    guard all > 0 else { return nil }
    return [pair.compared.map { context.cell(key($0)) } ?? Cell(.count(all)), same, up, down]
  }

  private static func sameShare(_ pair: Pair, _ key: (MeasureID) -> FigureKey, _ context: ReportContext)
    -> Cell
  {
    if let share = pair.share, pair.same != nil { return context.cell(key(share)) }
    if let share = pair.share {
      guard case .share(let changed, let of, _) = context.outcome(key(share)) else {
        return context.cell(key(share))
      }
      return Cell(.share(of - changed, of: of), figure: context.figures.slug(key(share)))
    }
    let same = pair.same.map { context.records(key($0)) } ?? 0
    let all = same + context.records(key(pair.up)) + context.records(key(pair.down))
    return Cell(all >= context.framework.thresholds.fewestRecords ? .share(same, of: all) : .insufficient)
  }

  /// Kappa and its likely range, where the two are raters of the same work.
  private static func kappa(_ pair: Pair, _ key: (MeasureID) -> FigureKey, _ context: ReportContext) -> [Cell]
  {
    guard let measure = pair.kappa else { return Array(repeating: Cell(.notApplicable), count: 3) }
    let cell = context.cell(key(measure))
    guard case .coefficient(_, _, let interval) = context.outcome(key(measure)) else {
      return [cell, Cell(cell.value), Cell(cell.value)]
    }
    let end = { (number: Double?) in Cell(number.map { .number($0, places: 2) } ?? .notAvailable) }
    return [cell, end(interval?.lower), end(interval?.upper)]
  }

  private static func table(_ rows: [[Cell]], _ context: ReportContext, notes: inout NoteBook) -> Table {
    Table(
      id: "moderation", title: "Grades held against each other, \(context.period.short)",
      source:
        "Audits completed in the period with both grades, those of moderator and panel by \(context.request.asAt.long)",
      notes: [
        notes.position(
          of:
            "Moved up means that the later grade is the better one. Kappa: agreement beyond chance with quadratic weights, 1 at most, with its 95% interval; given from \(context.framework.thresholds.fewestForKappa) audits up. It is for two people grading the same work, so not for a conversation or a re-audit."
        )
      ],
      columns: [
        Table.Column("Which grades"), Table.Column("Grade of"), Table.Column("Compared", .count),
        Table.Column("Same grade", .count), Table.Column("Moved up", .count),
        Table.Column("Moved down", .count), Table.Column("Same grade (%)", .percentage),
        Table.Column("Weighted kappa", .number(places: 2)),
        Table.Column("Kappa likely from", .number(places: 2)),
        Table.Column("Kappa likely to", .number(places: 2)),
      ], rows: rows)
  }

  // MARK: words

  private static func sentences(_ context: ReportContext) -> [Sentence] {
    var sentences: [Sentence] = []
    let raters: [(MeasureID, MeasureID, MeasureID, String)] = [
      (.moderationAgreement, .moderationMovedUp, .moderationMovedDown, "Moderator and auditor"),
      (.panelAgreement, .panelMovedUp, .panelMovedDown, "Panel and moderator"),
    ]
    for (agreement, up, down, who) in raters {
      if let said = context.said(context.key(agreement)) {
        sentences.append(
          "\(who) gave the same overall grade in \(said); \(context.cell(context.key(up))) moved up, \(context.cell(context.key(down))) moved down."
        )
      } else if let domains = extremes(of: agreement, context) {
        sentences.append("\(who) gave a domain the same grade \(domains).")
      }
    }
    if let said = context.said(context.key(.conversationChanged)) {
      sentences.append(
        "The overall grade changed after the conversation with the practitioner in \(said) of audits that hold both grades: \(context.cell(context.key(.conversationMovedUp))) moved up, \(context.cell(context.key(.conversationMovedDown))) moved down."
      )
    } else if let domains = extremes(of: .conversationChanged, context) {
      sentences.append("After the conversation with the practitioner a domain's grade changed \(domains).")
    }
    return sentences.isEmpty
      ? ["Too few audits hold two grades that can be compared to give a percentage."] : sentences
  }

  /// `most often for planning, 8 of 12 (…), and least often for recording, 3 of 12 (…)`.
  private static func extremes(of measure: MeasureID, _ context: ReportContext) -> Sentence? {
    let keys = context.framework.domains.indices.map {
      context.key(measure, first: context.place(.domain, $0))
    }
    guard let (most, least) = context.extremes(keys) else { return nil }
    return
      "most often for \(Wording.lowercasedFirst(context.placeName(most))), \(context.saidOrCount(most)), and least often for \(Wording.lowercasedFirst(context.placeName(least))), \(context.saidOrCount(least))"
  }

  // MARK: by auditor

  /// Counts of each auditor with enough moderated audits, for `internal` alone: the list is empty for others.
  private static func byAuditor(_ context: ReportContext) -> Table? {
    let auditors = context.records.moderationByAuditor
    guard context.request.audience == .internal, !auditors.isEmpty else { return nil }
    return Table(
      id: "moderation-by-auditor", title: "Moderation by auditor, \(context.period.short)",
      source:
        "Auditors with at least \(context.framework.thresholds.fewestRecords) audits of the period moderated by \(context.request.asAt.long), those with the most grades moved first; without an overall grade each domain counts as a grade. Counts of so few audits are for a conversation, not for comparing people",
      columns: [
        Table.Column("Auditor"), Table.Column("Audits moderated", .count), Table.Column("Same grade", .count),
        Table.Column("Moved up", .count), Table.Column("Moved down", .count),
      ],
      rows: auditors.map { auditor in
        [
          .text(context.dataset.names.people.name(auditor.auditor)), Cell(.count(auditor.audits)),
          Cell(.count(auditor.exact)), Cell(.count(auditor.movedUp)), Cell(.count(auditor.movedDown)),
        ]
      })
  }
}
