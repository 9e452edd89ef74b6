/// Words in a sorted file, searched in place.
///
/// One word a line, lower case, sorted by bytes. A look-up halves the file some seventeen times; nothing is
/// copied and nothing indexed.
public struct WordList: Sendable {
  private let bytes: [UInt8]

  /// Takes the bytes of the file. They must be sorted; `isSorted` says so.
  public init(bytes: [UInt8]) { self.bytes = bytes }

  public static let empty = WordList(bytes: [])

  /// Whether the lines are in ascending order of their bytes, which every look-up relies on.
  public var isSorted: Bool {
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    return zip(lines, lines.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) }
  }

  /// Whether the word, given in lower case, stands in the list.
  public func contains(_ word: some Collection<UInt8>) -> Bool {
    word.withContiguousStorageIfAvailable { find(UnsafeBufferPointer(rebasing: $0[...])) }
      ?? Array(word).withUnsafeBufferPointer(find)
  }

  public func contains(_ word: String) -> Bool {
    var word = word
    return word.withUTF8(find)
  }

  private func find(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      let newline = UInt8(ascii: "\n")
      var low = 0
      var high = bytes.count
      while low < high {
        var start = low + (high - low) / 2
        while start > low, bytes[start - 1] != newline { start -= 1 }
        // Compares as far as the two are alike; a line that ends first comes before.
        var place = 0
        while place < word.count, start + place < high, bytes[start + place] == word[place],
          word[place] != newline
        { place += 1 }
        let lineEnds = start + place >= high || bytes[start + place] == newline
        if lineEnds, place == word.count { return true }
        if lineEnds || place < word.count && bytes[start + place] < word[place] {
          low = start + place
          while low < high, bytes[low] != newline { low += 1 }
          low += 1
        } else {
          high = start
        }
      }
      return false
    }
  }
}
