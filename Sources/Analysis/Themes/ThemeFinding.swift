public import QAModel

/// One theme of one comment, with the words and the rule behind it.
public struct ThemeFinding: Sendable, Hashable {
  /// Position in `ThemeTaxonomy.themes`.
  public var theme: Int
  public var polarity: Polarity
  /// What the matches weigh together with the evidence of the service, less what speaks for another subject.
  public var weight: Double
  public var hits: [ThemeHit]
  /// Positions in `LearntWords.words` of what else spoke for or against it, the strongest first.
  public var words: [Int] = []
}

/// A match that told a theme.
public struct ThemeHit: Sendable, Hashable {
  /// Why the hit speaks the way it does.
  public enum Rule: String, Sendable, CaseIterable {
    case words = "the words themselves say so"
    case negatedWords = "the words themselves say so, turned round by a negation"
    case absence = "it is said to be missing"
    case clause = "judging words in the same clause"
    case neighbour = "judging words in the clauses beside it"
    case contrast = "it is set against the rest of the comment"
    case source = "what this kind of source usually says"
    case request = "a question, a request or a plan"
  }

  private let number: Int32
  private let start: UInt32
  private let end: UInt32
  private let clauseStart: UInt32
  private let clauseEnd: UInt32
  private let clauseNumber: UInt16
  public let polarity: Polarity
  public let rule: Rule

  /// Offsets are those of the comment's bytes.
  init(
    pattern: Int32, start: UInt32, end: UInt32, clause: UInt16, clauseStart: UInt32, clauseEnd: UInt32,
    polarity: Polarity, rule: Rule
  ) {
    (number, self.start, self.end) = (pattern, start, end)
    (clauseNumber, self.clauseStart, self.clauseEnd) = (clause, clauseStart, clauseEnd)
    (self.polarity, self.rule) = (polarity, rule)
  }

  /// Position in `ThemeTaxonomy.patterns`.
  public var pattern: Int { Int(number) }
  /// Bytes of the comment.
  public var bytes: Range<Int> { Int(start)..<Int(end) }
  /// The clause, counted from 0, and the bytes it covers.
  public var clause: Int { Int(clauseNumber) }
  public var clauseBytes: Range<Int> { Int(clauseStart)..<Int(clauseEnd) }
}

/// Where a comment comes from, as `ThemeEngine.origin` makes it of the cells of an export.
public struct CommentOrigin: Sendable, Hashable {
  var sourceBits: UInt64
  var serviceBits: UInt64
  var prior: Float
  /// Theme → what the source and the service add to it; empty where that is nothing.
  var evidence: [Float]
  /// What was learnt of such comments, by theme, and after the last for no theme; empty where nothing was.
  var learnt: [Float] = []
}
