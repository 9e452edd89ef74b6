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
    /// Its themes, in the taxonomy's order: a theme with both polarities is there twice.
    public var findings: [ThemeFinding]
    fileprivate var at: UInt64
    fileprivate var length: UInt32
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

  /// Reads every comment.
  ///
  /// - Parameter asAt: the run's latest day, by which a date far back is taken for one of birth.
  public init(of dataset: Dataset, by rules: ThemeRules, asAt: CalendarDate) {
    taxonomy = rules.taxonomy
    text = dataset.text
    redactor = Redactor(of: dataset, by: rules, asAt: asAt)
    engine = ThemeEngine(taxonomy: rules.taxonomy, language: rules.language)
    var engine = engine
    var places: [RecordKey: Int] = [:]
    for column in CommentColumn.all(of: dataset) {
      read(column, dataset, &engine, &places)
    }
  }

  private struct RecordKey: Hashable {
    var dataset: DatasetKind
    /// The id's code, or the row with the highest bit set where there is no id.
    var id: UInt64
  }

  private mutating func read(
    _ column: CommentColumn, _ dataset: Dataset, _ engine: inout ThemeEngine, _ places: inout [RecordKey: Int]
  ) {
    let services = dataset.names.services
    var origins: [OriginKey: CommentOrigin] = [:]
    var seen: Set<Repeated> = []
    for row in 0..<column.text.count where !column.text.isBlank(row) {
      let source = column.source(row)
      let service = column.service[row]
      let key = RecordKey(
        dataset: column.dataset, id: column.id?[row].map(UInt64.init) ?? 1 << 63 | UInt64(row))
      let at = column.text.at[row]
      let length = column.text.length[row]
      let bytes = text.bytes[Int(at)..<Int(at) + Int(length)]
      // A record of several rows, as a complaint of several stages, often repeats its text in each.
      if column.id?[row] != nil, !seen.insert(Repeated(record: key, text: bytes)).inserted { continue }
      let originKey = OriginKey(source: source, service: service)
      let origin =
        origins[originKey]
        ?? engine.origin(source: source.rawValue, service: service.map(services.name) ?? "")
      origins[originKey] = origin
      let findings = bytes.withUnsafeBufferPointer { engine.findings(in: $0, from: origin) }
      let record = places[key] ?? records.count
      if record == records.count {
        places[key] = record
        records.append(
          Record(
            dataset: column.dataset, row: row, date: column.date[row], service: service, labels: [],
            comments: []))
      }
      for finding in findings {
        let label = ThemeLabel(theme: finding.theme, polarity: finding.polarity)
        if !records[record].labels.contains(label) { records[record].labels.append(label) }
      }
      records[record].comments.append(comments.count)
      comments.append(
        Comment(
          source: source, row: row, record: record, date: column.date[row], service: service,
          findings: findings, at: at, length: length))
    }
  }

  private struct OriginKey: Hashable {
    var source: CommentSource
    var service: UInt32?
  }

  private struct Repeated: Hashable {
    var record: RecordKey
    var text: ArraySlice<UInt8>

    /// The bytes in one go: hashed one by one they cost as much as reading them for themes.
    func hash(into hasher: inout Hasher) {
      hasher.combine(record)
      text.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
  }

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
