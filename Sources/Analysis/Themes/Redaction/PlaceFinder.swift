import QAModel

/// Finds schools, streets, homes and estates: capitalised words that end in a word for such a place, and a house
/// number before capitalised words.
struct PlaceFinder: Sendable {
  private let schoolEndings: Set<String>
  private let addressEndings: Set<String>
  private let placeEndings: Set<String>
  private let keep: Set<String>
  private let words: WordList
  private static let joining: Set<String> = [
    "ce", "rc", "c", "e", "semh", "st", "saint", "of", "the", "and", "&", "our", "lady", "church", "catholic",
    "special", "community", "high", "primary", "junior", "infant", "upper", "grammar", "free", "all",
    "saints",
  ]
  private static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov",
    "dec",
  ]
  /// Capitalised words that make no name of a school or a house by themselves.
  private static let generic: Set<String> = [
    "the", "a", "our", "my", "his", "her", "their", "your", "high", "primary", "special", "secondary", "new",
    "at", "in", "from", "no", "virtual", "children's", "foster", "sunday", "after", "old", "each", "every",
    "this", "that", "which", "what", "school", "head", "day", "full", "i", "and", "when", "if", "both",
    "good",
    "mum", "dad", "council", "civic", "town", "city", "county", "family", "safe", "adult", "magistrates",
    "crown", "family's", "high's", "youth", "supreme", "moot", "car", "open", "big", "mainstream", "nursery",
    "specialist", "same", "local", "summer", "mother", "father", "care", "named", "to", "is", "was", "with",
    "own", "open", "training", "young", "legal", "court", "care", "long", "next", "off", "on", "by", "of",
    "children", "medical", "health", "community", "contact", "leisure", "sports", "resource", "residential",
    "nursing",
    "foster", "day", "drop", "advice", "shopping", "job", "respite", "assessment", "support",
  ]

  init(rules: RedactionRules, words: WordList) {
    schoolEndings = Set(rules.schoolEndings)
    addressEndings = Set(rules.addressEndings)
    placeEndings = Set(rules.placeEndings)
    keep = Set(rules.keep)
    self.words = words
  }

  func spans(in tokens: [TextToken]) -> [RedactionSpan] {
    var spans: [RedactionSpan] = []
    for (place, token) in tokens.enumerated() {
      if let span = ending(at: place, tokens) ?? numbered(at: place, tokens) ?? theHouse(at: place, tokens)
        ?? gate(token, at: place, tokens)
      {
        spans.append(span)
      }
    }
    return spans
  }

  /// Capitalised words before an ending: *Lowerhouses CE Junior*, *Thorn Cottage*, *Almond Close*.
  private func ending(at place: Int, _ tokens: [TextToken]) -> RedactionSpan? {
    let token = tokens[place]
    let kind: RedactionKind
    if schoolEndings.contains(token.folded) {
      kind = .school
    } else if token.isCapital, placeEndings.contains(token.folded) {
      kind = .place
    } else if token.isCapital, addressEndings.contains(token.folded) {
      kind = .address
    } else {
      return nil
    }
    guard token.isCapital || kind == .school else { return nil }
    if let span = lowerSchool(endingAt: place, tokens) { return span }
    var first = place
    while first > 0, place - first < 5, tokens[first].followsDirectly {
      let before = tokens[first - 1]
      guard before.isCapital || Self.joining.contains(before.folded) && before.shape == .lower && first > 1
      else { break }
      if before.shape == .lower, !tokens[first - 2].isCapital { break }
      if before.opensSentence, Self.generic.contains(before.folded) { break }
      first -= 1
    }
    while first < place, Self.generic.contains(tokens[first].folded),
      tokens[first].folded != "the" || place - first < 2
    {
      first += 1
    }
    let naming = tokens[first..<place].filter {
      !Self.generic.contains($0.folded) && !Self.joining.contains($0.folded) && !keep.contains($0.folded)
        && $0.isCapital
    }
    guard !naming.isEmpty else { return nil }
    // A lower-case ending needs a name that is no plain word: *Reading school* is not enough, *Cragside school* is.
    if !token.isCapital, naming.allSatisfy({ words.contains($0.folded) }) { return nil }
    if naming.allSatisfy({ $0.shape == .capitals && $0.folded.utf8.count <= 4 }) { return nil }
    var kindFound = kind
    if first > 0, tokens[first - 1].shape == .number || tokens[first - 1].shape == .code,
      tokens[first].followsDirectly, kind != .school
    {
      first = dwelling(before: first - 1, tokens)
      kindFound = .address
    }
    return RedactionSpan(
      bytes: tokens[first].bytes.lowerBound..<tokens[place].bytes.upperBound, kind: kindFound)
  }

  /// A school in lower case: *hollybank primary school*, where the name is no word.
  private func lowerSchool(endingAt place: Int, _ tokens: [TextToken]) -> RedactionSpan? {
    guard tokens[place].shape == .lower, schoolEndings.contains(tokens[place].folded) else { return nil }
    var first = place
    while first > 0, tokens[first].followsDirectly,
      schoolEndings.contains(tokens[first - 1].folded) || Self.joining.contains(tokens[first - 1].folded)
    {
      first -= 1
    }
    guard first > 0, tokens[first].followsDirectly else { return nil }
    let name = tokens[first - 1]
    guard name.shape == .lower, name.folded.utf8.count > 3, !words.contains(name.folded),
      !keep.contains(name.folded),
      !name.folded.contains("-"), !name.folded.contains("'")
    else { return nil }
    return RedactionSpan(bytes: name.bytes.lowerBound..<tokens[place].bytes.upperBound, kind: .school)
  }

  /// A house number before two capitalised words, or one that is no word: *5 Mill View*, *Flat 3, Foundry Wharf*.
  private func numbered(at place: Int, _ tokens: [TextToken]) -> RedactionSpan? {
    let token = tokens[place]
    guard token.shape == .number || token.shape == .code, token.folded.utf8.count <= 4 else { return nil }
    var last = place
    while last + 1 < tokens.count, last - place < 4, tokens[last + 1].shape == .capitalised,
      tokens[last + 1].followsDirectly || last == place && tokens[last + 1].markBefore == UInt8(ascii: ","),
      !tokens[last + 1].opensSentence, !Self.months.contains(tokens[last + 1].folded),
      !keep.contains(tokens[last + 1].folded)
    {
      last += 1
    }
    let endsInPlace =
      addressEndings.contains(tokens[last].folded) || placeEndings.contains(tokens[last].folded)
    // *16 Paddock Foot* by its ending, *12 Ravensknowle* because it is no word.
    guard last > place, endsInPlace && last > place + 1 || !words.contains(tokens[place + 1].folded) else {
      return nil
    }
    let first = dwelling(before: place, tokens)
    return RedactionSpan(
      bytes: tokens[first].bytes.lowerBound..<tokens[last].bytes.upperBound, kind: .address)
  }

  /// Where an address begins: *Flat 3, 12* before a street's name as well.
  private func dwelling(before number: Int, _ tokens: [TextToken]) -> Int {
    let dwellings: Set<String> = [
      "flat", "apt", "apartment", "unit", "room", "house", "no", "number", "bungalow",
    ]
    var first = number
    if first > 1, dwellings.contains(tokens[first - 2].folded), tokens[first - 1].folded.utf8.count <= 4,
      tokens[first].markBefore == UInt8(ascii: ",") || tokens[first].followsDirectly
    {
      first -= 2
    } else if first > 0, dwellings.contains(tokens[first - 1].folded) {
      first -= 1
    }
    return first
  }

  /// *The Gables* within a sentence.
  private func theHouse(at place: Int, _ tokens: [TextToken]) -> RedactionSpan? {
    guard place + 1 < tokens.count, tokens[place].folded == "the", tokens[place].isCapital,
      !tokens[place].opensSentence, tokens[place + 1].shape == .capitalised,
      tokens[place + 1].followsDirectly,
      !keep.contains(tokens[place + 1].folded)
    else { return nil }
    return RedactionSpan(
      bytes: tokens[place].bytes.lowerBound..<tokens[place + 1].bytes.upperBound, kind: .place)
  }

  /// A street of one word: *Northgate*, *Ravensknowle Rd* has its own ending.
  private func gate(_ token: TextToken, at place: Int, _ tokens: [TextToken]) -> RedactionSpan? {
    guard token.shape == .capitalised, !words.contains(token.folded), !keep.contains(token.folded),
      ["gate", "street", "bridge", "wood", "ley", "thorpe"].contains(where: { token.folded.hasSuffix($0) }),
      place > 0, ["on", "at", "in", "off", "near"].contains(tokens[place - 1].folded)
    else { return nil }
    return RedactionSpan(bytes: token.bytes, kind: .address)
  }
}
