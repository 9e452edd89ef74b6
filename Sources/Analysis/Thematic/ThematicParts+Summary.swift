import QAModel

/// What it comes to, first.
extension ThematicParts {
  func summary(_ totals: [Cell], _ actions: ThematicActions) -> Section {
    let lines = findings.all.records > 0 ? foundLines(totals) : notFoundLines(totals)
    return Section(
      id: "thematic-summary", title: "Summary", role: .summary,
      blocks: [.list((lines + actions.lines).map { Paragraph([$0]) })])
  }

  private func notFoundLines(_ totals: [Cell]) -> [Sentence] {
    var lines: [Sentence] = [
      "None of \(Wording.counted(totals[0], "record", "records")) with text says anything of \(name.quoted)."
    ]
    let near = ThematicQuery.themes(near: name.full, in: readings.taxonomy)
    if !name.isTheme {
      lines.append(
        near.isEmpty
          ? "Other words may find more: part of a word with a star (plan*), a word for the same thing after OR, or a theme by its name."
          : "Themes with a like name: \(Wording.listed(near.map { "\u{201C}\($0)\u{201D}" })).")
    }
    return lines
  }

  private func foundLines(_ totals: [Cell]) -> [Sentence] {
    let all = findings.all
    return [
      often(totals),
      "\(strong: "Which way:") as a worry in \(totals[3]), as a strength in \(totals[4]), as neither in \(totals[5]); a record may tell it both ways.",
      since, change, most, told, goesWith, undatedLine,
    ].compactMap { $0 } + (all.records < fewest ? [tooFew] : [])
  }

  private func often(_ totals: [Cell]) -> Sentence {
    let all = findings.all
    guard all.texts >= fewest else {
      return
        "\(strong: "How often:") \(totals[1]) of \(Wording.counted(totals[0], "record", "records")) with text."
    }
    let interval = Wilson.interval(all.records, of: all.texts)
    let range: Sentence =
      interval.map { ", likely \(Value.proportion($0.lower)) to \(Value.proportion($0.upper))" as Sentence }
      ?? ""
    return
      "\(strong: "How often:") \(totals[1]) of \(totals[0]) records with text, \(Value.share(all.records, of: all.texts))\(range)."
  }

  private var tooFew: Sentence {
    "\(strong: "Few records:") under \(Value.count(fewest)) nothing is compared, and what they say is not practice across a service."
  }

  private var since: Sentence? {
    guard let seen = findings.seen else { return nil }
    let quarters = findings.quarters.count { $0.tally.records > 0 }
    let when = { (date: CalendarDate) in
      audience == .internal ? date.long : Self.quarter(of: date)
    }
    return
      "\(strong: "Since when:") first on record in what is looked at: \(when(seen.first)); last: \(when(seen.last)); in \(Value.count(quarters)) of \(Wording.counted(findings.quarters.count, "quarter", "quarters"))."
  }

  /// The latest quarter with enough text against the up to four before it together.
  private var change: Sentence? {
    let quarters = findings.quarters.reversed().drop { $0.tally.texts < fewest }
    guard let now = quarters.first else { return nil }
    let earlier = quarters.dropFirst().prefix(4)
    let hits = earlier.reduce(0) { $0 + $1.tally.records }
    let texts = earlier.reduce(0) { $0 + $1.tally.texts }
    guard let start = earlier.last?.quarter.first, let end = earlier.first?.quarter.last,
      let before = Period(first: start, last: end), now.tally.records + hits > 0,
      let change = ProportionChange(
        FigureKey(.themeRecords, period: 0), before: .init(hits, of: texts, before),
        after: .init(now.tally.records, of: now.tally.texts, now.quarter), polarity: .neither, fewest: fewest)
    else { return nil }
    let said: Sentence =
      "\(Value.share(now.tally.records, of: now.tally.texts)) of records with text in \(scope.part(of: now.quarter).short), \(Value.share(hits, of: texts)) in the \(earlier.count == 1 ? "quarter" : "\(earlier.count) quarters") before"
    guard change.isClaimed else {
      return "\(strong: "Lately:") no change that chance does not explain; \(said)."
    }
    return
      "\(strong: change.after.share > change.before.share ? "Lately more often:" : "Lately less often:") \(said)."
  }

  private var most: Sentence? {
    let told = findings.services.filter { $0.tally.records > 0 && $0.tally.texts >= fewest }
    guard scope.service == nil, findings.services.count > 1, !told.isEmpty else { return nil }
    let ranked = told.sorted { left, right in
      // Shares by their cross products, so that equal ones are equal.
      let (one, other) = (left.tally.records * right.tally.texts, right.tally.records * left.tally.texts)
      return one == other ? (left.service ?? .max) < (right.service ?? .max) : one > other
    }
    let parts = ranked.prefix(3).map { item -> Sentence in
      "\(serviceName(item.service)) (\(Value.count(item.tally.records)) of \(Value.count(item.tally.texts)), \(Value.share(item.tally.records, of: item.tally.texts)))"
    }
    return
      "\(strong: "Where the largest share:") \(Wording.listed(parts)). Services write of different things: a larger share is no finding by itself."
  }

  private var told: Sentence? {
    let kinds = findings.kinds.filter { $0.tally.records > 0 }
    guard scope.kind == nil, let first = kinds.first else { return nil }
    guard kinds.count > 1 else {
      return "\(strong: "Told by one kind of source only:") \(first.kind.name). Nothing confirms it yet."
    }
    let parts = kinds.map { "\($0.kind.name) (\(Value.count($0.tally.records)))" as Sentence }
    return "\(strong: "Told by \(kinds.count) kinds of source:") \(Wording.listed(parts))."
  }

  private var goesWith: Sentence? {
    let parts = findings.companions.filter { $0.together >= fewest }.prefix(4).map { companion -> Sentence in
      "\(themeName(companion.theme)) (\(Value.count(companion.together)))"
    }
    return parts.isEmpty ? nil : "\(strong: "Told together most with:") \(Wording.apart(Array(parts)))."
  }

  private var undatedLine: Sentence? {
    guard findings.undated.texts > 0 else { return nil }
    return
      "\(strong: "Without a date:") \(Wording.counted(findings.undated.texts, "record", "records")) with text, \(Value.count(findings.undated.records)) of them found, \(findings.undated.texts == 1 ? "is" : "are") in no quarter."
  }
}

extension Wording {
  /// Parts that hold commas themselves.
  static func apart(_ parts: [Sentence]) -> Sentence {
    parts.enumerated().reduce(into: "" as Sentence) { sentence, part in
      sentence = part.offset == 0 ? part.element : "\(sentence); \(part.element)"
    }
  }
}
