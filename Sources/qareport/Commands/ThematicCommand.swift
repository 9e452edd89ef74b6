import Analysis
import ArgumentParser
import QAModel

/// The report on a question that somebody asks this week.
struct ThematicCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "thematic",
    abstract: "Report on a theme or on words: where, how often, which way, since when, in what words.",
    discussion: """
      QUERY is a theme's name, or words: "words in a row" in quotation marks, AND (also where nothing stands between
      words), OR and NOT in capitals, parentheses, and a star for the rest of a word (safeguard*). Case, accents and
      punctuation do not matter. The report stands in a folder thematic-QUERY, with the days, service and source it
      is narrowed to; what it quotes is without personal data, and it is not for the public.

      Examples:
        qareport thematic "Drift, delay & timeliness"
        qareport thematic '"missed visit*" OR "not visited"' --from 2025-04-01 --to 2025-12-31
        qareport thematic 'voice AND NOT (school OR nursery)' --service "Early Help" --audience board
        qareport thematic plans --source "family feedback" --format html,md
      """)

  @Argument(help: ArgumentHelp("A theme's name, or words.", valueName: "query"))
  var query: String

  @OptionGroup var options: WorkspaceOptions

  @Option(
    help: ArgumentHelp(
      "The first day, as 2025-04-01. The first of the exports unless given.", valueName: "date"))
  var from: CalendarDate?

  @Option(help: ArgumentHelp("The last day. The as-at day unless given.", valueName: "date"))
  var to: CalendarDate?

  @Option(help: ArgumentHelp("One service only, by its name.", valueName: "name"))
  var service: String?

  @Option(
    help: ArgumentHelp(
      "One kind of source only, as audit, complaint or \"family feedback\".", valueName: "kind"),
    transform: CommentSource.Kind.named)
  var source: CommentSource.Kind?

  @Option(
    help: ArgumentHelp(
      "The day whose knowledge counts, as 2026-01-14. The last day unless given, else today.",
      valueName: "date"))
  var asAt: CalendarDate?

  @Option(
    help: ArgumentHelp(
      "The folder of all reports. The workspace's output folder unless given.", valueName: "folder"))
  var out: String?

  @Option(help: ArgumentHelp("Who it is for: internal or board.", valueName: "audience"))
  var audience: Audience = .internal

  @Option(
    help: ArgumentHelp("Any of xlsx, html, md, data, with commas between.", valueName: "formats"),
    transform: ReportFormat.list)
  var format: Set<ReportFormat> = Set(ReportFormat.allCases)

  @Flag(help: "Make nothing where the exports have data problems.")
  var strict = false

  func validate() throws {
    if let from, let to, to < from {
      throw ValidationError("--to \(to.iso) is before --from \(from.iso): give the days the other way round.")
    }
    if let from, let asAt, asAt < from {
      throw ValidationError(
        "--as-at \(asAt.iso) is before --from \(from.iso): nothing was known of those days then.")
    }
  }

  func run() throws {
    let console = Console(options)
    if audience == .public {
      console.fail("\(ThematicReport.Refusal.isPublic)")
      throw ExitStatus.nothingMade
    }
    try Pipeline(options, console: console).makeThematicPack(
      ThematicOrder(
        written: query, from: from, to: to, service: service, kind: source, asAt: asAt ?? to ?? Today.date,
        audience: audience, out: out, formats: format, isStrict: strict))
  }
}

extension CommentSource.Kind {
  /// Reads a kind of source, also in the plural.
  static func named(_ text: String) throws -> CommentSource.Kind {
    let slug = Slug.make(text)
    if let kind = allCases.first(where: { [$0.name, "\($0.name)s"].map(Slug.make).contains(slug) }) {
      return kind
    }
    let names = allCases.map(\.name)
    let nearest = Spelling.nearest(text, in: names).map { " Did you mean \($0)?" } ?? ""
    throw ValidationError(
      "'\(text)' is no kind of source: use one of \(names.joined(separator: ", ")).\(nearest)")
  }
}
