import QAModel

/// A column of a dataset that a header may stand for, with what its cells should look like.
struct TargetColumn {
  let name: String
  /// The name and its synonyms.
  let spellings: [String]
  let isRequired: Bool
  let cells: Expectation

  enum Expectation {
    case day, period, number, text, identifier, person
    /// A closed list, by a name of its own, and whether a cell is on it.
    case list(String, (String) -> Bool)
    /// Names that exports themselves teach: services where the framework lists none, teams.
    case names(PartialKeyPath<Dataset.Names>)
    case word

    var isList: Bool {
      if case .list = self { true } else { false }
    }

    /// Whether cells can be told not to be such: any words do for the others.
    var isClosed: Bool {
      switch self {
      case .day, .period, .number, .identifier, .list: true
      case .text, .person, .names, .word: false
      }
    }
  }
}

extension TableSource {
  func targets(_ workspace: Workspace, _ book: NameBook) -> [TargetColumn] {
    var targets = columns.map { column in
      TargetColumn(
        name: column.name, spellings: [column.name] + column.synonyms, isRequired: column.isRequired,
        cells: expectation(column, workspace, book))
    }
    if kind == .dipSamples {
      // Where a file has a column a standard, the header is the standard.
      targets += workspace.framework.standards.map { standard in
        TargetColumn(
          name: "standard: \(standard.name)", spellings: [standard.name] + standard.synonyms,
          isRequired: false,
          cells: .list("answers", ListDecoder.answers.knows))
      }
    }
    return targets
  }

  private func expectation(
    _ column: ColumnSpec<Table>, _ workspace: Workspace, _ book: NameBook
  ) -> TargetColumn.Expectation {
    switch column.nature {
    case .days: return column.name == "period" ? .period : .day
    case .numbers: return .number
    case .text: return .text
    case .identities(let list): return list == \Dataset.Names.people ? .person : .identifier
    case .indicators:
      let names = IndicatorNames(workspace.framework)
      return .list("indicators") { if case .value = names.read($0) { true } else { false } }
    case .list:
      let list = closedList(column.name, book)
      return .list(list.name, list.isOnIt)
    case .names(let list):
      let isListed = { (terms: [Term]) in !terms.isEmpty && list != \Dataset.Names.words }
      let terms: [Term] =
        switch DatasetColumns.vocabulary(of: column.name, in: kind) {
        case .services: workspace.framework.services
        case .levelsOfNeed: workspace.framework.levelsOfNeed
        case .auditTypes: workspace.framework.auditTypes.map(\.term)
        case .standards: workspace.framework.standards
        case .questions: workspace.framework.feedback.questions
        default: []
        }
      if isListed(terms) {
        let names = book.list(list)
        return .list("\(list)") { names.existingCode($0) != nil }
      }
      if list == \Dataset.Names.records { return .identifier }
      return list == \Dataset.Names.words ? .word : .names(list)
    }
  }

  private func closedList(_ column: String, _ book: NameBook) -> (name: String, isOnIt: (String) -> Bool) {
    switch DatasetColumns.vocabulary(of: column, in: kind) {
    case .grades: return ("grades", book.grades.knows)
    case .ratings: return ("ratings", book.ratings.knows)
    default: break
    }
    switch column {
    case "selection": return (column, ListDecoder.selections.knows)
    case "procedure": return (column, ListDecoder.procedures.knows)
    case "type": return (column, ListDecoder.contactTypes.knows)
    case "stage": return (column, ListDecoder.stages.knows)
    case "outcome": return (column, ListDecoder.outcomes.knows)
    default: return ("answers", ListDecoder.answers.knows)
    }
  }
}

extension ListDecoder {
  func knows(_ cell: String) -> Bool {
    if case .value = read(cell) { true } else { false }
  }
}
