import QAModel

/// Values of a closed list, by any of the spellings of each. Whole cells, letters and digits only; but a cell with a
/// mark of doubt or denial, as `Good?` or `≠ Good`, is not what its letters say.
struct ListDecoder<Value: Sendable>: Sendable {
  /// What one of the values is, as in *the grade is not on the list*.
  let noun: String
  /// The names in their order, for messages.
  let names: [String]
  private var spellings: [String: Value] = [:]
  /// By the whole cell: the spellings that have such a mark of their own.
  private var marked: [String: Value] = [:]
  /// Each value with its name, in their order.
  private let values: [(value: Value, name: String)]
  private let missing: [String: Missing]
  private let problemID: String

  /// - Parameter id: the middle of the problem's id, as `grade` in `ingest.grade.unknown`.
  init(
    _ noun: String, id: String, missing: [String: Missing] = MissingTokens.closedList,
    _ values: [(value: Value, spellings: [String])]
  ) {
    self.noun = noun
    self.missing = missing
    problemID = "ingest.\(id).unknown"
    names = values.compactMap(\.spellings.first)
    self.values = values.compactMap { entry in entry.spellings.first.map { (entry.value, $0) } }
    for (value, spellings) in values {
      for spelling in spellings {
        if Self.isMarked(spelling), marked[Fold.cell(spelling)] == nil { marked[Fold.cell(spelling)] = value }
        if self.spellings[Fold.letters(spelling)] == nil { self.spellings[Fold.letters(spelling)] = value }
      }
    }
  }

  func read(_ cell: String) -> Reading<Value> {
    let isMarked = Self.isMarked(cell)
    let letters = Fold.letters(cell)
    if isMarked {
      if let value = marked[Fold.cell(cell)] { return .value(value) }
    } else if !letters.isEmpty, let value = spellings[letters] {
      return .value(value)
    }
    if let missing = missing[Fold.cell(cell)] { return .missing(missing) }
    return .unreadable(
      Problem(
        id: problemID, summary: "the \(noun) is none of \(names.joined(separator: ", "))",
        explanation: isMarked && spellings[letters] != nil
          ? "it has a mark that leaves in doubt whether the word is meant" : nil,
        suggestion: didYouMean(cell, names)
          ?? "correct the cell, or say under values in qareport.yaml what it means"))
  }
}

extension ListDecoder {
  /// Whether a cell has a mark that may doubt or deny what is written, as `Good?`, `!Good`, `Good*`, `RI+` or `-1`.
  private static func isMarked(_ cell: String) -> Bool {
    let folded = Fold.cell(cell)
    if folded.hasPrefix("-") || folded.hasSuffix("-") { return true }
    return folded.unicodeScalars.contains { scalar in
      scalar.isASCII
        ? "?!*+<>~".unicodeScalars.contains(scalar) : scalar.properties.generalCategory == .mathSymbol
    }
  }
}

extension ListDecoder where Value: ByteCoded {
  /// The name of each value, by its byte.
  var labels: [UInt64: String] {
    Dictionary(values.map { (UInt64($0.value.byte), $0.name) }, uniquingKeysWith: { first, _ in first })
  }
}

extension ListDecoder where Value == Grade {
  /// The scale of a framework with its synonyms, and the abbreviations everybody uses for *Requires improvement*.
  static func grades(_ scale: GradeScale) -> ListDecoder<Grade> {
    ListDecoder(
      "grade", id: "grade", missing: MissingTokens.grades,
      scale.grades.enumerated().map { rank, term in
        let more = common[Fold.letters(term.name)] ?? []
        return (Grade(rank: UInt8(rank)), [term.name] + term.synonyms + more)
      })
  }

  private static let common = [
    "requiresimprovement": [
      "RI", "Req. Improvement", "Req Imp", "Requires Imp", "Requires improvement to be good",
      "Require improvement", "Requiring improvement",
    ],
    "requiresimprovementtobegood": ["RI", "Req. Improvement", "Req Imp", "Requires improvement"],
    "inadequate": ["Inad"],
  ]
}

extension ListDecoder where Value == Answer {
  static let answers = ListDecoder(
    "answer", id: "answer",
    [
      (.yes, ["yes", "y", "true", "met", "fully met", "fully", "a) yes"]),
      (
        .partly,
        [
          "partly", "partially", "partial", "in part", "partly met", "partially met", "part met",
          "partial met",
        ]
      ),
      (.no, ["no", "n", "false", "not met", "unmet", "b) no"]),
    ])
}

extension ListDecoder where Value == Selection {
  static let selections = ListDecoder(
    "selection", id: "selection",
    [
      (.random, ["random", "random sample", "randomly selected", "random selection"]),
      (.targeted, ["targeted", "targeted sample", "target", "targeted selection", "deficit approach"]),
      (.quota, ["quota", "quota sample", "quota selection"]),
    ])
}

extension ListDecoder where Value == FeedbackTable.RatingRank {
  /// The rating scale a framework declares.
  static func ratings(_ scale: FeedbackScale) -> ListDecoder<FeedbackTable.RatingRank> {
    ListDecoder(
      "rating", id: "rating",
      scale.ratings.enumerated().compactMap { rank, term in
        FeedbackTable.RatingRank(byte: UInt8(rank)).map { ($0, [term.name] + term.synonyms) }
      })
  }
}
