import QAModel
import Testing

@testable import Analysis

/// The automaton against looking for every atom at every place.
@Suite("Looking for all phrases in one pass")
struct PhraseAutomatonTests {
  private struct Dice: RandomNumberGenerator {
    var numbers: SeededNumbers
    mutating func next() -> UInt64 { numbers.next() }
  }

  private static func word(_ random: inout some RandomNumberGenerator, letters: Int = 4) -> String {
    String((0..<Int.random(in: 1...letters, using: &random)).map { _ in "ab".randomElement(using: &random)! })
  }

  private static func phrase(_ random: inout some RandomNumberGenerator, words: Int) -> String {
    (0..<Int.random(in: 1...words, using: &random)).map { _ in word(&random) }.joined(separator: " ")
  }

  /// Slots of what was found, by how many bytes of the text were read by then.
  private struct Found: Equatable {
    var stems: [Int: Set<UInt32>] = [:]
    var words: [Int: Set<UInt32>] = [:]
  }

  private static func scanned(_ text: [UInt8], by automaton: PhraseAutomaton) -> Found {
    func slots(_ list: UInt32) -> Set<UInt32> {
      let from = Int(automaton.listStarts[Int(list)])
      let to = Int(automaton.listStarts[Int(list) + 1])
      return Set(automaton.outputs[from..<to].map(\.slot))
    }
    var found = Found()
    automaton.table.withUnsafeBufferPointer { table in
      var state = automaton.start
      for (place, byte) in text.enumerated() {
        let at = { Int(state & PhraseAutomaton.placeMask) }
        if byte == UInt8(ascii: " ") {
          let list = table[at() + PhraseAutomaton.wordColumn]
          if list != 0 { found.words[place] = slots(list) }
        }
        let next = PhraseAutomaton.next(state, TextSymbols.table[Int(byte)], in: table)
        state = next & ~PhraseAutomaton.stemFlag
        if next & PhraseAutomaton.stemFlag != 0 {
          found.stems[place + 1] = slots(table[at() + PhraseAutomaton.stemColumn] & PhraseAutomaton.listMask)
        }
      }
    }
    return found
  }

  private static func lookedFor(_ text: [UInt8], _ atoms: [(atom: PhrasePattern.Atom, slot: UInt32)]) -> Found
  {
    var found = Found()
    let padded = [UInt8(ascii: " ")] + text
    for end in 1...text.count {
      for (atom, slot) in atoms {
        let wanted = Array((" " + atom.text).utf8)
        guard padded.prefix(end + 1).suffix(wanted.count).elementsEqual(wanted) else { continue }
        if atom.isStem {
          found.stems[end, default: []].insert(slot)
        } else if end < text.count, text[end] == UInt8(ascii: " ") {
          found.words[end, default: []].insert(slot)
        }
      }
    }
    return found
  }

  @Test("finds what is there, and nothing else", arguments: UInt64(0)..<40)
  func findsAll(seed: UInt64) {
    var random = Dice(numbers: SeededNumbers(seed: seed))
    let atoms = (0..<Int.random(in: 1...40, using: &random)).map { slot in
      (
        atom: PhrasePattern.Atom(
          text: Self.phrase(&random, words: 3), isStem: Bool.random(using: &random)), slot: UInt32(slot)
      )
    }
    let automaton = PhraseAutomaton(
      atoms.map(\.atom), slots: atoms.enumerated().map { (Int32($0.offset), $0.element.slot) })
    for _ in 0..<5 {
      let text = Array(Self.phrase(&random, words: 30).utf8)
      #expect(Self.scanned(text, by: automaton) == Self.lookedFor(text, atoms))
    }
  }
}
