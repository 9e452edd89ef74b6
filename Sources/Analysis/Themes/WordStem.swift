/// The part of an English word that its forms share: *vape*, *vapes*, *vaping* and *vaped* are *vap*.
///
/// A short list of endings, not a whole stemmer: it only has to bring the forms of a word together, and what it
/// makes is never shown.
enum WordStem {
  private static let endings = [
    "'s", "ingly", "edly", "ings", "ing", "ies", "ied", "ed", "es", "s", "ly", "y", "e",
  ]

  static func of(_ word: String) -> String {
    for ending in endings
    where word.hasSuffix(ending)
      && word.utf8.count - ending.utf8.count >= (ending == "ly" ? 5 : 3)
    {
      let stem = word.dropLast(ending.count)
      if ending == "s", stem.hasSuffix("s") { return word }
      // *stopping* and *stop*: the doubled letter goes.
      if ["ing", "ed", "ings"].contains(ending), stem.count > 3, stem.last == stem.dropLast().last,
        let last = stem.last, !"lsz".contains(last)
      {
        return String(stem.dropLast())
      }
      return String(stem)
    }
    return word
  }
}
