import QAModel
import Render
import Testing

struct HTMLTemplateTests {
  private static let policy = "<meta content=\"default-src 'none'\">"
  private static let whole = policy + "{{title}}{{marking}}{{{style}}}{{{opening}}}{{{contents}}}{{{body}}}"

  @Test func theShippedTemplateIsRead() throws {
    _ = try Rendered.template()
  }

  @Test(arguments: [
    ("{{title}}", nil, "no content security policy", "{{{policy}}}"),
    (whole + "\n\n{{titel}}", 3, "there is no \"titel\" to show", "did you mean \"title\"?"),
    (whole + "{{colour}}", 1, "there is no \"colour\"", "the names are title, subtitle"),
    (whole + "\n{{{subtitle}}}", 2, "must be escaped", "write {{subtitle}}"),
    (whole + "\n{{& subtitle}}", 2, "must be escaped", "write {{subtitle}}"),
    (whole + "\n{{ body }}", 2, "shown as code", "write {{{body}}}"),
    (whole + "{{> head}}", 1, "{{>head}} cannot be used", "the frame is one file"),
    (whole + "{{=<% %>=}}", 1, "cannot be used", "the frame is one file"),
    (
      policy + "{{title}}{{{style}}}{{{opening}}}{{{contents}}}{{{body}}}", nil, "never shows \"marking\"",
      "{{marking}}"
    ),
    (
      policy + "{{title}}{{marking}}{{{style}}}{{{opening}}}{{{contents}}}", nil, "never shows \"body\"",
      "{{{body}}}"
    ),
    (whole + "\n{{#marking}}open", 2, "cannot be read: expectedSectionEnd", "{{/name}}"),
    (whole + "\n{{title", 2, "cannot be read", "closing braces"),
  ])
  func aTemplateThatCannotBeUsedSaysWhy(source: String, line: Int?, summary: String, suggestion: String) {
    let error = #expect(throws: PageTemplateError.self) { try PageTemplate(mustache: source, style: "") }
    #expect(error?.line == line)
    #expect(error?.summary.contains(summary) == true, "\(error?.summary ?? "")")
    #expect(error?.suggestion?.contains(suggestion) == true, "\(error?.suggestion ?? "")")
    #expect(error?.diagnostic.location.file == "templates/html/page.mustache")
  }

  @Test func aStyleCannotEndItsElement() {
    let error = #expect(throws: PageTemplateError.self) {
      try PageTemplate(mustache: Self.whole, style: "p{color:red}\n/* </style><script> */")
    }
    #expect(error?.line == 2)
    #expect(error?.file == .style)
  }

  @Test func commentsAndSectionsMayBeUsed() throws {
    let template = try PageTemplate(
      mustache: "{{! about }}" + Self.whole
        + "{{#marking}}[{{marking}}]{{/marking}}{{^marking}}none{{/marking}}",
      style: "")
    var document = SampleDocument.make()
    #expect(PageRenderer(template: template).render(document).ends(with: "[OFFICIAL-SENSITIVE]"))
    document.marking = nil
    #expect(PageRenderer(template: template).render(document).ends(with: "none"))
  }
}

extension [UInt8] {
  fileprivate func ends(with text: String) -> Bool { suffix(text.utf8.count).elementsEqual(text.utf8) }
}
