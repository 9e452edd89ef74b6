public import QAModel

/// What a thematic report is asked for: a theme of the taxonomy, or words.
///
/// Words are joined by AND (also where nothing stands between them), OR and NOT, grouped by parentheses; *OR* binds
/// weaker than *AND*. `"pathway plan"` are words in a row, `safeguard*` words that begin so. Case, accents and
/// punctuation do not matter.
public indirect enum ThematicQuery: Sendable, Hashable {
  /// Position in the taxonomy.
  case theme(Int)
  /// Words in a row; with `isPrefix` more letters may follow the last.
  case words([String], isPrefix: Bool)
  case all([ThematicQuery])
  case any([ThematicQuery])
  case not(ThematicQuery)

  /// A query that cannot be read: what is wrong and where.
  public struct Fault: Error, Sendable, Hashable, CustomStringConvertible {
    /// Of the character it stops at, from 1; `nil` where it is about the query as a whole.
    public let position: Int?
    /// What is wrong and what to do.
    public let reason: String

    public var description: String {
      position.map { "character \($0) of the query: \(reason)" } ?? "the query: \(reason)"
    }
  }

  /// Characters of the longest query that is read.
  public static let longest = 1000

  /// Reads a query. A theme's name by itself, or its id, is the theme.
  public init(parsing text: String, taxonomy: ThemeTaxonomy) throws(Fault) {
    guard text.count <= Self.longest else {
      throw Fault(
        position: nil,
        reason:
          "it has \(text.count) characters, and at most \(Self.longest) are read: look for less at a time")
    }
    let slug = Slug.make(text)
    if !Self.hasNotation(text),
      let theme = taxonomy.themes.firstIndex(where: {
        Slug.make($0.id) == slug || Slug.make($0.name) == slug
      })
    {
      self = .theme(theme)
      return
    }
    var parser = try ThematicQueryParser(text)
    self = try parser.query()
  }

  /// Names of themes that somebody who wrote this may have meant, the nearest first: those that hold all of its words,
  /// then the one that is spelt most like it. None where it is more than plain words.
  public static func themes(near text: String, in taxonomy: ThemeTaxonomy) -> [String] {
    let words = SearchText.words(of: text)
    guard !words.isEmpty, !hasNotation(text) else { return [] }
    let names = taxonomy.themes.map(\.name)
    var near = names.filter { name in
      let own = SearchText.words(of: name)
      return words.allSatisfy { word in own.contains { $0 == word || (word.count > 3 && $0.hasPrefix(word)) }
      }
    }
    // A word of a name that is misspelt, or the whole of one.
    let candidates = taxonomy.themes.flatMap { theme in
      ([theme.name, theme.id] + SearchText.words(of: theme.name).filter { $0.count > 4 }).map {
        ($0, theme.name)
      }
    }
    if let spelt = Spelling.nearest(text, in: candidates.map(\.0)) {
      for (candidate, name) in candidates where candidate == spelt && !near.contains(name) {
        near.append(name)
      }
    }
    return near
  }

  /// Whether it is more than plain words: `"plan"` looks for the word, `plan` may be a theme.
  private static func hasNotation(_ text: String) -> Bool {
    text.contains { "\"\u{201C}\u{201D}()*".contains($0) }
  }

  /// The query as it was understood, with every AND that nobody wrote: `"missed visits" AND NOT (school OR nursery)`.
  public func described(_ taxonomy: ThemeTaxonomy) -> String {
    switch self {
    case .theme(let theme): return taxonomy.themes[theme].name
    case .words(let words, let isPrefix):
      let text = words.joined(separator: " ") + (isPrefix ? "*" : "")
      return words.count > 1 ? "\"\(text)\"" : text
    case .all(let parts): return parts.map { $0.nested(taxonomy) }.joined(separator: " AND ")
    case .any(let parts): return parts.map { $0.nested(taxonomy) }.joined(separator: " OR ")
    case .not(let part): return "NOT \(part.nested(taxonomy))"
    }
  }

  private func nested(_ taxonomy: ThemeTaxonomy) -> String {
    let text = described(taxonomy)
    return switch self {
    case .any, .all: "(\(text))"
    case .theme, .words, .not: text
    }
  }

  /// Whether it could hold of a comment that has none of its words.
  var holdsWithoutWords: Bool {
    switch self {
    case .theme, .words: false
    case .all(let parts): parts.allSatisfy(\.holdsWithoutWords)
    case .any(let parts): parts.contains(where: \.holdsWithoutWords)
    case .not(let part): !part.holdsWithoutWords
    }
  }

  /// Every word and phrase of it, those that must not be there too.
  var allWords: [[String]] {
    switch self {
    case .theme: []
    case .words(let words, _): [words]
    case .all(let parts), .any(let parts): parts.flatMap(\.allWords)
    case .not(let part): part.allWords
    }
  }
}
