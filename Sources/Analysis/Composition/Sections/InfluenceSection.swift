import QAModel

/// What changed after quality assurance spoke: the measures that actions were to move, and themes that rose or fell
/// (KI-4, SH-9). Nothing is claimed to be its cause.
enum InfluenceSection: SectionComposer {
  static func compose(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    var blocks: [Block] = []
    if let table = learning(context) {
      blocks += [.paragraph(Paragraph([opening(context), caution])), .table(table)]
    }
    var lines = ChangeWording(context: context).lines()
    if let themes = context.themes, themes.texts > 0 {
      lines += ThemeWording(summary: themes, context: context).course
    }
    if !lines.isEmpty { blocks.append(.list(lines.map { Paragraph([$0]) })) }
    guard !blocks.isEmpty else { return nil }
    return Section(id: "influence-on-practice", title: "Influence on practice", blocks: blocks)
  }

  private static let caution: Sentence =
    "A measure that was low when somebody acted tends to rise by itself, so a rise after an action is no proof that the action caused it."

  private static func opening(_ context: ReportContext) -> Sentence {
    let all = context.cell(context.key(.learningActions))
    let parts = LearningResult.allCases.enumerated().compactMap { position, result -> Sentence? in
      let cell = context.cell(context.key(.learningActions, first: context.place(.learning, position)))
      guard case .count(1...) = cell.value else { return nil }
      return "\(result.rawValue) \(cell)"
    }
    return parts.isEmpty
      ? "No action was completed in the period."
      : "\(Wording.counted(all, "action was", "actions were")) completed in the period; of what each was to move: \(Wording.listed(parts))."
  }

  /// What became of the measures, for the period, its quarters where there are any, and the period before.
  private static func learning(_ context: ReportContext) -> Table? {
    guard context.dataset.actions != nil else { return nil }
    let columns = YearColumns(context)
    let before = context.figures.names.periods.dropFirst().first
    let places: [AxisPlace?] = LearningResult.allCases.indices.map { context.place(.learning, $0) } + [nil]
    return Table(
      id: "learning-by-result",
      title: "What became of the measures of completed actions, \(context.period.short)",
      source:
        "Actions completed in each period, by what the measure they name did in the three months after, as known on \(context.request.asAt.long). What is more than chance is told over the actions of each period together, so a quarter and the year can say otherwise of one action",
      columns: [Table.Column("Result")]
        + (columns?.quarters.map { Table.Column($0.period.short, .count) } ?? [])
        + [Table.Column(context.period.short, .count)]
        + (before.map { [Table.Column($0.short, .count)] } ?? []),
      rows: places.enumerated().map { position, place in
        let name =
          place == nil
          ? "All actions completed" : Wording.sentenceCase(LearningResult.allCases[position].rawValue)
        return [.text(name)]
          + (columns.map { columns in
            columns.quarters.map { columns.cell(.learningActions, place, in: $0, context) }
          } ?? []) + [context.cell(context.key(.learningActions, first: place))]
          + (before == nil ? [] : [context.cell(context.key(.learningActions, first: place, periodsBack: 1))])
      })
  }
}
