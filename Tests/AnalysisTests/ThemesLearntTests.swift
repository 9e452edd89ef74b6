import QAModel
import Testing

@testable import Analysis

@Suite("Words that were learnt")
struct ThemesLearntTests {
  /// Two themes whose phrases alone reach what is asked, and words that add to them; 2 is no theme, 3 the leaning.
  private func engine(_ change: (inout LearntWords) -> Void = { _ in }) throws -> ThemeEngine {
    var taxonomy = try ThemesSupport.taxonomy([("plan", [("plan", nil)]), ("visits", [("visits", nil)])])
    var learnt = LearntWords()
    learnt.words = [
      .init(phrase: try ThemesSupport.phrase("walkabout"), weights: [0: -0.4]),
      .init(phrase: try ThemesSupport.phrase("step*"), weights: [0: 0.7, 1: -0.2]),
      .init(phrase: try ThemesSupport.phrase("parking"), weights: [2: 0.8]),
      .init(phrase: try ThemesSupport.phrase("gubbins"), weights: [3: -2]),
    ]
    learnt.from = 0.5
    change(&learnt)
    taxonomy.learnt = learnt
    return ThemeEngine(taxonomy: taxonomy, language: try ThemesSupport.language())
  }

  @Test("add to what the phrases say and take from it, each once, and tell nothing alone")
  func decide() throws {
    let engine = try engine()
    #expect(ThemesSupport.labels("the plan", by: engine) == ["plan:strength"])
    #expect(ThemesSupport.labels("the plan walkabout", by: engine) == ["plan:strength"])
    #expect(ThemesSupport.labels("walkabout, walkabout, the plan", by: engine) == ["plan:strength"])
    #expect(ThemesSupport.labels("the plan is for parking", by: engine) == [])
    #expect(ThemesSupport.labels("the plan is for parking, in steps", by: engine) == ["plan:strength"])
    #expect(ThemesSupport.labels("steps", by: engine) == [])
  }

  @Test("weigh a theme against the heaviest and against the one with the most words")
  func beside() throws {
    let text = "visits and the plan, in steps"
    #expect(ThemesSupport.labels(text, by: try engine()) == ["plan:strength", "visits:strength"])
    #expect(ThemesSupport.labels(text, by: try engine { $0.against = 0.5 }) == ["plan:strength"])
    #expect(ThemesSupport.labels(text, by: try engine { $0.share = 0 }) == ["plan:strength"])
    #expect(
      ThemesSupport.labels(text, by: try engine { ($0.share, $0.enough, $0.beside) = (0, 0.4, 0.4) }).count
        == 2)
  }

  @Test("begin with what is usual of a source and a service")
  func origin() throws {
    let engine = try engine {
      $0.base = [0: -0.2]
      $0.sources = ["praise": [0: -0.4]]
      $0.services = ["send": [0: 0.4]]
    }
    #expect(ThemesSupport.labels("the plan", by: engine) == ["plan:strength"])
    #expect(ThemesSupport.labels("the plan", source: "Compliment", by: engine) == [])
    #expect(
      ThemesSupport.labels("the plan", source: "Compliment", service: "SEND", by: engine) == ["plan:strength"]
    )
  }

  @Test("lean a clause, and the others less")
  func leaning() throws {
    func labels(_ text: String, own: Double, around: Double) throws -> [String] {
      ThemesSupport.labels(text, by: try engine { ($0.own, $0.around) = (own, around) })
    }
    #expect(try labels("the plan is gubbins", own: 0, around: 0) == ["plan:strength"])
    #expect(try labels("the plan is gubbins", own: 1, around: 0) == ["plan:concern"])
    #expect(try labels("the plan. It is gubbins", own: 1, around: 0) == ["plan:strength"])
    #expect(try labels("the plan. It is gubbins", own: 1, around: 0.5) == ["plan:concern"])
  }

  @Test("are told with the theme, the strongest first")
  func told() throws {
    var engine = try engine()
    let found = engine.findings(
      in: "the plan in steps, a walkabout", from: engine.origin(source: "", service: ""))
    #expect(found.map(\.words) == [[1, 0]])
  }
}
