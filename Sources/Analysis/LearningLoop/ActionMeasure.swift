import QAModel

/// The measure that an action was to move, where it is one of the framework's.
enum ActionMeasure: Sendable, Hashable {
  /// Position in `Framework.indicators`.
  case indicator(Int)
  /// Code in `names.standards`.
  case standard(UInt32)
  /// Code in `names.questions`.
  case question(UInt32)
  /// Position in `Framework.domains`: grades Good or better.
  case domain(Int)
}

/// Finds the framework's measure by the name that an action log writes: an indicator, a practice standard, a question
/// or a domain, by its name or a synonym, whatever its case and punctuation.
struct ActionMeasureNames: Sendable {
  private let measures: [String: ActionMeasure]

  init(_ framework: Framework, _ names: Dataset.Names) {
    var measures: [String: ActionMeasure] = [:]
    func add(_ term: Term, _ measure: ActionMeasure) {
      for name in [term.name] + term.synonyms where measures[Slug.make(name)] == nil {
        measures[Slug.make(name)] = measure
      }
    }
    for (position, indicator) in framework.indicators.enumerated() {
      add(indicator.term, .indicator(position))
    }
    for term in framework.standards {
      if let code = names.standards.existingCode(for: term.name) { add(term, .standard(code)) }
    }
    for term in framework.feedback.questions {
      if let code = names.questions.existingCode(for: term.name) { add(term, .question(code)) }
    }
    for (position, term) in framework.domains.enumerated() { add(term, .domain(position)) }
    self.measures = measures
  }

  /// `nil` where the framework has no such measure.
  subscript(name: String) -> ActionMeasure? { measures[Slug.make(name)] }
}
