import QAModel

/// Finds people: a capitalised word that no English word list and no list of the sector knows, what follows a
/// title, a word that is also a name where its company says so, initials; and, over a whole run, every other
/// place where a name that was found stands.
struct NameFinder: Sendable {
  let words: WordList
  /// What the lists say of words, and which were found to be names in the run: with certainty, or words too, taken
  /// where a capital and the company say so.
  private(set) var table: WordKindTable

  static let notInitialsAfter: Set<String> = [
    "section", "sections", "form", "plan", "vitamin", "hepatitis", "grade", "appendix", "part", "option",
    "level",
    "type", "unit", "block", "schedule", "category", "school", "class", "step", "stage", "key", "group",
  ]

  init(rules: RedactionRules, words: WordList) {
    table = WordKindTable(rules)
    table.add(.particle, to: Self.particles)
    table.add(.plainTitle, to: Self.plainTitles)
    table.add(.role, to: Self.roles)
    self.words = words
  }

  /// Adds names that the export's own columns give, part by part.
  mutating func learn(name: String) {
    for token in TextToken.tokens(of: Array(name.utf8), by: table) where token.length > 2 {
      if !isKept(token) { learn(token) }
    }
  }

  private mutating func learn(_ token: TextToken) {
    table.add(isWord(token) ? .knownWord : .known, to: token.folded)
  }

  /// Looks up which capitalised words of a text are words of the language, each once in a run.
  mutating func judge(_ tokens: inout [TextToken]) {
    for place in tokens.indices where tokens[place].isCapital && !tokens[place].kinds.contains(.judged) {
      let folded = tokens[place].folded
      // The text may have told of the word already.
      var kinds = table[folded]
      if !kinds.contains(.judged) {
        kinds.formUnion(isWord(folded, kinds) ? [.judged, .isWord] : .judged)
        table.add(kinds, to: folded)
      }
      tokens[place].kinds = kinds
    }
  }

  /// Remembers what a text tells for certain, for the other texts of the run: a name, and what stands next to it as
  /// its next part. `taken` gives what else is personal, which is only asked where a name is found.
  mutating func learn(from tokens: [TextToken], taken: () -> [RedactionSpan]) {
    var found: [RedactionSpan]?
    for place in tokens.indices where isCertain(place, tokens) {
      let spans = found ?? taken()
      found = spans
      if Self.overlaps(tokens[place], spans) { continue }
      if tokens[place].length > 2 { learn(tokens[place]) }
      let next = place + 1
      if next < tokens.count, tokens[next].length > 2, continues(next, tokens), !isKept(tokens[next]) {
        learn(tokens[next])
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
    return namedHere.isEmpty ? spans : spans + again(namedHere, in: tokens, but: taken + spans)
  }

  /// A word that was a name once in a text is one wherever it has a capital there.
  private func again(_ names: Set<String>, in tokens: [TextToken], but found: [RedactionSpan])
    -> [RedactionSpan]
  {
    tokens.filter { token in
      token.shape == .capitalised && token.kinds.contains(.nameWord) && names.contains(token.folded)
        && !isKept(token) && !Self.overlaps(token, found)
    }.map { RedactionSpan(bytes: $0.bytes, kind: .name) }
  }

  static func overlaps(_ token: TextToken, _ spans: [RedactionSpan]) -> Bool {
    spans.contains { $0.bytes.overlaps(token.bytes) }
  }
}
