public import QAModel

/// Renders a report as one HTML file: no request, everything there without script and on paper too.
public struct PageRenderer: Sendable {
  private let template: PageTemplate

  public init(template: PageTemplate) {
    self.template = template
  }

  /// The page in UTF-8. The same document gives the same bytes.
  public func render(_ document: ReportDocument) -> [UInt8] {
    var writer = SectionWriter(document)
    let sections = document.sections.enumerated()
    let opening = document.openingSections
    for (part, section) in sections.prefix(opening) { writer.add(section, part: part, level: 2) }
    var openingMarkup = TableWriter.toneShapes
    openingMarkup += writer.take()
    for (part, section) in sections.dropFirst(opening) {
      writer.add(section, part: part, level: 2)
      writer.addLinkToContents()
    }
    writer.addNotes(document.notes)
    return template.page(
      text: [
        .title: document.title, .subtitle: document.subtitle, .organisation: document.organisation,
        .marking: document.marking ?? "",
        .description:
          "\(document.title) of \(document.organisation): \(document.subtitle). As at \(document.asAt.long).",
      ],
      markup: [
        .script: Markup(trusted: template.script),
        .logo: Masthead.logo(document.branding.logo, of: document.organisation),
        .cover: Masthead.cover(document.branding.cover),
        .style: Markup(
          trusted: template.style + Masthead.rules(document.branding.accent)
            + PrintMargins.rules(for: document)),
        .facts: Self.facts(document.facts), .opening: openingMarkup,
        .contents: Contents.list(document, after: opening, hasNotes: writer.hasNotes), .body: writer.take(),
      ])
  }

  private static func facts(_ facts: [ReportDocument.Fact]) -> Markup {
    guard !facts.isEmpty else { return Markup() }
    var list: Markup = "<dl class=\"facts\">"
    for fact in facts { list += "<div><dt>\(fact.label)</dt><dd>\(fact.value.displayed)</dd></div>\n" }
    list += "</dl>"
    return list
  }
}

/// What the page holds, with links to it.
enum Contents {
  /// Empty where there is nothing but what stands before it.
  static func list(_ document: ReportDocument, after opening: Int, hasNotes: Bool) -> Markup {
    let sections = document.sections.dropFirst(opening)
    guard !sections.isEmpty || hasNotes else { return Markup() }
    var list: Markup = """
      <nav class="contents" aria-labelledby="contents">
      <p id="contents">Contents</p>
      <ul>

      """
    for section in sections {
      list += "<li>\(link(section))"
      let pages = section.sections.filter { $0.role == .servicePage }
      if !pages.isEmpty {
        list += "<ul>\n"
        for page in pages { list += "<li>\(link(page))</li>\n" }
        list += "</ul>\n"
      }
      list += "</li>\n"
    }
    if hasNotes { list += "<li><a href=\"#notes\">Notes and shorthand</a></li>\n" }
    list += "</ul>\n</nav>"
    return list
  }

  private static func link(_ section: Section) -> Markup {
    "<a href=\"#s-\(section.id)\">\(section.title)</a>"
  }
}

/// What stands in the margins of every printed page.
enum PrintMargins {
  static func rules(for document: ReportDocument) -> String {
    """
    @page{@top-left{content:\(quoted(document.organisation + " · " + document.title))}\
    @top-right{content:\(quoted(document.marking ?? ""))}\
    @bottom-left{content:\(quoted(document.subtitle))}}

    """
  }

  /// A CSS string. Whatever is not a letter, a digit or a space is written by its number, so that nothing can end the
  /// string or the style element.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in DisplayText.clean(text).unicodeScalars {
      if scalar == " " || scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        quoted.unicodeScalars.append(scalar)
      } else {
        quoted += "\\" + String(scalar.value, radix: 16) + " "
      }
    }
    return quoted + "\""
  }
}
