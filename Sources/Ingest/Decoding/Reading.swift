import QAModel

/// What a decoder made of one spelling.
enum Reading<Value> {
  case value(Value)
  /// A token that says why there is no value.
  case missing(Missing)
  /// Something was written that means nothing here.
  case unreadable(Problem)
}

extension Reading: Sendable where Value: Sendable {}
extension Reading: Equatable where Value: Equatable {}

/// Why a spelling could not be read. The spelling itself is never part of the words.
struct Problem: Hashable, Sendable {
  /// A stable name such as `ingest.date.unreadable`.
  var id: String
  var summary: String
  var explanation: String?
  var suggestion: String?

  static let undecodable = Problem(
    id: "ingest.text.undecodable",
    summary: "the cell holds bytes that are no characters of the file's encoding",
    explanation: "replacing them would change what was written",
    suggestion: "save the export as UTF-8 and run again")
}

/// Says so where a spelling is a slip away from a known one.
func didYouMean(_ spelling: String, _ candidates: some Sequence<String>) -> String? {
  Nearest.candidate(to: spelling, among: candidates).map { "did you mean \($0)?" }
}
