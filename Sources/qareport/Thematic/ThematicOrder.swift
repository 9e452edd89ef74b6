import Analysis
import Ingest
import QAModel

/// What thematic report is wanted.
struct ThematicOrder {
  /// The query as it was written.
  let written: String
  var from: CalendarDate?
  var to: CalendarDate?
  /// The service's name as it was written.
  var service: String?
  var kind: CommentSource.Kind?
  let asAt: CalendarDate
  let audience: Audience
  /// The folder of all packs, where one was named.
  let out: String?
  let formats: Set<ReportFormat>
  let isStrict: Bool

  /// `thematic-drift-delay-timeliness-2024-04-01-to-2025-03-31`: letters, digits and hyphens, whatever the query holds.
  ///
  /// Two queries that read alike so, as words and the same words in a row, are told apart by six digits of the query's
  /// hash.
  func name(_ query: ThematicQuery, _ taxonomy: ThemeTaxonomy) -> String {
    let understood = query.described(taxonomy)
    let slug = Slug.make(understood)
    var parts = ["thematic", Self.cut(slug)]
    if case .theme = query {
    } else if slug != Slug.make(written) || slug.utf8.count > Self.longest
      || understood.contains(where: { "\"()*".contains($0) })
      || slug == "unnamed"
    {
      parts.append(String(SHA256.hex(of: Array(understood.utf8)).prefix(6)))
    }
    if let service { parts.append(Self.cut(Slug.make(service))) }
    if let kind { parts.append(Slug.make(kind.name)) }
    if let from { parts.append((to == nil ? "from-" : "") + from.iso) }
    if let to { parts.append("to-" + to.iso) }
    if audience != .internal { parts.append(audience.rawValue) }
    return parts.joined(separator: "-")
  }

  private static let longest = 48

  private static func cut(_ slug: String) -> String {
    var cut = slug.prefix(longest)
    while cut.hasSuffix("-") { cut.removeLast() }
    return String(cut)
  }
}

/// A service that nobody knows.
struct UnknownService: Error, CustomStringConvertible {
  let description: String

  init(_ name: String, _ names: [String]) {
    let nearest = Spelling.nearest(name, in: names).map { ". Did you mean \u{201C}\($0)\u{201D}?" }
    description =
      "\u{201C}\(Console.printable(name))\u{201D} is no service of this workspace"
      + (nearest ?? ": its services are \(names.joined(separator: ", "))")
  }
}

extension ThematicOrder {
  /// What the report is narrowed to, in the codes of the dataset.
  func scope(_ dataset: Dataset, _ framework: Framework) throws(UnknownService) -> ThematicScope {
    var scope = ThematicScope(asAt: asAt, first: from, last: to, kind: kind)
    guard let service else { return scope }
    let wanted = Spelling.folded(service)
    let names = dataset.names.services
    let known = framework.services.first { term in
      ([term.name] + term.synonyms).contains { Spelling.folded($0) == wanted }
    }
    let code =
      known.flatMap { names.existingCode(for: $0.name) }
      ?? names.names.firstIndex { Spelling.folded($0) == wanted }.map(UInt32.init)
    guard let code else { throw UnknownService(service, names.names) }
    scope.service = code
    return scope
  }
}
