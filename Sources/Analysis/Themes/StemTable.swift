/// The words of comments as numbers, one for all forms of a word: each form is stemmed once.
struct StemTable {
  /// Of a word that says nothing by itself: *the*, *went*, *social*.
  static let idle: Int32 = -1

  private var short = WordTable<Int32>(room: 8192)
  /// Words that are long or of other letters.
  private var long: [String: Int32] = [:]
  private var numbers: [String: Int32] = [:]
  /// Number → the part that the forms share.
  private(set) var stems: [String] = []

  /// The number of a word's stem, `idle` where it is no part of a phrase.
  mutating func number(of token: TextToken) -> Int32 {
    guard token.shape != .number, token.length > 1 else { return Self.idle }
    guard token.key.count > 0 else {
      let folded = token.folded
      if let known = long[folded] { return known }
      let new = numbered(folded)
      long[folded] = new
      return new
    }
    if let known = short[token.key] { return known }
    let new = numbered(token.folded)
    _ = short.place(of: token.key, new: new)
    return new
  }

  private mutating func numbered(_ folded: String) -> Int32 {
    if Self.idleWords.contains(folded) { return Self.idle }
    let stem = WordStem.of(folded.filter { $0 != "-" })
    if let known = numbers[stem] { return known }
    numbers[stem] = Int32(stems.count)
    stems.append(stem)
    return Int32(stems.count - 1)
  }

  private static let idleWords: Set<String> = {
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
}
