import QAModel

/// Finds schools, streets, homes and estates: capitalised words that end in a word for such a place, and a house
/// number before capitalised words.
struct PlaceFinder: Sendable {
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

  init(words: WordList) { self.words = words }

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
    if token.kinds.contains(.schoolEnding) {
      kind = .school
    } else if token.isCapital, token.kinds.contains(.placeEnding) {
      kind = .place
    } else if token.isCapital, token.kinds.contains(.addressEnding) {
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
      !Self.generic.contains($0.folded) && !Self.joining.contains($0.folded) && !$0.kinds.contains(.keep)
        && $0.isCapital
    }
    guard !naming.isEmpty else { return nil }
    // A lower-case ending needs a name that is no plain word: *Reading school* is not enough, *Cragside school* is.
    if !token.isCapital, naming.allSatisfy({ words.contains($0.folded) }) { return nil }
    if naming.allSatisfy({ $0.shape == .capitals && $0.length <= 4 }) { return nil }
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
    guard tokens[place].shape == .lower, tokens[place].kinds.contains(.schoolEnding) else { return nil }
    var first = place
    while first > 0, tokens[first].followsDirectly,
      tokens[first - 1].kinds.contains(.schoolEnding) || Self.joining.contains(tokens[first - 1].folded)
    {
      first -= 1
    }
    guard first > 0, tokens[first].followsDirectly else { return nil }
    let name = tokens[first - 1]
    guard name.shape == .lower, name.length > 3, !name.kinds.contains(.keep), !words.contains(name.folded),
      !name.folded.contains("-"), !name.folded.contains("'")
    else { return nil }
    return RedactionSpan(bytes: name.bytes.lowerBound..<tokens[place].bytes.upperBound, kind: .school)
  }

  /// A house number before two capitalised words, or one that is no word: *5 Mill View*, *Flat 3, Foundry Wharf*.
  private func numbered(at place: Int, _ tokens: [TextToken]) -> RedactionSpan? {
    let token = tokens[place]
    guard token.shape == .number || token.shape == .code, token.length <= 4 else { return nil }
    var last = place
    while last + 1 < tokens.count, last - place < 4, tokens[last + 1].shape == .capitalised,
      tokens[last + 1].followsDirectly || last == place && tokens[last + 1].markBefore == UInt8(ascii: ","),
      !tokens[last + 1].opensSentence, !Self.months.contains(tokens[last + 1].folded),
      !tokens[last + 1].kinds.contains(.keep)
    {
      last += 1
    }
    let endsInPlace =
      !tokens[last].kinds.isDisjoint(with: [.addressEnding, .placeEnding])
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
    if first > 1, dwellings.contains(tokens[first - 2].folded), tokens[first - 1].length <= 4,
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
    guard place + 1 < tokens.count, tokens[place].isCapital, tokens[place].folded == "the",
      !tokens[place].opensSentence, tokens[place + 1].shape == .capitalised,
      tokens[place + 1].followsDirectly,
      !tokens[place + 1].kinds.contains(.keep)
    else { return nil }
    return RedactionSpan(
      bytes: tokens[place].bytes.lowerBound..<tokens[place + 1].bytes.upperBound, kind: .place)
  }

  /// A street of one word: *Northgate*, *Ravensknowle Rd* has its own ending.
  private func gate(_ token: TextToken, at place: Int, _ tokens: [TextToken]) -> RedactionSpan? {
    guard token.shape == .capitalised, place > 0, tokens[place - 1].length <= 4,
      ["on", "at", "in", "off", "near"].contains(tokens[place - 1].folded), !token.kinds.contains(.keep),
      ["gate", "street", "bridge", "wood", "ley", "thorpe"].contains(where: { token.folded.hasSuffix($0) }),
      !words.contains(token.folded)
    else { return nil }
    return RedactionSpan(bytes: token.bytes, kind: .address)
  }
}
