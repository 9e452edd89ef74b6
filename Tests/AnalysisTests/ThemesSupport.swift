import QAModel

@testable import Analysis

/// Small taxonomies and a small language for the tests of the theme engine.
enum ThemesSupport {
  static func phrase(_ text: String) throws -> PhrasePattern { try PhrasePattern(parsing: text) }

  static func phrases(_ texts: [String]) throws -> [PhrasePattern] { try texts.map(phrase) }

  static func language() throws -> PolarityLexicon {
    func cues(_ value: Double, _ texts: [String]) throws -> [PolarityLexicon.Cue] {
      try texts.map { PolarityLexicon.Cue(phrase: try phrase($0), value: value) }
    }
    return PolarityLexicon(
      cues: try cues(2, ["(couldn't|could not) (ask|have asked) for more", "never cancelled"])
        + cues(1, ["good", "strong", "clear", "evident", "well", "timely"])
        + cues(-1, ["poor", "weak", "late", "missing", "cancelled", "vague"])
        + cues(-2, ["would have benefit*", "less evident", "not always", "no evidence of"]),
      negators: try phrases(["no", "not", "never", "without", "didn't"]),
      contrasts: try phrases(["but", "however", "yet", "whereas"]),
      joins: [], concessions: try phrases(["although", "though", "despite", "while"]),
      neutral: try phrases(["can i", "to be confirmed"]))
  }

  /// A taxonomy of themes by the phrases that tell them, each with a sense of its own or none.
  static func taxonomy(_ themes: [(id: String, phrases: [(String, Polarity?)])]) throws -> ThemeTaxonomy {
    var taxonomy = ThemeTaxonomy(
      name: "Test",
      themes: themes.map { .init(id: $0.id, name: $0.id, definition: "A theme") }, patterns: [],
      sources: [
        .init(id: "praise", names: ["Compliment"], groups: ["adult"], prior: 2),
        .init(id: "worry", names: ["Concern"], groups: ["adult"], prior: -1.7),
        .init(id: "child", names: [], groups: ["young"], prior: 0),
      ],
      services: [.init(id: "send", names: ["SEND", "sen team"], evidence: [0: 0.5])])
    for (place, theme) in themes.enumerated() {
      for (text, polarity) in theme.phrases {
        let phrase = try phrase(text)
        taxonomy.patterns.append(
          .init(theme: place, phrase: phrase, weight: phrase.weight ?? 1, polarity: polarity, line: place + 1)
        )
      }
    }
    return taxonomy
  }

  static func engine(_ themes: [(id: String, phrases: [(String, Polarity?)])]) throws -> ThemeEngine {
    ThemeEngine(taxonomy: try taxonomy(themes), language: try language())
  }

  /// Two themes, the small language, and redaction that knows a few words.
  static func rules() throws -> ThemeRules {
    let words =
      "a and at but by clear good him in is it no nothing of plan said seen the to told visits was we were"
    return ThemeRules(
      taxonomy: try taxonomy([
        ("plan", [("plan", nil)]), ("visits", [("visits", nil), ("visits were missed", .concern)]),
      ]),
      language: try language(),
      redaction: RedactionRules(titles: ["mr", "mrs"], abbreviations: ["sw"], firstNames: ["ava"]),
      words: WordList(bytes: Array(words.split(separator: " ").joined(separator: "\n").utf8)))
  }

  /// `theme:polarity`, in the taxonomy's order.
  static func labels(_ text: String, source: String = "", service: String = "", by engine: ThemeEngine)
    -> [String]
  {
    var engine = engine
    return engine.findings(in: text, from: engine.origin(source: source, service: service)).map {
      "\(engine.taxonomy.themes[$0.theme].id):\($0.polarity.name)"
    }
  }
}
