import QAModel
import Testing

@Suite("A list of words, searched in place")
struct WordListTests {
  @Test("holds its words and no others, whatever begins like them", arguments: [true, false])
  func words(endsInNewline: Bool) {
    let words = ["a", "ab", "abbey", "abbot", "abc", "b", "béa", "can't", "on", "one", "ones", "z"]
    let sorted = words.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let list = WordList(bytes: Array((sorted.joined(separator: "\n") + (endsInNewline ? "\n" : "")).utf8))
    #expect(list.isSorted)
    for word in words { #expect(list.contains(word), "\(word)") }
    for word in ["", "aa", "abb", "abbo", "abbots", "be", "can", "o", "onesies", "y", "zz", "a\nab", "\n"] {
      #expect(!list.contains(word), "\(word)")
      #expect(!list.contains(Array(word.utf8)))
    }
  }

  @Test("holds nothing where it is empty")
  func empty() {
    #expect(!WordList.empty.contains("a"))
    #expect(!WordList.empty.contains(""))
  }
}
