import QAModel

/// The learning loop within the section on actions: what the measures of completed actions did afterwards.
struct LearningTable {
  let context: ReportContext

  /// How many actions are listed one by one.
  private static let most = 40

  /// Nothing where no action was completed in the 12 months up to the as-at date.
  func blocks(notes: inout NoteBook) -> [Block] {
    let since = context.request.asAt.adding(months: -12)
    let completed = context.records.learning.filter { $0.completed > since }
    guard !completed.isEmpty else { return [] }
    let told = completed.filter { $0.change != nil }.sorted {
      (order($0), $1.completed, $0.row) < (order($1), $0.completed, $1.row)
    }
    let summary = Block.paragraph(Paragraph([sentence(completed), caution]))
    return told.isEmpty ? [summary] : [summary, .table(table(told, notes: &notes))]
  }

  /// `Of 24 actions completed in the 12 months up to 31 December 2025: improved after 2, no change seen 5, …`
  private func sentence(_ completed: [FollowedAction]) -> Sentence {
    let parts = LearningResult.allCases.compactMap { result -> Sentence? in
      let count = completed.count { $0.result == result }
      return count == 0 ? nil : "\(result.rawValue) \(Value.count(count))"
    }
    return
      "\(Wording.counted(completed.count, "action was", "actions were")) completed in the 12 months up to \(Value.date(context.request.asAt)); of what each was to move: \(Wording.listed(parts))."
  }

  private var caution: Sentence {
    "A measure that was low when somebody acted tends to rise by itself, so a rise after an action is no proof that the action caused it."
  }

  private func table(_ actions: [FollowedAction], notes: inout NoteBook) -> Table {
    let isInternal = context.request.audience == .internal
    return Table(
      id: "learning-loop", title: "What the measures of completed actions did, \(context.period.short)",
      source:
        "Actions completed in the 12 months up to \(context.request.asAt.long) whose measure has enough records before and after",
      notes: [notes.position(of: Self.note)],
      columns: (isInternal ? [Table.Column("Action id")] : []) + [
        Table.Column("Service"), Table.Column("Measure"), Table.Column("Completed", .date),
        Table.Column("Before (%)", .percentage), Table.Column("Before, out of", .count),
        Table.Column("After (%)", .percentage), Table.Column("After, out of", .count),
        Table.Column("Difference likely from (points)", .number(places: 0)),
        Table.Column("Difference likely to (points)", .number(places: 0)), Table.Column("Result"),
      ],
      rows: actions.prefix(Self.most).compactMap { action in
        row(action).map { (isInternal ? [id(action)] : []) + $0 }
      }, totalRows: actions.count > Self.most ? actions.count : nil)
  }

  private func row(_ action: FollowedAction) -> [Cell]? {
    guard let change = action.change, let measure = action.measure else { return nil }
    return [
      .text(context.serviceName(action.service)), .text(context.dataset.names.words.name(measure)),
      Cell(.date(action.completed)), Cell(.share(change.before.hits, of: change.before.of)),
      Cell(.count(change.before.of)), Cell(.share(change.after.hits, of: change.after.of)),
      Cell(.count(change.after.of)), Cell(.number(change.interval.lower * 100, places: 0)),
      Cell(.number(change.interval.upper * 100, places: 0)),
      Cell(.text(Wording.sentenceCase(action.result.rawValue)), tone: action.result.tone),
    ]
  }

  private func id(_ action: FollowedAction) -> Cell {
    guard let id = action.id else { return Cell(.notAvailable) }
    return .text(context.dataset.names.actions.name(id))
  }

  /// What can be said first, then no change.
  private func order(_ action: FollowedAction) -> Int {
    LearningResult.allCases.firstIndex(of: action.result) ?? LearningResult.allCases.count
  }

  private static let note =
    "Before: the three months before the month an action was raised in. After: the three months after the month it was completed in (of a figure that stands at a moment, the last of the three). Improved or declined is said where the difference, adjusted over all actions completed in the same period, is more than chance has it."
}

extension LearningResult {
  var tone: Cell.Tone {
    switch self {
    case .improved: .good
    case .declined: .bad
    case .changed, .noChange: .middling
    case .tooFewRecords, .tooEarly, .noMeasure: .unknown
    }
  }
}
