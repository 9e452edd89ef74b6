import QAModel

/// What makes a word a name: its own shape, and the words around it.
extension NameFinder {
  /// A word of the language, also as *rang's*, or each half of a hyphened one.
  func isWord(_ token: TextToken) -> Bool {
    token.kinds.contains(.judged) ? token.kinds.contains(.isWord) : isWord(token.folded, token.kinds)
  }

  func isWord(_ folded: String, _ kinds: WordKinds) -> Bool {
    if kinds.contains(.firstName), !kinds.contains(.nameWord) { return false }
    if words.contains(folded) || folded.hasSuffix("n't") { return true }
    if folded.contains("'") {
      let stem = String(folded.prefix { $0 != "'" })
      return stem == "i" || words.contains(stem) || table[stem].contains(.keep)
    }
    if folded.contains("-") {
      return folded.split(separator: "-").map(String.init).allSatisfy {
        words.contains($0) || !table[$0].isDisjoint(with: [.keep, .abbreviation])
      }
    }
    return false
  }

  func isKept(_ token: TextToken) -> Bool {
    if !token.kinds.isDisjoint(with: [.title, .keep, .abbreviation]) { return true }
    // Plurals of what is kept: *SWs*, *DSLs*, *Romanians*.
    let single: WordKinds
    if token.key.count > 0 {
      guard token.key[token.key.count - 1] == UInt8(ascii: "s") else { return false }
      single = table[token.key.shortened]
    } else {
      guard token.folded.hasSuffix("s") else { return false }
      single = table[String(token.folded.dropLast())]
    }
    return single.contains(.keep) || token.shape != .capitalised && single.contains(.abbreviation)
  }

  func isCertain(_ place: Int, _ tokens: [TextToken]) -> Bool {
    let shape = tokens[place].shape
    guard shape == .capitalised || shape == .capitals && tokens[place].length > 3 else {
      return followsTitle(place, tokens) && !isKept(tokens[place])
    }
    let token = tokens[place]
    if place > 0, tokens[place - 1].kinds.contains(.plainTitle), shape == .capitalised,
      token.kinds.isDisjoint(with: [.title, .abbreviation])
    {
      return followsTitle(place, tokens)
    }
    guard !isKept(token) else { return false }
    return followsTitle(place, tokens) || !isWord(token)
  }

  /// Titles that nothing but a name follows, also in lower case: *mr patel*.
  static let plainTitles: Set<String> = ["mr", "mrs", "ms", "dr", "cllr", "councillor"]

  func followsTitle(_ place: Int, _ tokens: [TextToken]) -> Bool {
    var before = place - 1
    while before > 0, tokens[before].kinds.contains(.particle) { before -= 1 }
    guard before >= 0, tokens[before].kinds.contains(.title) else { return false }
    let (token, title) = (tokens[place], tokens[before])
    // *Dr. Feroz* as well as *Dr Feroz*; but *mum. Nan said* is two sentences.
    guard
      tokens[before + 1].followsDirectly
        || tokens[before + 1].markBefore == UInt8(ascii: ".") && title.isCapital
    else { return false }
    if title.kinds.contains(.plainTitle) {
      return token.isCapital || token.shape == .lower && token.length > 2
    }
    let isLikely = !token.kinds.isDisjoint(with: [.nameWord, .firstName]) || !isWord(token)
    return token.isCapital ? title.isCapital || isLikely : isLikely && token.length > 2
  }

  /// Small words within names: *de Souza*, *van der Berg*, *ap Rhys*.
  static let particles: Set<String> = [
    "de", "da", "dos", "del", "della", "van", "von", "der", "den", "ap", "ab", "al", "el", "bin", "bint",
    "ibn",
    "ul", "ter", "st",
  ]

  /// Whether a small word belongs to the name after it.
  func isParticle(_ place: Int, _ tokens: [TextToken]) -> Bool {
    guard tokens[place].kinds.contains(.particle), place + 1 < tokens.count,
      tokens[place + 1].followsDirectly
    else { return false }
    // *The van Darren drove* is no name.
    guard tokens[place].folded == "van", tokens[place + 1].folded != "der" else { return true }
    return place > 0
      && (tokens[place - 1].kinds.contains(.title) || tokens[place - 1].shape == .capitalised)
  }

  func isName(_ place: Int, _ tokens: [TextToken]) -> Bool {
    let token = tokens[place]
    if isCertain(place, tokens) { return true }
    if token.kinds.contains(.known), !isKept(token) { return true }
    if token.shape == .lower || token.shape == .capitals && isWord(token) {
      return isLowerName(place, tokens)
    }
    guard token.shape == .capitalised else { return false }
    if followsInitial(place, tokens), isNamelike(token) { return true }
    guard token.kinds.contains(.nameWord) || token.kinds.contains(.knownWord) && !isKept(token) else {
      return false
    }
    return isNameByCompany(place, tokens)
  }

  /// Whether a word may be a name at all.
  func isNamelike(_ token: TextToken) -> Bool {
    !token.kinds.isDisjoint(with: [.nameWord, .surname, .knownWord]) || !isWord(token)
  }

  /// *D. Marsh*: the full stop ends no sentence.
  func followsInitial(_ place: Int, _ tokens: [TextToken]) -> Bool {
    guard place > 0, tokens[place - 1].shape == .capitals, tokens[place - 1].length == 1 else {
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
      next.map { $0.shape == .lower && $0.followsDirectly && $0.kinds.contains(.after) } ?? false
    if token.opensSentence {
      if token.folded == "will" || token.folded == "may" { return acts && next?.folded != "never" }
      let possessive = next.map { $0.bytes.lowerBound - token.bytes.upperBound >= 3 } ?? false
      let identified = next.map { $0.markBefore == UInt8(ascii: "(") } ?? false
      let surname = next.map { $0.shape == .capitalised && $0.followsDirectly && !isKept($0) } ?? false
      let aged = next.map { $0.shape == .number && $0.markBefore == UInt8(ascii: ",") } ?? false
      return acts || identified || aged || joined(place, tokens) || possessive && token.folded != "hope"
        || surname && (next.map(isNamelike) ?? true)
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
    case "the", "our", "my", "from": return other.kinds.contains(.before)
    default: return false
    }
  }

  /// Names so common as words that thanks before them tell nothing: *thanks, will do*.
  private static let oftenWords: Set<String> = [
    "will", "may", "mark", "hope", "rich", "frank", "grant", "bill",
  ]

  /// Words before a name in lower case.
  static let roles: Set<String> = [
    "worker", "sw", "pa", "iro", "adviser", "carer", "teacher", "brother", "sister", "friend", "cousin",
    "uncle",
    "auntie", "called", "named", "keyworker", "stepdad", "boyfriend", "girlfriend", "adopter", "mate",
  ]

  /// A name in lower case, as children and families write them.
  func isLowerName(_ place: Int, _ tokens: [TextToken]) -> Bool {
    let token = tokens[place]
    guard token.length >= 2 else { return false }
    let follows = place > 0 && token.followsDirectly
    let before = follows ? tokens[place - 1].kinds : []
    if token.kinds.contains(.firstName) {
      return !isWord(token) || !before.isDisjoint(with: [.role, .title])
    }
    if token.kinds.contains(.nameWord) {
      let word = follows ? tokens[place - 1].folded : ""
      let after =
        place + 1 < tokens.count && tokens[place + 1].followsDirectly ? tokens[place + 1].folded : ""
      let earlier = place > 1 ? tokens[place - 2].folded : ""
      let isThanked =
        ["thanks", "thank"].contains(earlier) && ["to", "you"].contains(word)
        || ["thanks", "dear", "hi", "hello"].contains(word)
      return before.contains(.role) || word == "told" && after == "that"
        || isThanked && !Self.oftenWords.contains(token.folded)
    }
    guard token.shape == .lower, token.length > 2 else { return false }
    let acts =
      token.opensSentence && place + 1 < tokens.count && tokens[place + 1].followsDirectly
      && tokens[place + 1].kinds.contains(.after) && !token.folded.contains("'")
    return (before.contains(.role) || acts) && !isWord(token) && !isKept(token)
  }

  /// A capitalised word right after a name is its next part: a surname may be any word.
  func continues(_ place: Int, _ tokens: [TextToken]) -> Bool {
    let token = tokens[place]
    if isParticle(place, tokens), tokens[place + 1].isCapital { return true }
    guard token.followsDirectly, !token.opensSentence, place > 0 else { return false }
    if token.shape == .lower, tokens[place - 1].shape == .lower {
      // *jayden brown*: of a name in lower case only what is mostly a name.
      return token.kinds.contains(.surname) || !isWord(token) && !isKept(token)
    }
    if token.shape == .capitals, token.length == 1 {
      return token.folded != "i" && tokens[place - 1].shape == .capitalised
    }
    guard token.shape == .capitalised, !isKept(token) else { return false }
    let between = token.bytes.lowerBound - tokens[place - 1].bytes.upperBound
    return between == 1
  }
}
