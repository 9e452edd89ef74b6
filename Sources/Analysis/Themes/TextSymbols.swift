/// The small alphabet that text is scanned in.
///
/// Letters are folded to lower case, Latin-1 letters to their base letter, every kind of blank to one symbol.
/// What ends a phrase is told apart by how much it ends.
enum TextSymbols {
  /// A blank, hyphen, slash or quotation mark: phrases go across it.
  static let space: UInt8 = 0
  /// 1 to 26 letters, 27 to 36 digits, then these.
  static let apostrophe: UInt8 = 37
  static let ampersand: UInt8 = 38
  static let percent: UInt8 = 39
  /// A letter of another script; no pattern holds one.
  static let otherLetter: UInt8 = 40
  /// How many symbols the automaton branches on.
  static let count = 41

  /// From here on a symbol is no letter and no plain space.
  static let firstBreak: UInt8 = 0x80
  static let comma: UInt8 = 0x80
  /// A semicolon, colon or dash: the clause ends.
  static let clauseEnd: UInt8 = 0x81
  /// A full stop that may yet stand within a number or an abbreviation.
  static let stop: UInt8 = 0x82
  static let question: UInt8 = 0x83
  static let exclamation: UInt8 = 0x84
  /// An end of line: ends the sentence where a blank line or a capital follows; taken as a sentence end.
  static let line: UInt8 = 0x85
  /// A straight apostrophe, which may be a quotation mark.
  static let mark: UInt8 = 0x86
  static let hyphen: UInt8 = 0x87
  /// The first byte of a character of several bytes.
  static let lead: UInt8 = 0x88
  static let opening: UInt8 = 0x89

  /// Byte → symbol.
  static let table: [UInt8] = {
    var table = [UInt8](repeating: space, count: 256)
    for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
      table[Int(letter)] = letter - UInt8(ascii: "a") + 1
      table[Int(letter) - 32] = letter - UInt8(ascii: "a") + 1
    }
    for digit in UInt8(ascii: "0")...UInt8(ascii: "9") {
      table[Int(digit)] = digit - UInt8(ascii: "0") + 27
    }
    let single: [(Unicode.Scalar, UInt8)] = [
      ("&", ampersand), ("%", percent), (",", comma), (";", clauseEnd), (":", clauseEnd), (".", stop),
      ("?", question), ("!", exclamation), ("\n", line), ("\r", line), ("'", mark), ("-", hyphen),
      ("(", opening), (")", opening), ("[", opening), ("]", opening),
    ]
    for (scalar, symbol) in single { table[Int(scalar.value)] = symbol }
    for byte in 0xC0...0xFF { table[byte] = lead }
    for byte in 0x80...0xBF { table[byte] = otherLetter }
    return table
  }()

  /// Second byte of U+00C0 to U+00FF, less 0x80 → the letter it is read as.
  static let latin: [UInt8] = {
    let letters = Array("aaaaaaaceeeeiiiidnooooo ouuuuyts".utf8)
    return (0..<64).map { place in
      let letter = letters[place % 32]
      return letter == UInt8(ascii: " ") ? space : letter - UInt8(ascii: "a") + 1
    }
  }()

  /// A pattern's text as symbols, `nil` where it holds a letter of another script.
  static func symbols(of text: String) -> [UInt8]? {
    var symbols: [UInt8] = []
    symbols.reserveCapacity(text.utf8.count)
    var bytes = text.utf8.makeIterator()
    while let byte = bytes.next() {
      if byte == 0xC3, let second = bytes.next() {
        symbols.append(latin[Int(second & 0x3F)])
      } else if byte == UInt8(ascii: "'") {
        symbols.append(apostrophe)
      } else {
        let symbol = table[Int(byte)]
        guard symbol < otherLetter else { return nil }
        symbols.append(symbol)
      }
    }
    return symbols
  }
}
