import QAModel

/// Finds people: a capitalised word that no English word list and no list of the sector knows, what follows a
/// title, a word that is also a name where its company says so, initials; and, over a whole run, every other
/// place where a name that was found stands.
struct NameFinder: Sendable {
  private let rules: Lists
  private let words: WordList
  /// Names found with certainty in the run, lower case.
  private(set) var known: Set<String> = []

  private struct Lists: Sendable {
    var titles, keep, abbreviations, nameWords, firstNames, before, after: Set<String>
  }

  private static let notInitialsAfter: Set<String> = [
    "section", "sections", "form", "plan", "vitamin", "hepatitis", "grade", "appendix", "part", "option",
    "level",
    "type", "unit", "block", "schedule", "category", "school", "class", "step", "stage", "key", "group",
  ]

  init(rules: RedactionRules, words: WordList) {
    self.rules = Lists(
      titles: Set(rules.titles), keep: Set(rules.keep), abbreviations: Set(rules.abbreviations),
      nameWords: Set(rules.nameWords), firstNames: Set(rules.firstNames), before: Set(rules.beforeNames),
      after: Set(rules.afterNames))
    self.words = words
  }

  /// Adds names that the export's own columns give: every part that is no plain word.
  mutating func learn(name: String) {
    for token in TextToken.tokens(of: Array(name.utf8)) where token.folded.utf8.count > 2 {
      if !rules.titles.contains(token.folded), !rules.keep.contains(token.folded), !isWord(token.folded) {
        known.insert(token.folded)
      }
    }
  }

  /// Remembers what a text tells for certain, for the other texts of the run.
  mutating func learn(from tokens: [TextToken], taken: [RedactionSpan]) {
    for place in tokens.indices where isCertain(place, tokens) && !Self.overlaps(tokens[place], taken) {
      let folded = tokens[place].folded
      if folded.utf8.count > 2, !isWord(folded) { known.insert(folded) }
    }
  }

  func spans(in tokens: [TextToken], taken: [RedactionSpan]) -> [RedactionSpan] {
    var spans: [RedactionSpan] = []
    var place = 0
    while place < tokens.count {
      defer { place += 1 }
      if Self.overlaps(tokens[place], taken) { continue }
      if isInitials(place, tokens) {
        spans.append(RedactionSpan(bytes: tokens[place].bytes, kind: .initials))
        continue
      }
      guard isName(place, tokens) else { continue }
      var last = place
      while last + 1 < tokens.count, continues(last + 1, tokens), !Self.overlaps(tokens[last + 1], taken) {
        last += 1
      }
      spans.append(
        RedactionSpan(
          bytes: tokens[place].bytes.lowerBound..<tokens[last].bytes.upperBound, kind: .name))
      place = last
    }
    return spans
  }

  static func overlaps(_ token: TextToken, _ spans: [RedactionSpan]) -> Bool {
    spans.contains { $0.bytes.overlaps(token.bytes) }
  }

  // MARK: What a name is

  /// A word of the language, also as *rang's*, or each half of a hyphened one.
  private func isWord(_ folded: String) -> Bool {
    if rules.firstNames.contains(folded), !rules.nameWords.contains(folded) { return false }
    if words.contains(folded) || folded.hasSuffix("n't") { return true }
    if folded.contains("'") {
      let stem = folded.prefix { $0 != "'" }
      return stem == "i" || words.contains(String(stem)) || rules.keep.contains(String(stem))
    }
    if folded.contains("-") {
      return folded.split(separator: "-").allSatisfy {
        words.contains(String($0)) || rules.keep.contains(String($0))
          || rules.abbreviations.contains(String($0))
      }
    }
    return false
  }

  private func isKept(_ token: TextToken) -> Bool {
    if rules.titles.contains(token.folded) { return true }
    if rules.keep.contains(token.folded) || rules.abbreviations.contains(token.folded) { return true }
    // Plurals of what is kept: *SWs*, *DSLs*, *Romanians*.
    if token.folded.hasSuffix("s") {
      let single = String(token.folded.dropLast())
      return rules.keep.contains(single)
        || token.shape != .capitalised && rules.abbreviations.contains(single)
    }
    return false
  }

  private func isCertain(_ place: Int, _ tokens: [TextToken]) -> Bool {
    let token = tokens[place]
    guard !isKept(token) else { return false }
    if followsTitle(place, tokens) { return true }
    guard token.shape == .capitalised || token.shape == .capitals && token.folded.utf8.count > 3 else {
      return false
    }
    return !isWord(token.folded)
  }

  private func followsTitle(_ place: Int, _ tokens: [TextToken]) -> Bool {
    guard place > 0, tokens[place].isCapital, rules.titles.contains(tokens[place - 1].folded) else {
      return false
    }
    // *Dr. Feroz* as well as *Dr Feroz*; but *mum. Nan said* is two sentences.
    let title = tokens[place - 1]
    guard tokens[place].followsDirectly || tokens[place].markBefore == UInt8(ascii: ".") && title.isCapital
    else {
      return false
    }
    return title.isCapital || !isWord(tokens[place].folded)
      || rules.nameWords.contains(tokens[place].folded)
  }

  private func isName(_ place: Int, _ tokens: [TextToken]) -> Bool {
    let token = tokens[place]
    if isCertain(place, tokens) { return true }
    if known.contains(token.folded), !isKept(token) { return true }
    if token.shape == .lower || token.shape == .capitals && isWord(token.folded) {
      return isLowerName(place, tokens)
    }
    guard token.shape == .capitalised, rules.nameWords.contains(token.folded) else { return false }
    return isNameByCompany(place, tokens)
  }

  /// *Grace*, *Will*, *Mark*: a capital within a sentence, or before what only people do.
  private func isNameByCompany(_ place: Int, _ tokens: [TextToken]) -> Bool {
    let token = tokens[place]
    let next = place + 1 < tokens.count ? tokens[place + 1] : nil
    if ["may", "march", "april", "june", "august"].contains(token.folded) {
      // A month where a number or a word of time stands beside it.
      let timely: Set<String> = [
        "in", "since", "by", "until", "till", "from", "last", "next", "of", "early", "late", "mid", "before",
        "after",
        "during", "and", "to", "on", "this",
      ]
      if place > 0, tokens[place - 1].shape == .number || timely.contains(tokens[place - 1].folded) {
        return false
      }
      if let next, next.shape == .number { return false }
    }
    let acts =
      next.map { $0.shape == .lower && $0.followsDirectly && rules.after.contains($0.folded) } ?? false
    if token.opensSentence {
      if token.folded == "will" || token.folded == "may" { return acts && next?.folded != "never" }
      let possessive = next.map { $0.bytes.lowerBound - token.bytes.upperBound >= 3 } ?? false
      let identified = next.map { $0.markBefore == UInt8(ascii: "(") } ?? false
      let surname = next.map { $0.shape == .capitalised && $0.followsDirectly && !isKept($0) } ?? false
      return acts || identified || joined(place, tokens) || possessive && token.folded != "hope"
        || surname && !isWord(next?.folded ?? "")
    }
    return true
  }

  /// *Sky and River*, *Gill the caseworker*.
  private func joined(_ place: Int, _ tokens: [TextToken]) -> Bool {
    guard place + 2 < tokens.count, tokens[place + 1].followsDirectly, tokens[place + 2].followsDirectly
    else {
      return false
    }
    let other = tokens[place + 2]
    switch tokens[place + 1].folded {
    case "and", "&": return other.shape == .capitalised && !isKept(other)
    case "the", "our", "my", "from": return rules.before.contains(other.folded)
    default: return false
    }
  }

  /// A name in lower case, as children and families write them.
  private func isLowerName(_ place: Int, _ tokens: [TextToken]) -> Bool {
    let token = tokens[place]
    guard token.folded.utf8.count >= 2 else { return false }
    let before = place > 0 && tokens[place].followsDirectly ? tokens[place - 1].folded : ""
    let after = place + 1 < tokens.count && tokens[place + 1].followsDirectly ? tokens[place + 1].folded : ""
    let roles: Set<String> = [
      "worker", "sw", "pa", "iro", "adviser", "carer", "teacher", "brother", "sister", "friend", "cousin",
      "uncle",
      "auntie", "called", "named", "keyworker", "stepdad", "boyfriend", "girlfriend", "adopter", "mate",
    ]
    if rules.firstNames.contains(token.folded) {
      if !isWord(token.folded) { return true }
      return roles.contains(before) || rules.titles.contains(before)
    }
    if rules.nameWords.contains(token.folded) {
      return roles.contains(before) || before == "told" && after == "that"
    }
    guard !isWord(token.folded), !isKept(token), token.shape == .lower else { return false }
    let acts = rules.after.contains(after)
    return roles.contains(before) && token.folded.utf8.count > 2
      || acts && token.opensSentence && token.folded.utf8.count > 2 && !token.folded.contains("'")
  }

  /// A capitalised word right after a name is its next part: a surname may be any word.
  private func continues(_ place: Int, _ tokens: [TextToken]) -> Bool {
    let token = tokens[place]
    guard token.followsDirectly, !token.opensSentence, token.shape == .capitalised, !isKept(token) else {
      return false
    }
    let between = token.bytes.lowerBound - tokens[place - 1].bytes.upperBound
    return between == 1
  }

  // MARK: Initials

  private func isInitials(_ place: Int, _ tokens: [TextToken]) -> Bool {
    let token = tokens[place]
    guard token.shape == .capitals, !token.folded.contains("'"), !token.folded.contains("&") else {
      return false
    }
    let length = token.folded.utf8.count
    let next = place + 1 < tokens.count ? tokens[place + 1] : nil
    if length == 1 {
      if token.folded == "i" || token.folded == "a" && token.opensSentence { return dotted(token, next) }
      if isLabel(place, tokens) { return false }
      if let next, next.shape == .number, next.followsDirectly { return false }
      return dotted(token, next) || previousDotted(place, tokens)
        || next.map { rules.after.contains($0.folded) && $0.followsDirectly } ?? false
        || place > 0 && rules.before.contains(tokens[place - 1].folded) && token.folded != "a"
    }
    guard length <= 3, !rules.abbreviations.contains(token.folded), length == 2 || !isWord(token.folded)
    else {
      return false
    }
    if length == 3, token.folded.hasSuffix("s"), rules.abbreviations.contains(String(token.folded.dropLast()))
    {
      return false
    }
    if length == 3 { return token.markBefore == UInt8(ascii: "(") }
    return true
  }

  /// *Section F*, *sections B and E*: a letter that counts parts.
  private func isLabel(_ place: Int, _ tokens: [TextToken]) -> Bool {
    var first = place
    while first > 1, ["and", "&", "or"].contains(tokens[first - 1].folded),
      tokens[first - 2].shape == .capitals,
      tokens[first - 2].folded.utf8.count == 1
    {
      first -= 2
    }
    return first > 0 && tokens[first].followsDirectly
      && Self.notInitialsAfter.contains(tokens[first - 1].folded)
  }

  /// *S.* of *S.K.*
  private func dotted(_ token: TextToken, _ next: TextToken?) -> Bool {
    guard let next else { return false }
    return next.shape == .capitals && next.folded.utf8.count == 1 && next.markBefore == UInt8(ascii: ".")
      && next.bytes.lowerBound - token.bytes.upperBound == 1
  }

  private func previousDotted(_ place: Int, _ tokens: [TextToken]) -> Bool {
    guard place > 0, tokens[place - 1].shape == .capitals, tokens[place - 1].folded.utf8.count == 1 else {
      return false
    }
    return tokens[place].bytes.lowerBound - tokens[place - 1].bytes.upperBound == 1
      && tokens[place].markBefore == UInt8(ascii: ".")
  }
}
