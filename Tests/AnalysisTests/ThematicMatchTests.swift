import Foundation
import QAModel
import Testing

@testable import Analysis

/// The search beside a naive one written apart: Foundation folds the text, which is split into words and looked through
/// word by word.
@Suite("Finding what a thematic report is asked for")
struct ThematicMatchTests {
  private static let vocabulary = [
    "plan", "Plans", "planning", "visit", "VISITS", "caf\u{E9}", "cafe\u{301}s", "didn't", "didn\u{2019}t",
    "didnt",
    "Zo\u{EB}", "m\u{FC}ller", "\u{160}koda", "x1", "12", "caf", "pla", "\u{41F}\u{43B}\u{430}\u{43D}",
    "\u{1F642}",
  ]
  private static let joins = [
    " ", " ", ", ", ". ", "-", "\n", " \u{2013} ", "\u{A0}", "/", " (", ") ", "\u{201D} ", "  ",
  ]

  /// The words of a text, by Foundation.
  private static func words(_ text: String) -> [String] {
    text.replacingOccurrences(of: "'", with: "").replacingOccurrences(of: "\u{2019}", with: "")
      .folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
      .components(separatedBy: CharacterSet.alphanumerics.inverted).filter { !$0.isEmpty }
  }

  private static func holds(_ query: ThematicQuery, _ text: [String]) -> Bool {
    switch query {
    case .theme: return false
    case .words(let words, let isPrefix):
      guard words.count <= text.count else { return false }
      return (0...text.count - words.count).contains { start in
        let stretch = text[start..<start + words.count]
        return isPrefix
          ? stretch.dropLast().elementsEqual(words.dropLast()) && stretch.last!.hasPrefix(words.last!)
          : stretch.elementsEqual(words)
      }
    case .all(let parts): return parts.allSatisfy { holds($0, text) }
    case .any(let parts): return parts.contains { holds($0, text) }
    case .not(let part): return !holds(part, text)
    }
  }

  private static func query(_ dice: inout Dice, depth: Int) -> ThematicQuery {
    switch Int.random(in: 0..<(depth > 0 ? 6 : 3), using: &dice) {
    case 3: return .all([query(&dice, depth: depth - 1), query(&dice, depth: depth - 1)])
    case 4: return .any([query(&dice, depth: depth - 1), query(&dice, depth: depth - 1)])
    case 5: return .not(query(&dice, depth: depth - 1))
    default:
      let count = Int.random(in: 1...2, using: &dice)
      let words = (0..<count).flatMap { _ in Self.words(vocabulary.randomElement(using: &dice) ?? "") }
      return words.isEmpty
        ? .words(["plan"], isPrefix: true) : .words(words, isPrefix: Bool.random(using: &dice))
    }
  }

  @Test func findsWhatANaiveSearchFinds() throws {
    var dice = Dice(state: 7)
    var (found, passed) = (0, 0)
    for _ in 0..<20_000 {
      var text = Self.joins.randomElement(using: &dice) ?? ""
      for _ in 0..<Int.random(in: 0...6, using: &dice) {
        text +=
          (Self.vocabulary.randomElement(using: &dice) ?? "") + (Self.joins.randomElement(using: &dice) ?? "")
      }
      let query = Self.query(&dice, depth: 2)
      var matcher = QueryMatcher(query)
      let ranges = matcher.ranges(in: Array(text.utf8)[...]) { _ in nil }
      #expect((ranges != nil) == Self.holds(query, Self.words(text)), "\(query) in \(text.debugDescription)")
      if ranges == nil { passed += 1 } else { found += 1 }
      // What is pointed at is words of the query, cut out of the text whole.
      for range in ranges ?? [] {
        let stretch = Self.words(String(decoding: Array(text.utf8)[range], as: UTF8.self))
        #expect(query.allWords.contains { Self.holds(.words($0, isPrefix: true), stretch) }, "\(stretch)")
      }
    }
    #expect(found > 3_000 && passed > 3_000)
  }

  @Test func wordsStandWhole() {
    func finds(_ words: [String], _ text: String, isPrefix: Bool = false) -> Bool {
      var matcher = QueryMatcher(.words(words, isPrefix: isPrefix))
      return matcher.ranges(in: Array(text.utf8)[...]) { _ in nil } != nil
    }
    #expect(finds(["plan"], "A PLAN.") && !finds(["plan"], "Planning") && !finds(["plan"], "explan"))
    #expect(finds(["plan"], "planning", isPrefix: true) && !finds(["lan"], "planning", isPrefix: true))
    #expect(finds(["not", "seen"], "Not\nseen") && !finds(["not", "seen"], "not at all seen"))
    #expect(!finds(["a"], "") && !finds(["plan"], "\u{1F642}"))
    // Bytes that are no UTF-8 end a word and do no harm.
    var matcher = QueryMatcher(.words(["plan"], isPrefix: false))
    #expect(matcher.ranges(in: [0xFF, 0x70, 0x6C, 0x61, 0x6E, 0xE2, 0x80], hits: { _ in nil }) == [1..<5])
  }
}
