/// How English says *well*, *badly*, *not* and *but*: the part of reading a comment that is the same for every
/// taxonomy. Made from `templates/themes/english.yaml`.
public struct PolarityLexicon: Sendable {
  /// Words that judge.
  public struct Cue: Hashable, Sendable {
    public var phrase: PhrasePattern
    /// Above 0 good, below 0 bad; about 1 for a plain word, 2 for a phrase that settles it.
    public var value: Double

    public init(phrase: PhrasePattern, value: Double) {
      self.phrase = phrase
      self.value = value
    }
  }

  /// How much each kind of evidence counts for the polarity of a match.
  public struct Weights: Hashable, Sendable {
    /// The words that judge in the match's own clause.
    public var ownClause: Double = 1
    /// The clauses beside it in its sentence, and the whole comment.
    public var neighbour: Double = 0.4
    /// Being set by a contrast against what the source usually says.
    public var contrast: Double = 1.9
    /// What the kind of source usually says.
    public var source: Double = 1
    /// A word with a sense of its own.
    public var pattern: Double = 2
    /// A match within reach of a negation and without a judging word: *no chronology*.
    public var absence: Double = -1
    /// Words after a negation that it turns round.
    public var negationReach: Int = 4

    public init() {}
  }

  public var cues: [Cue]
  public var negators: [PhrasePattern]
  /// Words between clauses that set one against the other: *but*, *however*.
  public var contrasts: [PhrasePattern]
  /// Words between clauses that do not: *because*, *so that*.
  public var joins: [PhrasePattern]
  /// Words that open a sentence whose main clause comes after its first comma: *although*, *despite*.
  public var concessions: [PhrasePattern]
  /// Words of a plan, a question or a request.
  public var neutral: [PhrasePattern]
  public var weights: Weights

  public init(
    cues: [Cue], negators: [PhrasePattern], contrasts: [PhrasePattern], joins: [PhrasePattern],
    concessions: [PhrasePattern], neutral: [PhrasePattern], weights: Weights = Weights()
  ) {
    self.cues = cues
    self.negators = negators
    self.contrasts = contrasts
    self.joins = joins
    self.concessions = concessions
    self.neutral = neutral
    self.weights = weights
  }
}
