/// Forms of a spelling in which what people write differently is the same.
enum Fold {
  /// Without regard to case, spaces around it, kinds of quotes and dashes: for whole-token matching of cells.
  static func cell(_ text: String) -> String {
    let text = Cell.trimmed(text)
    if text.utf8.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: "`") }) {
      return String(
        decoding: text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
    var folded = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x2018, 0x2019, 0x201B, 0x60, 0xB4: folded.append("'")
      case 0x201C, 0x201D: folded.append("\"")
      case 0x2010...0x2015, 0x2212: folded.append("-")
      default: folded += scalar.properties.lowercaseMapping
      }
    }
    return folded
  }

  /// Letters and digits only, lower case, `&` as *and*, `%` as *percent*: for headers, services, names of a list.
  static func letters(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): bytes.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
      // Anything beyond ASCII, or with a word of its own, is looked at letter by letter.
      case 0x80..., UInt8(ascii: "&"), UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: "+"):
        return lettersOneByOne(text)
      default: break
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func lettersOneByOne(_ text: String) -> String {
    var folded = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": folded += "and"
      case "%": folded += "percent"
      case "#": folded += "number"
      case "+": folded += "plus"
      case "a"..."z", "0"..."9": folded.unicodeScalars.append(scalar)
      default:
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
          folded += scalar.properties.lowercaseMapping
        }
      }
    }
    return folded
  }
}
