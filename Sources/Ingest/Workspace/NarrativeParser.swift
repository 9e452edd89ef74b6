import QAModel

/// Reads the Markdown that a narrative may hold: paragraphs, lists, `**strong**`, `*emphasis*`, `[words](https://…)` and
/// `{{figure:NAME}}`.
///
/// What the report has no place for (headings, tables, pictures, HTML, code) is not guessed at: lines that begin one are
/// faults, and HTML is text. A link becomes its words with the address behind them, which also serves on paper.
struct NarrativeParser {
  let file: String
  let faults: ConfigurationFaults

  func parse(_ text: String) -> [Narrative.Block] {
    var blocks: [Narrative.Block] = []
    var paragraph: [Line] = []
    var items: [[Line]] = []
    func close() {
      let pieces = { (lines: [Line]) in NarrativeInline(lines, file: file, faults: faults).pieces() }
      if !paragraph.isEmpty { blocks.append(.paragraph(pieces(paragraph))) }
      if !items.isEmpty { blocks.append(.list(items.map(pieces))) }
      (paragraph, items) = ([], [])
    }
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    for (position, raw) in lines.enumerated() {
      let line = Line(text: String(raw).trimmed, number: position + 1)
      if line.text.isEmpty {
        close()
      } else if let item = line.item {
        if !paragraph.isEmpty { close() }
        items.append([item])
      } else if let what = line.refusedBlock {
        faults.error(
          "narrative.markdown", at: SourceLocation(file: file, line: line.number), "\(what) is not read here",
          because: "A narrative is paragraphs and lists that all three formats show alike.",
          suggestion:
            "Write it as a paragraph, or as a list whose items begin with a hyphen; put a backslash before the sign if it is meant."
        )
      } else if !items.isEmpty {
        items[items.count - 1].append(line)
      } else {
        paragraph.append(line)
      }
    }
    close()
    return blocks
  }

  struct Line {
    var text: String
    var number: Int

    /// What follows the sign that begins a list item.
    var item: Line? {
      guard let sign = text.first, "-*+".contains(sign), text.dropFirst().first?.isWhitespace == true else {
        return nil
      }
      return Line(text: String(text.dropFirst()).trimmed, number: number)
    }

    /// What of Markdown the line begins, if it is more than a narrative may hold.
    var refusedBlock: String? {
      if text.drop(while: { $0 == "#" }).first == " ", text.hasPrefix("#") { return "a heading" }
      if text.hasPrefix("|") { return "a table" }
      if text.hasPrefix(">") { return "a quotation" }
      if text.hasPrefix("```") || text.hasPrefix("~~~") { return "a block of code" }
      if text.hasPrefix("![") { return "a picture" }
      let afterNumber = text.drop { $0.isNumber }
      if text.first?.isNumber == true, afterNumber.hasPrefix(". ") || afterNumber.hasPrefix(") "),
        text.count - afterNumber.count < 3
      {
        return "a numbered list"
      }
      return nil
    }
  }
}

/// The signs within the lines of one paragraph or item.
private struct NarrativeInline {
  private let letters: [Character]
  /// The line of each letter.
  private let lines: [Int]
  private let file: String
  private let faults: ConfigurationFaults

  init(_ lines: [NarrativeParser.Line], file: String, faults: ConfigurationFaults) {
    var letters: [Character] = []
    var numbers: [Int] = []
    for line in lines {
      // A hard break of Markdown's, at which the report breaks no line.
      let text = line.text.hasSuffix("\\") ? String(line.text.dropLast()) : line.text
      if !letters.isEmpty {
        letters.append(" ")
        numbers.append(line.number)
      }
      letters += Array(text)
      numbers += Array(repeating: line.number, count: text.count)
    }
    self.letters = letters
    self.lines = numbers
    self.file = file
    self.faults = faults
  }

  func pieces() -> [Narrative.Piece] { pieces(0..<letters.count) { .text($0) } }

  private func pieces(_ range: Range<Int>, _ plain: (String) -> Narrative.Piece) -> [Narrative.Piece] {
    var pieces: [Narrative.Piece] = []
    var text = ""
    func close() {
      if !text.isEmpty { pieces.append(plain(text)) }
      text = ""
    }
    var position = range.lowerBound
    while position < range.upperBound {
      if letters[position] == "\\", position + 1 < range.upperBound,
        letters[position + 1].isPunctuationOrSymbol
      {
        text.append(letters[position + 1])
        position += 2
      } else if let (name, end) = figure(at: position, before: range.upperBound) {
        close()
        pieces.append(.figure(name, line: lines[position]))
        position = end
      } else if let (inside, end) = marked("**", at: position, before: range.upperBound) {
        close()
        pieces += self.pieces(inside) { .strong($0) }
        position = end
      } else if let (inside, end) = marked("*", at: position, before: range.upperBound)
        ?? marked("_", at: position, before: range.upperBound)
      {
        close()
        pieces += self.pieces(inside) { .emphasis($0) }
        position = end
      } else if let (words, end) = link(at: position, before: range.upperBound) {
        text += words
        position = end
      } else {
        text.append(letters[position])
        position += 1
      }
    }
    close()
    return pieces
  }

  /// `{{figure:NAME}}`. Braces around anything else are a slip that would otherwise be printed.
  private func figure(at start: Int, before end: Int) -> (name: String, end: Int)? {
    guard matches("{{", at: start, before: end) else { return nil }
    let close = (start..<end).first { matches("}}", at: $0, before: end) }
    let inside = String(letters[(start + 2)..<(close ?? end)]).trimmed
    if let close, inside.hasPrefix("figure:") {
      return (String(inside.dropFirst("figure:".count)).trimmed, close + 2)
    }
    faults.error(
      "narrative.figure", at: SourceLocation(file: file, line: lines[start]),
      "\("{{\(inside)\(close == nil ? "" : "}}")".quoted) names no figure",
      suggestion: "Write {{figure:NAME}} with a name of the first column of figures.csv.")
    return ("", (close.map { $0 + 2 }) ?? end)
  }

  /// What stands between two of the same signs, which touch it: `**so**`, not `** so **`.
  private func marked(_ sign: String, at start: Int, before end: Int) -> (inside: Range<Int>, end: Int)? {
    let width = sign.count
    let first = start + width
    guard matches(sign, at: start, before: end), first < end, !letters[first].isWhitespace else { return nil }
    // Within a word an underscore is only an underscore.
    if sign == "_", start > 0, letters[start - 1].isLetter || letters[start - 1].isNumber { return nil }
    var position = first + 1
    while position < end {
      if matches(sign, at: position, before: end), !letters[position - 1].isWhitespace,
        letters[position - 1] != "\\", width == 2 || sign == "_" || !matches("**", at: position, before: end)
      {
        return (first..<position, position + width)
      }
      position += 1
    }
    return nil
  }

  /// `[words](https://address)` as its words and the address in brackets.
  private func link(at start: Int, before end: Int) -> (words: String, end: Int)? {
    guard letters[start] == "[",
      let middle = (start..<end).first(where: { matches("](", at: $0, before: end) }),
      let close = ((middle + 2)..<end).first(where: { letters[$0] == ")" })
    else { return nil }
    let address = String(letters[(middle + 2)..<close])
    guard address.hasPrefix("https://") || address.hasPrefix("http://"),
      !address.contains(where: \.isWhitespace)
    else {
      faults.error(
        "narrative.link", at: SourceLocation(file: file, line: lines[start]),
        "the link to \(address.quoted) does not lead to a page of the web",
        suggestion: "Write its address from https:// on, or only the words.")
      return ("", close + 1)
    }
    return (String(letters[(start + 1)..<middle]) + " (" + address + ")", close + 1)
  }

  private func matches(_ sign: String, at position: Int, before end: Int) -> Bool {
    position + sign.count <= end && zip(letters[position...], sign).allSatisfy { $0 == $1 }
  }
}

extension Character {
  fileprivate var isPunctuationOrSymbol: Bool { isPunctuation || isSymbol }
}
