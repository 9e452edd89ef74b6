import QAModel
import Testing

@testable import Analysis

@Suite("Polarity of themes")
struct ThemesPolarityTests {
  private static let themes: [(id: String, phrases: [(String, Polarity?)])] = [
    ("voice", [("voice", nil)]), ("plan", [("plan", nil)]), ("visits", [("visit*", nil)]),
    ("drift", [("drift*", .concern), ("delay*", .concern)]), ("chronology", [("chronolog*", nil)]),
  ]

  @Test(
    "comes from the clause, its negations and their traps, its neighbours, the source",
    arguments: [
      ("The plan is clear", "", ["plan:strength"]),
      ("The plan is vague", "", ["plan:concern"]),
      ("The plan is not clear", "", ["plan:concern"]),
      ("The plan is not always clear", "", ["plan:concern"]),
      ("No drift", "", ["drift:strength"]),
      ("There was no delay at all", "", ["drift:strength"]),
      ("Drift", "", ["drift:concern"]),
      ("Visits never cancelled", "", ["visits:strength"]),
      ("Visits cancelled", "", ["visits:concern"]),
      ("We could not have asked for more of the plan", "", ["plan:strength"]),
      ("The plan would have benefited from dates", "", ["plan:concern"]),
      ("The voice is less evident", "", ["voice:concern"]),
      ("No evidence of a plan", "", ["plan:concern"]),
      ("No chronology", "", ["chronology:concern"]),
      ("No chronology", "Compliment", ["chronology:strength"]),
      ("The plan is clear but visits are late", "", ["plan:strength", "visits:concern"]),
      ("Although visits are timely, the voice is missing", "", ["voice:concern", "visits:strength"]),
      ("Visits are timely, although the plan is vague", "", ["plan:concern", "visits:strength"]),
      ("The plan is strong; visits are poor", "", ["plan:strength", "visits:concern"]),
      ("A plan. Good.", "", ["plan:strength"]),
      ("A plan", "Compliment", ["plan:strength"]),
      ("A plan", "Concern", ["plan:concern"]),
      ("There are visits; however the plan is vague", "Concern", ["plan:concern", "visits:strength"]),
      ("Can I see the plan", "child", ["plan:neutral"]),
      ("Can I see the plan", "Concern", ["plan:concern"]),
      ("The plan is good for school, but the plan is weak for home", "", ["plan:strength", "plan:concern"]),
      ("", "", []),
      ("...", "", []),
      ("\u{FFFD}\u{1F600} 12", "", []),
    ])
  func polarity(text: String, source: String, expected: [String]) throws {
    let engine = try ThemesSupport.engine(Self.themes)
    #expect(ThemesSupport.labels(text, source: source, by: engine) == expected)
  }

  @Test("a theme gives way to another of its clause, unless a third is told there")
  func yielding() throws {
    var taxonomy = try ThemesSupport.taxonomy(Self.themes)
    taxonomy.yields = [
      .init(theme: 3, to: [2], unless: [1], below: 2, because: "timeliness is part of visits")
    ]
    let engine = ThemeEngine(taxonomy: taxonomy, language: try ThemesSupport.language())
    #expect(ThemesSupport.labels("visits delayed", by: engine) == ["visits:concern"])
    #expect(ThemesSupport.labels("visits made, but the report delayed", by: engine).contains("drift:concern"))
    #expect(ThemesSupport.labels("plan and visits delayed", by: engine).contains("drift:concern"))
  }

  @Test("the same comment gives the same findings, whatever was read before it")
  func determinism() throws {
    var one = try ThemesSupport.engine(Self.themes)
    var other = try ThemesSupport.engine(Self.themes)
    let texts = [
      "The plan is clear but visits are late", "No drift", "plan", "a chronology, not a voice", "",
    ]
    let origin = one.origin(source: "", service: "")
    let first = texts.map { one.findings(in: $0, from: origin) }
    let again = texts.reversed().map { other.findings(in: $0, from: origin) }
    #expect(first == again.reversed())
    #expect(first == texts.map { one.findings(in: $0, from: origin) })
  }

  @Test("bytes that are no text do no harm")
  func anyBytes() throws {
    var engine = try ThemesSupport.engine(Self.themes)
    var seed: UInt64 = 42
    let origin = engine.origin(source: "", service: "")
    for length in 0..<300 {
      let bytes = (0..<length).map { _ -> UInt8 in
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: seed >> 33)
      }
      bytes.withUnsafeBufferPointer { buffer in
        for finding in engine.findings(in: buffer, from: origin) {
          #expect(finding.hits.allSatisfy { $0.bytes.upperBound <= length })
        }
      }
    }
  }
}
