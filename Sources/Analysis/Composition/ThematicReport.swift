public import QAModel

/// The report on a question: where it is told, how often, which way, since when, in what words, with what, and what was
/// done about it.
public struct ThematicReport {
  public private(set) var document: ReportDocument
  /// Every comment found, not only those the document has room for.
  public let matches: [ThematicMatch]

  private let query: String
  private let readings: CommentReadings
  private let found: ThematicFindings
  private let dataset: Dataset
  private let framework: Framework
  private let audience: Audience

  /// How many comments and actions the document lists.
  private static let mostQuoted = 100
  private static let mostActions = 40

  /// - Parameters:
  ///   - written: the query as it was written.
  ///   - dataset: as the audience may see it.
  public init(
    _ query: ThematicQuery, written: String, scope: ThematicScope, readings: CommentReadings,
    dataset: Dataset, framework: Framework, asAt: CalendarDate, audience: Audience
  ) {
    let dataset = dataset.disclosed(to: audience)
    let found = ThematicFindings(query, in: readings, scope: scope)
    self.readings = readings
    self.found = found
    self.dataset = dataset
    self.framework = framework
    self.audience = audience
    if case .theme(let theme) = query {
      self.query = readings.taxonomy.themes[theme].name
    } else {
      self.query = written
    }
    matches = found.matches.map { match in
      let comment = readings.comments[match.comment]
      return ThematicMatch(
        date: comment.date, service: comment.service.map { dataset.names.services.name($0) },
        source: comment.source.kind,
        polarity: match.concern
          ? (match.strength ? "both" : "worry") : match.strength ? "strength" : "not said",
        text: readings.redacted(comment).text)
    }.sorted { ($1.date?.dayNumber ?? .min) < ($0.date?.dayNumber ?? .min) }
    document = ReportDocument(
      title: "Thematic report", subtitle: "What was written about \u{201C}\(self.query)\u{201D}",
      organisation: framework.authority, audience: audience, marking: framework.marking, asAt: asAt,
      facts: [], sections: [], notes: [])
    document = composed(scope, query)
  }

  private func composed(_ scope: ThematicScope, _ query: ThematicQuery) -> ReportDocument {
    var document = document
    var notes = NoteBook()
    document.facts = facts(scope)
    document.sections = [
      summary(query), spread(notes: &notes), words(notes: &notes), actions(query), methods(query),
    ].compactMap { $0 }
    document.notes = notes.notes
    return document
  }

  private func facts(_ scope: ThematicScope) -> [ReportDocument.Fact] {
    var facts = [ReportDocument.Fact("As at", .text(document.asAt.long))]
    switch (scope.first, scope.last) {
    case (let first?, let last?): facts.append(.init("Days", .text("\(first.long) to \(last.long)")))
    case (let first?, nil): facts.append(.init("Days", .text("From \(first.long)")))
    case (nil, let last?): facts.append(.init("Days", .text("Up to \(last.long)")))
    case (nil, nil): facts.append(.init("Days", .text("All that the exports hold")))
    }
    if let service = scope.service {
      facts.append(.init("Service", .text(dataset.names.services.name(service))))
    }
    if let kind = scope.kind { facts.append(.init("Source", .text(Wording.sentenceCase(kind.name)))) }
    return facts + [
      .init("Records with text", .count(found.all.texts)), .init("Records found", .count(found.all.records)),
    ]
  }

  // MARK: Sections

  private func summary(_ query: ThematicQuery) -> Section {
    let all = found.all
    guard all.records > 0 else {
      return Section(
        id: "thematic-summary", title: "Summary", role: .summary,
        blocks: [
          .paragraph(
            Paragraph([
              "None of \(Wording.counted(all.texts, "record", "records")) with text tells it. Other words may: look at the list of themes, or try a part of a word with a star."
            ]))
        ])
    }
    let interval = Wilson.interval(all.records, of: all.texts)
    var lines: [Sentence] = [
      "\(strong: "How often:") \(Wording.share(.share(all.records, of: all.texts, interval), figure: nil) ?? "") of records with text.",
      "\(strong: "Which way:") as a worry in \(Value.count(all.concerns)), as a strength in \(Value.count(all.strengths)); a record may tell both, or neither.",
    ]
    if let first = found.quarters.last(where: { $0.count.records > 0 }) {
      lines.append("\(strong: "Since when:") first in \(first.period.title).")
    }
    if let change { lines.append(change) }
    let services = found.services.filter { $0.count.records > 0 }.prefix(3).map { item -> Sentence in
      "\(serviceName(item.service)) (\(Value.count(item.count.records)) of \(Value.count(item.count.texts)))"
    }
    lines.append("\(strong: "Where most:") \(Wording.listed(Array(services))).")
    let kinds = found.kinds.filter { $0.count.records > 0 }
    lines.append(
      kinds.count > 1
        ? "\(strong: "Told by \(kinds.count) kinds of source:") \(Wording.listed(kinds.map { "\($0.kind.name) (\(Value.count($0.count.records)))" as Sentence }))."
        : "\(strong: "Told by one kind of source only:") \(kinds.first?.kind.name ?? ""). Nothing confirms it yet."
    )
    let themes = found.themes.prefix(4).map { item -> Sentence in
      "\(Wording.lowercasedFirst(readings.taxonomy.themes[item.theme].name)) (\(Value.count(item.records)))"
    }
    if !themes.isEmpty { lines.append("\(strong: "Goes together with:") \(Wording.listed(Array(themes))).") }
    if found.undated > 0 {
      lines.append(
        "\(Wording.counted(found.undated, "record has", "records have")) no date and \(found.undated == 1 ? "is" : "are") in no quarter."
      )
    }
    return Section(
      id: "thematic-summary", title: "Summary", role: .summary, blocks: [.list(lines.map { Paragraph([$0]) })]
    )
  }

  /// The latest quarter against the four before it together, by the rule that changes are claimed by.
  private var change: Sentence? {
    let quarters = found.quarters
    guard let now = quarters.first, quarters.count > 1 else { return nil }
    let earlier = quarters.dropFirst().prefix(4)
    let sum = earlier.reduce((0, 0)) { ($0.0 + $1.count.records, $0.1 + $1.count.texts) }
    guard let first = earlier.last?.period.first, let last = earlier.first?.period.last,
      let before = Period(first: first, last: last),
      let change = ProportionChange(
        FigureKey(.themeRecords, period: 0), before: .init(sum.0, of: sum.1, before),
        after: .init(now.count.records, of: now.count.texts, now.period), polarity: .neither,
        fewest: framework.thresholds.fewestRecords)
    else { return nil }
    let said: Sentence =
      "\(Value.share(now.count.records, of: now.count.texts)) of records with text in \(now.period.short), \(Value.share(sum.0, of: sum.1)) in \(earlier.count == 1 ? "the quarter" : "the \(earlier.count) quarters") before"
    return change.isClaimed
      ? "\(strong: change.after.share > change.before.share ? "More often:" : "Less often:") \(said)."
      : "\(strong: "No change that chance does not explain:") \(said)."
  }

  private func spread(notes: inout NoteBook) -> Section? {
    guard found.all.records > 0 else { return nil }
    let columns = [
      Table.Column("Records with text", .count), Table.Column("Records found", .count),
      Table.Column("Found (%)", .percentage), Table.Column("As a worry", .count),
      Table.Column("As a strength", .count),
    ]
    func cells(_ count: ThematicFindings.Count) -> [Cell] {
      [
        Cell(.count(count.texts)), Cell(.count(count.records)),
        count.texts >= max(1, framework.thresholds.fewestRecords)
          ? Cell(.share(count.records, of: count.texts)) : Cell(.insufficient), Cell(.count(count.concerns)),
        Cell(.count(count.strengths)),
      ]
    }
    func table(_ id: String, _ title: String, _ first: String, _ rows: [[Cell]], notes: [Int]) -> Table {
      Table(
        id: id, title: title, source: "Free text of the exports; a record counts once", notes: notes,
        columns: [Table.Column(first)] + columns, rows: rows)
    }
    let note = notes.position(of: Self.note)
    var blocks: [Block] = []
    if !found.quarters.isEmpty {
      blocks.append(
        .table(
          table(
            "thematic-quarters", "When it was written, by quarter", "Quarter",
            found.quarters.prefix(40).map { [.text($0.period.short)] + cells($0.count) }, notes: [note])))
    }
    blocks.append(
      .table(
        table(
          "thematic-services", "Where it was written, by service", "Service",
          found.services.map { [.text(serviceName($0.service))] + cells($0.count) }, notes: [note])))
    blocks.append(
      .table(
        table(
          "thematic-sources", "Who wrote it, by kind of source", "Source",
          found.kinds.map { [.text(Wording.sentenceCase($0.kind.name))] + cells($0.count) }, notes: [note])))
    return Section(id: "thematic-spread", title: "When, where and by whom", blocks: blocks)
  }

  private func words(notes: inout NoteBook) -> Section? {
    guard !matches.isEmpty else { return nil }
    let listed = matches.prefix(Self.mostQuoted)
    return Section(
      id: "thematic-words", title: "In their words",
      blocks: [
        .table(
          Table(
            id: "thematic-quotes", title: "Comments that tell it, the latest first",
            source: "Whole comments; personal data is replaced by what it is, in square brackets",
            columns: [
              Table.Column("Quarter"), Table.Column("Service"), Table.Column("Source"),
              Table.Column("Told as"), Table.Column("Comment"),
            ],
            rows: listed.map { match in
              [
                .text(match.date.flatMap(Period.quarter(containing:))?.short ?? "Undated"),
                .text(match.service ?? "No service"), .text(Wording.sentenceCase(match.source.name)),
                .text(Wording.sentenceCase(match.polarity)), .text(match.text),
              ]
            }, totalRows: matches.count > listed.count ? matches.count : nil))
      ])
  }

  /// Actions whose theme, measure or description speaks of it.
  private func actions(_ query: ThematicQuery) -> Section {
    let rows = actionRows(query)
    guard let actions = dataset.actions, !rows.isEmpty else {
      return Section(
        id: "thematic-actions", title: "What was done about it",
        blocks: [.paragraph(Paragraph(["No action recorded speaks of it."]))])
    }
    let isInternal = audience == .internal
    let asAt = document.asAt
    let table = Table(
      id: "thematic-actions-list", title: "Actions that speak of it, the latest raised first",
      source: "Actions whose theme, measure or description tells it",
      columns: (isInternal ? [Table.Column("Action id")] : []) + [
        Table.Column("Service"), Table.Column("Raised", .date), Table.Column("What was agreed"),
        Table.Column("Due", .date), Table.Column("What became of it"),
      ],
      rows: rows.prefix(Self.mostActions).map { row in
        let done = actions.completed[row].flatMap { $0 <= asAt ? $0 : nil }
        let due = actions.due[row]
        let became =
          done.map { "Done on \($0.long)" }
          ?? (due.map { $0 < asAt } ?? false ? "Overdue" : "Open")
        let text =
          actions.description.isBlank(row)
          ? "Nothing is written"
          : redacted(actions.description, row)
        return
          (isInternal
          ? [actions.id[row].map { .text(dataset.names.actions.name($0)) } ?? Cell(.notAvailable)] : [])
          + [
            .text(serviceName(actions.service[row])),
            Cell(actions.raised[row].map { .date($0) } ?? .notAvailable), .text(text),
            Cell(due.map { .date($0) } ?? .notAvailable), .text(became),
          ]
      }, totalRows: rows.count > Self.mostActions ? rows.count : nil)
    return Section(id: "thematic-actions", title: "What was done about it", blocks: [.table(table)])
  }

  private func actionRows(_ query: ThematicQuery) -> [Int] {
    guard let actions = dataset.actions else { return [] }
    var told: Set<Int> = []
    for match in found.matches where readings.comments[match.comment].source.dataset == .actions {
      told.insert(readings.comments[match.comment].row)
    }
    if case .theme(let theme) = query {
      let described = readings.taxonomy.themes[theme]
      let names = Set(([described.name, described.id] + described.practiceAreas).map(Slug.make))
      let words = dataset.names.words
      for row in 0..<actions.count {
        let said = [actions.theme[row], actions.measure[row]].compactMap { $0 }.map {
          Slug.make(words.name($0))
        }
        if said.contains(where: names.contains) { told.insert(row) }
      }
    }
    let raised = { (row: Int) in actions.raised[row]?.dayNumber ?? .min }
    return told.filter { actions.raised[$0].map { $0 <= document.asAt } ?? true }
      .sorted { (raised($1), $0) < (raised($0), $1) }
  }

  private func methods(_ query: ThematicQuery) -> Section {
    let how: Sentence =
      if case .theme(let theme) = query {
        "\(strong: "Theme.") \(readings.taxonomy.themes[theme].definition) A comment tells it by words and phrases of the list in templates/themes, with rules for clauses, contrast and negation."
      } else {
        "\(strong: "Words.") A comment is found where the words of the query stand in it, whatever their case and punctuation; a star stands for the rest of a word, words in quotation marks stand in a row, NOT excludes. Which way it is told is that of the themes told in the same clauses; where there is none it is not said."
      }
    return Section(
      id: "methods", title: "Methods", role: .reference,
      blocks: [
        .list(
          [
            how,
            "\(strong: "Records.") An audit, a complaint, an answer counts once, however many of its comments tell it, by its own date. What people did not write down is not here, and how much is written differs by kind of source: shares are of records with text.",
            "\(strong: "Change.") The latest quarter against the up to four before it together: Newcombe's interval and Fisher's exact test at 5%.",
            "\(strong: "Personal data.") Names, initials, dates of birth, addresses, numbers, schools and ids are taken out before anything is quoted, by rules that find nearly all and not quite all of them: read quotes before you pass them on.",
          ].map { Paragraph([$0]) })
      ])
  }

  private func redacted(_ column: TextColumn, _ row: Int) -> String {
    readings.redactor.redact(dataset.text.string(at: column.at[row], length: column.length[row])).text
  }

  private func serviceName(_ service: UInt32?) -> String {
    service.map { dataset.names.services.name($0) } ?? "No service"
  }

  private static let note =
    "A record that tells it both as a worry and as a strength is in both columns, one that says neither in neither."
}

/// A comment found, without personal data.
public struct ThematicMatch: Sendable, Hashable {
  public let date: CalendarDate?
  public let service: String?
  public let source: CommentSource.Kind
  /// `worry`, `strength`, `both` or `not said`.
  public let polarity: String
  public let text: String
}
