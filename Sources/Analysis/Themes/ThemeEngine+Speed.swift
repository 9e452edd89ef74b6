import QAModel

/// What a benchmark needs to set the engine beside plain matching of the same phrases.
extension ThemeEngine {
  /// The words and phrases that the automaton looks for, each once, sorted.
  public var soughtWords: [String] {
    let lists = reader.phrases.automaton.atoms
    return Set(lists.map(\.text)).sorted()
  }

  /// How often the automaton alone finds one of them: a pass over the bytes, without clauses, negation or polarity.
  public func plainMatches(in text: UnsafeBufferPointer<UInt8>) -> Int {
    let automaton = reader.phrases.automaton
    return automaton.table.withUnsafeBufferPointer { table in
      TextSymbols.table.withUnsafeBufferPointer { symbols in
        var state = automaton.start
        var found = 0
        for byte in text {
          var symbol = symbols[Int(byte)]
          if symbol >= TextSymbols.firstBreak { symbol = TextSymbols.space }
          let words = Int(state & PhraseAutomaton.placeMask) + PhraseAutomaton.wordColumn
          if symbol == TextSymbols.space, table[words] != 0 { found += 1 }
          let next = PhraseAutomaton.next(state, symbol, in: table)
          if next & PhraseAutomaton.stemFlag != 0 { found += 1 }
          state = next & ~PhraseAutomaton.stemFlag
        }
        return found
      }
    }
  }
}
