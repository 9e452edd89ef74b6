import QAModel

/// Finds people: a capitalised word that no English word list and no list of the sector knows, what follows a
/// title, a word that is also a name where its company says so, initials; and, over a whole run, every other
/// place where a name that was found stands.
struct NameFinder: Sendable {
  let rules: Lists
  let words: WordList
  /// Names found with certainty in the run, lower case.
  private(set) var known: Set<String> = []
  /// Names of the run that are words too: taken where a capital and the company say so.
  private(set) var knownWords: Set<String> = []

  struct Lists: Sendable {
    var titles, keep, abbreviations, nameWords, surnames, firstNames, before, after: Set<String>
  }

  static let notInitialsAfter: Set<String> = [
    "section", "sections", "form", "plan", "vitamin", "hepatitis", "grade", "appendix", "part", "option",
    "level",
    "type", "unit", "block", "schedule", "category", "school", "class", "step", "stage", "key", "group",
  ]

  init(rules: RedactionRules, words: WordList) {
    self.rules = Lists(
      titles: Set(rules.titles), keep: Set(rules.keep), abbreviations: Set(rules.abbreviations),
      nameWords: Set(rules.nameWords), surnames: Set(rules.surnames),
      firstNames: Set(rules.firstNames), before: Set(rules.beforeNames),
      after: Set(rules.afterNames))
    self.words = words
  }

  /// Adds names that the export's own columns give, part by part.
  mutating func learn(name: String) {
    for token in TextToken.tokens(of: Array(name.utf8)) where token.folded.utf8.count > 2 {
      if !isKept(token) { learn(folded: token.folded) }
    }
  }

  private mutating func learn(folded: String) {
    if isWord(folded) { knownWords.insert(folded) } else { known.insert(folded) }
  }

  /// Remembers what a text tells for certain, for the other texts of the run: a name, and what stands next to it as
  /// its next part.
  mutating func learn(from tokens: [TextToken], taken: [RedactionSpan]) {
    for place in tokens.indices where isCertain(place, tokens) && !Self.overlaps(tokens[place], taken) {
      if tokens[place].folded.utf8.count > 2 { learn(folded: tokens[place].folded) }
      let next = place + 1
      if next < tokens.count, tokens[next].folded.utf8.count > 2, continues(next, tokens),
        !isKept(tokens[next])
      {
        learn(folded: tokens[next].folded)
      }
    }
  }

  func spans(in tokens: [TextToken], taken: [RedactionSpan]) -> [RedactionSpan] {
    var spans: [RedactionSpan] = []
    var namedHere: Set<String> = []
    var place = 0
    while place < tokens.count {
      defer { place += 1 }
      if Self.overlaps(tokens[place], taken) { continue }
      if isInitials(place, tokens) {
        spans.append(RedactionSpan(bytes: tokens[place].bytes, kind: .initials))
        continue
      }
      guard isName(place, tokens) else { continue }
      var first = place
      while first > 0, isParticle(first - 1, tokens) { first -= 1 }
      var last = place
      while last + 1 < tokens.count, continues(last + 1, tokens), !Self.overlaps(tokens[last + 1], taken) {
        last += 1
      }
      for part in first...last { namedHere.insert(tokens[part].folded) }
      spans.append(
        RedactionSpan(bytes: tokens[first].bytes.lowerBound..<tokens[last].bytes.upperBound, kind: .name))
      place = last
    }
    return spans + again(namedHere, in: tokens, but: taken + spans)
  }

  /// A word that was a name once in a text is one wherever it has a capital there.
  private func again(_ names: Set<String>, in tokens: [TextToken], but found: [RedactionSpan])
    -> [RedactionSpan]
  {
    tokens.filter { token in
      token.shape == .capitalised && names.contains(token.folded) && rules.nameWords.contains(token.folded)
        && !isKept(token) && !Self.overlaps(token, found)
    }.map { RedactionSpan(bytes: $0.bytes, kind: .name) }
  }

  static func overlaps(_ token: TextToken, _ spans: [RedactionSpan]) -> Bool {
    spans.contains { $0.bytes.overlaps(token.bytes) }
  }
}
