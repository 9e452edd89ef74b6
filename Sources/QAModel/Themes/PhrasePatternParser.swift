extension PhrasePattern {
  /// Reads a pattern in the notation that the type describes.
  public init(parsing text: String) throws(PhrasePatternError) {
    var parser = PhrasePatternParser(text)
    self = try parser.parse()
  }
}

/// Reads the notation of `PhrasePattern`, token by token.
struct PhrasePatternParser {
  private let written: String
  private var tokens: [Substring]
  private var steps: [PhrasePattern.Step] = []
  /// Words read but not yet closed into a step: a run without a star within it is one atom.
  private var run: [String] = []
  private var afterGap = false

  init(_ text: String) {
    written = text
    tokens = Self.tokens(of: text)
  }

  mutating func parse() throws(PhrasePatternError) -> PhrasePattern {
    var pattern = PhrasePattern(written: written, steps: [])
    for token in tokens {
      switch token.unicodeScalars.first {
      case "@":
        let name = token.dropFirst()
        if name.unicodeScalars.first == "-" {
          pattern.never.append(String(name.dropFirst()))
        } else {
          pattern.only.append(String(name))
        }
      case "!":
        pattern.excluding += try Self.alternatives(token.dropFirst())
      case "=":
        guard let weight = Double(token.dropFirst()), weight.isFinite, abs(weight) <= 10 else {
          throw PhrasePatternError("“\(token)” is not a weight; write = and a number, as =0.5")
        }
        pattern.weight = weight
      case "(":
        closeRun(isStem: false)
        let isOptional = token.unicodeScalars.last == "?"
        let atoms = try Self.alternatives(isOptional ? token.dropLast() : token)
        steps.append(.init(atoms: atoms, afterGap: takeGap(), isOptional: isOptional))
      default:
        if token == ".." {
          closeRun(isStem: false)
          guard !steps.isEmpty else { throw PhrasePatternError("a pattern cannot begin with “..”") }
          afterGap = true
        } else {
          try add(word: token)
        }
      }
    }
    closeRun(isStem: false)
    guard steps.contains(where: { !$0.isOptional }) else {
      throw PhrasePatternError("a pattern needs at least one word that may not be left out")
    }
    guard !afterGap else { throw PhrasePatternError("a pattern cannot end with “..”") }
    pattern.steps = steps
    return pattern
  }

  private mutating func add(word token: Substring) throws(PhrasePatternError) {
    let atom = try Self.atom(token)
    run.append(atom.text)
    if atom.isStem { closeRun(isStem: true) }
  }

  private mutating func closeRun(isStem: Bool) {
    guard !run.isEmpty else { return }
    let atom = PhrasePattern.Atom(text: run.joined(separator: " "), isStem: isStem)
    run = []
    steps.append(.init(atoms: [atom], afterGap: takeGap()))
  }

  private mutating func takeGap() -> Bool {
    defer { afterGap = false }
    return afterGap
  }

  /// Splits at spaces, keeping what stands in brackets together.
  private static func tokens(of text: String) -> [Substring] {
    var tokens: [Substring] = []
    let bytes = text.utf8
    var start = bytes.startIndex
    var depth = 0
    for place in bytes.indices {
      switch bytes[place] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: " ") where depth == 0:
        if start < place { tokens.append(text[start..<place]) }
        start = bytes.index(after: place)
      default: break
      }
    }
    if start < bytes.endIndex { tokens.append(text[start...]) }
    return tokens
  }

  private static func alternatives(_ token: Substring) throws(PhrasePatternError) -> [PhrasePattern.Atom] {
    guard token.utf8.first == UInt8(ascii: "(") else { return [try atom(token)] }
    guard token.utf8.last == UInt8(ascii: ")") else {
      throw PhrasePatternError("a bracket is not closed in “\(token)”")
    }
    var atoms: [PhrasePattern.Atom] = []
    let inner = token.utf8.dropFirst().dropLast()
    for part in inner.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false) {
      atoms.append(try atom(Substring(part)))
    }
    return atoms
  }

  /// The atom of a text in plain letters, digits and what joins them, as nearly all are; `nil` of others.
  private static func plainAtom(_ text: Substring) -> PhrasePattern.Atom? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var isStem = false
    var endsWord = false
    for byte in text.utf8 {
      // A star has its meaning at the end alone.
      if isStem { return nil }
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "'"), UInt8(ascii: "&"), UInt8(ascii: "%"):
        if endsWord, !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
        endsWord = false
        let isCapital = byte &- UInt8(ascii: "A") < 26
        bytes.append(isCapital ? byte | 0x20 : byte)
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "/"): endsWord = true
      case UInt8(ascii: "*"): isStem = true
      default: return nil
      }
    }
    if bytes.isEmpty { return nil }
    return PhrasePattern.Atom(text: String(decoding: bytes, as: UTF8.self), isStem: isStem)
  }

  /// Words in the form in which text is scanned: lower case, hyphens and slashes as spaces.
  private static func atom(_ text: Substring) throws(PhrasePatternError) -> PhrasePattern.Atom {
    if let atom = plainAtom(text) { return atom }
    let isStem = text.hasSuffix("*")
    var folded = ""
    for character in (isStem ? text.dropLast() : text).lowercased() {
      switch character {
      case "-", "/", "\u{2010}", "\u{2011}": folded.append(" ")
      case "\u{2018}", "\u{2019}": folded.append("'")
      case "a"..."z", "0"..."9", " ", "'", "&", "%": folded.append(character)
      default:
        guard character.isLetter else {
          throw PhrasePatternError("“\(character)” cannot stand in a pattern (in “\(text)”)")
        }
        folded.append(character)
      }
    }
    let words = folded.split(separator: " ")
    guard !words.isEmpty else { throw PhrasePatternError("“\(text)” holds no word") }
    return PhrasePattern.Atom(text: words.joined(separator: " "), isStem: isStem)
  }
}
