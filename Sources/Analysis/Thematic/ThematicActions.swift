import QAModel

/// What was done about it: actions that speak of it, and what was written before and after the latest that was completed.
struct ThematicActions {
  private let parts: ThematicParts
  /// Rows of the action table, the latest raised first.
  private let rows: [Int]
  private static let most = 60

  init(_ parts: ThematicParts) {
    self.parts = parts
    rows = Self.rows(parts)
  }

  private static func rows(_ parts: ThematicParts) -> [Int] {
    guard let actions = parts.dataset.actions else { return [] }
    var matcher = QueryMatcher(parts.query)
    var told: Set<Int> = []
    for comment in parts.readings.comments where comment.source.dataset == .actions {
      if parts.readings.ranges(of: &matcher, in: comment) != nil { told.insert(comment.row) }
    }
    let named = names(parts, &matcher)
    for row in 0..<actions.count {
      if [actions.theme[row], actions.measure[row]].contains(where: { $0.map { named.contains($0) } ?? false }
      ) {
        told.insert(row)
      }
    }
    let raised = { (row: Int) in actions.raised[row]?.dayNumber ?? .min }
    return told.filter { row in
      (parts.scope.service == nil || actions.service[row] == parts.scope.service)
        && actions.raised[row].map { $0 <= parts.scope.asAt } ?? true
    }.sorted { (raised($1), $0) < (raised($0), $1) }
  }

  /// Codes of the words that themes and measures of actions are written in, where they name it.
  private static func names(_ parts: ThematicParts, _ matcher: inout QueryMatcher) -> Set<UInt32> {
    let words = parts.dataset.names.words
    var named: Set<UInt32> = []
    if case .theme(let theme) = parts.query {
      let described = parts.readings.taxonomy.themes[theme]
      let slugs = Set(([described.name, described.id] + described.practiceAreas).map(Slug.make))
      for (code, name) in words.names.enumerated() where slugs.contains(Slug.make(name)) {
        named.insert(UInt32(code))
      }
    } else {
      for (code, name) in words.names.enumerated()
      where matcher.ranges(in: Array(name.utf8)[...], hits: { _ in nil }) != nil {
        named.insert(UInt32(code))
      }
    }
    return named
  }

  private func isDone(_ row: Int) -> Bool {
    parts.dataset.actions?.completed[row].map { $0 <= parts.scope.asAt } ?? false
  }

  private func isOverdue(_ row: Int) -> Bool {
    !isDone(row) && parts.dataset.actions?.due[row].map { $0 < parts.scope.asAt } ?? false
  }

  // MARK: Sentences

  var lines: [Sentence] {
    guard !rows.isEmpty else {
      return parts.findings.all.concerns > 0
        ? ["\(strong: "What was done:") no action recorded."] : []
    }
    let done = rows.count(where: isDone)
    let overdue = rows.count(where: isOverdue)
    return [
      "\(strong: "What was done:") \(Wording.counted(rows.count, "action speaks", "actions speak")) of it, \(Value.count(done)) done, \(Value.count(overdue)) overdue."
    ] + [afterwards].compactMap { $0 }
  }

  /// The latest action completed long enough ago for something to be written since; else the latest completed.
  private var latestDone: (row: Int, completed: CalendarDate)? {
    guard let actions = parts.dataset.actions else { return nil }
    let done = rows.compactMap { row in actions.completed[row].map { (row: row, completed: $0) } }
      .filter { $0.completed <= parts.scope.asAt }
    let settled = done.filter { $0.completed <= parts.scope.asAt.adding(days: -Self.daysToSettle) }
    return (settled.isEmpty ? done : settled).max { ($0.completed, $1.row) < ($1.completed, $0.row) }
  }

  private static let daysToSettle = 91

  /// What was written in the year before an action was raised and in the year after it was done.
  private var afterwards: Sentence? {
    guard let (latest, completed) = latestDone, let actions = parts.dataset.actions else { return nil }
    let raised = min(actions.raised[latest] ?? completed, completed)
    guard
      let before = Period(first: raised.adding(days: -365), last: raised.adding(days: -1)),
      let after = Period(
        first: completed.adding(days: 1), last: min(completed.adding(days: 365), parts.scope.asAt))
    else { return "\(strong: "Afterwards:") it is too early to say what is written since." }
    let (then, now) = counts(before, after)
    let what = parts.name.isTheme ? "as a worry " : ""
    guard
      let change = ProportionChange(
        FigureKey(.themeRecords, period: 0), before: .init(then.hits, of: then.of, before),
        after: .init(now.hits, of: now.of, after), polarity: .neither, fewest: parts.fewest)
    else {
      return
        "\(strong: "Afterwards:") too few records with text in the year before the action completed on \(Value.date(completed)) was raised (\(Value.count(then.of))) or in the year after it (\(Value.count(now.of))) to compare."
    }
    let said: Sentence =
      "told \(what)in \(Value.share(now.hits, of: now.of)) of records with text (\(Value.count(now.hits)) of \(Value.count(now.of))) in the year after one of them was completed on \(Value.date(completed)), so far as it is over, and in \(Value.share(then.hits, of: then.of)) (\(Value.count(then.hits)) of \(Value.count(then.of))) in the year before it was raised"
    let judged =
      !change.isClaimed
      ? "no difference that chance does not explain"
      : change.after.share < change.before.share ? "less often than before" : "more often than before"
    return "\(strong: "Afterwards:") \(judged): \(said). No claim of a cause."
  }

  private typealias Counts = (hits: Int, of: Int)

  /// Records other than actions, in days that the report need not be narrowed to.
  private func counts(_ before: Period, _ after: Period) -> (Counts, Counts) {
    var scope = parts.scope
    (scope.first, scope.last) = (nil, nil)
    let readings = parts.readings
    let found =
      parts.scope.first == nil && parts.scope.last == nil
      ? parts.findings.found
      : ThematicFindings(parts.query, in: readings, scope: scope, framework: parts.framework).found
    var (then, now): (Counts, Counts) = ((0, 0), (0, 0))
    for (place, record) in readings.records.enumerated() {
      guard record.dataset != .actions, scope.holds(record), let date = record.date,
        record.comments.contains(where: { scope.holds(readings.comments[$0]) })
      else { continue }
      let isHit = parts.name.isTheme ? found[place]?.contains(.concern) ?? false : found[place] != nil
      if before.contains(date) { then = (then.hits + (isHit ? 1 : 0), then.of + 1) }
      if after.contains(date) { now = (now.hits + (isHit ? 1 : 0), now.of + 1) }
    }
    return (then, now)
  }

  // MARK: Section

  var section: Section {
    guard let actions = parts.dataset.actions else {
      return plain("No export of actions was supplied.")
    }
    guard !rows.isEmpty else { return plain("No action recorded speaks of it.") }
    let isInternal = parts.audience == .internal
    let text = parts.dataset.text
    let table = Table(
      id: "thematic-actions", title: "Actions that speak of it, the latest raised first",
      source:
        "Actions whose theme or measure is named so, or whose words speak of it, whenever they were raised",
      columns: (isInternal ? [Table.Column("Action id")] : []) + [
        Table.Column("Service"), Table.Column("Raised", .date), Table.Column("What was agreed"),
        Table.Column("Due", .date), Table.Column("What became of it"),
      ],
      rows: rows.prefix(Self.most).map { row in
        let agreed =
          actions.description.isBlank(row)
          ? "Nothing is written"
          : parts.readings.redactor.redact(
            text.string(at: actions.description.at[row], length: actions.description.length[row])
          ).text
        let became =
          isDone(row)
          ? "Done on \((actions.completed[row] ?? parts.scope.asAt).long)"
          : isOverdue(row) ? "Overdue" : "Open"
        return
          (isInternal
          ? [actions.id[row].map { .text(parts.dataset.names.actions.name($0)) } ?? Cell(.notAvailable)] : [])
          + [
            .text(parts.serviceName(actions.service[row])),
            Cell(actions.raised[row].map { .date($0) } ?? .notAvailable), .text(agreed),
            Cell(actions.due[row].map { .date($0) } ?? .notAvailable),
            Cell(.text(became), tone: became == "Overdue" ? .bad : isDone(row) ? .good : nil),
          ]
      }, totalRows: rows.count > Self.most ? rows.count : nil)
    return Section(id: "thematic-done", title: Self.title, blocks: [.table(table)])
  }

  private static let title = "What was done about it"

  private func plain(_ text: String) -> Section {
    Section(
      id: "thematic-done", title: Self.title, blocks: [.paragraph(Paragraph([Sentence([.text(text)])]))])
  }
}
