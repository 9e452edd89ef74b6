import QAModel

/// What the cells of a column can mean, by the framework's names for it.
struct CellMeanings {
  private let column: String
  /// `nil` where anything can stand there.
  private let index: TermIndex?

  /// - Parameter framework: `nil` where it could not be read: then only words that it does not give are checked.
  init(column: String, kind: DatasetKind, framework: Framework?, acceptsUnknownServices: Bool) {
    self.column = column
    let terms: [Term]? =
      switch DatasetColumns.vocabulary(of: column, in: kind) {
      case nil: nil
      case .words(let words): words.map { Term($0) }
      case .services: acceptsUnknownServices ? nil : framework?.services
      case .levelsOfNeed: framework.flatMap { $0.levelsOfNeed.isEmpty ? nil : $0.levelsOfNeed }
      case .grades: framework?.grades.grades
      case .auditTypes: framework?.auditTypes.map(\.term)
      case .standards: framework?.standards
      case .indicators: framework?.indicators.map(\.term)
      case .questions: framework?.feedback.questions
      case .ratings: framework?.feedback.ratings
      }
    index = terms.map(TermIndex.init)
  }

  /// The name that a text stands for, or `nil` after saying that it stands for none.
  func resolve(_ text: String, at location: SourceLocation, _ faults: ConfigurationFaults) -> String? {
    guard let index else { return text }
    if let position = index.position(of: text) { return index.names[position] }
    faults.error(
      "value.unknown", at: location, "\(text.quoted) is not a value of \(column)",
      suggestion: ConfigurationFaults.didYouMean(text, all: "It can be", index.names)
        + " A cell that stands for no value belongs under missing.")
    return nil
  }
}
