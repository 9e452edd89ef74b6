public import QAModel

/// What the free text of a workspace says: every comment of every export with its themes, and the one way to quote
/// it, without personal data.
///
/// A pure function of the dataset and the rules.
public struct CommentReadings: Sendable {
  /// A comment: one cell of free text.
  public struct Comment: Sendable {
    public var source: CommentSource
    /// The row of `source.dataset`'s table.
    public var row: Int
    /// Position in `records`.
    public var record: Int
    /// The day by which its record belongs to a period; `nil` where the export gives none.
    public var date: CalendarDate?
    /// A code of `Dataset.names.services`.
    public var service: UInt32?
    /// Where its text lies.
    var at: UInt64
    var length: UInt32
    /// Where its themes stand in the table.
    var firstFinding: UInt32 = 0
    var findingCount: UInt32 = 0
  }

  /// A record with text: an audit, a complaint, an answer. It counts once per theme and polarity, however many of its
  /// cells and rows tell them.
  public struct Record: Sendable {
    public var dataset: DatasetKind
    /// Its first row with text.
    public var row: Int
    public var date: CalendarDate?
    public var service: UInt32?
    /// Different ones, by theme and polarity.
    public var labels: [ThemeLabel]
    /// Positions in `comments`.
    public var comments: [Int]
  }

  public let taxonomy: ThemeTaxonomy
  public private(set) var comments: [Comment] = []
  public private(set) var records: [Record] = []
  /// Knows the names of the whole run.
  public let redactor: Redactor
  /// What read them.
  let engine: ThemeEngine
  private let text: TextStore
  private let table: FindingTable

  /// Reads every comment, several at a time.
  ///
  /// - Parameters:
  ///   - asAt: the run's latest day, by which a date far back is taken for one of birth.
  ///   - engine: one made of the same rules, where there is one already.
  ///   - progress: counts the comments that are read, for whoever watches.
  public init(
    of dataset: Dataset, by rules: ThemeRules, asAt: CalendarDate, engine: ThemeEngine? = nil,
    progress: WorkProgress? = nil
  ) {
    taxonomy = rules.taxonomy
    text = dataset.text
    let engine = engine ?? ThemeEngine(taxonomy: rules.taxonomy, language: rules.language)
    self.engine = engine
    var gathered = GatheredComments(of: dataset, engine: engine)
    // Names are learnt on one thread while others read for themes: a name found first is what the next is judged by.
    let pieces = gathered.pieces
    progress?.expect(gathered.comments.count)
    let outcomes = Parallel.map(pieces.count + 1) { number in
      guard number > 0 else { return Outcome.redactor(Redactor(of: dataset, by: rules, asAt: asAt)) }
      let part = gathered.read(pieces[number - 1], by: engine)
      progress?.add(pieces[number - 1].count)
      return Outcome.piece(part)
    }
    var redactor: Redactor?
    var parts: [GatheredComments.Part] = []
    for outcome in outcomes {
      switch outcome {
      case .redactor(let learnt): redactor = learnt
      case .piece(let part): parts.append(part)
      }
    }
    self.redactor = redactor ?? Redactor(of: dataset, by: rules, asAt: asAt)
    table = gathered.join(parts)
    comments = gathered.comments
    records = gathered.records
  }

  private enum Outcome: Sendable {
    case redactor(Redactor)
    case piece(GatheredComments.Part)
  }

  /// The themes of a comment, in the taxonomy's order: a theme with both polarities is there twice.
  public func findings(of comment: Comment) -> ArraySlice<CommentFinding> {
    table.findings[Int(comment.firstFinding)..<Int(comment.firstFinding + comment.findingCount)]
  }

  /// The matches that told a theme of a comment.
  public func hits(of finding: CommentFinding) -> ArraySlice<ThemeHit> { table.hits[finding.hits] }

  /// The comments of the rows in a report's scope. Whose names are taken out of them stays the same.
  func limited(to rows: ScopeRows) -> CommentReadings {
    var limited = self
    limited.comments = []
    limited.records = []
    for var record in records where rows.contains(record.row, of: record.dataset) {
      let position = limited.records.count
      let first = limited.comments.count
      for comment in record.comments {
        var comment = comments[comment]
        comment.record = position
        limited.comments.append(comment)
      }
      record.comments = Array(first..<limited.comments.count)
      limited.records.append(record)
    }
    return limited
  }

  // MARK: Quoting

  /// The comment without personal data: the only way its text leaves here.
  public func redacted(_ comment: Comment) -> RedactedText { redactor.redact(raw(comment)) }

  /// The words that told a theme, without personal data.
  public func words(of hit: ThemeHit, in comment: Comment) -> String { quote(hit.bytes, of: comment) }

  /// The clause of a hit, without personal data.
  public func clause(of hit: ThemeHit, in comment: Comment) -> String { quote(hit.clauseBytes, of: comment) }

  /// The pattern that matched, as the taxonomy writes it, and its line there.
  public func pattern(of hit: ThemeHit) -> (written: String, line: Int) {
    let pattern = taxonomy.patterns[hit.pattern]
    return (pattern.phrase.written, pattern.line)
  }

  /// For what searches and counts words; never for an output.
  func raw(_ comment: Comment) -> String { text.string(at: comment.at, length: comment.length) }

  /// The same, where it lies.
  func bytes(_ comment: Comment) -> ArraySlice<UInt8> {
    text.bytes[Int(comment.at)..<Int(comment.at) + Int(comment.length)]
  }

  private func quote(_ bytes: Range<Int>, of comment: Comment) -> String {
    redactor.redact(raw(comment), within: bytes)
  }
}
