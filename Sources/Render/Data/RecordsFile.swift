public import QAModel

/// `records.csv`: the print of every record a pack was made from, so that a later `check` can say what was restated.
///
/// For `internal` packs only. Prints are cut to 48 bits of the record's key and 32 of its content: enough to tell the
/// records of an authority apart, as two of a million keys are alike once in six hundred such files.
public struct RecordsFile: Sendable {
  public static let columns = ["dataset", "quarter", "record", "content"]
  /// A study of all England is compared by its authorities, not record by record.
  public static let most = 250_000

  public let bytes: [UInt8]

  public init(_ prints: [RecordPrint]) {
    var file = CSVWriter()
    file.addHeader(Self.columns)
    for print in prints {
      file.add(print.dataset.rawValue)
      file.add(plain: print.quarter)
      file.add(plain: Self.digits(print.record, bits: Self.keyBits))
      file.add(plain: Self.digits(print.content, bits: Self.contentBits))
      file.endRow()
    }
    bytes = file.bytes
  }

  static let keyBits = 48
  static let contentBits = 32

  /// The prints of a file that was written so; `nil` where a line of it is no such print.
  public static func read(_ bytes: [UInt8]) -> [RecordPrint]? {
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    guard let header = lines.first, String(decoding: header, as: UTF8.self) == columns.joined(separator: ",")
    else {
      return nil
    }
    var prints: [RecordPrint] = []
    prints.reserveCapacity(lines.count)
    for line in lines.dropFirst() {
      let fields = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      // The name of a register may have commas, and stands in quotes then.
      let name = fields.dropLast(3).joined(separator: ",").filter { $0 != "\"" }
      guard fields.count >= 4, let dataset = DatasetKind(rawValue: name),
        let record = UInt64(fields[fields.count - 2], radix: 16),
        let content = UInt64(fields[fields.count - 1], radix: 16)
      else { return nil }
      prints.append(
        RecordPrint(dataset: dataset, quarter: fields[fields.count - 3], record: record, content: content))
    }
    return prints
  }

  /// A print as far as the file keeps it, to be compared with one that was read.
  public static func cut(_ print: RecordPrint) -> RecordPrint {
    var print = print
    print.record >>= UInt64(64 - keyBits)
    print.content >>= UInt64(64 - contentBits)
    return print
  }

  private static func digits(_ print: UInt64, bits: Int) -> String {
    let digits = String(print >> UInt64(64 - bits), radix: 16)
    return String(repeating: "0", count: bits / 4 - digits.count) + digits
  }
}
