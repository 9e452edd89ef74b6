public import QAModel
import Yams

extension ThemeFileReader {
  public mutating func taxonomy(from text: String) throws(Failure) -> ThemeTaxonomy {
    let root = try root(
      of: text,
      keys: [
        "taxonomy", "leading", "beside", "at_most", "otherwise", "words", "sources", "services", "rules",
        "ignored", "off_topic",
        "themes", "learnt",
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
    taxonomy.leading = number(root["leading"]) ?? 1
    taxonomy.beside = number(root["beside"]) ?? 0
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
    if let node = root["learnt"] { taxonomy.learnt = learnt(node, of: taxonomy, ids: ids) }
    checkGroups(of: taxonomy)
    try finish()
    return taxonomy
  }

  /// Patterns may only name groups that the file defines.
  mutating func checkGroups(of taxonomy: ThemeTaxonomy) {
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
}
