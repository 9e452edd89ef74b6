import QAModel

/// Looks at every tag of a page template before Mustache does.
enum TagCheck {
  static func check(_ source: String) throws(PageTemplateError) {
    if source.firstRange(of: "default-src 'none'") == nil, source.firstRange(of: "{{{policy}}}") == nil {
      throw PageTemplateError(
        file: .page, line: nil,
        summary: "the template has no content security policy, so the page could load things",
        suggestion:
          "put {{{policy}}} in its head, before the style"
      )
    }
    if source.utf8.contains(PageTemplate.markByte) {
      throw PageTemplateError(
        file: .page, line: nil, summary: "the template holds a control character (byte 1)")
    }
    var missing = Set(PageTemplate.Name.allCases.filter(\.isRequired))
    for tag in tags(of: source) {
      switch tag.sigil {
      case "!", "/": continue
      case ">", "<", "$", "=", "%":
        throw tag.error(
          "{{\(tag.sigil)\(tag.name)}} cannot be used in a page template",
          suggestion:
            "the frame is one file: use {{name}}, {{{name}}}, {{#name}}, {{^name}} and {{! comment}}")
      default: break
      }
      guard let name = PageTemplate.Name(rawValue: tag.name) else {
        throw tag.error("there is no \"\(tag.name)\" to show", suggestion: nearest(to: tag.name))
      }
      let isRaw = tag.sigil == "{" || tag.sigil == "&"
      if isRaw, !name.isMarkup {
        throw tag.error(
          "\"\(name)\" is text from the data and must be escaped", suggestion: "write {{\(name)}}")
      }
      if tag.sigil.isEmpty, name.isMarkup {
        throw tag.error("\"\(name)\" is markup and would be shown as code", suggestion: "write {{{\(name)}}}")
      }
      if isRaw || tag.sigil.isEmpty { missing.remove(name) }
    }
    if let name = PageTemplate.Name.allCases.first(where: missing.contains) {
      throw PageTemplateError(
        file: .page, line: nil,
        summary: "the template never shows \"\(name)\", without which it is not the report",
        suggestion: name.isMarkup ? "put {{{\(name)}}} where it belongs" : "put {{\(name)}} where it belongs")
    }
  }

  private struct Tag {
    /// What stands before the name: nothing, or one of `{ & # ^ / ! > < $ = %`.
    var sigil: String
    var name: String
    var line: Int

    func error(_ summary: String, suggestion: String?) -> PageTemplateError {
      PageTemplateError(file: .page, line: line, summary: summary, suggestion: suggestion)
    }
  }

  private static func tags(of source: String) -> [Tag] {
    var tags: [Tag] = []
    var line = 1
    var rest = Substring(source)
    while let open = rest.firstRange(of: "{{") {
      line += rest[..<open.lowerBound].newlines
      rest = rest[open.upperBound...]
      let close = rest.firstRange(of: "}}")
      let inside = rest[..<(close?.lowerBound ?? rest.endIndex)]
      let sigil = inside.first.map { "{&#^/!><$=%".contains($0) ? String($0) : "" } ?? ""
      let name = inside.dropFirst(sigil.count).filter { !$0.isWhitespace }
      tags.append(Tag(sigil: sigil, name: String(name), line: line))
      line += inside.newlines
      rest = close.map { rest[$0.upperBound...] } ?? ""
    }
    return tags
  }

  private static func nearest(to name: String) -> String {
    let names = PageTemplate.Name.allCases.map(\.rawValue)
    return Spelling.nearest(name, in: names).map { "did you mean \"\($0)\"?" }
      ?? "the names are \(names.joined(separator: ", "))"
  }
}

extension Substring {
  fileprivate var newlines: Int { utf8.count { $0 == UInt8(ascii: "\n") } }
}
