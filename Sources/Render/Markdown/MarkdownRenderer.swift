public import QAModel

/// Renders a report as Markdown, with its charts as SVG files beside it.
public struct MarkdownRenderer: Sendable {
  public init() {}

  /// `report.md`, and `charts/ID.svg` for each chart.
  public func render(_ document: ReportDocument) -> [PackFile] {
    var writer = MarkdownWriter(document)
    writer.writeAll()
    let logo = document.branding.logo.map { [PackFile(path: $0.fileName, bytes: $0.bytes)] } ?? []
    return [PackFile(path: "report.md", bytes: Array(writer.text.utf8))] + logo + writer.charts
  }
}

/// The report as it is written from top to bottom.
private struct MarkdownWriter {
  private let document: ReportDocument
  private let index: DocumentIndex
  private let anchors: Anchors
  private let opening: Int
  private(set) var text = ""
  private(set) var charts: [PackFile] = []

  init(_ document: ReportDocument) {
    self.document = document
    index = DocumentIndex(document)
    opening = document.openingSections
    anchors = Anchors(document, opening: opening)
  }

  mutating func writeAll() {
    writeTitle()
    for section in document.sections.prefix(opening) { write(section, level: 2) }
    writeContents()
    for section in document.sections.dropFirst(opening) { write(section, level: 2) }
    writeNotes()
    if let marking = document.marking { text += MarkdownText.strong(marking) + "\n\n" }
    text.removeLast()
  }

  private mutating func writeTitle() {
    text += "# \(MarkdownText.escape(document.title, .heading))\n\n"
    if let logo = document.branding.logo {
      text += "![\(MarkdownText.escape(document.organisation))](\(logo.fileName))\n\n"
    }
    if let marking = document.marking { text += MarkdownText.strong(marking) + "\n\n" }
    text += MarkdownText.escape(document.organisation, .blockStart)
    text += ". \(MarkdownText.escape(document.subtitle)).\n\n"
    for line in document.branding.cover { text += MarkdownText.escape(line, .blockStart) + "\n\n" }
    for fact in document.facts {
      text += "- \(MarkdownText.escape(fact.label, .blockStart)): \(MarkdownTable.shown(fact.value))\n"
    }
    if !document.facts.isEmpty { text += "\n" }
  }

  private mutating func writeContents() {
    let sections = document.sections.dropFirst(opening)
    guard !sections.isEmpty else { return }
    text += "## \(Anchors.contentsTitle)\n\n"
    for section in sections {
      text += "- \(anchors.link(to: section))\n"
      for page in section.sections where page.role == .servicePage {
        text += "  - \(anchors.link(to: page))\n"
      }
    }
    if hasNotes { text += "- [\(Anchors.notesTitle)](#\(anchors.notes))\n" }
    text += "\n"
  }

  private mutating func write(_ section: Section, level: Int) {
    text +=
      String(repeating: "#", count: level) + " \(MarkdownText.escape(anchors.title(section), .heading))\n\n"
    for block in section.blocks {
      switch block {
      case .paragraph(let paragraph): text += sentences(paragraph, in: section) + "\n\n"
      case .list(let items):
        for item in items { text += "- \(sentences(item, in: section))\n" }
        text += "\n"
      case .table(let table): MarkdownTable.write(table, notes: anchors.notes, to: &text)
      case .chart(let chart): write(chart, in: section)
      }
    }
    for child in section.sections { write(child, level: min(6, level + 1)) }
  }

  private mutating func write(_ chart: Chart, in section: Section) {
    text += sentences(Paragraph([chart.caption]), in: section) + "\n\n"
    guard let entry = index[table: chart.table], let drawing = ChartDrawing(chart, table: entry.table) else {
      return
    }
    charts.append(PackFile(path: "charts/\(chart.id).svg", bytes: drawing.file))
    text += "![\(MarkdownText.escape(chart.alternativeText))](charts/\(chart.id).svg)\n\n"
  }

  /// Sentences one after the other, each with a link to the section of a table it rests on where that is another one.
  private func sentences(_ paragraph: Paragraph, in section: Section) -> String {
    var text = ""
    for sentence in paragraph.sentences {
      if !text.isEmpty { text += " " }
      var links: [String] = []
      for evidence in index.evidence(for: sentence, in: part(of: section))
      where evidence.entry.section.id != section.id {
        let link = anchors.link(to: evidence.entry.section)
        if !links.contains(link) { links.append(link) }
      }
      let (runs, stop) = links.isEmpty ? (sentence.runs, false) : sentence.runsBeforeStop
      for run in runs { append(run, to: &text) }
      while text.last == " " { text.removeLast() }
      if !links.isEmpty { text += " (see \(links.joined(separator: ", ")))" + (stop ? "." : "") }
    }
    return text
  }

  /// The outermost section that holds the given one.
  private func part(of section: Section) -> Int {
    document.sections.firstIndex { $0.holds(section.id) } ?? 0
  }

  private func append(_ run: Sentence.Run, to text: inout String) {
    switch run {
    case .value(let value): text += MarkdownTable.shown(value)
    case .text(let words):
      if words.first?.isWhitespace == true { appendSpace(to: &text) }
      text += MarkdownText.escape(words, text.isEmpty ? .blockStart : .inline)
      if words.last?.isWhitespace == true { appendSpace(to: &text) }
    case .strong(let words), .emphasis(let words):
      if words.first?.isWhitespace == true { appendSpace(to: &text) }
      if case .strong = run {
        text += MarkdownText.strong(words)
      } else {
        text += MarkdownText.emphasis(words)
      }
      if words.last?.isWhitespace == true { appendSpace(to: &text) }
    }
  }

  private func appendSpace(to text: inout String) {
    if !text.isEmpty, text.last != " " { text += " " }
  }

  private var hasNotes: Bool { !document.notes.isEmpty || !index.shorthand.isEmpty }

  private mutating func writeNotes() {
    guard hasNotes else { return }
    text += "## \(Anchors.notesTitle)\n\n"
    for (position, note) in document.notes.enumerated() {
      text += "\(position + 1). \(MarkdownText.escape(note.text, .blockStart))\n"
    }
    if !document.notes.isEmpty { text += "\n" }
    guard !index.shorthand.isEmpty else { return }
    text += "In place of a value:\n\n"
    for sign in Shorthand.allCases where index.shorthand.contains(sign) {
      text += "- `\(sign.rawValue)` \(sign.meaning)\n"
    }
    text += "\n"
  }
}

extension Logo {
  fileprivate var fileName: String { "logo." + kind.rawValue }
}

extension Section {
  fileprivate func holds(_ id: String) -> Bool { self.id == id || sections.contains { $0.holds(id) } }
}
