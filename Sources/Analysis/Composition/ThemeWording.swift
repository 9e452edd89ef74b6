import QAModel

/// The sentences of the section on themes.
struct ThemeWording {
  let summary: ThemeSummary
  let context: ReportContext

  func name(_ theme: Int) -> String { summary.taxonomy.themes[theme].name }

  /// A share of the records with text; too few of them are no percentage.
  func rate(_ hits: Int, of texts: Int) -> Cell {
    texts >= max(1, context.framework.thresholds.fewestRecords)
      ? Cell(.share(hits, of: texts)) : Cell(.insufficient)
  }

  var opening: Sentence {
    let told = summary.themes.count { $0.now.records > 0 }
    return
      "\(Wording.counted(context.cell(context.key(.themeTexts)), "record", "records")) of the period \(summary.texts == 1 ? "has" : "have") free text; it tells \(Wording.counted(told, "theme", "themes"))."
  }

  var lines: [Sentence] {
    [worries, strengths, triangulated, moved].compactMap { $0 } + afterActions
      + [together, new, learningDays, personalData].compactMap { $0 }
  }

  /// What moved since the period before, and what became of themes that actions were about.
  var course: [Sentence] { [moved].compactMap { $0 } + afterActions }

  private var worries: Sentence? { most("Most told as a worry:", \.concerns) }
  private var strengths: Sentence? { most("Most told as a strength:", \.strengths) }

  private func most(_ label: String, _ count: KeyPath<ThemeSummary.Count, Int>) -> Sentence? {
    let ranked = summary.themes.filter { $0.now[keyPath: count] > 0 }
      .sorted { ($1.now[keyPath: count], $0.theme) < ($0.now[keyPath: count], $1.theme) }.prefix(3)
    guard !ranked.isEmpty else { return nil }
    let parts = ranked.map { theme -> Sentence in
      "\(Wording.lowercasedFirst(name(theme.theme))) (\(Value.count(theme.now[keyPath: count])))"
    }
    return "\(strong: label) \(Wording.listed(parts))."
  }

  /// `communication (14), drift and delay (9)` of one service; `nil` where no theme is told so.
  func most(of service: UInt32, _ count: KeyPath<ThemeSummary.Count, Int>) -> String? {
    let ranked = summary.themes.compactMap { theme -> (name: String, count: Int, theme: Int)? in
      guard let told = theme.byService[service]?[keyPath: count], told > 0 else { return nil }
      return (name(theme.theme), told, theme.theme)
    }.sorted { ($1.count, $0.theme) < ($0.count, $1.theme) }.prefix(3)
    let said = ranked.map { "\(Wording.lowercasedFirst($0.name)) (\(Value.count($0.count).shown))" }
    return said.isEmpty ? nil : said.joined(separator: ", ")
  }

  /// `Subjects for the next practice learning days: supervision (6), drift and delay (4). They were told …`
  private var learningDays: Sentence? {
    guard let latest = summary.latest, !latest.themes.isEmpty else { return nil }
    let parts = latest.themes.map { theme -> Sentence in
      "\(Wording.lowercasedFirst(name(theme.theme))) (\(Value.count(theme.records)))"
    }
    return
      "\(strong: "For the next practice learning days:") \(Wording.listed(parts)), told as a worry by most records from \(Value.date(latest.period.first)) to \(Value.date(latest.period.last))."
  }

  /// Worries that two kinds of source or more tell, each from enough records to be one.
  private var triangulated: Sentence? {
    let told = summary.themes.filter {
      $0.concernKinds.count > 1 && $0.now.concerns >= context.framework.thresholds.fewestRecords
    }.prefix(5)
    guard !told.isEmpty else { return nil }
    let parts = told.map { theme -> Sentence in
      "\(Wording.lowercasedFirst(name(theme.theme))) (\(Wording.listed(theme.concernKinds.map(\.name))))"
    }
    return "\(strong: "Confirmed by several kinds of source, as a worry:") \(Self.apart(parts))."
  }

  private var moved: Sentence? {
    guard summary.textsBefore > 0 else { return nil }
    guard !summary.changes.isEmpty else {
      return
        "\(strong: "Since the period before:") no theme is told more or less often by more than chance has it."
    }
    let parts = summary.changes.map { change -> Sentence in
      let way = change.polarity == .concern ? "as a worry" : "as a strength"
      return
        "\(Wording.lowercasedFirst(name(change.theme))) \(way) \(change.isRise ? "rose" : "fell") from \(share(change.change.before)) to \(share(change.change.after))"
    }
    return "\(strong: "Since the period before:") \(Self.apart(parts)) of records with text."
  }

  /// What became of the themes that actions were about. Two periods side by side are no claim of a change.
  private var afterActions: [Sentence] {
    let labels: [(ThemeAfterAction.Course, String)] = [
      (.cameBack, "Came back after an action:"), (.stillThere, "No change seen since action was taken:"),
      (.lessOften, "Told less often since action was taken:"),
    ]
    return labels.compactMap { course, label -> Sentence? in
      let found = summary.afterActions.filter { $0.course == course }
      guard !found.isEmpty else { return nil }
      let parts = found.prefix(4).map { theme -> Sentence in
        "\(Wording.lowercasedFirst(name(theme.theme))) as a worry in \(share(theme.now)), in \(share(theme.then)) in \(theme.then.period.short), when the action was raised"
      }
      return "\(strong: label) \(Self.apart(parts))."
    }
  }

  private func share(_ sample: ProportionChange.Sample) -> Sentence {
    "\(Value.share(sample.hits, of: sample.of)) (\(Value.count(sample.hits)) of \(Value.count(sample.of)))"
  }

  private var together: Sentence? {
    guard !summary.pairs.isEmpty else { return nil }
    let parts = summary.pairs.prefix(3).map { pair -> Sentence in
      "\(Wording.lowercasedFirst(name(pair.first))) with \(Wording.lowercasedFirst(name(pair.second))) (\(Value.count(pair.records)))"
    }
    return "\(strong: "Told together most:") \(Wording.listed(parts))."
  }

  private var new: Sentence {
    guard !summary.emerging.isEmpty else {
      return "\(strong: "New:") no phrase that no theme covers came up more than chance has it."
    }
    let parts = summary.emerging.prefix(5).map { phrase -> Sentence in
      "\u{201C}\(phrase.phrase)\u{201D} in \(Value.count(phrase.count)) of \(Value.count(phrase.total)) comments, before in \(Value.count(phrase.earlierCount)) of \(Value.count(phrase.earlierTotal))"
    }
    return "\(strong: "New, in no theme:") \(Self.apart(parts))."
  }

  private var personalData: Sentence? {
    guard !summary.quotes.isEmpty else { return nil }
    let parts = RedactionKind.allCases.compactMap { kind -> Sentence? in
      summary.takenOut[kind].map { "\(kind.placeholder) \(Value.count($0))" }
    }
    return parts.isEmpty
      ? "\(strong: "Taken out of the quotes:") nothing personal was found in those chosen."
      : "\(strong: "Taken out of the quotes:") \(Wording.listed(parts))."
  }

  /// Parts that hold commas themselves.
  private static func apart(_ parts: [Sentence]) -> Sentence {
    parts.enumerated().reduce(into: "" as Sentence) { sentence, part in
      sentence = part.offset == 0 ? part.element : "\(sentence); \(part.element)"
    }
  }
}
