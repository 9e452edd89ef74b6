public import QAModel
import Yams

/// Reads the files of `templates/themes`: a taxonomy, the language it is written in, the rules of redaction.
///
/// Every key is checked against what the file may hold, and every fault names its line. A file is read as a whole:
/// all its faults are in the error.
public struct ThemeFileReader {
  /// What is wrong with a file; at least one diagnostic.
  public struct Failure: Error {
    public var diagnostics: [Diagnostic]
  }

  private let file: String
  private var diagnostics: [Diagnostic] = []
  /// Lists of words that phrases name with a dollar: *$child*.
  private var wordLists: [String: [String]] = [:]

  /// - Parameter file: the path as diagnostics should name it.
  public init(file: String) { self.file = file }

  // MARK: Taxonomy

  public mutating func taxonomy(from text: String) throws(Failure) -> ThemeTaxonomy {
    let root = try root(
      of: text,
      keys: [
        "taxonomy", "at_most", "otherwise", "words", "sources", "services", "rules", "ignored", "off_topic",
        "themes",
      ])
    var taxonomy = ThemeTaxonomy(name: string(root["taxonomy"]) ?? file, themes: [], patterns: [])
    if let node = root["words"], let lists = node.mapping {
      for (name, list) in lists { wordLists[name.string ?? ""] = strings(list) }
    }
    let themeNodes = entries(
      root["themes"],
      keys: [
        "id", "name", "definition", "practice_areas", "threshold", "says", "hints", "strengths", "concerns",
        "neutral",
      ])
    for theme in themeNodes {
      taxonomy.themes.append(
        .init(
          id: required("id", of: theme), name: required("name", of: theme),
          definition: required("definition", of: theme), practiceAreas: strings(theme["practice_areas"]),
          threshold: number(theme["threshold"]) ?? 1))
    }
    if taxonomy.themes.isEmpty { fault(root.line, "a taxonomy needs at least one theme under “themes:”") }
    let ids = Dictionary(zip(taxonomy.themes.map(\.id), taxonomy.themes.indices)) { first, _ in first }
    if ids.count < taxonomy.themes.count { fault(root.line, "two themes have the same id") }

    for source in entries(root["sources"], keys: ["id", "names", "groups", "prior", "evidence"]) {
      taxonomy.sources.append(
        .init(
          id: required("id", of: source), names: strings(source["names"]),
          groups: strings(source["groups"]), prior: number(source["prior"]) ?? 0,
          evidence: themeKeyed(numbers(source["evidence"]), ids: ids, line: source.line)))
    }
    for service in entries(root["services"], keys: ["id", "names", "evidence"]) {
      let evidence = numbers(service["evidence"])
      taxonomy.services.append(
        .init(
          id: required("id", of: service), names: strings(service["names"]),
          evidence: themeKeyed(evidence, ids: ids, line: service.line)))
    }
    for rule in entries(root["rules"], keys: ["theme", "gives_way_to", "unless", "below", "because"]) {
      guard let theme = index(required("theme", of: rule), in: ids, line: rule.line) else { continue }
      taxonomy.yields.append(
        .init(
          theme: theme, to: indices(rule["gives_way_to"], in: ids),
          unless: indices(rule["unless"], in: ids), below: number(rule["below"]) ?? 10,
          because: required("because", of: rule)))
    }
    taxonomy.atMost = number(root["at_most"]).map { max(1, Int($0)) }
    if let id = string(root["otherwise"]) {
      taxonomy.otherwise = index(id, in: ids, line: root["otherwise"]?.line ?? 1)
    }
    taxonomy.ignored = phrases(root["ignored"]).map(\.phrase)
    taxonomy.offTopic = phrases(root["off_topic"]).map(\.phrase)
    let lists: [(String, Double, Polarity?)] = [
      ("says", 1, nil), ("hints", 0.5, nil), ("strengths", 1, .strength), ("concerns", 1, .concern),
      ("neutral", 1, .neutral),
    ]
    for (place, theme) in themeNodes.enumerated() {
      for (key, weight, polarity) in lists {
        taxonomy.patterns += phrases(theme[key]).map {
          .init(
            theme: place, phrase: $0.phrase, weight: $0.phrase.weight ?? weight, polarity: polarity,
            line: $0.line)
        }
      }
    }
    checkGroups(of: taxonomy)
    try finish()
    return taxonomy
  }

  /// Patterns may only name groups that the file defines.
  private mutating func checkGroups(of taxonomy: ThemeTaxonomy) {
    let known = Set(
      taxonomy.sources.flatMap { [$0.id] + $0.groups } + taxonomy.services.map(\.id))
    for pattern in taxonomy.patterns {
      for name in pattern.phrase.only + pattern.phrase.never where !known.contains(name) {
        fault(
          pattern.line, "“@\(name)” in “\(pattern.phrase.written)” is no group of sources and no service",
          suggestion: Self.nearest(to: name, among: known.sorted()))
      }
    }
  }

  // MARK: Language

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

  // MARK: Redaction

  public mutating func redaction(from text: String) throws(Failure) -> RedactionRules {
    let lists: [(String, WritableKeyPath<RedactionRules, [String]>)] = [
      ("titles", \.titles), ("school_endings", \.schoolEndings), ("address_endings", \.addressEndings),
      ("place_endings", \.placeEndings), ("keep", \.keep), ("abbreviations", \.abbreviations),
      ("name_words", \.nameWords), ("first_names", \.firstNames), ("before_names", \.beforeNames),
      ("after_names", \.afterNames), ("case_words", \.caseWords), ("birth_words", \.birthWords),
    ]
    let root = try root(of: text, keys: lists.map(\.0))
    var rules = RedactionRules()
    for (key, path) in lists { rules[keyPath: path] = strings(root[key]).map { $0.lowercased() } }
    try finish()
    return rules
  }

  // MARK: Nodes

  private struct Entry {
    var line: Int
    var values: [String: Node]
    subscript(key: String) -> Node? { values[key] }
  }

  private mutating func root(of text: String, keys: [String]) throws(Failure) -> Entry {
    let node: Node?
    do { node = try Yams.compose(yaml: text) } catch {
      fault(Self.line(of: error), "this is not readable as YAML: \(Self.reason(of: error))")
      throw Failure(diagnostics: diagnostics)
    }
    guard let node, node.mapping != nil else {
      fault(1, "the file holds no keys", suggestion: "write one of: \(keys.joined(separator: ", "))")
      throw Failure(diagnostics: diagnostics)
    }
    return Entry(line: 1, values: mapping(node, keys: keys))
  }

  private func finish() throws(Failure) {
    if !diagnostics.isEmpty { throw Failure(diagnostics: diagnostics) }
  }

  private mutating func mapping(_ node: Node, keys: [String]) -> [String: Node] {
    guard let mapping = node.mapping else {
      fault(node.line, "keys and values belong here", suggestion: "one of: \(keys.joined(separator: ", "))")
      return [:]
    }
    var values: [String: Node] = [:]
    for (key, value) in mapping {
      let name = key.string ?? ""
      if keys.contains(name) {
        values[name] = value
      } else {
        fault(
          key.line, "“\(name)” is not a key of this part of the file",
          suggestion: Self.nearest(to: name, among: keys))
      }
    }
    return values
  }

  private mutating func entries(_ node: Node?, keys: [String]) -> [Entry] {
    guard let node, !node.isNull else { return [] }
    guard let sequence = node.sequence else {
      fault(node.line, "a list belongs here, each entry begun with “-”")
      return []
    }
    return sequence.map { Entry(line: $0.line, values: mapping($0, keys: keys)) }
  }

  private mutating func required(_ key: String, of entry: Entry) -> String {
    guard let text = string(entry[key]), !text.isEmpty else {
      fault(entry.line, "“\(key):” is missing here")
      return ""
    }
    return text
  }

  private mutating func string(_ node: Node?) -> String? {
    guard let node else { return nil }
    guard let scalar = node.scalar else {
      fault(node.line, "one line of text belongs here")
      return nil
    }
    return scalar.string
  }

  private mutating func number(_ node: Node?) -> Double? {
    guard let text = string(node) else { return nil }
    guard let number = Double(text), number.isFinite else {
      fault(node?.line, "“\(text)” is not a number")
      return nil
    }
    return number
  }

  private mutating func strings(_ node: Node?) -> [String] {
    guard let node, !node.isNull else { return [] }
    guard let sequence = node.sequence else {
      fault(node.line, "a list belongs here, each entry begun with “-” or all within [ ]")
      return []
    }
    return sequence.compactMap { string($0) }
  }

  private mutating func numbers(_ node: Node?) -> [String: Double] {
    guard let node, let mapping = node.mapping else { return [:] }
    var numbers: [String: Double] = [:]
    for (key, value) in mapping { numbers[key.string ?? ""] = number(value) }
    return numbers
  }

  private mutating func phrases(_ node: Node?) -> [(phrase: PhrasePattern, line: Int)] {
    guard let node, !node.isNull else { return [] }
    guard let sequence = node.sequence else {
      fault(node.line, "a list of phrases belongs here, each begun with “-”")
      return []
    }
    var phrases: [(PhrasePattern, Int)] = []
    for node in sequence {
      guard let text = string(node) else { continue }
      do throws(PhrasePatternError) {
        phrases.append((try PhrasePattern(parsing: try expanded(text)), node.line))
      } catch {
        fault(node.line, "the phrase “\(text)” cannot be read: \(error.reason)")
      }
    }
    return phrases
  }

  /// The phrase with its lists of words spelled out: `$child` becomes `(child*|boy|…)`.
  private func expanded(_ text: String) throws(PhrasePatternError) -> String {
    guard text.contains("$") else { return text }
    var result = ""
    var depth = 0
    var rest = text[...]
    while let character = rest.popFirst() {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      guard character == "$" else {
        result.append(character)
        continue
      }
      let name = String(rest.prefix { $0.isLetter || $0 == "_" })
      rest = rest.dropFirst(name.count)
      guard let words = wordLists[name] else {
        throw PhrasePatternError("there is no list of words “\(name)” under “words:”")
      }
      let joined = words.joined(separator: "|")
      result += depth > 0 ? joined : "(\(joined))"
    }
    return result
  }

  private mutating func index(_ id: String, in ids: [String: Int], line: Int) -> Int? {
    if let index = ids[id] { return index }
    fault(line, "there is no theme “\(id)”", suggestion: Self.nearest(to: id, among: ids.keys.sorted()))
    return nil
  }

  private mutating func indices(_ node: Node?, in ids: [String: Int]) -> [Int] {
    strings(node).compactMap { index($0, in: ids, line: node?.line ?? 0) }
  }

  private mutating func themeKeyed(_ values: [String: Double], ids: [String: Int], line: Int) -> [Int: Double]
  {
    var keyed: [Int: Double] = [:]
    for (id, value) in values.sorted(by: { $0.key < $1.key }) {
      if let index = index(id, in: ids, line: line) { keyed[index] = value }
    }
    return keyed
  }

  // MARK: Faults

  private mutating func fault(_ line: Int?, _ summary: String, suggestion: String? = nil) {
    diagnostics.append(
      Diagnostic(
        id: "themes.file.unreadable", severity: .error, location: SourceLocation(file: file, line: line),
        summary: summary, suggestion: suggestion))
  }

  private static func line(of error: any Error) -> Int? {
    switch error as? YamlError {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    default: nil
    }
  }

  private static func reason(of error: any Error) -> String {
    switch error as? YamlError {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _):
      problem
    case .duplicatedKeysInMapping(let duplicates, _):
      "a key stands twice: \(duplicates.map(\.description).sorted().joined(separator: ", "))"
    default: "it cannot be parsed"
    }
  }

  /// *Did you mean*, where a known word is at most two letters away.
  private static func nearest(to word: String, among known: [String]) -> String? {
    let best = known.map { ($0, distance(word, $0)) }.min { $0.1 < $1.1 }
    guard let best, best.1 <= 2 else { return "known here: \(known.joined(separator: ", "))" }
    return "did you mean “\(best.0)”?"
  }

  private static func distance(_ left: String, _ right: String) -> Int {
    let right = Array(right)
    var row = Array(0...right.count)
    for (i, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for j in right.indices {
        let substitution = diagonal + (letter == right[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substitution, min(row[j], row[j + 1]) + 1)
      }
    }
    return row[right.count]
  }
}

extension Node {
  fileprivate var line: Int { mark?.line ?? 1 }
  fileprivate var isNull: Bool { scalar?.string.isEmpty ?? false }
}
