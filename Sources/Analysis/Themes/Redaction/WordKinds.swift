import QAModel

/// What the lists of redaction, and the run itself, say of a word: a bit a list, so that a word is looked up once.
struct WordKinds: OptionSet, Sendable {
  let rawValue: UInt32

  static let title = WordKinds(rawValue: 1 << 0)
  static let keep = WordKinds(rawValue: 1 << 1)
  static let abbreviation = WordKinds(rawValue: 1 << 2)
  static let nameWord = WordKinds(rawValue: 1 << 3)
  static let surname = WordKinds(rawValue: 1 << 4)
  static let firstName = WordKinds(rawValue: 1 << 5)
  static let before = WordKinds(rawValue: 1 << 6)
  static let after = WordKinds(rawValue: 1 << 7)
  static let schoolEnding = WordKinds(rawValue: 1 << 8)
  static let addressEnding = WordKinds(rawValue: 1 << 9)
  static let placeEnding = WordKinds(rawValue: 1 << 10)
  static let particle = WordKinds(rawValue: 1 << 11)
  static let plainTitle = WordKinds(rawValue: 1 << 12)
  /// Of names: what few words before a name in lower case say that it is one.
  static let role = WordKinds(rawValue: 1 << 13)
  /// Found as a name with certainty in the run.
  static let known = WordKinds(rawValue: 1 << 14)
  /// The same of a word of the language.
  static let knownWord = WordKinds(rawValue: 1 << 15)
  /// Whether it was looked up among the words of the language already, and whether it is one.
  static let judged = WordKinds(rawValue: 1 << 16)
  static let isWord = WordKinds(rawValue: 1 << 17)
}

/// The kinds of every word that any list holds or the run has told something of.
struct WordKindTable: Sendable {
  private var short = WordTable<WordKinds>()
  /// Words that are long or of other letters.
  private var long: [String: WordKinds] = [:]

  init() {}

  init(_ rules: RedactionRules) {
    let lists: [(WordKinds, [String])] = [
      (.title, rules.titles), (.keep, rules.keep), (.abbreviation, rules.abbreviations),
      (.nameWord, rules.nameWords), (.surname, rules.surnames), (.firstName, rules.firstNames),
      (.before, rules.beforeNames), (.after, rules.afterNames), (.schoolEnding, rules.schoolEndings),
      (.addressEnding, rules.addressEndings), (.placeEnding, rules.placeEndings),
    ]
    for (kind, words) in lists { add(kind, to: words) }
  }

  @inline(__always)
  subscript(key: WordKey) -> WordKinds { short[key] ?? [] }

  subscript(word: String) -> WordKinds {
    WordKey(word.utf8).map { short[$0] ?? [] } ?? long[word] ?? []
  }

  mutating func add(_ kinds: WordKinds, to words: some Sequence<String>) {
    for word in words { add(kinds, to: word) }
  }

  mutating func add(_ kinds: WordKinds, to word: String) {
    if let key = WordKey(word.utf8) {
      let place = short.place(of: key, new: [])
      short[at: place].formUnion(kinds)
    } else {
      long[word, default: []].formUnion(kinds)
    }
  }
}
