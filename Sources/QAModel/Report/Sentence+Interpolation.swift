/// Sentences are written as string literals; what is put into them stays a value.
///
/// `"\(share) of \(count) audits were \(name)"` keeps `share` and `count` as `Value`s, so that their digits are
/// made in the one place that tables use, and names from the data as plain text that renderers escape.
extension Sentence: ExpressibleByStringInterpolation {
  public init(stringLiteral text: String) {
    self.init([.text(text)])
  }

  public init(stringInterpolation: StringInterpolation) {
    self.init(stringInterpolation.runs, cites: stringInterpolation.cites)
  }

  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var runs: [Run] = []
    fileprivate var cites: [FigureID] = []

    public init(literalCapacity: Int, interpolationCount: Int) {
      runs.reserveCapacity(interpolationCount * 2 + 1)
    }

    public mutating func appendLiteral(_ text: String) {
      if !text.isEmpty { runs.append(.text(text)) }
    }

    public mutating func appendInterpolation(_ value: Value) { runs.append(.value(value)) }

    public mutating func appendInterpolation(_ text: String) { runs.append(.text(text)) }

    public mutating func appendInterpolation(strong text: String) { runs.append(.strong(text)) }

    /// Puts in a cell's value and cites its figure.
    public mutating func appendInterpolation(_ cell: Cell) {
      runs.append(.value(cell.value))
      if let figure = cell.figure { cites.append(figure) }
    }

    /// Puts in the runs of another sentence with what it cites, for a part that depends on the finding.
    public mutating func appendInterpolation(_ part: Sentence) {
      runs += part.runs
      cites += part.cites
    }
  }

  /// The words as a reader sees them.
  public var plainText: String {
    runs.map { run in
      switch run {
      case .text(let text), .strong(let text), .emphasis(let text): text
      case .value(let value): value.shown
      }
    }.joined()
  }
}
