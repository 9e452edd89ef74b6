import Mustache
public import QAModel

/// The frame of the page, `templates/html/page.mustache` and `style.css`, which an authority may replace.
///
/// Mustache shows nothing for a name it does not know and escapes nothing that is asked for raw, so both are looked
/// at here, when the template is read.
public struct PageTemplate: Sendable {
  private let frame: MustacheTemplate
  let style: String
  let script: String

  /// What the frame may show. Text is escaped (`{{title}}`), markup comes ready made (`{{{body}}}`).
  enum Name: String, CaseIterable {
    case title, subtitle, organisation, marking, description
    case policy, script, logo, cover
    case style, facts, opening, contents, body

    var isMarkup: Bool {
      switch self {
      case .title, .subtitle, .organisation, .marking, .description: false
      case .policy, .script, .logo, .cover, .style, .facts, .opening, .contents, .body: true
      }
    }

    /// A page without these would not be the report.
    var isRequired: Bool {
      switch self {
      case .title, .marking, .style, .opening, .contents, .body: true
      case .policy, .script, .subtitle, .organisation, .description, .logo, .cover, .facts: false
      }
    }
  }

  /// - Parameters:
  ///   - source: the text of `page.mustache`.
  ///   - style: the text of `style.css`.
  ///   - script: the text of `table.js`, for what is easier with it; empty for none.
  /// - Throws: `PageTemplateError` with the file, the line and what to do.
  public init(mustache source: String, style: String, script: String = "") throws(PageTemplateError) {
    try TagCheck.check(source)
    for (file, text) in [(PageTemplateError.File.style, style), (.script, script)] {
      if let line = Self.lineClosingElement(text) {
        throw PageTemplateError(
          file: file, line: line,
          summary: "\"</\" would end the \(file == .style ? "style" : "script") element of the page",
          suggestion: "write it as \"<\\/\"")
      }
    }
    do {
      frame = try MustacheTemplate(string: source)
    } catch let error as MustacheTemplate.ParserError {
      throw PageTemplateError(
        file: .page, line: error.context.lineNumber, summary: "the template cannot be read: \(error.error)",
        suggestion: "see that every {{#name}} has its {{/name}} and every tag its closing braces")
    } catch {
      throw PageTemplateError(file: .page, line: nil, summary: "the template cannot be read: \(error)")
    }
    self.style = ChartStyle.palette + ChartStyle.rules + style
    self.script = script
  }

  /// A byte that neither a template nor cleaned text holds.
  static let markByte: UInt8 = 1

  /// Fills the frame. Markup does not go through Mustache, which would copy it letter by letter: the frame is filled
  /// with marks, and the marks with markup.
  func page(text: [Name: String], markup: [Name: Markup]) -> [UInt8] {
    let mark = Unicode.Scalar(Self.markByte)
    // Mustache shows a section for an empty text, and none for a name it is not given.
    var values: [String: String] = [:]
    for (name, text) in text where !text.isEmpty { values[name.rawValue] = DisplayText.clean(text) }
    for (position, name) in Name.allCases.enumerated() where markup[name]?.isEmpty == false {
      values[name.rawValue] = "\(mark)\(position)\(mark)"
    }
    // Filled last: it holds the sum of what the page holds.
    values[Name.policy.rawValue] = "\(mark)\(Name.allCases.firstIndex(of: .policy) ?? 0)\(mark)"
    var page: [UInt8] = []
    var policyPlaces: [Int] = []
    page.reserveCapacity(markup.values.reduce(4096) { $0 + $1.bytes.count })
    // Cleaned text holds no such mark, so every second piece is the number of a name.
    for (piece, bytes) in frame.render(values).utf8.split(
      separator: Self.markByte, omittingEmptySubsequences: false
    ).enumerated() {
      if piece.isMultiple(of: 2) {
        page.append(contentsOf: bytes)
      } else if let position = Int(Substring(bytes)) {
        if Name.allCases[position] == .policy { policyPlaces.append(page.count) }
        if let markup = markup[Name.allCases[position]] { page.append(contentsOf: markup.bytes) }
      }
    }
    let policy = ContentPolicy.element(for: page)
    for place in policyPlaces.reversed() { page.insert(contentsOf: policy.bytes, at: place) }
    return page
  }

  private static func lineClosingElement(_ text: String) -> Int? {
    var line = 1
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\n") { line += 1 }
      if previous == UInt8(ascii: "<"), byte == UInt8(ascii: "/") { return line }
      previous = byte
    }
    return nil
  }
}

/// What is wrong with a page template, and where.
public struct PageTemplateError: Error, Sendable, Hashable {
  public enum File: String, Sendable {
    case page = "templates/html/page.mustache"
    case style = "templates/html/style.css"
    case script = "templates/html/table.js"
  }

  public var file: File
  public var line: Int?
  /// What is wrong, in a sentence without a full stop.
  public var summary: String
  public var suggestion: String?

  public init(file: File, line: Int?, summary: String, suggestion: String? = nil) {
    self.file = file
    self.line = line
    self.summary = summary
    self.suggestion = suggestion
  }

  /// As it is told to the user.
  public var diagnostic: Diagnostic {
    Diagnostic(
      id: "render.template", severity: .error, location: SourceLocation(file: file.rawValue, line: line),
      summary: summary, suggestion: suggestion)
  }
}
