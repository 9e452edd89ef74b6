import QAModel

/// Writes sections one after the other: headings, prose, pictures, tables.
struct SectionWriter {
  private let index: DocumentIndex
  private let notes: [ReportDocument.Note]
  private var tables: TableWriter
  private var markup = Markup()
  /// The figure that each link to a cell leads to, by the link's words: two links with the same words lead to one
  /// place.
  private var linked: [String: FigureID] = [:]

  init(_ document: ReportDocument) {
    index = DocumentIndex(document)
    tables = TableWriter(figuresToPlace: index.citedFigures)
    notes = document.notes
    markup.reserve(document.tables.reduce(4096) { $0 + $1.rows.count * $1.columns.count * 40 })
  }

  /// Hands over what was written since the last time.
  mutating func take() -> Markup {
    defer { markup = Markup() }
    return markup
  }

  /// - Parameters:
  ///   - part: the position of the outermost section it belongs to.
  ///   - level: of its heading, 2 for the outermost.
  mutating func add(_ section: Section, part: Int, level: Int) {
    markup += "<section id=\"s-\(section.id)\" class=\"\(Self.classes(of: section))\""
    // A name makes a landmark of a section; if all had one, none would be found.
    if section.role == .alert || section.role == .summary { markup += " aria-labelledby=\"h-\(section.id)\"" }
    markup += ">\n<h\(level) id=\"h-\(section.id)\">\(section.title)</h\(level)>\n"
    add(section.blocks, part: part)
    if !section.sections.isEmpty {
      // Three side by side where their number allows, else two.
      let narrow = section.sections.count { !Self.isWide($0) }
      markup.markup(narrow % 3 == 0 ? "<div class=\"parts thirds\">\n" : "<div class=\"parts\">\n")
      for child in section.sections { add(child, part: part, level: min(6, level + 1)) }
      markup.markup("</div>\n")
    }
    markup.markup("</section>\n")
  }

  /// A way back, after everything the contents list.
  mutating func addLinkToContents() {
    markup.markup("<p class=\"back\"><a href=\"#contents\">Back to contents</a></p>\n")
  }

  private static func classes(of section: Section) -> Markup {
    var classes: Markup =
      switch section.role {
      case .plain: "plain"
      case .alert: section.allTables.contains(where: \.saysBad) ? "alert raised" : "alert"
      case .summary: "summary"
      case .servicePage: "service-page"
      case .reference: "reference"
      }
    if isWide(section) { classes += " wide" }
    return classes
  }

  /// Whether a section holds what wants the whole width where sections stand side by side.
  private static func isWide(_ section: Section) -> Bool {
    !section.sections.isEmpty
      || section.blocks.contains { block in
        switch block {
        case .table, .chart: true
        case .paragraph, .list: false
        }
      }
  }

  /// Blocks one after the other; small pictures in a row stand side by side where there is room.
  private mutating func add(_ blocks: [Block], part: Int) {
    var isAmongSmall = false
    for block in blocks {
      let isSmall = if case .chart(let chart) = block { chart.isSmall } else { false }
      if isSmall != isAmongSmall { markup.markup(isSmall ? "<div class=\"multiples\">\n" : "</div>\n") }
      isAmongSmall = isSmall
      add(block, part: part)
    }
    if isAmongSmall { markup.markup("</div>\n") }
  }

  private mutating func add(_ block: Block, part: Int) {
    switch block {
    case .paragraph(let paragraph):
      markup.markup("<p>")
      add(paragraph, part: part)
      markup.markup("</p>\n")
    case .list(let paragraphs):
      markup.markup("<ul>\n")
      for paragraph in paragraphs {
        markup.markup("<li>")
        add(paragraph, part: part)
        markup.markup("</li>\n")
      }
      markup.markup("</ul>\n")
    case .table(let table):
      guard let entry = index[table: table.id] else { return }
      tables.add(table, number: entry.number, to: &markup)
    case .chart(let chart): add(chart, part: part)
    }
  }

  /// Sentences, each with the tables it rests on named before its full stop; a table that the next sentence rests on
  /// too is named once, in the last of them.
  private mutating func add(_ paragraph: Paragraph, part: Int) {
    for (position, sentence) in paragraph.sentences.enumerated() {
      if position > 0 { markup.markup(" ") }
      let following = paragraph.sentences.dropFirst(position + 1).first
      let next = following.map { index.evidence(for: $0, in: part) } ?? []
      let ending = index.evidence(for: sentence, in: part).filter { evidence in
        !next.contains { $0.entry.number == evidence.entry.number }
      }
      let (runs, stop) = ending.isEmpty ? (sentence.runs, false) : sentence.runsBeforeStop
      add(runs)
      if !ending.isEmpty { markup += "\(links(to: ending))\(stop ? "." : "")" }
    }
  }

  private mutating func links(to evidence: [DocumentIndex.Evidence]) -> Markup {
    var links: Markup = " <span class=\"cite\">("
    for (place, one) in evidence.enumerated() {
      if place > 0 { links += ", " }
      links += link(to: one)
    }
    links += ")</span>"
    return links
  }

  /// A link to the figure's cell. What only those who listen need, where in the table it leads, is there but not
  /// seen. It leads to the table where the cell is the figure's second, or cannot be told from another by its words.
  private mutating func link(to evidence: DocumentIndex.Evidence) -> Markup {
    let entry = evidence.entry
    let words = entry.words(row: evidence.row, column: evidence.column)
    let text = "\(entry.number), \(words)"
    guard evidence.isFirst, linked[text, default: evidence.figure] == evidence.figure else {
      return Self.link(to: entry)
    }
    linked[text] = evidence.figure
    return """
      <a href="#f-\(evidence.figure.slug)">Table \(entry.number)<span class="unseen">, \(words)</span></a>
      """
  }

  private static func link(to entry: DocumentIndex.Entry) -> Markup {
    "<a href=\"#t-\(entry.table.id)\">Table \(entry.number)<span class=\"unseen\">: \(entry.table.title)</span></a>"
  }

  private mutating func add(_ runs: [Sentence.Run]) {
    for run in runs {
      switch run {
      case .text(let text), .value(.text(let text)): addProse(text)
      case .strong(let text):
        markup.markup("<strong>")
        addProse(text)
        markup.markup("</strong>")
      case .emphasis(let text):
        markup.markup("<em>")
        addProse(text)
        markup.markup("</em>")
      case .value(let value): markup += "<span class=\"v\">\(value.displayed)</span>"
      }
    }
  }

  /// Text of a sentence keeps the space at its ends, which joins it to its neighbours.
  private mutating func addProse(_ text: String) {
    if text.first?.isWhitespace == true { markup.markup(" ") }
    markup.text(text)
    if text.count > 1, text.last?.isWhitespace == true { markup.markup(" ") }
  }

  private mutating func add(_ chart: Chart, part: Int) {
    markup += "<figure id=\"c-\(chart.id)\"><figcaption><p class=\"finding\">"
    add(chart.caption.runs)
    markup += "</p><p class=\"shows\">\(chart.title)"
    if let entry = index[table: chart.table] {
      markup += " <span class=\"cite\">(\(Self.link(to: entry)))</span></p></figcaption>\n"
      if let drawing = ChartDrawing(chart, table: entry.table) { markup += drawing.inline }
    } else {
      markup.markup("</p></figcaption>\n")
    }
    markup.markup("</figure>\n")
  }

  var hasNotes: Bool { !notes.isEmpty || !index.shorthand.isEmpty }

  /// The numbered notes and the meaning of every sign that the document uses.
  mutating func addNotes(_ notes: [ReportDocument.Note]) {
    guard hasNotes else { return }
    markup.markup(
      """
      <section id="notes" class="reference">
      <h2>Notes and shorthand</h2>

      """)
    if !notes.isEmpty {
      markup.markup("<dl class=\"notes\">\n")
      for (position, note) in notes.enumerated() {
        markup +=
          "<div id=\"note-\(position + 1)\"><dt>[note \(position + 1)]</dt><dd>\(note.text)</dd></div>\n"
      }
      markup.markup("</dl>\n")
    }
    if !index.shorthand.isEmpty {
      markup.markup("<p>In place of a value:</p>\n<dl class=\"notes\">\n")
      for sign in Shorthand.allCases where index.shorthand.contains(sign) {
        markup += "<div><dt>\(sign.rawValue)</dt><dd>\(sign.meaning)</dd></div>\n"
      }
      markup.markup("</dl>\n")
    }
    markup.markup("</section>\n")
  }
}

extension Table {
  /// Whether any cell is marked as bad.
  fileprivate var saysBad: Bool { rows.contains { $0.contains { $0.tone == .bad } } }
}
