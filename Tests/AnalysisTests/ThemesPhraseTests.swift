import QAModel
import Testing

@testable import Analysis

@Suite("Phrases of the theme files")
struct ThemesPhraseTests {
  @Test(
    "match where they should and nowhere else",
    arguments: [
      ("case note*", "The case notes are thin", true),
      ("case note*", "In this case, notes are thin", false),
      ("plan", "The PLAN.", true),
      ("plan", "Planning is strong", false),
      ("plan", "the plan's aim", true),
      ("plan*", "Planning is strong", true),
      ("plan", "an aeroplane plant", false),
      ("step down", "Step-down agreed", true),
      ("step down", "a step\ndown", false),
      ("step down", "step  down", true),
      ("don't know", "I don\u{2019}t know", true),
      ("don't know", "I don't know", true),
      ("cafe", "We went to a café", true),
      ("8.30", "at 8.30 sharp", true),
      ("(nobody|no one) .. ask*", "No one in that team ever asked", true),
      ("(nobody|no one) .. ask*", "No one. He asked", false),
      ("(nobody|no one) .. ask*", "No one of the seven people who were there had asked", false),
      ("visit* .. missing", "Although visits are timely, the voice is missing", false),
      ("visit* .. missing", "Visits are, it seems, missing", true),
      ("(very|so)? kind", "so kind", true),
      ("(very|so)? kind", "kind", true),
      ("kind !of", "a kind man", true),
      ("kind !of", "that kind of man", false),
      ("audit* action*", "audits and actions", false),
      ("audit* action*", "audit actions", true),
      ("he said", "She said", false),
    ])
  func matches(pattern: String, text: String, expected: Bool) throws {
    let engine = try ThemesSupport.engine([("theme", [(pattern.replacing(".30", with: " 30"), nil)])])
    #expect(!ThemesSupport.labels(text, by: engine).isEmpty == expected)
  }

  @Test(
    "that cannot be read say why", arguments: ["", "..", "a ..", "(a|b", "=x plan", "pl*n", "(a)?", "a;b"])
  func unreadable(pattern: String) {
    #expect(throws: PhrasePatternError.self) { try PhrasePattern(parsing: pattern) }
  }

  @Test("hold only for the sources and services they name")
  func conditions() throws {
    let engine = try ThemesSupport.engine([("theme", [("listen* @young", nil), ("draft @send", nil)])])
    #expect(ThemesSupport.labels("she listens", source: "child", by: engine).count == 1)
    #expect(ThemesSupport.labels("she listens", source: "Compliment", by: engine).isEmpty)
    #expect(ThemesSupport.labels("the draft", service: "SEND", by: engine).count == 1)
    #expect(ThemesSupport.labels("the draft", service: "The SEN team", by: engine).count == 1)
    #expect(ThemesSupport.labels("the draft", service: "Sending", by: engine).isEmpty)
  }

  @Test("own their words: the longest decides")
  func ownership() throws {
    let engine = try ThemesSupport.engine([
      ("planning", [("plan", nil)]), ("risk", [("safety plan", nil)]),
      ("transition", [("pathway plan*", nil)]),
    ])
    #expect(ThemesSupport.labels("The safety plan is clear", by: engine) == ["risk:strength"])
    #expect(ThemesSupport.labels("Pathway plan vague", by: engine) == ["transition:concern"])
    #expect(
      ThemesSupport.labels("The plan is clear. The safety plan is vague", by: engine)
        == ["planning:strength", "risk:concern"])
  }

  @Test("count words once, and half a hint is no theme")
  func weights() throws {
    let engine = try ThemesSupport.engine([
      ("theme", [("meeting* =0.5", nil), ("meeting =0.5", nil), ("chair =0.5", nil)])
    ])
    #expect(ThemesSupport.labels("a meeting", by: engine).isEmpty)
    #expect(ThemesSupport.labels("a meeting and a meeting", by: engine).isEmpty)
    #expect(ThemesSupport.labels("a meeting with a chair", by: engine).count == 1)
    #expect(ThemesSupport.labels("a meeting", service: "SEND", by: engine).count == 1)
  }

  @Test("are explained by their words, clause and rule")
  func evidence() throws {
    var engine = try ThemesSupport.engine([("plan", [("plan", nil)])])
    let text = "Visits happen, but the plan is vague."
    let findings = engine.findings(in: text, from: engine.origin(source: "", service: ""))
    let hit = try #require(findings.first?.hits.first)
    #expect(String(decoding: Array(text.utf8)[hit.bytes], as: UTF8.self) == "plan")
    #expect(String(decoding: Array(text.utf8)[hit.clauseBytes], as: UTF8.self) == "but the plan is vague")
    #expect(hit.clause == 1)
    #expect(hit.rule == .clause)
    #expect(findings.first?.polarity == .concern)
  }
}
