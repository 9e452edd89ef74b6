import QAModel

/// The names of one section of the framework, found by any of their spellings.
struct TermIndex {
  let names: [String]
  private var positions: [String: Int] = [:]
  private var spellings: [String] = []

  init(_ terms: [Term]) {
    names = terms.map(\.name)
    for (position, term) in terms.enumerated() {
      for spelling in [term.name] + term.synonyms {
        positions[Spelling.folded(spelling)] = position
        spellings.append(spelling)
      }
    }
  }

  func position(of spelling: String) -> Int? { positions[Spelling.folded(spelling)] }

  /// The position of a name, or `nil` after saying that there is none of it. `kind` and `plural` as in *domain*
  /// and *domains*.
  func resolve(
    _ spelling: String, at location: SourceLocation, kind: String, plural: String,
    because explanation: String? = nil, faults: ConfigurationFaults
  ) -> Int? {
    if let position = position(of: spelling) { return position }
    faults.error(
      "reference.unknown", at: location, "the framework has no \(kind) \(spelling.quoted)",
      because: explanation,
      suggestion: suggestion(for: spelling, plural: plural))
    return nil
  }

  private func suggestion(for spelling: String, plural: String) -> String {
    Spelling.nearest(spelling, in: spellings).map { "Did you mean \($0.quoted)?" }
      ?? ConfigurationFaults.didYouMean("", all: "The \(plural) are", names)
  }

  /// The terms of entries. A spelling that stands for two names is refused: no cell could be read by it.
  static func terms(_ entries: [NamedEntry], section: String, faults: ConfigurationFaults) -> [Term] {
    var owners: [String: String] = [:]
    for entry in entries { owners[Spelling.folded(entry.name)] = entry.name }
    return entries.map { entry in
      var synonyms: [String] = []
      for (text, location) in entry.synonyms {
        let spelling = Spelling.folded(text)
        if let owner = owners[spelling], owner != entry.name {
          faults.error(
            "synonym.ambiguous", at: location,
            "\(text.quoted) is given as a synonym of \(entry.name.quoted), but stands for \(owner.quoted) already",
            suggestion: "Take it out of one of the two in \(section).")
        } else if owners.updateValue(entry.name, forKey: spelling) == nil {
          synonyms.append(text)
        }
      }
      return Term(entry.name, synonyms: synonyms)
    }
  }
}
