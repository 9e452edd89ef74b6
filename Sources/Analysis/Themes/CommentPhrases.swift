/// The phrases of one comment, each once: words by their stems, without what says nothing and without personal data.
enum CommentPhrases {
  struct Phrase {
    /// Stems, with a blank between.
    var key: String
    var written: String
    var bytes: Range<Int>
  }

  private static let idle: Set<String> = {
    let words = """
      a about after again all also always am an and any are as asked at away back be because been before being both
      but by came can can't cant come could cos day days did didn't do does doesn't doing don't done dont down each
      even ever every for from get gets getting give given go goes going gone good got had has have haven't having he
      her here him his how i i'd i'll i'm i've if in into is isn't it it's its just keep know last let like long look
      made make many me more most much my never new next no nobody not nothing now of off old on once one only or
      other our out over own people put said same saw say says see seen she should since so some someone still such
      take than that that's the their them then there these they they're thing things think this those three through
      time times to told too two up us use used very want wants was wasn't way we we're well went were what what's
      when where which while who why will with without won't work worker would year years yes yet you your week weeks
      month months man men woman women lady boy boys girl girls really tell than them between under until whether first second another something anyone everyone
      i'd you're he's she's child children young person family mum dad social service services
      """
    return Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
  }()

  static func phrases(of text: String, redactor: Redactor) -> [Phrase] {
    let tokens = TextToken.tokens(of: Array(text.utf8))
    let personal = redactor.spans(in: text).map(\.bytes)
    var phrases: [String: Phrase] = [:]
    func add(_ words: ArraySlice<TextToken>) {
      guard let first = words.first, let last = words.last else { return }
      let folded = words.map { $0.folded.filter { $0 != "-" } }
      let key = folded.map(WordStem.of).joined(separator: " ")
      if phrases[key] == nil {
        phrases[key] = Phrase(
          key: key, written: words.map(\.folded).joined(separator: " "),
          bytes: first.bytes.lowerBound..<last.bytes.upperBound)
      }
    }
    for place in tokens.indices where speaks(tokens[place], personal) {
      add(tokens[place...place])
      var end = place + 1
      while end < tokens.count, end - place < 3, tokens[end].followsDirectly, speaks(tokens[end], personal) {
        add(tokens[place...end])
        end += 1
      }
    }
    return phrases.values.sorted { $0.key < $1.key }
  }

  private static func speaks(_ token: TextToken, _ personal: [Range<Int>]) -> Bool {
    token.shape != .number && token.folded.utf8.count > 1 && !idle.contains(token.folded)
      && !personal.contains { $0.overlaps(token.bytes) }
  }
}
