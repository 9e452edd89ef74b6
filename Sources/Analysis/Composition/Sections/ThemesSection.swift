import QAModel

/// What children, families, auditors and staff wrote: themes with which way they are told, what is new, and their words
/// without personal data.
enum ThemesSection: SectionComposer {
  static func compose(_ context: ReportContext, notes: inout NoteBook) -> Section? {
    guard let summary = context.themes, summary.texts > 0 else { return nil }
    let words = ThemeWording(summary: summary, context: context)
    var blocks: [Block] = [
      .paragraph(Paragraph([words.opening])), .list(words.lines.map { Paragraph([$0]) }),
      .table(themes(summary, words, context, notes: &notes)),
    ]
    if let table = services(summary, words, context) { blocks.append(.table(table)) }
    if let table = quotes(summary, words, context, notes: &notes) { blocks.append(.table(table)) }
    return Section(id: "themes", title: "Themes: what people wrote", blocks: blocks)
  }

  private static func themes(
    _ summary: ThemeSummary, _ words: ThemeWording, _ context: ReportContext, notes: inout NoteBook
  ) -> Table {
    let before = context.figures.names.periods.count > 1 ? context.figures.names.periods[1].short : nil
    let told = summary.themes.filter { $0.now.records > 0 }
    return Table(
      id: "themes-told", title: "Themes in what was written, \(context.period.short)",
      source:
        "Free text of audits, dip samples, complaints, compliments, observations, feedback and actions dated in the period",
      notes: [notes.position(of: note)],
      columns: [
        Table.Column("Theme"), Table.Column("Records", .count), Table.Column("Told as a worry", .count),
        Table.Column("Told as a strength", .count),
        Table.Column("Worries (% of records with text)", .percentage),
      ] + (before.map { [Table.Column("Worries, \($0) (%)", .percentage)] } ?? []) + [
        Table.Column("Told by")
      ],
      rows: told.map { theme in
        let place = AxisPlace(.theme, UInt32(theme.theme))
        let figure = { (polarity: Polarity?) -> Cell in
          context.cell(
            context.key(
              .themeRecords, first: place,
              second: polarity.map { AxisPlace(.polarity, UInt32($0.rawValue)) }))
        }
        return [
          .text(words.name(theme.theme)), figure(nil), figure(.concern), figure(.strength),
          words.rate(theme.now.concerns, of: summary.texts),
        ] + (before == nil ? [] : [words.rate(theme.before.concerns, of: summary.textsBefore)]) + [
          .text(Wording.listed(theme.kinds.map(\.name)))
        ]
      })
  }

  private static func services(_ summary: ThemeSummary, _ words: ThemeWording, _ context: ReportContext)
    -> Table?
  {
    let services = context.services.filter { summary.textsByService[$0] ?? 0 > 0 }
    guard services.count > 1 else { return nil }
    func most(_ service: UInt32, _ count: KeyPath<ThemeSummary.Count, Int>) -> String {
      words.most(of: service, count).map(Wording.sentenceCase) ?? "No theme"
    }
    return Table(
      id: "themes-by-service", title: "Themes by service, \(context.period.short)",
      source: "The three themes told by most records of the service, each with how many",
      columns: [
        Table.Column("Service"), Table.Column("Records with text", .count),
        Table.Column("Most told as a worry"), Table.Column("Most told as a strength"),
      ],
      rows: services.map { service in
        [
          .text(context.serviceName(service)), context.cell(context.key(.themeTexts, service: service)),
          .text(most(service, \.concerns)), .text(most(service, \.strengths)),
        ]
      })
  }

  private static func quotes(
    _ summary: ThemeSummary, _ words: ThemeWording, _ context: ReportContext, notes: inout NoteBook
  ) -> Table? {
    guard !summary.quotes.isEmpty else { return nil }
    return Table(
      id: "theme-quotes", title: "In their words, \(context.period.short)",
      source:
        "For each of the themes most told, a comment that says it as most do; personal data is taken out",
      notes: [notes.position(of: quoteNote)],
      columns: [
        Table.Column("Theme"), Table.Column("Told as"), Table.Column("Quote"), Table.Column("Source"),
      ],
      rows: summary.quotes.map { quote in
        [
          .text(words.name(quote.theme)),
          Cell(
            .text(quote.polarity == .concern ? "Worry" : "Strength"),
            tone: quote.polarity == .concern ? .bad : .good),
          .text("\u{201C}\(quote.text)\u{201D}"), .text(Wording.sentenceCase(quote.source.name)),
        ]
      })
  }

  private static let note =
    "A record counts once in a theme and once under each way it tells it, however often. Themes are told by words and phrases of a list that can be read and changed (templates/themes); a reader of the same comments would sort some of them otherwise."
  private static let quoteNote =
    "Names, initials, dates of birth, addresses, telephone numbers, schools and other personal data are replaced by what they are, in square brackets."
}
