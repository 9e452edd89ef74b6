import QAModel

/// What may be shown of the comments found, without personal data.
struct ThematicQuotes {
  /// A comment, or a stretch of one, that speaks for the query.
  struct Quote: Hashable {
    let text: String
    let kind: CommentSource.Kind
    let date: CalendarDate?
    let polarities: Set<Polarity>
  }

  let readings: CommentReadings
  let findings: ThematicFindings

  /// Stretches shown around the words found; representative quotes of each way of telling it.
  static let mostStretches = 100
  static let mostQuotes = 3
  /// Characters of a quote: under the least a comment says too little, over the most nobody reads it.
  private static let lengths = 25...300
  /// More personal data than this and little is left to read.
  private static let mostTakenOut = 2
  /// Bytes shown before and after the words found.
  private static let around = 90
  /// Candidates that are redacted before a way of telling it goes without a quote.
  private static let mostTried = 60

  /// The words in context, the latest first.
  func stretches() -> [Quote] {
    let order = findings.matches.sorted { left, right in
      let (first, second) = (readings.records[record(left)].date, readings.records[record(right)].date)
      return (second?.dayNumber ?? .min, left.comment) < (first?.dayNumber ?? .min, right.comment)
    }
    return order.prefix(Self.mostStretches).map { match in quote(match, stretch(match)) }
  }

  /// Comments that stand for what was found: for each way of telling it those that say most of what the others say beside
  /// it, of different kinds of source where there are some. What is agreed or noted by staff is no quote.
  func representative() -> [Quote] {
    var used: Set<Int> = []
    return [Polarity.concern, .strength, .neutral].flatMap { polarity in
      let told = findings.matches.filter { match in
        let kind = readings.comments[match.comment].source.kind
        guard kind != .action, kind != .activity else { return false }
        return polarity == .neutral
          ? match.polarities.isDisjoint(with: [.concern, .strength]) : match.polarities.contains(polarity)
      }
      return choose(told, except: &used)
    }
  }

  private func choose(_ matches: [ThematicFindings.Match], except used: inout Set<Int>) -> [Quote] {
    var usual: [Int: Int] = [:]
    for match in matches {
      for finding in readings.findings(of: readings.comments[match.comment]) {
        usual[finding.theme, default: 0] += 1
      }
    }
    let ranked = matches.map { match in
      let themes = readings.findings(of: readings.comments[match.comment]).map(\.theme)
      return (score: themes.reduce(0) { $0 + (usual[$1] ?? 0) } / max(1, themes.count), match: match)
    }.sorted { ($1.score, $0.match.comment) < ($0.score, $1.match.comment) }.map(\.match)
    var quotes: [Quote] = []
    var texts: Set<String> = []
    var kinds: Set<CommentSource.Kind> = []
    for mayRepeatKind in [false, true] {
      for match in ranked.prefix(Self.mostTried) where quotes.count < Self.mostQuotes {
        let comment = readings.comments[match.comment]
        guard !used.contains(comment.record), mayRepeatKind || !kinds.contains(comment.source.kind) else {
          continue
        }
        let redacted = readings.redacted(comment)
        guard Self.lengths.contains(redacted.text.count),
          redacted.counts.values.reduce(0, +) <= Self.mostTakenOut, texts.insert(redacted.text).inserted
        else { continue }
        used.insert(comment.record)
        kinds.insert(comment.source.kind)
        quotes.append(quote(match, redacted.text))
      }
    }
    return quotes
  }

  private func record(_ match: ThematicFindings.Match) -> Int { readings.comments[match.comment].record }

  private func quote(_ match: ThematicFindings.Match, _ text: String) -> Quote {
    let comment = readings.comments[match.comment]
    return Quote(
      text: text, kind: comment.source.kind, date: readings.records[comment.record].date,
      polarities: match.polarities)
  }

  /// The words around the first that speak for the query, cut between words; the whole comment where it is short.
  private func stretch(_ match: ThematicFindings.Match) -> String {
    let comment = readings.comments[match.comment]
    let bytes = readings.bytes(comment)
    let anchor = match.ranges.first ?? 0..<0
    var start = max(0, anchor.lowerBound - Self.around)
    var end = min(bytes.count, anchor.upperBound + Self.around)
    let isSpace = { (place: Int) in bytes[bytes.startIndex + place] == UInt8(ascii: " ") }
    while start > 0, !isSpace(start - 1) { start -= 1 }
    while end < bytes.count, !isSpace(end) { end += 1 }
    let text = readings.redactor.redact(readings.raw(comment), within: start..<end)
    return (start > 0 ? "\u{2026} " : "") + text + (end < bytes.count ? " \u{2026}" : "")
  }
}
