import QAModel

/// The words themselves, and how all of it is worked out.
extension ThematicParts {
  private static let quoteNote =
    "Names, initials, dates of birth, addresses, telephone numbers, schools and other personal data are replaced by what they are, in square brackets. Rules find nearly all of them and not quite all: read quotes before you pass them on."

  func words(notes: inout NoteBook) -> Section {
    let note = notes.position(of: Self.quoteNote)
    let quotes = ThematicQuotes(readings: readings, findings: findings)
    var blocks: [Block] = []
    let chosen = quotes.representative()
    if !chosen.isEmpty {
      blocks.append(
        .table(
          table(
            "thematic-quotes", "Comments that stand for the others",
            "Whole comments that say most of what the others found say beside it, by way of telling it",
            "Comment",
            chosen.map { ($0, "\u{201C}\($0.text)\u{201D}") }, notes: [note])))
    }
    let stretches = quotes.stretches()
    var context = table(
      "thematic-context", "The words in context, the latest first",
      "Each comment found, with what stands around the words that first speak of it", "Words in context",
      stretches.map { ($0, $0.text) }, notes: [note])
    if findings.matches.count > stretches.count { context.totalRows = findings.matches.count }
    blocks.append(.table(context))
    return Section(id: "thematic-words", title: "In their words", blocks: blocks)
  }

  private func table(
    _ id: String, _ title: String, _ source: String, _ header: String,
    _ quotes: [(ThematicQuotes.Quote, String)],
    notes: [Int]
  ) -> Table {
    Table(
      id: id, title: title, source: source, notes: notes,
      columns: [
        Table.Column("Quarter"), Table.Column("Source"), Table.Column("Told as"), Table.Column(header),
      ],
      rows: quotes.map { quote, text in
        [
          .text(Self.quarter(of: quote.date)), .text(Wording.sentenceCase(quote.kind.name)),
          .text(Self.told(quote.polarities)), .text(text),
        ]
      })
  }

  var methods: Section {
    Section(
      id: "methods", title: "Methods", role: .reference,
      blocks: [
        .list(
          [
            how,
            "\(strong: "Records.") An audit, a complaint, an answer counts once, however many of its comments tell it, by its own date and service; what is dated after \(Value.date(scope.asAt)) does not count. What people did not write down is not here, and how much is written differs by kind of source: shares are of records with text.",
            "\(strong: "Few records.") Under \(Value.count(fewest)) records with text no percentage is given and nothing is compared.",
            "\(strong: "Likely range.") The 95% Wilson score interval (Wilson 1927).",
            "\(strong: "Lately.") The latest quarter with enough text against the up to four before it together: Newcombe's interval of the difference (1998, method 10) and Fisher's exact test, at 5%.",
            "\(strong: "What was done.") Actions whose theme or measure is named so, or whose words speak of it. Before and after: records with text other than actions themselves in the year before one of them was raised, and in the year after it was completed, by the same test; it is the latest one completed three months or more before the as-at date, else the latest completed. That one thing came after another is no claim that it caused it.",
          ].map { Paragraph([$0]) })
      ])
  }

  private var how: Sentence {
    if case .theme(let theme) = query {
      return
        "\(strong: "Theme.") \(readings.taxonomy.themes[theme].definition) A comment tells it by words and phrases of a list that can be read and changed (templates/themes), with rules for clauses, contrast and negation; a reader of the same comments would sort some of them otherwise."
    }
    return
      "\(strong: "Words.") A comment, which is one cell of free text, is found where the words stand in it whole, whatever their case, accents and punctuation; a star stands for the rest of a word, words in quotation marks stand in a row, NOT leaves out. Which way it is told is the way the themes are told in the same clauses; where there is none it is neither."
  }
}
