import Testing

@testable import Analysis

@Suite("Words as numbers")
struct WordKeyTests {
  @Test("read back as the word, and without the last byte as what is left of it")
  func keys() throws {
    for length in 1...15 {
      let word = String("abcdefghi'-&123".prefix(length))
      let key = try #require(WordKey(word.utf8))
      #expect(key.text == word)
      #expect(key.count == length)
      #expect(key[length - 1] == word.utf8.last)
      #expect(key.shortened == WordKey(word.dropLast().utf8))
    }
    #expect(WordKey("abcdefghijklmnop".utf8) == nil)
    #expect(WordKey("zoë".utf8) == nil)
  }

  @Test("are found again among thousands")
  func table() throws {
    var table = WordTable<Int>()
    for number in 0..<5_000 {
      let key = try #require(WordKey("word\(number)".utf8))
      #expect(table.place(of: key, new: number) == number)
    }
    #expect(table.count == 5_000)
    for number in 0..<5_000 {
      let key = try #require(WordKey("word\(number)".utf8))
      #expect(table[key] == number)
      #expect(table.place(of: key) == number)
      #expect(table.place(of: key, new: -1) == number)
    }
    #expect(table[try #require(WordKey("word5000".utf8))] == nil)
  }
}
