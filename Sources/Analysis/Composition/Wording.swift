import QAModel

/// The turns of phrase that sections share, so that the same finding is always said the same way.
enum Wording {
  /// `1 audit`, `15 audits`.
  static func counted(_ cell: Cell, _ one: String, _ many: String) -> Sentence {
    cell.value == .count(1) ? "\(cell) \(one)" : "\(cell) \(many)"
  }

  static func counted(_ number: Int, _ one: String, _ many: String) -> Sentence {
    number == 1 ? "\(Value.count(number)) \(one)" : "\(Value.count(number)) \(many)"
  }

  /// `15 of 18 (83%, likely 61% to 94%)`; for too few, `2 of 4, too few for a percentage` is not said: only how many.
  static func share(_ outcome: Outcome, figure: FigureID?) -> Sentence? {
    guard case .share(let part, let whole, let interval) = outcome, whole > 0 else { return nil }
    let percentage = Cell(.share(part, of: whole), figure: figure)
    guard let interval else { return "\(Value.count(part)) of \(Value.count(whole)) (\(percentage))" }
    return
      "\(Value.count(part)) of \(Value.count(whole)) (\(percentage), likely \(Value.proportion(interval.lower)) to \(Value.proportion(interval.upper)))"
  }

  /// `Early Help, Front Door and Fostering`.
  static func listed(_ names: [String]) -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  /// `18 audits, 5 observations and 3 complaints`, each part with what it cites.
  static func listed(_ parts: [Sentence]) -> Sentence {
    parts.enumerated().reduce(into: "" as Sentence) { sentence, part in
      if part.offset == 0 {
        sentence = part.element
      } else {
        sentence =
          part.offset == parts.count - 1 ? "\(sentence) and \(part.element)" : "\(sentence), \(part.element)"
      }
    }
  }

  /// A note without the word it explains at its front: `Overdue: due before …` becomes `Due before …`.
  static func withoutLabel(_ note: String) -> String {
    guard let colon = note.firstIndex(of: ":") else { return note }
    return sentenceCase(String(note[note.index(colon, offsetBy: 2)...]))
  }

  /// `8 periods`.
  static func periods(_ number: Int) -> String { number == 1 ? "1 period" : "\(number) periods" }

  /// The first letter in upper case, the rest as it is.
  static func sentenceCase(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// The sentence with its first letter in upper case.
  static func capitalised(_ sentence: Sentence) -> Sentence { changingFirst(of: sentence, sentenceCase) }

  /// The sentence with its first letter in lower case, unless it begins with an abbreviation.
  static func lowercasedFirst(_ sentence: Sentence) -> Sentence {
    changingFirst(of: sentence, lowercasedFirst)
  }

  private static func changingFirst(of sentence: Sentence, _ change: (String) -> String) -> Sentence {
    guard case .text(let text)? = sentence.runs.first else { return sentence }
    var changed = sentence
    changed.runs[0] = .text(change(text))
    return changed
  }

  /// The name with its first letter in lower case, for the middle of a sentence, unless it is an abbreviation.
  static func lowercasedFirst(_ name: String) -> String {
    guard let first = name.first, let second = name.dropFirst().first, !second.isUppercase else {
      return name
    }
    return first.lowercased() + name.dropFirst()
  }
}

extension ReportContext {
  /// A share said in words, from `fewestRecords` up; otherwise how few there are.
  func said(_ key: FigureKey) -> Sentence? {
    Wording.share(outcome(key), figure: figures.slug(key))
  }
}
