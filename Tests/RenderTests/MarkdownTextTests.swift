import Testing

@testable import Render

struct MarkdownTextTests {
  @Test(arguments: [
    ("Early Help (Q3): 83%, likely 61% to 94%", "Early Help (Q3): 83%, likely 61% to 94%"),
    ("a | b", "a \\| b"),
    ("a \\| b", "a \\\\\\| b"),
    ("*bold* ~gone~ `code`", "\\*bold\\* \\~gone\\~ \\`code\\`"),
    ("snake_case_name and _this_", "snake_case_name and \\_this\\_"),
    ("[link](x) ![i](y)", "\\[link\\](x) !\\[i\\](y)"),
    ("<script>", "&lt;script>"),
    ("&amp; R&D &#39;", "\\&amp; R\\&D \\&`#39`;"),
    ("https://example.org", "https\\://example.org"),
    ("see www.example.org", "see www\\.example.org"),
    ("@somebody wrote", "`@somebody` wrote"),
    ("(@SUM(A1))", "(`@SUM`(A1))"),
    ("a.b+c@example.org.", "`a.b+c@example.org`."),
    ("a @ b @_x", "a @ b @\\_x"),
    ("case #12 and # 12", "case `#12` and \\# 12"),
    ("£5 or $5", "£5 or \\$5"),
    ("two\nlines", "two lines"),
  ])
  func textReadsAsItIs(given: String, written: String) {
    #expect(MarkdownText.escape(given) == written)
  }

  @Test(arguments: [
    ("1. first", "1\\. first"), ("12) twelfth", "12\\) twelfth"), ("2.5 days", "2.5 days"),
    ("15 of 18", "15 of 18"), ("- dash", "\\- dash"), ("-2+3 team", "-2+3 team"), ("+ plus", "\\+ plus"),
    ("--- rule", "\\--- rule"), ("> quote", "\\> quote"), ("# heading", "\\# heading"), ("plain", "plain"),
  ])
  func aBlockDoesNotBeginSomethingElse(given: String, written: String) {
    #expect(MarkdownText.escape(given, .blockStart) == written)
  }

  @Test func aHeadingIsEscapedWithBackslashes() {
    #expect(MarkdownText.escape("SEND & \"more\" > less", .heading) == "SEND \\& \\\"more\\\" \\> less")
  }
}
