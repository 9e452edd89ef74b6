/// How near two spellings are: what *did you mean* rests on.
public enum Spelling {
  /// The candidate that a misspelt word most likely stands for, or `nil` where none is near enough.
  ///
  /// Near enough is one edit in three letters, at least one and at most four; case, spaces and punctuation cost
  /// nothing. Of two equally near the first wins. Words of one or two letters and texts over 100 letters are only
  /// recognised when they differ in nothing else.
  public static func nearest(_ word: String, in candidates: some Sequence<String>) -> String? {
    let wanted = Array(folded(word).unicodeScalars)
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let letters = Array(folded(candidate).unicodeScalars)
      if letters == wanted { return candidate }
      guard wanted.count > 2, wanted.count <= 100, letters.count <= 100 else { continue }
      let allowed = min(4, max(1, max(wanted.count, letters.count) / 3))
      guard abs(letters.count - wanted.count) <= allowed else { continue }
      let distance = distance(wanted, letters)
      if distance <= allowed, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.candidate
  }

  /// The number of letters to insert, delete, replace or swap with their neighbour to make one word of the other.
  ///
  /// The optimal string alignment distance of Damerau and Levenshtein (F. J. Damerau, *A technique for computer
  /// detection and correction of spelling errors*, 1964; V. I. Levenshtein, 1966): no part is edited twice.
  public static func distance(_ left: String, _ right: String) -> Int {
    distance(Array(left.unicodeScalars), Array(right.unicodeScalars))
  }

  /// A name without what does not tell names apart: its letters and digits in lower case, `&`, `%`, `+` and `#` in
  /// words. A text with none of these is itself.
  public static func folded(_ text: String) -> String {
    if let folded = foldedOfASCII(text) { return folded }
    var folded = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": folded += "and"
      case "%": folded += "percent"
      case "+": folded += "plus"
      case "#": folded += "number"
      default:
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
          folded += scalar.properties.lowercaseMapping
        }
      }
    }
    return folded.isEmpty ? text : folded
  }

  /// The same without looking each letter up, where nothing is put in words.
  private static func foldedOfASCII(_ text: String) -> String? {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"):
        // In ASCII a letter's case is one bit, which digits have set already.
        folded.append(byte | 0x20)
      case 0x80..., UInt8(ascii: "&"), UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: "+"): return nil
      default: break
      }
    }
    return folded.isEmpty ? text : String(decoding: folded, as: UTF8.self)
  }

  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        let replaced = last[column] + (left[row] == right[column] ? 0 : 1)
        var cost = min(replaced, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
