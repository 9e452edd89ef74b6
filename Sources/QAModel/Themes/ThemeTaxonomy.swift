/// What comments are sorted by: themes with what they mean, the words that tell them, and the rules that decide
/// between them. Made from a file of `templates/themes`; another authority's themes are another file.
public struct ThemeTaxonomy: Sendable {
  public struct Theme: Hashable, Sendable {
    public var id: String
    public var name: String
    public var definition: String
    /// The practice areas of frameworks that it speaks of, by id.
    public var practiceAreas: [String]
    /// The weight from which the theme counts; lower where its words are rarely used of anything else.
    public var threshold: Double

    public init(
      id: String, name: String, definition: String, practiceAreas: [String] = [], threshold: Double = 1
    ) {
      self.id = id
      self.name = name
      self.definition = definition
      self.practiceAreas = practiceAreas
      self.threshold = threshold
    }
  }

  /// A pattern that tells a theme.
  public struct ThemePattern: Hashable, Sendable {
    /// Position in `themes`.
    public var theme: Int
    public var phrase: PhrasePattern
    /// 1 is enough for the theme; what is less needs company.
    public var weight: Double
    /// Which way the words themselves speak; `nil`: the clause decides.
    public var polarity: Polarity?
    /// The line of the file, for explanations.
    public var line: Int

    public init(theme: Int, phrase: PhrasePattern, weight: Double, polarity: Polarity?, line: Int) {
      self.theme = theme
      self.phrase = phrase
      self.weight = weight
      self.polarity = polarity
      self.line = line
    }
  }

  /// A kind of source: who speaks, and which way such comments usually do.
  public struct SourceRule: Hashable, Sendable {
    public var id: String
    /// Words in the source cell that mean this kind, matched whole and without regard to case.
    public var names: [String]
    /// Groups it belongs to, as patterns name them: `child`, `family`, `staff`.
    public var groups: [String]
    /// Above 0 such a comment is usually a strength, below 0 a concern.
    public var prior: Double
    /// Theme → weight added where the theme has at least one match of its own.
    public var evidence: [Int: Double]

    public init(id: String, names: [String], groups: [String], prior: Double, evidence: [Int: Double] = [:]) {
      self.id = id
      self.names = names
      self.groups = groups
      self.prior = prior
      self.evidence = evidence
    }
  }

  /// Services that make a theme likelier: where a comment comes from says which plan or move is meant.
  public struct ServiceRule: Hashable, Sendable {
    public var id: String
    /// Words of which one stands in the service's name.
    public var names: [String]
    /// Theme → weight added where the theme has at least one match of its own.
    public var evidence: [Int: Double]

    public init(id: String, names: [String], evidence: [Int: Double]) {
      self.id = id
      self.names = names
      self.evidence = evidence
    }
  }

  /// A theme gives way to another that is told in the same clause.
  public struct YieldRule: Hashable, Sendable {
    public var theme: Int
    public var to: [Int]
    /// Unless one of these is told there too.
    public var unless: [Int]
    /// Matches of at least this weight stay.
    public var below: Double
    public var because: String

    public init(theme: Int, to: [Int], unless: [Int], below: Double, because: String) {
      self.theme = theme
      self.to = to
      self.unless = unless
      self.below = below
      self.because = because
    }
  }

  public var name: String
  public var themes: [Theme]
  public var patterns: [ThemePattern]
  public var sources: [SourceRule]
  public var services: [ServiceRule]
  public var yields: [YieldRule]
  /// Phrases that mean nothing here and own their words: *good luck with your*.
  public var ignored: [PhrasePattern]
  /// Phrases of comments that are about something else; each takes its weight from every theme.
  public var offTopic: [PhrasePattern]
  /// The share of its threshold from which a comment's heaviest theme counts: somebody wrote it to say something.
  public var leading = 1.0
  /// The share of the heaviest theme's weight that every other must have: what weighs little beside it is only
  /// mentioned.
  public var beside = 0.0
  /// How many themes a comment may have, the heaviest first; `nil`: all it tells.
  public var atMost: Int?
  /// The theme of a comment that tells none, where every comment must have one.
  public var otherwise: Int?
  /// What single words add; `nil`: the phrases alone decide, by `leading` and `beside`.
  public var learnt: LearntWords?
  public init(
    name: String, themes: [Theme], patterns: [ThemePattern], sources: [SourceRule] = [],
    services: [ServiceRule] = [], yields: [YieldRule] = [], ignored: [PhrasePattern] = [],
    offTopic: [PhrasePattern] = []
  ) {
    self.name = name
    self.themes = themes
    self.patterns = patterns
    self.sources = sources
    self.services = services
    self.yields = yields
    self.ignored = ignored
    self.offTopic = offTopic
  }
}
