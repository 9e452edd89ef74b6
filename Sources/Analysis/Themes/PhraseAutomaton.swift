import QAModel

/// Finds every atom of every pattern in one pass: Aho and Corasick, *Efficient string matching* (1975).
///
/// A state is a place in one table. There stand the lists of atoms that end here as a whole word and as a stem, and
/// then, where the state has several children, the next state of every symbol. Nine states in ten have one child or
/// none: they hold that child, its symbol, and the state to try instead, which is the longest suffix, and take far less room
/// than a row of next states. Each atom begins with a space symbol, so that it only matches at the beginning of a word.
struct PhraseAutomaton: Sendable {
  /// An atom that has been found, as a step of a pattern.
  struct Output: Sendable, Hashable {
    var slot: UInt32
    /// How many words the atom has.
    var words: UInt32
  }

  /// Set on a next state that has stems ending there.
  static let stemFlag: UInt32 = 0x8000_0000
  /// Set on a state with one child or none.
  static let narrowFlag: UInt32 = 0x4000_0000
  /// What is left is the state's place in the table.
  static let placeMask: UInt32 = 0x3FFF_FFFF
  /// The lowest bits of a stem column; above them a narrow state has its child's symbol.
  static let listMask: UInt32 = 0x00FF_FFFF
  /// From a state's place: its lists; then of a narrow one the child and the suffix, of others the next state by symbol.
  static let wordColumn = 0
  static let stemColumn = 1
  static let childColumn = 2
  static let suffixColumn = 3
  static let symbolColumn = 2

  /// The next state, with `stemFlag` where stems end there.
  @inline(__always)
  static func next(_ state: UInt32, _ symbol: UInt8, in table: UnsafeBufferPointer<UInt32>) -> UInt32 {
    var state = state
    while state & narrowFlag != 0 {
      let place = Int(state & placeMask)
      if table[place + stemColumn] >> 24 == UInt32(symbol) { return table[place + childColumn] }
      state = table[place + suffixColumn]
    }
    return table[Int(state) + symbolColumn + Int(symbol)]
  }

  private(set) var table: [UInt32]
  /// Lists of outputs, each begun at the place a column names, ended by the next list's beginning.
  private(set) var outputs: [Output]
  private(set) var listStarts: [UInt32]
  /// The state after a space.
  let start: UInt32
  /// What it looks for.
  let atoms: [PhrasePattern.Atom]

  /// Builds the automaton over atoms.
  ///
  /// - Parameter slots: the position of an atom, and a slot that it stands for.
  init(_ atoms: [PhrasePattern.Atom], slots: [(atom: Int32, slot: UInt32)]) {
    self.atoms = atoms
    var trie = Trie()
    var ends = [(state: Int, words: UInt32)?](repeating: nil, count: atoms.count)
    for (number, slot) in slots {
      let atom = atoms[Int(number)]
      let end: (state: Int, words: UInt32)
      if let known = ends[Int(number)] {
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
        ends[Int(number)] = end
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
    start = table[Self.symbolColumn + Int(TextSymbols.space)] & ~Self.stemFlag
  }

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
    /// inherits that suffix's outputs. The suffix is shorter, so it is complete.
    ///
    /// States lie in that order too: those that text is nearly always in are the short ones, side by side.
    mutating func linked() -> [UInt32] {
      var order: [Int32] = [0]
      var suffix = [Int32](repeating: 0, count: states.count)
      order.reserveCapacity(states.count)
      var head = 0
      while head < order.count {
        let state = Int(order[head])
        var next = states[state].child
        while next > 0 {
          let child = Int(next)
          if state > 0 {
            let inherited = Int(goto(suffix[state], states[child].symbol, suffix))
            suffix[child] = Int32(inherited)
            states[child].stems = joined(states[child].stems, states[inherited].stems)
            states[child].words = joined(states[child].words, states[inherited].words)
          }
          order.append(next)
          next = states[child].sibling
        }
        head += 1
      }
      let (places, size) = places(order)
      return table(order, suffix, places, size)
    }

    /// The state that a suffix, or the longest of its own suffixes that can, goes to.
    private func goto(_ state: Int32, _ symbol: UInt8, _ suffix: [Int32]) -> Int32 {
      var state = state
      while true {
        var child = states[Int(state)].child
        while child > 0 {
          if states[Int(child)].symbol == symbol { return child }
          child = states[Int(child)].sibling
        }
        if state == 0 { return 0 }
        state = suffix[Int(state)]
      }
    }

    /// Whether a state has a place of its own for every symbol.
    private func isWide(_ state: Int32) -> Bool {
      let child = states[Int(state)].child
      return state == 0 || child > 0 && states[Int(child)].sibling > 0
    }

    /// By state: its place in the table, flagged where it is narrow; and the size of the table.
    private func places(_ order: [Int32]) -> ([UInt32], Int) {
      var places = [UInt32](repeating: 0, count: order.count)
      var size = 0
      for state in order {
        if isWide(state) {
          places[Int(state)] = UInt32(size)
          size += PhraseAutomaton.symbolColumn + TextSymbols.count
        } else {
          places[Int(state)] = UInt32(size) | PhraseAutomaton.narrowFlag
          size += PhraseAutomaton.suffixColumn + 1
        }
      }
      return (places, size)
    }

    private func table(
      _ order: [Int32], _ suffix: [Int32], _ places: [UInt32], _ size: Int
    ) -> [UInt32] {
      var table = [UInt32](repeating: 0, count: size)
      for state in order {
        let described = states[Int(state)]
        let place = Int(places[Int(state)] & PhraseAutomaton.placeMask)
        table[place + PhraseAutomaton.wordColumn] = UInt32(described.words)
        table[place + PhraseAutomaton.stemColumn] = UInt32(described.stems)
        if isWide(state) {
          let columns = place + PhraseAutomaton.symbolColumn
          if state > 0 { inherit(columns, suffix[Int(state)], suffix, places, &table) }
          var next = described.child
          while next > 0 {
            table[columns + Int(states[Int(next)].symbol)] = entry(next, places)
            next = states[Int(next)].sibling
          }
        } else {
          let child = described.child
          let symbol = child > 0 ? states[Int(child)].symbol : UInt8.max
          table[place + PhraseAutomaton.stemColumn] |= UInt32(symbol) << 24
          if child > 0 { table[place + PhraseAutomaton.childColumn] = entry(child, places) }
          // A suffix that only has the same child to offer, or none, would be tried in vain.
          var instead = suffix[Int(state)]
          while !isWide(instead),
            child == 0 && states[Int(instead)].child == 0
              || child > 0
                && (states[Int(instead)].child == 0
                  || states[Int(states[Int(instead)].child)].symbol == symbol)
          {
            instead = suffix[Int(instead)]
          }
          table[place + PhraseAutomaton.suffixColumn] = places[Int(instead)]
        }
      }
      return table
    }

    /// Fills a row with where a suffix goes: as the nearest of its own suffixes that has a row, but for the children of
    /// those before it.
    private func inherit(
      _ columns: Int, _ from: Int32, _ suffix: [Int32], _ places: [UInt32], _ table: inout [UInt32]
    ) {
      var nearest = from
      while !isWide(nearest) { nearest = suffix[Int(nearest)] }
      let row = Int(places[Int(nearest)]) + PhraseAutomaton.symbolColumn
      for symbol in 0..<TextSymbols.count { table[columns + symbol] = table[row + symbol] }
      // Nearer suffixes go before farther ones.
      var taken: UInt64 = 0
      var narrow = from
      while narrow != nearest {
        let child = states[Int(narrow)].child
        if child > 0 {
          let symbol = Int(states[Int(child)].symbol)
          if taken & 1 << UInt64(symbol) == 0 { table[columns + symbol] = entry(child, places) }
          taken |= 1 << UInt64(symbol)
        }
        narrow = suffix[Int(narrow)]
      }
    }

    private func entry(_ state: Int32, _ places: [UInt32]) -> UInt32 {
      places[Int(state)] | (states[Int(state)].stems == 0 ? 0 : PhraseAutomaton.stemFlag)
    }

    private mutating func joined(_ own: Int32, _ inherited: Int32) -> Int32 {
      if own == 0 || inherited == 0 { return max(own, inherited) }
      lists.append(lists[Int(own)] + lists[Int(inherited)])
      return Int32(lists.count - 1)
    }
  }
}
