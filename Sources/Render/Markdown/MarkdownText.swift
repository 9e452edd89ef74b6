/// Text written so that every Markdown reader shows it as it is, and still reads well raw.
///
/// CommonMark and GitHub's additions are meant: tables, strike-through, bare addresses, mathematics, mentions.
enum MarkdownText {
  /// Where a text stands, which decides what might mean more than itself.
  enum Place {
    case inline
    /// At the beginning of a paragraph or a list item, where a hyphen or a number can begin a list.
    case blockStart
    /// A heading, whose address some readers make from the escaped text: they agree where a backslash escapes.
    case heading
  }

  static func escape(_ text: String, _ place: Place = .inline) -> String {
    let text = DisplayText.clean(text)
    if isPlain(text, place) { return text }
    let scalars = Array(text.unicodeScalars)
    var written = String.UnicodeScalarView()
    var position = place == .blockStart ? copyBlockStart(of: scalars, to: &written) : 0
    while position < scalars.count {
      if let end = endOfReference(in: scalars, from: position) {
        written.append("`")
        written.append(contentsOf: scalars[position..<end])
        written.append("`")
        position = end
        continue
      }
      if scalars[position] == "<" {
        // Not as \<: what strips tags from Markdown before rendering it does not know escapes.
        written.append(contentsOf: "&lt;".unicodeScalars)
      } else {
        if needsEscape(scalars, at: position, place) { written.append("\\") }
        written.append(scalars[position])
      }
      position += 1
    }
    return String(written)
  }

  /// Strong text. Spaces at its ends stay outside, where Markdown wants them.
  static func strong(_ text: String) -> String {
    let escaped = escape(text)
    return escaped.isEmpty ? "" : "**\(escaped)**"
  }

  /// Emphasis, in asterisks: underscores mean nothing within a word.
  static func emphasis(_ text: String) -> String {
    let escaped = escape(text)
    return escaped.isEmpty ? "" : "*\(escaped)*"
  }

  // MARK: What means something

  private static let specials: [Bool] = (0..<256).map { byte in
    !(0x20...0x7E).contains(byte) || "\\`*_[]<>\"&~|$#@:.".utf8.contains(UInt8(truncatingIfNeeded: byte))
  }

  /// Whether nothing in an ASCII text means anything to Markdown: nearly every text.
  private static func isPlain(_ text: String, _ place: Place) -> Bool {
    if place == .blockStart, let first = text.utf8.first, !isLetter(Unicode.Scalar(first)) { return false }
    return text.utf8.allSatisfy { !specials[Int($0)] }
  }

  private static func needsEscape(_ text: [Unicode.Scalar], at position: Int, _ place: Place) -> Bool {
    let next = position + 1 < text.count ? text[position + 1] : nil
    switch text[position] {
    case "\\", "`", "*", "[", "]", "~", "|", "$", "#": return true
    // Within a word an underscore is only an underscore.
    case "_": return !(position > 0 && isWord(text[position - 1]) && next.map(isWord) == true)
    case "&": return place == .heading || next.map { isLetter($0) || $0 == "#" } == true
    // What a bare address begins with: http:// and www.
    case ":": return next == "/"
    case ".": return position >= 3 && text[(position - 3)..<position].allSatisfy { $0 == "w" || $0 == "W" }
    case ">", "\"": return place == .heading
    default: return false
    }
  }

  /// The end of something that GitHub would link although escaped: a mention, an address of mail, an issue's number.
  /// Such a piece is written as code.
  private static func endOfReference(in text: [Unicode.Scalar], from start: Int) -> Int? {
    if text[start] == "#" {
      let end = text[(start + 1)...].firstIndex { !("0"..."9").contains($0) } ?? text.count
      return end > start + 1 ? end : nil
    }
    // A name is looked at from its first letter only.
    guard text[start] == "@" || isMailName(text[start]), start == 0 || !isMailName(text[start - 1]) else {
      return nil
    }
    let at = text[start...].firstIndex { !isMailName($0) } ?? text.count
    guard at + 1 < text.count, text[at] == "@", isWord(text[at + 1]), text[at + 1] != "_" else { return nil }
    var end = text[(at + 1)...].firstIndex { !isMailName($0) } ?? text.count
    while text[end - 1] == "." { end -= 1 }
    return end
  }

  /// Writes what would make a block into a list, a heading or a quotation, and tells how much of the text that was.
  private static func copyBlockStart(of text: [Unicode.Scalar], to written: inout String.UnicodeScalarView)
    -> Int
  {
    guard let first = text.first else { return 0 }
    let endsWord = { (position: Int) in position >= text.count || text[position] == " " }
    switch first {
    case ">", "=":
      written.append(contentsOf: ["\\", first])
      return 1
    case "-", "+":
      guard endsWord(1) || text[1] == first else { return 0 }
      written.append(contentsOf: ["\\", first])
      return 1
    case "0"..."9":
      let end = text.firstIndex { !("0"..."9").contains($0) } ?? text.count
      guard end < text.count, text[end] == "." || text[end] == ")", endsWord(end + 1) else { return 0 }
      written.append(contentsOf: text[..<end])
      written.append(contentsOf: ["\\", text[end]])
      return end + 1
    default: return 0
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    isLetter(scalar) || ("0"..."9").contains(scalar)
  }

  private static func isMailName(_ scalar: Unicode.Scalar) -> Bool {
    isWord(scalar) || scalar == "." || scalar == "-" || scalar == "_" || scalar == "+"
  }
}
