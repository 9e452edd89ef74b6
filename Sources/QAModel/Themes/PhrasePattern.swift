/// Words to look for, as the theme files write them.
///
/// ```
/// pathway plan             the two words, next to each other
/// supervis*                every word that begins so
/// case note*               a stem at the end of a phrase, or anywhere in it
/// (nobody|no one) .. ask*  one of several, then, at most six words on in the same clause, the next
/// (very|so)? kind          one of several, or none of them
/// plan @send               only where the comment comes from that group of services or sources
/// plan @-child             only where it does not
/// plan !safety             not where that word stands in the same sentence
/// plan =0.5                another weight than that of its list
/// ```
///
/// Letters match without regard to case; a hyphen, a slash and a line break are spaces; curly and straight
/// apostrophes are one.
public struct PhrasePattern: Hashable, Sendable {
  /// Words next to each other, the last of which may be a stem.
  public struct Atom: Hashable, Sendable {
    /// Lower case, words apart by one space.
    public var text: String
    /// Matches every word that begins like its last word.
    public var isStem: Bool

    public init(text: String, isStem: Bool) {
      self.text = text
      self.isStem = isStem
    }
  }

  /// One of several atoms, and how far it may stand from the step before.
  public struct Step: Hashable, Sendable {
    public var atoms: [Atom]
    /// Whether other words may stand between this step and the one before.
    public var afterGap: Bool
    /// Whether the pattern also matches without this step.
    public var isOptional: Bool

    public init(atoms: [Atom], afterGap: Bool, isOptional: Bool = false) {
      self.atoms = atoms
      self.afterGap = afterGap
      self.isOptional = isOptional
    }
  }

  /// As it was written, for explanations.
  public var written: String
  public var steps: [Step]
  /// None of these may stand in the same sentence.
  public var excluding: [Atom]
  /// Groups of sources or services, one of each kind of which must hold.
  public var only: [String]
  /// Groups that must not hold.
  public var never: [String]
  public var weight: Double?

  /// The steps of every way to match: with and without each optional step.
  public var variants: [[Step]] {
    var variants: [[Step]] = [[]]
    for step in steps {
      let with = variants.map { $0 + [step] }
      variants = step.isOptional ? with + variants : with
    }
    return variants
  }

  public init(
    written: String, steps: [Step], excluding: [Atom] = [], only: [String] = [], never: [String] = [],
    weight: Double? = nil
  ) {
    self.written = written
    self.steps = steps
    self.excluding = excluding
    self.only = only
    self.never = never
    self.weight = weight
  }
}

/// Why a pattern cannot be read, in words that fit after its file and line.
public struct PhrasePatternError: Error, Hashable, Sendable {
  public var reason: String

  public init(_ reason: String) { self.reason = reason }
}
