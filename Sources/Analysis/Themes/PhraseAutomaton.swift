import QAModel

/// Finds every atom of every pattern in one pass: Aho and Corasick, *Efficient string matching* (1975), as a dense
/// table.
///
/// A row a state: the next state a symbol (already multiplied to the row's place, so that a step is one look-up),
/// then the lists of atoms that end here as a stem and as a whole word. Each atom begins with a space symbol,
/// so that it only matches at the beginning of a word.
struct PhraseAutomaton: Sendable {
  /// An atom that has been found, as a step of a pattern.
  struct Output: Sendable, Hashable {
    var slot: UInt32
    /// How many words the atom has.
    var words: UInt32
  }

  static let stride = TextSymbols.count + 2
  static let stemColumn = TextSymbols.count
  static let wordColumn = TextSymbols.count + 1

  /// Set on a next state that has stems ending there.
  static let stemFlag: UInt32 = 0x8000_0000

  private(set) var table: [UInt32]
  /// Lists of outputs, each begun at the place a column names, ended by the next list's beginning.
  private(set) var outputs: [Output]
  private(set) var listStarts: [UInt32]
  /// The state after a space.
  let start: UInt32
  /// What it looks for.
  let atoms: [PhrasePattern.Atom]

  /// Builds the automaton over atoms and the slot each stands for.
  init(_ atoms: [(atom: PhrasePattern.Atom, slot: UInt32)]) {
    self.atoms = atoms.map(\.atom)
    var trie = Trie()
    var ends: [PhrasePattern.Atom: (state: Int, words: UInt32)] = [:]
    for (atom, slot) in atoms {
      let end: (state: Int, words: UInt32)
      if let known = ends[atom] {
        end = known
      } else {
        guard let symbols = TextSymbols.symbols(of: atom.text) else { continue }
        var state = trie.step(from: 0, by: TextSymbols.space)
        var words: UInt32 = 1
        for symbol in symbols {
          state = trie.step(from: state, by: symbol)
          if symbol == TextSymbols.space { words += 1 }
        }
        end = (state, words)
        ends[atom] = end
      }
      trie.add(Output(slot: slot, words: end.words), to: end.state, asStem: atom.isStem)
    }
    table = trie.linked()
    outputs = []
    listStarts = []
    outputs.reserveCapacity(trie.lists.reduce(0) { $0 + $1.count })
    listStarts.reserveCapacity(trie.lists.count + 1)
    for list in trie.lists {
      listStarts.append(UInt32(outputs.count))
      outputs += list
    }
    listStarts.append(UInt32(outputs.count))
    start = table[Int(TextSymbols.space)] & ~Self.stemFlag
  }

  var stateCount: Int { table.count / Self.stride }

  /// The automaton while it is built, with a list of children a state.
  ///
  /// What ends in a state is a list by its number, so that states that only inherit share one; list 0 is empty.
  private struct Trie {
    private struct State {
      /// The first child, and the next child of the same parent; 0 where there is none.
      var child: Int32 = 0
      var sibling: Int32 = 0
      /// What leads here.
      var symbol: UInt8 = 0
      var stems: Int32 = 0
      var words: Int32 = 0
    }

    private var states = [State()]
    var lists: [[Output]] = [[]]

    mutating func step(from state: Int, by symbol: UInt8) -> Int {
      var child = states[state].child
      while child > 0 {
        if states[Int(child)].symbol == symbol { return Int(child) }
        child = states[Int(child)].sibling
      }
      states.append(State(sibling: states[state].child, symbol: symbol))
      states[state].child = Int32(states.count - 1)
      return states.count - 1
    }

    mutating func add(_ output: Output, to state: Int, asStem: Bool) {
      var list = asStem ? states[state].stems : states[state].words
      if list == 0 {
        list = Int32(lists.count)
        lists.append([])
        if asStem { states[state].stems = list } else { states[state].words = list }
      }
      lists[Int(list)].append(output)
    }

    /// The table, filled breadth first: a state goes where its longest suffix goes, unless it has a child there, and
    /// inherits that suffix's outputs. The suffix is shorter, so its row is complete.
    ///
    /// Rows lie in that order too: the states that text is nearly always in are the short ones, side by side.
    mutating func linked() -> [UInt32] {
      let stride = PhraseAutomaton.stride
      var table = [UInt32](repeating: 0, count: states.count * stride)
      /// By row: the state, and the row of its longest suffix.
      var queue: [Int32] = [0]
      var suffix: [Int32] = [0]
      queue.reserveCapacity(states.count)
      suffix.reserveCapacity(states.count)
      var head = 0
      while head < queue.count {
        let state = Int(queue[head])
        let (row, fallbackRow) = (head * stride, Int(suffix[head]) * stride)
        if head > 0 {
          for symbol in 0..<TextSymbols.count { table[row + symbol] = table[fallbackRow + symbol] }
        }
        var next = states[state].child
        while next > 0 {
          let child = Int(next)
          let place = row + Int(states[child].symbol)
          let fallback = head > 0 ? Int(table[place] & ~PhraseAutomaton.stemFlag) / stride : 0
          if head > 0 {
            let inherited = states[Int(queue[fallback])]
            states[child].stems = joined(states[child].stems, inherited.stems)
            states[child].words = joined(states[child].words, inherited.words)
          }
          table[place] =
            UInt32(queue.count * stride) | (states[child].stems == 0 ? 0 : PhraseAutomaton.stemFlag)
          queue.append(next)
          suffix.append(Int32(fallback))
          next = states[child].sibling
        }
        table[row + PhraseAutomaton.stemColumn] = UInt32(states[state].stems)
        table[row + PhraseAutomaton.wordColumn] = UInt32(states[state].words)
        head += 1
      }
      return table
    }

    private mutating func joined(_ own: Int32, _ inherited: Int32) -> Int32 {
      if own == 0 || inherited == 0 { return max(own, inherited) }
      lists.append(lists[Int(own)] + lists[Int(inherited)])
      return Int32(lists.count - 1)
    }
  }
}
