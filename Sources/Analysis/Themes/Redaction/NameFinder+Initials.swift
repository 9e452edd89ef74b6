import QAModel

/// People by their initials.
extension NameFinder {
  /// *Child M*, *Mother B*: people whom a letter stands for.
  private static let lettered: Set<String> = [
    "child", "mother", "father", "baby", "parent", "sibling", "sister", "brother", "boy", "girl", "mum",
    "dad",
  ]

  func isInitials(_ place: Int, _ tokens: [TextToken]) -> Bool {
    let token = tokens[place]
    guard token.shape == .capitals, !token.folded.contains("'"), !token.folded.contains("&") else {
      return false
    }
    let length = token.length
    let next = place + 1 < tokens.count ? tokens[place + 1] : nil
    if length == 1 {
      if token.folded == "i" || token.folded == "a" && token.opensSentence { return dotted(token, next) }
      if isLabel(place, tokens) { return false }
      if place > 0, tokens[place].followsDirectly, Self.lettered.contains(tokens[place - 1].folded) {
        return true
      }
      if let next, next.shape == .number, next.followsDirectly { return false }
      return dotted(token, next) || previousDotted(place, tokens)
        || next.map { $0.kinds.contains(.after) && $0.followsDirectly } ?? false
        || place > 0 && tokens[place - 1].kinds.contains(.before) && token.folded != "a"
    }
    guard length <= 3, !token.kinds.contains(.abbreviation), length == 2 || !isWord(token)
    else {
      return false
    }
    if length == 3, token.folded.hasSuffix("s"),
      table[String(token.folded.dropLast())].contains(.abbreviation)
    {
      return false
    }
    if length == 3 { return token.markBefore == UInt8(ascii: "(") }
    return true
  }

  /// *Section F*, *sections B and E*: a letter that counts parts.
  func isLabel(_ place: Int, _ tokens: [TextToken]) -> Bool {
    var first = place
    while first > 1, ["and", "&", "or"].contains(tokens[first - 1].folded),
      tokens[first - 2].shape == .capitals,
      tokens[first - 2].length == 1
    {
      first -= 2
    }
    return first > 0 && tokens[first].followsDirectly
      && Self.notInitialsAfter.contains(tokens[first - 1].folded)
  }

  /// *S.* of *S.K.*
  func dotted(_ token: TextToken, _ next: TextToken?) -> Bool {
    guard let next else { return false }
    return next.shape == .capitals && next.length == 1 && next.markBefore == UInt8(ascii: ".")
      && next.bytes.lowerBound - token.bytes.upperBound == 1
  }

  func previousDotted(_ place: Int, _ tokens: [TextToken]) -> Bool {
    guard place > 0, tokens[place - 1].shape == .capitals, tokens[place - 1].length == 1 else {
      return false
    }
    return tokens[place].bytes.lowerBound - tokens[place - 1].bytes.upperBound == 1
      && tokens[place].markBefore == UInt8(ascii: ".")
  }
}
