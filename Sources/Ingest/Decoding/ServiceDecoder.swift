import QAModel

/// The framework's services under any of their spellings: case, spaces, punctuation and `&` or *and* do not matter.
struct ServiceDecoder {
  private let names: NameBook.List
  private let framework: Framework
  private let acceptsUnknown: Bool
  private let mayBeWhole: Bool

  init(_ decoding: ColumnDecoding, mayBeWhole: Bool) {
    names = decoding.names.list(\.services)
    framework = decoding.workspace.framework
    acceptsUnknown = decoding.workspace.acceptsUnknownServices
    self.mayBeWhole = mayBeWhole
  }

  func read(_ cell: String) -> Reading<UInt32> {
    if let code = names.existingCode(cell) { return .value(code) }
    if let missing = MissingTokens.names[Fold.cell(cell)] { return .missing(missing) }
    if mayBeWhole, Self.isWhole(cell, authority: framework.authority) { return .missing(.notApplicable) }
    if acceptsUnknown { return .value(names.code(cell)) }
    return .unreadable(
      Problem(
        id: "ingest.service.unknown", summary: "the service is not one of the framework's",
        explanation: "a row cannot be counted under a service nobody has heard of",
        suggestion: didYouMean(cell, framework.services.flatMap { [$0.name] + $0.synonyms })
          ?? "correct the cell, or add the spelling to the service's synonyms"))
  }

  /// Words for the authority as a whole: no service in particular.
  static func isWhole(_ cell: String, authority: String) -> Bool {
    let words = Fold.letters(cell)
    let authority = Fold.letters(authority)
    return [
      "all", "allservices", "allservice", "wholeservice", "allteams", "authority", "wholeauthority",
      "authoritywide", "localauthority", "council", "councilwide", "servicewide", "crossservice", "overall",
      authority, authority + "council",
    ].contains(words)
  }
}
