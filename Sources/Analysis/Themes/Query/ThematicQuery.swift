public import QAModel

/// What a thematic report is asked for: a theme of the taxonomy, or words.
///
/// Words are joined by AND (also where nothing stands between them), OR and NOT, grouped by parentheses; *OR* binds
/// weaker than *AND*. `"pathway plan"` are words in a row, `safeguard*` words that begin so. Case and punctuation do
/// not matter.
public indirect enum ThematicQuery: Sendable, Hashable {
  /// Position in the taxonomy.
  case theme(Int)
  /// Words in a row.
  case words([String], isPrefix: Bool)
  case all([ThematicQuery])
  case any([ThematicQuery])
  case not(ThematicQuery)

  /// A query that cannot be read: what is wrong and where.
  public struct Fault: Error, Sendable, Hashable, CustomStringConvertible {
    /// Of the character it stops at, from 1.
    public let position: Int
    public let reason: String

    public var description: String { "\(reason), at character \(position)" }
  }

  /// Reads a query. A name of a theme by itself, or its id, is the theme.
  public init(parsing text: String, taxonomy: ThemeTaxonomy) throws(Fault) {
    let slug = Slug.make(text)
    if let theme = taxonomy.themes.firstIndex(where: {
      Slug.make($0.id) == slug || Slug.make($0.name) == slug
    }) {
      self = .theme(theme)
      return
    }
    var parser = ThematicQueryParser(text)
    self = try parser.query()
  }

  /// The theme whose name is nearest to what was written, where one is near.
  public static func nearestTheme(to text: String, taxonomy: ThemeTaxonomy) -> String? {
    Spelling.nearest(text, in: taxonomy.themes.flatMap { [$0.name, $0.id] })
  }

  /// Whether every part of it only says what must not be there: such a query finds everything else.
  var isOnlyNegative: Bool {
    switch self {
    case .theme, .words: false
    case .all(let parts): parts.allSatisfy(\.isOnlyNegative)
    case .any(let parts): parts.contains(where: \.isOnlyNegative)
    case .not: true
    }
  }
}

/// Reads the notation of `ThematicQuery`.
private struct ThematicQueryParser {
  private enum Token: Equatable {
    case word(String, isPrefix: Bool)
    case phrase([String])
    case and, or, not, open, close
  }

  private let tokens: [(token: Token, position: Int)]
  private let end: Int
  private let fault: ThematicQuery.Fault?
  private var place = 0

  init(_ text: String) {
    let characters = Array(text)
    end = characters.count + 1
    var tokens: [(Token, Int)] = []
    var fault: ThematicQuery.Fault?
    var at = 0
    while at < characters.count, fault == nil {
      let position = at + 1
      switch characters[at] {
      case "(":
        tokens.append((.open, position))
        at += 1
      case ")":
        tokens.append((.close, position))
        at += 1
      case "\"", "\u{201C}", "\u{201D}":
        let closing = characters[(at + 1)...].firstIndex { "\"\u{201C}\u{201D}".contains($0) }
        guard let closing else {
          fault = .init(position: position, reason: "the quotation mark is never closed")
          break
        }
        let words = SearchText.words(of: String(characters[(at + 1)..<closing]))
        if words.isEmpty {
          fault = .init(position: position, reason: "there is no word between the quotation marks")
        }
        tokens.append((.phrase(words), position))
        at = closing + 1
      case let character where character.isWhitespace: at += 1
      default:
        var stop = at
        while stop < characters.count, !characters[stop].isWhitespace,
          !"()\"\u{201C}\u{201D}".contains(characters[stop])
        {
          stop += 1
        }
        let written = String(characters[at..<stop])
        switch written {
        case "AND": tokens.append((.and, position))
        case "OR": tokens.append((.or, position))
        case "NOT": tokens.append((.not, position))
        default:
          let words = SearchText.words(of: written)
          let isPrefix = written.hasSuffix("*")
          if words.isEmpty {
            fault = .init(
              position: position, reason: "\u{201C}\(written)\u{201D} has no letter or digit to look for")
          } else if words.count == 1 {
            tokens.append((.word(words[0], isPrefix: isPrefix), position))
          } else {
            tokens.append((.phrase(words), position))
          }
        }
        at = stop
      }
    }
    self.tokens = tokens
    self.fault = fault
  }

  mutating func query() throws(ThematicQuery.Fault) -> ThematicQuery {
    if let fault { throw fault }
    guard !tokens.isEmpty else { throw .init(position: 1, reason: "there is nothing to look for") }
    let query = try alternatives()
    if place < tokens.count {
      throw .init(position: tokens[place].position, reason: "a parenthesis is closed that was never opened")
    }
    if query.isOnlyNegative {
      throw .init(position: 1, reason: "the query only says what must not be there: add a word that must")
    }
    return query
  }

  private mutating func alternatives() throws(ThematicQuery.Fault) -> ThematicQuery {
    var parts = [try conjunction()]
    while next == .or {
      place += 1
      parts.append(try conjunction())
    }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func conjunction() throws(ThematicQuery.Fault) -> ThematicQuery {
    var parts = [try term()]
    while let token = next, token != .or, token != .close {
      if token == .and { place += 1 }
      parts.append(try term())
    }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func term() throws(ThematicQuery.Fault) -> ThematicQuery {
    guard let token = next else {
      throw .init(position: end, reason: "a word is missing at the end")
    }
    let position = tokens[place].position
    place += 1
    switch token {
    case .word(let word, let isPrefix): return .words([word], isPrefix: isPrefix)
    case .phrase(let words): return .words(words, isPrefix: false)
    case .not: return .not(try term())
    case .open:
      let inner = try alternatives()
      guard next == .close else { throw .init(position: position, reason: "the parenthesis is never closed") }
      place += 1
      return inner
    case .and, .or, .close: throw .init(position: position, reason: "a word is missing before this")
    }
  }

  private var next: Token? { place < tokens.count ? tokens[place].token : nil }
}
