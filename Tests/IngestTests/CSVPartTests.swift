import Testing

@testable import Ingest

@Suite("A file read in parts")
struct CSVPartTests {
  /// All that reading a table comes to.
  struct Outcome: Equatable {
    var rows: [[String]]
    var lines: [UInt32]
    /// The spellings of each coded column, in the order of their codes.
    var spellings: [[String]]
    var broken: [BrokenRecord]
    var notData: [String: Int]
    var surplusRows: [Int]
    var shortRows: Int
    var lastRowFields: Int
    var endsWithLineEnd: Bool
    var restarts: [Int]
    var nextLine: UInt32

    init(_ read: TableReader.Outcome) {
      let table = read.sink.table
      rows = (0..<table.rowCount).map { row in
        (0..<table.columnCount).map { index in
          let column = table.columns[index]
          guard column.kind == .text else { return table.cell(row, index) }
          return String(
            decoding: table.text[Int(column.at[row])...].prefix(Int(column.length[row])), as: UTF8.self)
        }
      }
      lines = Array(table.lines.elements)
      spellings = (0..<table.columnCount).map { index in
        let column = table.columns[index].spellings
        return (0..<column.count).map { String(decoding: column.spelling(UInt32($0)), as: UTF8.self) }
      }
      broken = read.broken
      let account = read.sink.account
      notData = Dictionary(uniqueKeysWithValues: account.notData.map { ("\($0)", $1) })
      surplusRows = account.surplusRows
      (shortRows, lastRowFields) = (account.shortRows, account.lastRowFields)
      endsWithLineEnd = account.endsWithLineEnd
      restarts = account.restarts.map(\.rows)
      nextLine = read.sink.position.line
    }
  }

  /// The header is the first record, of columns *id*, *text* (free) and *grade*.
  static func reader(_ text: String, readSize: Int) throws -> TableReader {
    let memory = MemoryBytes(Array(text.utf8))
    return TableReader(
      bytes: memory, finding: try FileSurvey(of: memory).finding.get(), size: text.utf8.count,
      delimiter: UInt8(ascii: ","), headers: [("id", .coded), ("text", .text), ("grade", .coded)],
      recordsToSkip: 1, readSize: readSize)
  }

  static let header = "id,text,grade\n"

  static let hostile = [
    "1,a,Good\n2,b,Good\n3,c,Poor\n",
    "1,a,Good\r\n2,b,Good\r\n\r\n3,c,Poor\r\n",
    "1,a,Good\r2,b,Good\n3,c,Poor\r\r\n4,d,Good\n\r5,e,Good",
    "1,\"two\nlines\",Good\n2,\"and\r\nmore\n\nof them\",Poor\n3,c,Good\n",
    "1,\"a text like records\n9,x,Good\n9,y,Good\n9,z,Good\n\",Good\n2,b,Poor\n",
    "1,\"he said \"\"no\"\"\n\"\"never\"\"\n\",Good\n2,\"\"\"\",Poor\n\"3\n\",c,\"\"\n",
    "1,\"stray,Good\n2,b,Good\n3,\"c\",Poor\n4,d,Good\n",
    "1,a \" quote,Good\n2,b,Good\n3,\"c\"x,Poor\n4,d,Good\n",
    "1,a,Good\n2,b,Good\n3,\"never closed,Poor\n4,d,Good\n",
    "1,a,Good\n2,b,\"cut o",
    "1,a,Good\n2,b,Good\n3,c",
    "1,a,Good,surplus\n2,b\n3\n,,\n,,,x\n4,d,Good,,\n",
    "1,a,Good\nTotal,,1\nid,text,grade\n2,b,Good\nNote: counts are rounded\nid,text,grade\n",
    "\u{FEFF}1,é\n2,\"ü\nö\",Good\n",
    "\n\n\n1,a,Good\n\n\n2,\"\n\n\",Poor\n\n",
    "1,a,Good\n2,\"happy,Good\n3,c,Poor\n4,d,Poor\n5,well\",Good\n6,f,Good\n",
    "1,a,Good\n2,\"happy,Good\r\n3,\", she said\",Poor\r\n4,d,Good\r\n",
  ]

  @Test(
    "is what it is read from end to end, wherever it is divided", arguments: hostile.indices, [1, 3, 1 << 18])
  func everySeam(_ index: Int, readSize: Int) throws {
    let reader = try Self.reader(Self.header + Self.hostile[index], readSize: readSize)
    let serial = Outcome(try reader.read(seams: []))
    for seam in 1..<reader.size {
      #expect(Outcome(try reader.read(seams: [seam])) == serial, "divided at byte \(seam)")
    }
    for seam in stride(from: 1, to: reader.size - 1, by: 7) {
      for other in stride(from: seam + 1, to: reader.size, by: 5) {
        #expect(
          Outcome(try reader.read(seams: [seam, other])) == serial, "divided at bytes \(seam) and \(other)")
      }
    }
  }

  @Test("is divided between records, not in texts that look like them")
  func seams() throws {
    let record = "1,\"first\n9,x,\nlast\",Good\n"
    let text = Self.header + String(repeating: record, count: 40)
    let memory = MemoryBytes(Array(text.utf8))
    let finder = SeamFinder(delimiter: UInt8(ascii: ","), cells: 3)
    for place in Self.header.utf8.count..<text.utf8.count - 3 * record.utf8.count {
      let seam = try #require(try finder.seam(after: place, in: memory))
      #expect((seam - Self.header.utf8.count).isMultiple(of: record.utf8.count), "sought from byte \(place)")
    }
  }

  @Test("large enough, in parts of its own choice", arguments: [16, 50, 200, 1000])
  func ownSeams(partSize: Int) throws {
    let text =
      Self.header
      + (0..<200).map { "\($0),\"text \($0)\nof two lines\",\($0.isMultiple(of: 3) ? "Good" : "Poor")\r\n" }
      .joined()
    var reader = try Self.reader(text, readSize: 64)
    let serial = Outcome(try reader.read(seams: []))
    reader.partSize = partSize
    #expect(Outcome(try reader.read()) == serial)
    #expect(serial.rows.count == 200)
    #expect(serial.lines.last == 400)
  }

  @Test("reports the system's refusal wherever it comes")
  func refusal() throws {
    final class Refusing: RandomAccessBytes {
      func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(ReadFailure) -> Int {
        throw ReadFailure(code: 5)
      }
    }
    let finding = EncodingEvidence.Finding(encoding: .utf8, markLength: 0, hasUndecodable: false)
    let reader = TableReader(
      bytes: Refusing(), finding: finding, size: 100, delimiter: UInt8(ascii: ","), headers: [("id", .coded)],
      recordsToSkip: 0)
    #expect(throws: ReadFailure(code: 5)) { try reader.read(seams: [10, 20]) }
  }
}
