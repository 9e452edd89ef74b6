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
    for (atom, slot) in atoms {
      guard let symbols = TextSymbols.symbols(of: atom.text) else { continue }
      var state = trie.step(from: 0, by: TextSymbols.space)
      for symbol in symbols { state = trie.step(from: state, by: symbol) }
      let words = UInt32(symbols.reduce(1) { $0 + ($1 == TextSymbols.space ? 1 : 0) })
      trie.add(Output(slot: slot, words: words), to: state, asStem: atom.isStem)
    }
    trie.link()
    outputs = []
    listStarts = []
    for list in trie.lists {
      listStarts.append(UInt32(outputs.count))
      outputs += list
    }
    listStarts.append(UInt32(outputs.count))
    let stride = Self.stride
    let states = trie.stems.count
    start = UInt32(Int(trie.next[0]) * stride)
    table = Array(repeating: 0, count: states * stride)
    for state in 0..<states {
      let row = state * stride
      for symbol in 0..<TextSymbols.count {
        let target = Int(trie.next[state * TextSymbols.count + symbol])
        table[row + symbol] = UInt32(target * stride) | (trie.stems[target] == 0 ? 0 : Self.stemFlag)
      }
      table[row + Self.stemColumn] = UInt32(trie.stems[state])
      table[row + Self.wordColumn] = UInt32(trie.words[state])
    }
  }

  var stateCount: Int { table.count / Self.stride }

  /// The automaton while it is built, with a row of children a state.
  ///
  /// What ends in a state is a list by its number, so that states that only inherit share one; list 0 is empty.
  private struct Trie {
    var next = Array(repeating: Int32(-1), count: TextSymbols.count)
    var stems: [Int32] = [0]
    var words: [Int32] = [0]
    var lists: [[Output]] = [[]]

    mutating func step(from state: Int, by symbol: UInt8) -> Int {
      let place = state * TextSymbols.count + Int(symbol)
      if next[place] >= 0 { return Int(next[place]) }
      let new = stems.count
      next[place] = Int32(new)
      next.append(contentsOf: repeatElement(-1, count: TextSymbols.count))
      stems.append(0)
      words.append(0)
      return new
    }

    mutating func add(_ output: Output, to state: Int, asStem: Bool) {
      var list = asStem ? stems[state] : words[state]
      if list == 0 {
        list = Int32(lists.count)
        lists.append([])
        if asStem { stems[state] = list } else { words[state] = list }
      }
      lists[Int(list)].append(output)
    }

    /// Fills every gap with where the longest suffix goes, and inherits its outputs, breadth first.
    mutating func link() {
      var suffix = Array(repeating: Int32(0), count: stems.count)
      var queue: [Int32] = []
      queue.reserveCapacity(stems.count)
      for symbol in 0..<TextSymbols.count {
        if next[symbol] < 0 { next[symbol] = 0 } else { queue.append(next[symbol]) }
      }
      var head = 0
      while head < queue.count {
        let state = Int(queue[head])
        head += 1
        let fallbackRow = Int(suffix[state]) * TextSymbols.count
        for symbol in 0..<TextSymbols.count {
          let place = state * TextSymbols.count + symbol
          let fallback = next[fallbackRow + symbol]
          let child = next[place]
          if child < 0 {
            next[place] = fallback
          } else {
            suffix[Int(child)] = fallback
            stems[Int(child)] = joined(stems[Int(child)], stems[Int(fallback)])
            words[Int(child)] = joined(words[Int(child)], words[Int(fallback)])
            queue.append(child)
          }
        }
      }
    }

    private mutating func joined(_ own: Int32, _ inherited: Int32) -> Int32 {
      if own == 0 || inherited == 0 { return max(own, inherited) }
      lists.append(lists[Int(own)] + lists[Int(inherited)])
      return Int32(lists.count - 1)
    }
  }
}
