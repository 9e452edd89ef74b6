/// Forms of a spelling in which what people write differently is the same.
enum Fold {
  /// Without regard to case, spaces around it, kinds of quotes and dashes: for whole-token matching of cells.
  static func cell(_ text: String) -> String {
    var folded = ""
    for scalar in Cell.trimmed(text).unicodeScalars {
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
    var folded = ""
    folded.reserveCapacity(text.utf8.count)
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
