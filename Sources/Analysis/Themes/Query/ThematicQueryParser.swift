import QAModel

/// Reads the notation of `ThematicQuery`.
struct ThematicQueryParser {
  private enum Token: Equatable {
    case words([String], isPrefix: Bool)
    case and, or, not, open, close
  }

  typealias Fault = ThematicQuery.Fault

  private var tokens: [(token: Token, position: Int)] = []
  private let end: Int
  private var place = 0

  private static let joins: Set<String> = ["&", "+", "-", "\u{2013}", "\u{2014}", "/", ","]
  private static let quotes: Set<Character> = ["\"", "\u{201C}", "\u{201D}"]

  init(_ text: String) throws(Fault) {
    let characters = Array(text)
    end = characters.count + 1
    var at = 0
    while at < characters.count {
      let start = at
      switch characters[at] {
      case "(": add(.open, start)
      case ")": add(.close, start)
      case let character where Self.quotes.contains(character):
        at += 1
        while at < characters.count, !Self.quotes.contains(characters[at]) { at += 1 }
        guard at < characters.count else {
          throw Fault(
            position: start + 1, reason: "the quotation mark is never closed: close it, or leave it out")
        }
        try addWords(String(characters[start + 1..<at]), start, isPhrase: true)
      case let character where character.isWhitespace: break
      default:
        while at + 1 < characters.count, !Self.endsWord(characters[at + 1]) { at += 1 }
        let written = String(characters[start...at])
        switch written {
        case "AND": add(.and, start)
        case "OR": add(.or, start)
        case "NOT": add(.not, start)
        default: try addWords(written, start, isPhrase: false)
        }
      }
      at += 1
    }
  }

  private static func endsWord(_ character: Character) -> Bool {
    character.isWhitespace || character == "(" || character == ")" || quotes.contains(character)
  }

  private mutating func add(_ token: Token, _ start: Int) { tokens.append((token, start + 1)) }

  private mutating func addWords(_ written: String, _ start: Int, isPhrase: Bool) throws(Fault) {
    let words = SearchText.words(of: written)
    // Signs that people write between words say nothing more than that both are meant.
    if words.isEmpty, !isPhrase, Self.joins.contains(written) { return }
    guard let last = words.last else {
      throw Fault(
        position: start + 1,
        reason: isPhrase
          ? "there is no word between the quotation marks"
          : "\u{201C}\(written.prefix(40))\u{201D} has no letter or digit to look for")
    }
    let stars = written.count { $0 == "*" }
    let isPrefix = written.hasSuffix("*")
    guard stars == (isPrefix ? 1 : 0) else {
      throw Fault(
        position: start + 1, reason: "a star can only stand once, at the end of a word: write plan*")
    }
    guard !isPrefix || last.count > 1 else {
      throw Fault(position: start + 1, reason: "a star needs two letters or more before it")
    }
    add(.words(words, isPrefix: isPrefix), start)
  }

  // MARK: Grammar

  mutating func query() throws(Fault) -> ThematicQuery {
    guard !tokens.isEmpty else {
      throw Fault(position: nil, reason: "there is nothing to look for: give a theme's name, or words")
    }
    let query = try alternatives()
    if place < tokens.count {
      throw Fault(position: tokens[place].position, reason: "a parenthesis is closed that was never opened")
    }
    if query.holdsWithoutWords {
      throw Fault(
        position: nil,
        reason: "it finds what has none of its words, and so nearly everything: add a word that must be there"
      )
    }
    return query
  }

  private mutating func alternatives() throws(Fault) -> ThematicQuery {
    var parts = [try conjunction()]
    while next == .or {
      place += 1
      parts.append(try conjunction())
    }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func conjunction() throws(Fault) -> ThematicQuery {
    var parts = [try term()]
    while let token = next, token != .or, token != .close {
      if token == .and { place += 1 }
      parts.append(try term())
    }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func term() throws(Fault) -> ThematicQuery {
    guard let token = next else {
      throw Fault(position: end, reason: "a word is missing at the end")
    }
    let position = tokens[place].position
    place += 1
    switch token {
    case .words(let words, let isPrefix): return .words(words, isPrefix: isPrefix)
    case .not: return .not(try term())
    case .open:
      let inner = try alternatives()
      guard next == .close else {
        throw Fault(position: position, reason: "the parenthesis is never closed: close it, or leave it out")
      }
      place += 1
      return inner
    case .close where place > 1 && tokens[place - 2].token == .open:
      throw Fault(position: position, reason: "there is nothing between the parentheses")
    case .and, .or, .close: throw Fault(position: position, reason: "a word is missing before this")
    }
  }

  private var next: Token? { place < tokens.count ? tokens[place].token : nil }
}
