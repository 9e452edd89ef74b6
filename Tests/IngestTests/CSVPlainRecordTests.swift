import Testing

@testable import Ingest

@Suite("Plain records")
struct CSVPlainRecordTests {
  /// The cells of the plain records a text begins with, and how many of its bytes they take.
  private static func scan(_ text: String, delimiter: Character = ",") throws -> (
    records: [[String]], used: Int
  ) {
    var scanner = PlainRecordScanner(delimiter: try #require(delimiter.asciiValue))
    defer { scanner.free() }
    var records: [[String]] = []
    let bytes = Array(text.utf8)
    let used = bytes.withUnsafeBufferPointer { buffer -> Int in
      guard let base = buffer.baseAddress else { return 0 }
      var at = base
      while let end = scanner.record(from: at, to: base + buffer.count) {
        records.append(
          scanner.cells.elements.map {
            String(decoding: UnsafeBufferPointer(start: $0.start, count: $0.length), as: UTF8.self)
          })
        at = end.next
      }
      return at - base
    }
    return (records, used)
  }

  @Test(
    "are divided into their cells",
    arguments: [
      ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
      ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
      ("\n\r\n,\n", [[], [], ["", ""]]),
      (
        "longer than eight bytes,and so, is this one here\n",
        [["longer than eight bytes", "and so", " is this one here"]]
      ),
      ("\"a,b\n\r\",\"\",\"x\"\n", [["a,b\n\r", "", "x"]]),
      (
        "\"say \"\"yes\"\"\",\"\"\"\",\"\"\"a\"\"b\"\"\"\r\n\"\"\"\"\"\",c\n",
        [["say \"yes\"", "\"", "\"a\"b\""], ["\"\"", "c"]]
      ),
      ("é“”,\u{A0}\u{0}x\n", [["é“”", "\u{A0}\u{0}x"]]),
    ])
  func divides(_ text: String, _ cells: [[String]]) throws {
    let scanned = try Self.scan(text)
    #expect(scanned.records == cells)
    #expect(scanned.used == text.utf8.count)
  }

  @Test(
    "end before whatever is for libcsv to decide",
    arguments: [
      "1,2", "1,\"2\"", "1,\"2", "1,2\r", "1,\"2\"\r", "1,2\r3,4\n", "1,\"2\"\r3\n", "1,2\"\n", "1,\"2\"x\n",
      "1,\"2\" \n", "1,\"2\"\"\n", "\r\r\n", String(repeating: "x", count: CSVParser.blockSize) + ",1\n",
      "\"" + String(repeating: "x", count: CSVParser.blockSize) + "\",1\n",
    ])
  func leavesAlone(_ text: String) throws {
    let scanned = try Self.scan("a,\"b\"\n" + text)
    #expect(scanned.records == [["a", "b"]])
    #expect(scanned.used == 6)
  }

  @Test("hold cells with doubled quotation marks only while there is room for them")
  func manyDoubled() throws {
    let cell = "\"" + String(repeating: "ab\"\"", count: 1_500) + "\""
    let read = String(repeating: "ab\"", count: 1_500)
    let few = Array(repeating: cell, count: 10).joined(separator: ",") + "\n"
    #expect(try Self.scan(few).records == [Array(repeating: read, count: 10)])
    let many = Array(repeating: cell, count: 40).joined(separator: ",") + "\n"
    #expect(try Self.scan(many).used == 0)
    #expect(try records(many).cells == [Array(repeating: read, count: 40)])
  }

  /// Read byte by byte no record is plain, so that libcsv alone divides the text.
  @Test("are what libcsv makes of them, in random texts", arguments: [",", ";", "\t"] as [Character])
  func random(_ delimiter: Character) throws {
    var random = SplitMix(state: 20_251_231)
    let pieces = [
      String(delimiter), String(delimiter), "\"", "\"", "\n", "\n", "\r\n", "\r", "\"\"", "a", "é", " ",
      "twelve bytes",
    ]
    var plain = 0
    for _ in 0..<3_000 {
      let count = Int.random(in: 1...40, using: &random)
      // Quotation marks that belong together in half of the texts, as few records of the others are plain.
      let quoted = Bool.random(using: &random)
      let text = (0..<count).map { _ in
        let piece = pieces.randomElement(using: &random) ?? ""
        return quoted && piece.contains("\"") ? "\"x\(pieces.randomElement(using: &random) ?? "")\"" : piece
      }.joined()
      #expect(
        try records(text, delimiter: delimiter) == records(text, delimiter: delimiter, readSize: 1),
        "in \(text.debugDescription)")
      plain += try Self.scan(text, delimiter: delimiter).records.count
    }
    #expect(plain > 1_000)
  }
}
