public import QAModel
import Yams

extension ThemeFileReader {
  public mutating func language(from text: String) throws(Failure) -> PolarityLexicon {
    let root = try root(
      of: text,
      keys: [
        "language", "weights", "cues", "negations", "contrasts", "joins", "concessions", "requests",
      ])
    var cues: [PolarityLexicon.Cue] = []
    for group in entries(root["cues"], keys: ["value", "words"]) {
      guard let value = number(group["value"]) else {
        fault(group.line, "a group of cues needs “value:”, above 0 for good, below 0 for bad")
        continue
      }
      cues += phrases(group["words"]).map { .init(phrase: $0.phrase, value: $0.phrase.weight ?? value) }
    }
    var weights = PolarityLexicon.Weights()
    if let node = root["weights"] {
      let known: [String: WritableKeyPath<PolarityLexicon.Weights, Double>] = [
        "own_clause": \.ownClause, "neighbour": \.neighbour, "source": \.source, "words": \.pattern,
        "absence": \.absence, "contrast": \.contrast,
      ]
      let values = mapping(node, keys: Array(known.keys) + ["negation_reach"])
      for (key, path) in known { weights[keyPath: path] = number(values[key]) ?? weights[keyPath: path] }
      weights.negationReach = number(values["negation_reach"]).map { Int($0) } ?? weights.negationReach
    }
    let lexicon = PolarityLexicon(
      cues: cues, negators: phrases(root["negations"]).map(\.phrase),
      contrasts: phrases(root["contrasts"]).map(\.phrase), joins: phrases(root["joins"]).map(\.phrase),
      concessions: phrases(root["concessions"]).map(\.phrase),
      neutral: phrases(root["requests"]).map(\.phrase), weights: weights)
    try finish()
    return lexicon
  }

  public mutating func redaction(from text: String) throws(Failure) -> RedactionRules {
    let lists: [(String, WritableKeyPath<RedactionRules, [String]>)] = [
      ("titles", \.titles), ("school_endings", \.schoolEndings), ("address_endings", \.addressEndings),
      ("place_endings", \.placeEndings), ("keep", \.keep), ("abbreviations", \.abbreviations),
      ("name_words", \.nameWords), ("surnames", \.surnames), ("first_names", \.firstNames),
      ("before_names", \.beforeNames),
      ("after_names", \.afterNames), ("case_words", \.caseWords), ("birth_words", \.birthWords),
    ]
    let root = try root(of: text, keys: lists.map(\.0))
    var rules = RedactionRules()
    for (key, path) in lists { rules[keyPath: path] = strings(root[key]).map { $0.lowercased() } }
    try finish()
    return rules
  }
}
