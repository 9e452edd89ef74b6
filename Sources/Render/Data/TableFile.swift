public import QAModel

/// A table of a document as a file of comma-separated values: its headers and rows, nothing left out.
///
/// Numbers stand as they are shown but without the commas of thousands, shares as proportions, days as `2025-10-07`.
public struct TableFile: Sendable {
  public let bytes: [UInt8]

  public init(_ table: Table) {
    var file = CSVWriter()
    file.addHeader(table.columns.map(\.header))
    for row in table.rows {
      for cell in row { Self.add(cell.value, to: &file) }
      file.endRow()
    }
    bytes = file.bytes
  }

  private static func add(_ value: Value, to file: inout CSVWriter) {
    switch value {
    case .text(let text): file.addData(text)
    case .count(let count): file.add(number: count)
    case .share(let part, let whole) where whole > 0: file.add(number: Double(part) / Double(whole))
    case .share, .notApplicable: file.addBlank()
    case .proportion(let number), .number(let number, _): file.add(number: number)
    case .date(let date): file.add(plain: date.iso)
    case .suppressed, .insufficient, .notAvailable, .roundsToZero: file.add(value.shown)
    }
  }
}
