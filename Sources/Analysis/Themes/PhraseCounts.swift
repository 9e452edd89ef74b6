/// How many comments hold each phrase of one to three words: forms of a word are one, words that say nothing and
/// personal data are no part of a phrase.
struct PhraseCounts {
  /// A phrase of a comment, where it first stands in it.
  struct Found {
    /// Its number.
    var phrase: Int32
    /// Positions among the comment's tokens.
    var tokens: Range<Int>
  }

  struct Count {
    /// The comment it was counted in last.
    fileprivate var last: Int32 = -1
    /// Comments with it among those that make up the phrases, and how many of them tell a theme by it.
    var comments: Int32 = 0
    var told: Int32 = 0
    /// Comments with it among the others.
    var earlier: Int32 = 0
  }

  private let redactor: Redactor
  private var stems = StemTable()
  private var phrases = WordTable<Count>(room: 1 << 14)
  private var comment: Int32 = -1
  private var words: [Int32] = []
  private(set) var tokens: [TextToken] = []
  /// The phrases of the latest comment, each once.
  private(set) var found: [Found] = []

  init(redactor: Redactor) { self.redactor = redactor }

  var count: Int { phrases.count }

  subscript(phrase: Int) -> Count {
    get { phrases[at: phrase] }
    set { phrases[at: phrase] = newValue }
  }

  /// The stems of a phrase.
  func stems(of phrase: Int) -> [String] {
    let key = phrases.key(at: phrase)
    return [key.low & 0xFFFF_FFFF, key.low >> 32, key.high].filter { $0 > 0 }.map { stems.stems[Int($0) - 1] }
  }

  /// The phrase as the latest comment writes it.
  func written(_ found: Found) -> String {
    tokens[found.tokens].map(\.folded).joined(separator: " ")
  }

  /// Finds the phrases of a comment, counting each once. What is not known yet becomes known.
  mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    begin(text, inAtLeast: 0)
    for first in words.indices {
      var key = WordKey()
      for last in first..<min(first + 3, words.count) {
        guard words[last] != StemTable.idle, last == first || tokens[last].followsDirectly else { break }
        Self.extend(&key, by: words[last], at: last - first)
        let phrase = phrases.place(of: key, new: Count())
        if phrases[at: phrase].last != comment {
          phrases[at: phrase].last = comment
          phrases[at: phrase].comments += 1
          found.append(Found(phrase: Int32(phrase), tokens: first..<last + 1))
        }
      }
    }
  }

  /// Finds those phrases of a comment that `fewest` of the comments added hold.
  mutating func find(_ text: UnsafeBufferPointer<UInt8>, inAtLeast fewest: Int) {
    begin(text, inAtLeast: fewest)
    for first in words.indices {
      var key = WordKey()
      for last in first..<min(first + 3, words.count) {
        guard words[last] != StemTable.idle, last == first || tokens[last].followsDirectly else { break }
        Self.extend(&key, by: words[last], at: last - first)
        // No phrase stands in more comments than its words do.
        guard let phrase = phrases.place(of: key), phrases[at: phrase].comments >= fewest else { break }
        if phrases[at: phrase].last != comment {
          phrases[at: phrase].last = comment
          found.append(Found(phrase: Int32(phrase), tokens: first..<last + 1))
        }
      }
    }
  }

  private static func extend(_ key: inout WordKey, by word: Int32, at place: Int) {
    let number = UInt64(word + 1)
    switch place {
    case 0: key.low = number
    case 1: key.low |= number << 32
    default: key.high = number
    }
  }

  /// Cuts a comment into numbered words; the personal data in it is only looked for where there is a word that so many
  /// comments hold.
  private mutating func begin(_ text: UnsafeBufferPointer<UInt8>, inAtLeast fewest: Int) {
    comment += 1
    found.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    redactor.read(text, into: &tokens)
    var isWanted = false
    for token in tokens {
      let word = stems.number(of: token)
      words.append(word)
      if !isWanted, word != StemTable.idle { isWanted = fewest == 0 || isHeld(word, inAtLeast: fewest) }
    }
    guard isWanted else {
      words.removeAll(keepingCapacity: true)
      return
    }
    for span in redactor.spans(in: text, tokens) {
      for place in tokens.indices where tokens[place].bytes.overlaps(span.bytes) {
        words[place] = StemTable.idle
      }
    }
  }

  private func isHeld(_ word: Int32, inAtLeast fewest: Int) -> Bool {
    var key = WordKey()
    Self.extend(&key, by: word, at: 0)
    return phrases[key].map { $0.comments >= fewest } ?? false
  }
}
