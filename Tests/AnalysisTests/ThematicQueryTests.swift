import QAModel
import Testing

@testable import Analysis

@Suite("The query of a thematic report")
struct ThematicQueryTests {
  private static func taxonomy() throws -> ThemeTaxonomy {
    var taxonomy = try ThemesSupport.taxonomy([("drift", []), ("planning", []), ("visits", [])])
    taxonomy.themes[0].name = "Drift, delay & timeliness"
    taxonomy.themes[1].name = "Plans & planning"
    taxonomy.themes[2].name = "Visits & direct work"
    return taxonomy
  }

  @Test(
    "what is written and how it is understood",
    arguments: [
      ("Drift, delay & timeliness", "Drift, delay & timeliness"),
      ("drift delay TIMELINESS", "Drift, delay & timeliness"),
      ("planning", "Plans & planning"), ("\"planning\"", "planning"), ("plan*", "plan*"),
      ("missed visits", "missed AND visits"), ("missed AND visits", "missed AND visits"),
      ("\"missed visits\"", "\"missed visits\""), ("\u{201C}Missed Visits\u{201D}", "\"missed visits\""),
      ("a OR b c", "a OR (b AND c)"), ("(a OR b) c", "(a OR b) AND c"), ("a NOT b", "a AND NOT b"),
      ("a AND NOT (b OR c)", "a AND NOT (b OR c)"), ("a NOT NOT b", "a AND NOT NOT b"),
      ("a AND NOT (b c)", "a AND NOT (b AND c)"), ("((a))", "a"), ("a OR (b OR c)", "a OR (b OR c)"),
      ("multi-agency", "\"multi agency\""), ("\"care plan*\"", "\"care plan*\""), ("didn\u{2019}t", "didnt"),
      ("Caf\u{E9}", "cafe"), ("Cafe\u{301}", "cafe"), ("STRASSE stra\u{DF}e", "strasse AND strasse"),
      ("school & nursery", "school AND nursery"), ("a(b)", "a AND b"), ("and or not", "and AND or AND not"),
      ("<script>", "script"), ("../x", "x"), ("=SUM", "sum"),
      ("\u{41F}\u{43B}\u{430}\u{43D}", "\u{43F}\u{43B}\u{430}\u{43D}"),
    ])
  func understood(written: String, understood: String) throws {
    let taxonomy = try Self.taxonomy()
    let query = try ThematicQuery(parsing: written, taxonomy: taxonomy)
    #expect(query.described(taxonomy) == understood)
    // What is said of it is read back as the same, but for a word that is a theme's name too.
    if understood != "planning" {
      #expect(try ThematicQuery(parsing: understood, taxonomy: taxonomy) == query)
    }
  }

  @Test(
    "what cannot be read, where and why",
    arguments: [
      ("", nil, "nothing to look for"), ("   ", nil, "nothing to look for"),
      ("&", nil, "nothing to look for"),
      ("a AND", 6, "missing at the end"), ("AND a", 1, "missing before"), ("a OR OR b", 6, "missing before"),
      ("a NOT", 6, "missing at the end"), ("(a", 1, "never closed"), ("a (b (c)", 3, "never closed"),
      ("a)", 2, "never opened"), ("()", 2, "nothing between the parentheses"), ("a \"b", 3, "quotation mark"),
      ("\"\"", 1, "no word between"), ("\"!\"", 1, "no word between"), ("a |", 3, "no letter or digit"),
      ("\u{1F642}", 1, "no letter or digit"), ("pl*n", 1, "star"), ("*plan", 1, "star"),
      ("plan**", 1, "star"),
      ("*", 1, "no letter or digit"), ("p*", 1, "two letters"), ("NOT a", nil, "nearly everything"),
      ("a OR NOT b", nil, "nearly everything"), ("NOT a NOT b", nil, "nearly everything"),
    ] as [(String, Int?, String)])
  func refused(written: String, position: Int?, reason: String) throws {
    let taxonomy = try Self.taxonomy()
    let fault = try #require(throws: ThematicQuery.Fault.self) {
      try ThematicQuery(parsing: written, taxonomy: taxonomy)
    }
    #expect(fault.position == position && fault.reason.contains(reason), "\(fault)")
  }

  @Test func theLengthOfAQueryAndHowDeepItGoesAreLimited() throws {
    let taxonomy = try Self.taxonomy()
    let most = String(repeating: "(", count: 499) + "aa" + String(repeating: ")", count: 499)
    #expect(try ThematicQuery(parsing: most, taxonomy: taxonomy) == .words(["aa"], isPrefix: false))
    #expect(throws: ThematicQuery.Fault.self) { try ThematicQuery(parsing: most + " ", taxonomy: taxonomy) }
  }

  @Test(
    "themes with a like name",
    arguments: [
      ("plans", ["Plans & planning"]), ("timelines", ["Drift, delay & timeliness"]),
      ("direct work", ["Visits & direct work"]),
      ("vists", ["Visits & direct work"]), ("holiday", []), ("\"plans\"", []), ("", []),
    ])
  func near(written: String, themes: [String]) throws {
    #expect(ThematicQuery.themes(near: written, in: try Self.taxonomy()) == themes)
  }
}
