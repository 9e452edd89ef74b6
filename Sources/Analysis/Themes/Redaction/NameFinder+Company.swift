import QAModel

/// What makes a word a name: its own shape, and the words around it.
extension NameFinder {
  /// A word of the language, also as *rang's*, or each half of a hyphened one.
  func isWord(_ folded: String) -> Bool {
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

  func isKept(_ token: TextToken) -> Bool {
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

  func isCertain(_ place: Int, _ tokens: [TextToken]) -> Bool {
    let token = tokens[place]
    if place > 0, Self.plainTitles.contains(tokens[place - 1].folded), token.shape == .capitalised,
      !rules.titles.contains(token.folded), !rules.abbreviations.contains(token.folded)
    {
      return followsTitle(place, tokens)
    }
    guard !isKept(token) else { return false }
    if followsTitle(place, tokens) { return true }
    guard token.shape == .capitalised || token.shape == .capitals && token.folded.utf8.count > 3 else {
      return false
    }
    return !isWord(token.folded)
  }

  /// Titles that nothing but a name follows, also in lower case: *mr patel*.
  private static let plainTitles: Set<String> = ["mr", "mrs", "ms", "dr", "cllr", "councillor"]

  func followsTitle(_ place: Int, _ tokens: [TextToken]) -> Bool {
    var before = place - 1
    while before > 0, Self.particles.contains(tokens[before].folded) { before -= 1 }
    guard before >= 0, rules.titles.contains(tokens[before].folded) else { return false }
    let (token, title) = (tokens[place], tokens[before])
    // *Dr. Feroz* as well as *Dr Feroz*; but *mum. Nan said* is two sentences.
    guard
      tokens[before + 1].followsDirectly
        || tokens[before + 1].markBefore == UInt8(ascii: ".") && title.isCapital
    else { return false }
    if Self.plainTitles.contains(title.folded) {
      return token.isCapital || token.shape == .lower && token.folded.utf8.count > 2
    }
    let isLikely =
      !isWord(token.folded) || rules.nameWords.contains(token.folded)
      || rules.firstNames.contains(token.folded)
    return token.isCapital ? title.isCapital || isLikely : isLikely && token.folded.utf8.count > 2
  }

  /// Small words within names: *de Souza*, *van der Berg*, *ap Rhys*.
  private static let particles: Set<String> = [
    "de", "da", "dos", "del", "della", "van", "von", "der", "den", "ap", "ab", "al", "el", "bin", "bint",
    "ibn",
    "ul", "ter", "st",
  ]

  /// Whether a small word belongs to the name after it.
  func isParticle(_ place: Int, _ tokens: [TextToken]) -> Bool {
    guard Self.particles.contains(tokens[place].folded), place + 1 < tokens.count,
      tokens[place + 1].followsDirectly
    else { return false }
    // *The van Darren drove* is no name.
    guard tokens[place].folded == "van", tokens[place + 1].folded != "der" else { return true }
    return place > 0
      && (rules.titles.contains(tokens[place - 1].folded) || tokens[place - 1].shape == .capitalised)
  }

  func isName(_ place: Int, _ tokens: [TextToken]) -> Bool {
    let token = tokens[place]
    if isCertain(place, tokens) { return true }
    if known.contains(token.folded), !isKept(token) { return true }
    if token.shape == .lower || token.shape == .capitals && isWord(token.folded) {
      return isLowerName(place, tokens)
    }
    guard token.shape == .capitalised else { return false }
    if followsInitial(place, tokens), isNamelike(token.folded) { return true }
    guard rules.nameWords.contains(token.folded) || knownWords.contains(token.folded) && !isKept(token) else {
      return false
    }
    return isNameByCompany(place, tokens)
  }

  /// Whether a word may be a name at all.
  func isNamelike(_ folded: String) -> Bool {
    !isWord(folded) || rules.nameWords.contains(folded) || rules.surnames.contains(folded)
      || knownWords.contains(folded)
  }

  /// *D. Marsh*: the full stop ends no sentence.
  func followsInitial(_ place: Int, _ tokens: [TextToken]) -> Bool {
    guard place > 0, tokens[place - 1].shape == .capitals, tokens[place - 1].folded.utf8.count == 1 else {
      return false
    }
    let between = tokens[place].bytes.lowerBound - tokens[place - 1].bytes.upperBound
    return between <= 2 && !isLabel(place - 1, tokens)
      && (tokens[place].followsDirectly || tokens[place].markBefore == UInt8(ascii: "."))
  }

  /// *Grace*, *Will*, *Mark*: a capital within a sentence, or before what only people do.
  func isNameByCompany(_ place: Int, _ tokens: [TextToken]) -> Bool {
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
    if ["summer", "autumn"].contains(token.folded) {
      let timely: Set<String> = [
        "in", "the", "over", "since", "this", "last", "next", "all", "throughout", "during", "by", "until",
        "for",
        "late", "early", "from",
      ]
      let events: Set<String> = [
        "holiday", "holidays", "term", "break", "camp", "half", "school", "months", "scheme", "activities",
        "visits",
      ]
      if place > 0, timely.contains(tokens[place - 1].folded) { return false }
      if let next, next.shape == .number || events.contains(next.folded) { return false }
    }
    let acts =
      next.map { $0.shape == .lower && $0.followsDirectly && rules.after.contains($0.folded) } ?? false
    if token.opensSentence {
      if token.folded == "will" || token.folded == "may" { return acts && next?.folded != "never" }
      let possessive = next.map { $0.bytes.lowerBound - token.bytes.upperBound >= 3 } ?? false
      let identified = next.map { $0.markBefore == UInt8(ascii: "(") } ?? false
      let surname = next.map { $0.shape == .capitalised && $0.followsDirectly && !isKept($0) } ?? false
      let aged = next.map { $0.shape == .number && $0.markBefore == UInt8(ascii: ",") } ?? false
      return acts || identified || aged || joined(place, tokens) || possessive && token.folded != "hope"
        || surname && isNamelike(next?.folded ?? "")
    }
    return true
  }

  /// *Sky and River*, *Gill the caseworker*.
  func joined(_ place: Int, _ tokens: [TextToken]) -> Bool {
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

  /// Names so common as words that thanks before them tell nothing: *thanks, will do*.
  private static let oftenWords: Set<String> = [
    "will", "may", "mark", "hope", "rich", "frank", "grant", "bill",
  ]

  /// A name in lower case, as children and families write them.
  func isLowerName(_ place: Int, _ tokens: [TextToken]) -> Bool {
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
      let earlier = place > 1 ? tokens[place - 2].folded : ""
      let isThanked =
        ["thanks", "thank"].contains(earlier) && ["to", "you"].contains(before)
        || ["thanks", "dear", "hi", "hello"].contains(before)
      return roles.contains(before) || before == "told" && after == "that"
        || isThanked && !Self.oftenWords.contains(token.folded)
    }
    guard !isWord(token.folded), !isKept(token), token.shape == .lower else { return false }
    let acts = rules.after.contains(after)
    return roles.contains(before) && token.folded.utf8.count > 2
      || acts && token.opensSentence && token.folded.utf8.count > 2 && !token.folded.contains("'")
  }

  /// A capitalised word right after a name is its next part: a surname may be any word.
  func continues(_ place: Int, _ tokens: [TextToken]) -> Bool {
    let token = tokens[place]
    if isParticle(place, tokens), tokens[place + 1].isCapital { return true }
    guard token.followsDirectly, !token.opensSentence, place > 0 else { return false }
    if token.shape == .lower, tokens[place - 1].shape == .lower {
      // *jayden brown*: of a name in lower case only what is mostly a name.
      return rules.surnames.contains(token.folded) || !isWord(token.folded) && !isKept(token)
    }
    if token.shape == .capitals, token.folded.utf8.count == 1 {
      return token.folded != "i" && tokens[place - 1].shape == .capitalised
    }
    guard token.shape == .capitalised, !isKept(token) else { return false }
    let between = token.bytes.lowerBound - tokens[place - 1].bytes.upperBound
    return between == 1
  }
}
