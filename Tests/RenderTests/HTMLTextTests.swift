import Testing

@testable import Render

struct HTMLTextTests {
  @Test(arguments: [
    ("Early Help", "Early Help"),
    ("", ""),
    ("  two  words\t", "two words"),
    ("line\r\nline\u{2028}line\u{85}line", "line line line line"),
    ("nul\u{0}bell\u{7}delete\u{7F}", "nulbelldelete"),
    ("zero\u{200B}width\u{FEFF}soft\u{AD}hyphen", "zerowidthsofthyphen"),
    ("\u{202E}turned\u{202C} \u{2066}set apart\u{2069}", "turned set apart"),
    ("flag \u{1F3F4}\u{E0067}\u{E007F}", "flag \u{1F3F4}"),
    ("bad \u{FFFD} byte\u{FFFE}", "bad ? byte"),
    ("7\u{A0}of\u{A0}10", "7\u{A0}of\u{A0}10"),
    ("7 \u{A0} of", "7 of"),
    ("👩\u{200D}👧 کتاب\u{200C}ها", "👩\u{200D}👧 کتاب\u{200C}ها"),
  ])
  func textIsCleaned(given: String, shown: String) {
    #expect(DisplayText.clean(given) == shown)
    #expect(DisplayText.clean(shown) == shown)
  }

  @Test(arguments: [
    ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
    ("\"quoted\" 'too'", "&quot;quoted&quot; &#39;too&#39;"),
    ("plain", "plain"),
    ("café\u{0}", "café"),
  ])
  func whatIsPutIntoMarkupIsEscaped(given: String, escaped: String) {
    let markup: Markup = "<p title=\"\(given)\">\(given)</p>"
    #expect(markup.string == "<p title=\"\(escaped)\">\(escaped)</p>")
  }

  @Test(arguments: [(true, "a long"), (false, "a")])
  func literalsInAChoiceAreMarkup(isLong: Bool, classes: String) {
    let markup: Markup = "<p class=\"a\(isLong ? " long" : "")\">"
    #expect(markup.string == "<p class=\"\(classes)\">")
  }

  @Test(arguments: [
    (0.0, "0"), (12.0, "12"), (12.5, "12.5"), (12.345, "12.35"), (0.05, "0.05"), (-4.5, "-4.5"),
    (-0.001, "0"),
    (99.999, "100"),
  ])
  func coordinatesHaveTwoPlacesAtMost(number: Double, written: String) {
    let markup: Markup = "\(number)"
    #expect(markup.string == written)
  }
}
