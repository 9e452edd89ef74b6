public import QAModel

/// The report on a theme or on words: where, how often, which way, since when, with what, in what words, and what was
/// done about it.
public struct ThematicReport: Sendable {
  public private(set) var document: ReportDocument
  public private(set) var figures: FigureSet
  /// The days looked at.
  public let period: Period

  /// Why there is no report for this audience.
  public enum Refusal: Error, CustomStringConvertible {
    /// What is looked for is itself personal data.
    case isPersonal
    /// The public sees counts of a closed list and no free text.
    case isPublic

    public var description: String {
      switch self {
      case .isPersonal:
        "what is looked for is a name, a number or a place that is personal data: a report for the board cannot be about one person. Look for what happened instead, or make it with --audience internal"
      case .isPublic:
        "a thematic report quotes what people wrote and counts small groups, and so is not for the public: make it with --audience internal or board"
      }
    }
  }

  /// - Parameters:
  ///   - query: read with the taxonomy of `readings`.
  ///   - written: the query as it was written.
  public init(
    _ query: ThematicQuery, written: String, readings: CommentReadings, dataset: Dataset,
    framework: Framework,
    scope: ThematicScope, audience: Audience
  ) throws(Refusal) {
    guard audience != .public else { throw .isPublic }
    let name = ThematicName(query, written: written, readings)
    if name.isPersonal, audience != .internal { throw .isPersonal }
    let findings = ThematicFindings(query, in: readings, scope: scope, framework: framework)
    let last = scope.last ?? scope.asAt
    let first = min(scope.first ?? findings.begins ?? last, last)
    period = Period(first: first, last: last) ?? Period(first: last, last: last)!
    var parts = ThematicParts(
      query: query, name: name, readings: readings, findings: findings, scope: scope, period: period,
      dataset: dataset.disclosed(to: audience), framework: framework, audience: audience)
    document = parts.document()
    figures = parts.figures.set
  }
}

/// How a query is named where people read it.
struct ThematicName {
  /// The theme's name, or the words as they were understood.
  let full: String
  /// What is looked for is personal data, and so not shown.
  let isPersonal: Bool
  let isTheme: Bool

  init(_ query: ThematicQuery, written: String, _ readings: CommentReadings) {
    full = query.described(readings.taxonomy)
    if case .theme = query { isTheme = true } else { isTheme = false }
    // Words are in small letters here, so that those found are names of the run; what has a form of its own is known by
    // it as it was written.
    let redactor = readings.redactor
    isPersonal =
      !isTheme
      && (query.allWords.contains { !redactor.spans(in: $0.joined(separator: " ")).isEmpty }
        || redactor.spans(in: written).contains { $0.kind.hasItsOwnForm })
  }

  private static let longest = 100

  /// For a title: cut where it is long.
  var short: String {
    if isPersonal { return "words that are personal data" }
    return full.count > Self.longest ? full.prefix(Self.longest) + "\u{2026}" : full
  }

  /// For a sentence.
  var quoted: String { isTheme ? short : isPersonal ? short : "\u{201C}\(short)\u{201D}" }
}

extension RedactionKind {
  /// Told by its digits and signs alone; the others by capitals and the words around, which a query does not have.
  fileprivate var hasItsOwnForm: Bool {
    switch self {
    case .dateOfBirth, .phone, .email, .postcode, .nhsNumber, .caseNumber: true
    case .name, .initials, .school, .place, .address: false
    }
  }
}
