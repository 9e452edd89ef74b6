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
  private var tokens: [String]
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
      switch token.first {
      case "@":
        let name = token.dropFirst()
        if name.first == "-" {
          pattern.never.append(String(name.dropFirst()))
        } else {
          pattern.only.append(String(name))
        }
      case "!":
        pattern.excluding += try Self.alternatives(String(token.dropFirst()))
      case "=":
        guard let weight = Double(token.dropFirst()), weight.isFinite, abs(weight) <= 10 else {
          throw PhrasePatternError("“\(token)” is not a weight; write = and a number, as =0.5")
        }
        pattern.weight = weight
      case "(":
        closeRun(isStem: false)
        let isOptional = token.last == "?"
        let atoms = try Self.alternatives(isOptional ? String(token.dropLast()) : token)
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

  private mutating func add(word token: String) throws(PhrasePatternError) {
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
  private static func tokens(of text: String) -> [String] {
    var tokens: [String] = []
    var token = ""
    var depth = 0
    for character in text {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if character == " ", depth == 0 {
        if !token.isEmpty { tokens.append(token) }
        token = ""
      } else {
        token.append(character)
      }
    }
    if !token.isEmpty { tokens.append(token) }
    return tokens
  }

  private static func alternatives(_ token: String) throws(PhrasePatternError) -> [PhrasePattern.Atom] {
    guard token.first == "(" else { return [try atom(token)] }
    guard token.last == ")" else { throw PhrasePatternError("a bracket is not closed in “\(token)”") }
    var atoms: [PhrasePattern.Atom] = []
    for part in token.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false) {
      atoms.append(try atom(String(part)))
    }
    return atoms
  }

  /// Words in the form in which text is scanned: lower case, hyphens and slashes as spaces.
  private static func atom(_ text: String) throws(PhrasePatternError) -> PhrasePattern.Atom {
    let isStem = text.hasSuffix("*")
    var folded = ""
    for character in (isStem ? text.dropLast() : text[...]).lowercased() {
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
