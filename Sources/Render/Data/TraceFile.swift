public import QAModel

/// The rows behind a figure as comma-separated values, one a row: what `trace --csv` writes.
public struct TraceFile: Sendable {
  public let bytes: [UInt8]

  public static let columns = [
    "figure", "file", "line", "record", "part", "numerator", "denominator", "value", "source",
  ]

  /// - Parameters:
  ///   - evidence: figures that the figure was read from, each a row with its name under `source`.
  public init(_ figure: FigureID, records: [TracedRecord], evidence: [FigureID]) {
    var file = CSVWriter()
    file.addHeader(Self.columns)
    for record in records {
      file.add(figure.slug)
      file.addData(record.file)
      file.add(String(record.line))
      file.addData(record.record ?? "")
      file.add(record.part.rawValue)
      for number in [record.numerator, record.denominator, record.value] { file.add(Self.digits(number)) }
      file.addBlank()
      file.endRow()
    }
    for source in evidence {
      file.add(figure.slug)
      for _ in 0..<(Self.columns.count - 2) { file.addBlank() }
      file.add(source.slug)
      file.endRow()
    }
    bytes = file.bytes
  }

  private static func digits(_ number: Double?) -> String {
    guard let number, number.isFinite else { return "" }
    let digits = number.description
    return digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits
  }
}
