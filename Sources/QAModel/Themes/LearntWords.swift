/// What single words say of themes, learnt from labelled comments and written down where everybody can read it.
///
/// A theme's own phrases say how strongly it is told; the words say how often comments with such words were about it.
/// A theme counts where
///
/// ```
/// share × (weight ÷ threshold, up to most) + enough × (the same, up to 1) + beside × (weight ÷ the heaviest's)
///   + its words − against × (the words of the theme that has most) − the words of no theme  ≥  from
/// ```
public struct LearntWords: Hashable, Sendable {
  /// A word, or all words that begin so, with what it adds to each theme; counted once in a comment.
  public struct Word: Hashable, Sendable {
    public var phrase: PhrasePattern
    /// Theme → what is added. After the last theme: `noTheme`, then `leaning`.
    public var weights: [Int: Double]

    public init(phrase: PhrasePattern, weights: [Int: Double]) {
      self.phrase = phrase
      self.weights = weights
    }
  }

  public var words: [Word] = []
  /// What is there before the first word: for every comment, for a kind of source, for a service; by theme, with
  /// `noTheme` after the last.
  public var base: [Int: Double] = [:]
  public var sources: [String: [Int: Double]] = [:]
  public var services: [String: [Int: Double]] = [:]
  public var share = 1.0
  public var most = 3.0
  public var enough = 0.0
  public var beside = 0.0
  public var against = 0.0
  public var from = 1.0
  /// What the leaning of a clause's words, and of the other clauses', adds to the way a match there speaks.
  public var own = 0.0
  public var around = 0.0

  public init() {}
}
