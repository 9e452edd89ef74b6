import QAModel

/// The clauses of a comment: stretches of words that one judgement is about.
///
/// A sentence end, a semicolon, colon or dash, a bracket's sides stay; *but*, *however*, *although*, *yet* and
/// their like begin a clause that is set against the one before. *Although X, Y* begins with the clause that is
/// set against what follows.
struct Clause: Sendable {
  var first: Int32
  var last: Int32
  var sentence: UInt16
  /// Set against the clause before it.
  var contrasts: Bool
  /// What the judging words in it add up to.
  var valence: Float = 0
  /// What the learnt words in it lean to; above 0 good.
  var leaning: Float = 0
}

enum ClauseSplitter {
  /// Fills `clauses` and tells every word its clause.
  static func split(_ scan: inout CommentScan, into clauses: inout [Clause]) {
    clauses.removeAll(keepingCapacity: true)
    guard !scan.words.isEmpty else { return }
    // 0: no cut, 1: a cut, 2: a cut with contrast.
    var concessionUntilComma = false
    var matchPlace = 0
    for word in 0..<scan.words.count {
      let before = scan.words[word].before
      var cuts = word == 0 || before >= .clause
      var contrasts = false
      if before == .sentence { concessionUntilComma = false }
      if concessionUntilComma, before == .comma {
        cuts = true
        contrasts = true
        concessionUntilComma = false
      }
      while matchPlace < scan.splitters.count, Int(scan.splitters[matchPlace].first) < word {
        matchPlace += 1
      }
      if matchPlace < scan.splitters.count, Int(scan.splitters[matchPlace].first) == word {
        let role = scan.splitters[matchPlace].role
        let opens = word == 0 || before == .sentence
        switch role {
        case .contrast:
          cuts = true
          contrasts = word > 0
        case .concession:
          if opens { concessionUntilComma = true } else { contrasts = true }
          cuts = true
        default:
          cuts = true
        }
      }
      if cuts {
        if !clauses.isEmpty { clauses[clauses.count - 1].last = Int32(word - 1) }
        clauses.append(
          Clause(
            first: Int32(word), last: Int32(word), sentence: scan.words[word].sentence, contrasts: contrasts))
      }
      scan.setClause(UInt16(clamping: clauses.count - 1), of: word)
    }
    clauses[clauses.count - 1].last = Int32(scan.words.count - 1)
  }
}
