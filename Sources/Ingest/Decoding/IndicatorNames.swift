import QAModel

/// The indicators of a framework by name, with the unit before or after it as exports add it: `% Visits in
/// timescale`, `Visits in timescale (%)`.
struct IndicatorNames {
  private var positions: [String: UInt16] = [:]
  private let names: [String]

  init(_ framework: Framework) {
    names = framework.indicators.map(\.term.name)
    let terms = framework.indicators.enumerated().map { (UInt16($0), [$1.term.name] + $1.term.synonyms) }
    for (position, spellings) in terms { for name in spellings.prefix(1) { add(name, position) } }
    for (position, spellings) in terms { for name in spellings.dropFirst() { add(name, position) } }
    for (position, spellings) in terms {
      for name in spellings {
        add("% " + name, position)
        add(name + " (%)", position)
        add("percentage of " + name, position)
      }
    }
  }

  private mutating func add(_ name: String, _ position: UInt16) {
    let key = Fold.letters(name)
    if positions[key] == nil { positions[key] = position }
  }

  func read(_ cell: String) -> Reading<UInt16> {
    if let position = positions[Fold.letters(cell)] { return .value(position) }
    return .unreadable(
      Problem(
        id: "ingest.indicator.unknown", summary: "the indicator is not one of the framework's",
        explanation: "without its definition nobody can say what is counted, or which way is good",
        suggestion: didYouMean(cell, names) ?? "add it to indicators, or the spelling to its synonyms"))
  }
}
