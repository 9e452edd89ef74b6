import QAModel

/// What one pass over a comment found: words, where sentences and clauses may end, and complete phrases.
///
/// Kept and used again for the next comment, so that reading a million of them allocates nothing.
struct CommentScan: Sendable {
  struct Word: Sendable {
    /// Byte offsets within the comment.
    var start: UInt32 = 0
    var end: UInt32 = 0
    var sentence: UInt16 = 0
    var clause: UInt16 = 0
    var before: Break = .none
  }

  /// What stands before a word.
  enum Break: UInt8, Sendable, Comparable {
    case none, bracket, comma, clause, sentence
    static func < (left: Break, right: Break) -> Bool { left.rawValue < right.rawValue }
  }

  struct Match: Sendable {
    var first: Int32
    var last: Int32
    var ending: PhraseSet.Ending
    /// Whether a longer phrase has its words.
    var isOwned = false

    var pattern: Int32 { ending.pattern }
    var role: PhraseRole { ending.role }
  }

  private struct Progress: Sendable {
    var first: Int32 = 0
    var last: Int32 = 0
  }

  private(set) var words: [Word] = []
  var matches: [Match] = []
  /// The matches that may begin a clause, by their first word.
  var splitters: [Match] = []
  var negators: [Match] = []
  /// The words that were learnt, where they stand. Apart from the matches, whose overlaps they do not share.
  private(set) var learnt: [(pattern: Int32, word: Int32)] = []
  /// Sentence → whether it ends in a question mark.
  private(set) var questions: [Bool] = []
  /// Slot → where it was passed last, if its bit in `passed` is set.
  private var progress: [Progress]
  private var passed: [UInt64]

  init(for phrases: PhraseSet) {
    progress = Array(repeating: Progress(), count: phrases.slots.count)
    passed = Array(repeating: 0, count: phrases.slots.count / 64 + 1)
    words.reserveCapacity(512)
    matches.reserveCapacity(256)
  }

  /// Reads one comment of UTF-8 where it lies.
  mutating func read(_ text: UnsafeBufferPointer<UInt8>, phrases: PhraseSet) {
    words.removeAll(keepingCapacity: true)
    matches.removeAll(keepingCapacity: true)
    splitters.removeAll(keepingCapacity: true)
    negators.removeAll(keepingCapacity: true)
    learnt.removeAll(keepingCapacity: true)
    questions.removeAll(keepingCapacity: true)
    questions.append(false)
    // Out of the scan while it runs, so that both can be written to where they lie.
    var (progress, passed) = (self.progress, self.passed)
    (self.progress, self.passed) = ([], [])
    progress.withUnsafeMutableBufferPointer { progress in
      passed.withUnsafeMutableBufferPointer { passed in
        passed.update(repeating: 0)
        scan(text, phrases, progress, passed)
      }
    }
    (self.progress, self.passed) = (progress, passed)
  }

  private mutating func scan(
    _ text: UnsafeBufferPointer<UInt8>, _ phrases: PhraseSet,
    _ progress: UnsafeMutableBufferPointer<Progress>, _ passed: UnsafeMutableBufferPointer<UInt64>
  ) {
    let automaton = phrases.automaton
    automaton.table.withUnsafeBufferPointer { table in
      automaton.outputs.withUnsafeBufferPointer { outputs in
        automaton.listStarts.withUnsafeBufferPointer { listStarts in
          phrases.slots.withUnsafeBufferPointer { slots in
            phrases.endings.withUnsafeBufferPointer { endings in
              phrases.outputsBefore.withUnsafeBufferPointer { before in
                TextSymbols.table.withUnsafeBufferPointer { symbols in
                  scan(
                    text,
                    Tables(
                      states: table, outputs: outputs, before: before, listStarts: listStarts, slots: slots,
                      endings: endings, symbols: symbols, start: automaton.start, progress: progress,
                      passed: passed))
                }
              }
            }
          }
        }
      }
    }
  }

  /// The tables of the automaton and of the patterns, held still while a comment is scanned.
  private struct Tables {
    let states: UnsafeBufferPointer<UInt32>
    let outputs: UnsafeBufferPointer<PhraseAutomaton.Output>
    let before: UnsafeBufferPointer<Int32>
    let listStarts: UnsafeBufferPointer<UInt32>
    let slots: UnsafeBufferPointer<PhraseSet.Slot>
    let endings: UnsafeBufferPointer<PhraseSet.Ending>
    let symbols: UnsafeBufferPointer<UInt8>
    let start: UInt32
    let progress: UnsafeMutableBufferPointer<Progress>
    let passed: UnsafeMutableBufferPointer<UInt64>
  }

  private mutating func scan(_ text: UnsafeBufferPointer<UInt8>, _ tables: Tables) {
    let table = tables.states
    let symbols = tables.symbols
    let start = tables.start
    var state = start
    var inWord = false
    var pending = Break.none
    var place = 0
    while place < text.count {
      var symbol = symbols[Int(text[place])]
      var width = 1
      if symbol >= TextSymbols.firstBreak {
        (symbol, width) = Self.decode(symbol, text, place, inWord: inWord)
      }
      if symbol != TextSymbols.space, symbol < TextSymbols.firstBreak {
        if !inWord {
          inWord = true
          if pending == .sentence { questions.append(false) }
          words.append(
            Word(start: UInt32(place), sentence: UInt16(clamping: questions.count - 1), before: pending))
          if pending != .none {
            state = start
            pending = .none
          }
        } else if symbol == TextSymbols.apostrophe {
          wholeWords(at: state, tables)
        }
        let next = PhraseAutomaton.next(state, symbol, in: table)
        state = next & ~PhraseAutomaton.stemFlag
        if next & PhraseAutomaton.stemFlag != 0 {
          let stems = table[Int(state & PhraseAutomaton.placeMask) + PhraseAutomaton.stemColumn]
          report(stems & PhraseAutomaton.listMask, tables)
        }
      } else {
        if inWord {
          inWord = false
          words[words.count - 1].end = UInt32(place)
          wholeWords(at: state, tables)
          state = PhraseAutomaton.next(state, TextSymbols.space, in: table) & ~PhraseAutomaton.stemFlag
        }
        if symbol != TextSymbols.space { pending = max(pending, breaking(symbol)) }
      }
      place += width
    }
    if inWord {
      words[words.count - 1].end = UInt32(text.count)
      wholeWords(at: state, tables)
    }
  }

  private mutating func breaking(_ symbol: UInt8) -> Break {
    switch symbol {
    case TextSymbols.comma: return .comma
    case TextSymbols.opening: return .bracket
    case TextSymbols.clauseEnd: return .clause
    case TextSymbols.question:
      questions[questions.count - 1] = true
      return .sentence
    default: return .sentence
    }
  }

  /// What a byte that is neither letter nor plain blank means where it stands, and how many bytes it takes.
  @inline(never)
  private static func decode(
    _ symbol: UInt8, _ text: UnsafeBufferPointer<UInt8>, _ place: Int, inWord: Bool
  ) -> (UInt8, Int) {
    func following(_ distance: Int) -> UInt8 {
      place + distance < text.count ? text[place + distance] : UInt8(ascii: " ")
    }
    func isLetterOrDigit(_ byte: UInt8) -> Bool {
      let symbol = TextSymbols.table[Int(byte)]
      return symbol != TextSymbols.space && symbol < TextSymbols.firstBreak || byte >= 0xC0
    }
    switch symbol {
    case TextSymbols.mark:
      return (inWord && isLetterOrDigit(following(1)) ? TextSymbols.apostrophe : TextSymbols.space, 1)
    case TextSymbols.hyphen:
      return (!inWord && !isLetterOrDigit(following(1)) ? TextSymbols.clauseEnd : TextSymbols.space, 1)
    case TextSymbols.stop:
      // Within a number, a time, initials or an address the full stop ends nothing.
      return (isLetterOrDigit(following(1)) ? TextSymbols.space : TextSymbols.stop, 1)
    case TextSymbols.comma:
      return (inWord && (48...57).contains(following(1)) ? TextSymbols.space : TextSymbols.comma, 1)
    case TextSymbols.clauseEnd:
      return (inWord && (48...57).contains(following(1)) ? TextSymbols.space : TextSymbols.clauseEnd, 1)
    case TextSymbols.lead:
      let first = text[place]
      let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
      if first == 0xC3 { return (TextSymbols.latin[Int(following(1) & 0x3F)], min(2, text.count - place)) }
      if first == 0xC2 { return (TextSymbols.space, min(2, text.count - place)) }
      guard first == 0xE2, following(1) == 0x80 else {
        return (first < 0xE2 ? TextSymbols.otherLetter : TextSymbols.space, min(width, text.count - place))
      }
      switch following(2) {
      case 0x98, 0x99:
        return (inWord && isLetterOrDigit(following(3)) ? TextSymbols.apostrophe : TextSymbols.space, 3)
      case 0x93, 0x94, 0x95: return (TextSymbols.clauseEnd, 3)
      case 0xA6: return (TextSymbols.stop, 3)
      default: return (TextSymbols.space, min(3, text.count - place))
      }
    default: return (symbol, 1)
    }
  }

  @inline(__always)
  private mutating func wholeWords(at state: UInt32, _ tables: Tables) {
    let list = tables.states[Int(state & PhraseAutomaton.placeMask) + PhraseAutomaton.wordColumn]
    if list != 0 { report(list, tables) }
  }

  /// Moves the patterns on whose atoms end with the current word.
  private mutating func report(_ list: UInt32, _ tables: Tables) {
    let last = Int32(words.count - 1)
    let from = Int(tables.listStarts[Int(list)])
    let to = Int(tables.listStarts[Int(list) + 1])
    for place in from..<to {
      let before = Int(tables.before[place])
      if before >= 0, tables.passed[before >> 6] & 1 << UInt64(before & 63) == 0 { continue }
      let output = tables.outputs[place]
      let number = Int(output.slot)
      let slot = tables.slots[number]
      var first = last - Int32(output.words) + 1
      if before >= 0 {
        let before = tables.progress[before]
        let gap = first - before.last - 1
        guard gap >= 0, gap <= (slot.afterGap ? PhraseSet.gapReach : 0),
          words[Int(first)].sentence == words[Int(before.last)].sentence,
          slot.afterGap || words[Int(first)].before == .none
        else { continue }
        first = before.first
      }
      if slot.continues {
        tables.progress[number] = Progress(first: first, last: last)
        tables.passed[number >> 6] |= 1 << UInt64(number & 63)
      }
      for ending in slot.endings {
        let ending = tables.endings[Int(ending)]
        if ending.role == .learnt {
          learnt.append((ending.pattern, last))
        } else {
          matches.append(Match(first: first, last: last, ending: ending))
        }
      }
    }
  }

  /// Says which clause a word belongs to.
  mutating func setClause(_ clause: UInt16, of word: Int) { words[word].clause = clause }
}
