import QAModel

/// The name tables of a dataset while it is being read, and the framework's scales: finds the code of a spelling,
/// under which spelling of it was met first.
final class NameBook {
  /// Which spellings are one name.
  enum Likeness {
    /// Ids: only what is the same.
    case exact
    /// People, teams, words: case, spaces, kinds of quotes and dashes do not matter.
    case cell
    /// Lists of the framework: only letters and digits matter.
    case letters

    func key(_ spelling: String) -> String {
      switch self {
      case .exact: spelling
      case .cell: Fold.cell(spelling)
      case .letters: Fold.letters(spelling)
      }
    }
  }

  /// One name table with the keys of its names.
  final class List {
    let likeness: Likeness
    private(set) var table = NameTable()
    private var codes: [String: UInt32] = [:]

    init(_ likeness: Likeness, terms: [Term] = []) {
      self.likeness = likeness
      for term in terms { codes[likeness.key(term.name)] = table.code(for: term.name) }
      for term in terms {
        for synonym in term.synonyms where codes[likeness.key(synonym)] == nil {
          codes[likeness.key(synonym)] = table.existingCode(for: term.name)
        }
      }
    }

    func existingCode(_ spelling: String) -> UInt32? {
      likeness == .exact ? table.existingCode(for: spelling) : codes[likeness.key(spelling)]
    }

    /// The code of a spelling; a name not met before is added as it is spelled.
    func code(_ spelling: String) -> UInt32 {
      guard likeness != .exact else { return table.code(for: spelling) }
      let key = likeness.key(spelling)
      if let code = codes[key] { return code }
      let code = table.code(for: spelling)
      codes[key] = code
      return code
    }
  }

  /// The framework's scales, by every spelling.
  let grades: ListDecoder<Grade>
  let ratings: ListDecoder<FeedbackTable.RatingRank>
  private var lists: [PartialKeyPath<Dataset.Names>: (list: List, store: (inout Dataset.Names) -> Void)] = [:]

  /// Loads the framework's names first, in its order.
  init(_ framework: Framework) {
    grades = .grades(framework.grades)
    ratings = .ratings(framework.feedback)
    add(\.services, .letters, framework.services)
    add(\.auditTypes, .letters, framework.auditTypes.map(\.term))
    add(\.standards, .letters, framework.standards)
    add(\.questions, .letters, framework.feedback.questions)
    add(\.levelsOfNeed, .letters, framework.levelsOfNeed)
    for path in [\Dataset.Names.children, \.audits, \.actions, \.complaints, \.records, \.authorities] {
      add(path, .exact)
    }
    for path in [
      \Dataset.Names.teams, \.people, \.feedbackSources, \.complaintCategories, \.activities,
      \.words, \.registerValues,
    ] { add(path, .cell) }
  }

  private func add(
    _ path: WritableKeyPath<Dataset.Names, NameTable>, _ likeness: Likeness, _ terms: [Term] = []
  ) {
    let list = List(likeness, terms: terms)
    lists[path] = (list, { $0[keyPath: path] = list.table })
  }

  func list(_ path: WritableKeyPath<Dataset.Names, NameTable>) -> List {
    guard let entry = lists[path] else { preconditionFailure("every name table has a list") }
    return entry.list
  }

  /// All names as the dataset has them.
  var names: Dataset.Names {
    var names = Dataset.Names()
    for entry in lists.values { entry.store(&names) }
    return names
  }
}
