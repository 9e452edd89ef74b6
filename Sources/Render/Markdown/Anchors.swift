import QAModel

/// The headings of a Markdown report and the links to them, as GitHub and GitLab make them: lower case, punctuation
/// dropped, spaces as hyphens, `-1` added to the second of a kind.
struct Anchors {
  static let notesTitle = "Notes and shorthand"
  static let contentsTitle = "Contents"

  private var titles: [String: String] = [:]
  private var links: [String: String] = [:]
  private(set) var notes = ""

  /// - Parameter opening: how many sections stand before the contents.
  init(_ document: ReportDocument, opening: Int) {
    var uses: [String: Int] = [:]
    Self.visit(document.sections, parent: nil) { section, _ in uses[Self.slug(section.title), default: 0] += 1
    }
    var taken: [String: Int] = [:]
    func link(_ title: String) -> String {
      let slug = Self.slug(title)
      defer { taken[slug, default: -1] += 1 }
      return taken[slug].map { "\(slug)-\($0 + 1)" } ?? slug
    }
    _ = link(document.title)
    for (position, part) in document.sections.enumerated() {
      if position == opening { _ = link(Self.contentsTitle) }
      Self.visit([part], parent: nil) { section, parent in
        // The same heading under several parents, as on every service's page, says whose it is.
        let isRepeated = uses[Self.slug(section.title), default: 0] > 1
        let title = DisplayText.clean(section.title)
        titles[section.id] =
          isRepeated ? parent.map { "\(DisplayText.clean($0.title)): \(title)" } ?? title : title
        links[section.id] = link(titles[section.id] ?? title)
      }
    }
    notes = link(Self.notesTitle)
  }

  func title(_ section: Section) -> String { titles[section.id] ?? section.title }

  /// `[Quality of practice](#quality-of-practice)`; the title alone where it has no letters to link by, or holds a
  /// character from which readers make different addresses.
  func link(to section: Section) -> String {
    let title = title(section)
    let text = MarkdownText.escape(title)
    guard let link = links[section.id], !link.isEmpty, !title.contains(where: { "<_[".contains($0) }) else {
      return text
    }
    return "[\(text)](#\(link))"
  }

  private static func visit(_ sections: [Section], parent: Section?, _ body: (Section, Section?) -> Void) {
    for section in sections {
      body(section, parent)
      visit(section.sections, parent: section, body)
    }
  }

  private static func slug(_ title: String) -> String {
    var slug = String.UnicodeScalarView()
    for scalar in DisplayText.clean(title).lowercased().unicodeScalars {
      if scalar == " " {
        slug.append("-")
      } else if scalar == "-" || scalar == "_" || scalar.properties.isAlphabetic
        || scalar.properties.numericType != nil
      {
        slug.append(scalar)
      }
    }
    return String(slug)
  }
}
