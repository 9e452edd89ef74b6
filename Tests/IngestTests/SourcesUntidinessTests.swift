import QAModel
import Testing

@testable import Ingest

/// Every untidiness of an export's form and spelling, one at a time, on the same two audits: each must read as the clean
/// file does. Symbols of numbers, percentages and what is missing have tables of their own among the decoders' tests.
@Suite("Untidy exports read as the clean one does")
struct SourcesUntidinessTests {
  struct Untidy: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    /// Rows that are no data.
    let notData: Int

    init(_ what: String, _ bytes: [UInt8], notData: Int = 0) {
      (testDescription, self.bytes, self.notData) = (what, bytes, notData)
    }

    init(_ what: String, _ text: String, notData: Int = 0) {
      self.init(what, Array(text.utf8), notData: notData)
    }
  }

  private static let header = "audit_id,child_id,service,completed_date,overall_grade,strengths"
  private static let first = "A1,C1,Early Help,2025-10-07,Good,\"café – so, fine\""
  private static let second =
    "A2,C2,Children in Care,2025-11-21,Requires Improvement,\"he said \"\"yes\"\"\nand left\""
  private static let clean = "\(header)\n\(first)\n\(second)\n"

  private static func with(_ old: String, _ new: String) -> String {
    precondition(clean.contains(old), "\(old)")
    return clean.replacing(old, with: new)
  }

  private static func dates(_ first: String, _ second: String) -> String {
    with("2025-10-07", first).replacing("2025-11-21", with: second)
  }

  private static func utf16(_ text: String, bigEndian: Bool, marked: Bool) -> [UInt8] {
    ((marked ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return bigEndian ? bytes : bytes.reversed()
    }
  }

  /// The characters of the text that are not ASCII are in Windows-1252 too.
  private static let windows1252 = clean.unicodeScalars.map { scalar -> UInt8 in
    switch scalar {
    case "–": 0x96
    case "é": 0xE9
    default: UInt8(scalar.value)
    }
  }

  private static let encodings = [
    Untidy("UTF-8", clean),
    Untidy("UTF-8 with a byte-order mark", [0xEF, 0xBB, 0xBF] + Array(clean.utf8)),
    Untidy("UTF-16, little end first", utf16(clean, bigEndian: false, marked: true)),
    Untidy("UTF-16, big end first", utf16(clean, bigEndian: true, marked: true)),
    Untidy("UTF-16 without a mark", utf16(clean, bigEndian: false, marked: false)),
    Untidy("Windows-1252", windows1252),
  ]

  private static let divisions = [
    Untidy("semicolons", divided(by: ";")), Untidy("tabs", divided(by: "\t")),
    Untidy("bars", divided(by: "|")),
    Untidy("lines ending in CRLF", ended(["\r\n"])), Untidy("lines ending in CR", ended(["\r"])),
    Untidy("mixed line ends", ended(["\r\n", "\r", "\n"])),
    Untidy("no line end at the end", String(clean.dropLast())),
  ]

  private static func divided(by delimiter: Character) -> String {
    let kept = clean.replacing("so, fine", with: "so\u{1} fine")
    return kept.replacing(",", with: String(delimiter)).replacing("\u{1}", with: ",")
  }

  private static func ended(_ ends: [String]) -> String {
    [header, first, second].enumerated().map { $1 + ends[$0 % ends.count] }.joined()
  }

  private static let spare = "audit_id,,child_id,service,completed_date,overall_grade,strengths,,"
  private static let rows = [
    Untidy("title rows above the header", "Audits of practice\nExported 13/01/2026\n\n" + clean, notData: 3),
    Untidy("blank rows", "\n\(header)\n\n\(first)\n,,,,,\n\(second)\n\n", notData: 4),
    Untidy(
      "a header over two rows",
      "Audit,Child,,Completed,Overall,\nid,id,service,date,grade,strengths\n\(first)\n\(second)\n"),
    Untidy(
      "footnotes and a total below the table",
      clean + "Total,2,,,,\nNote: audits of the quarter,,,,,\nSource: case system\n", notData: 3),
    Untidy("a repeated header", "\(header)\n\(first)\n\(header)\n\(second)\n", notData: 1),
    Untidy(
      "spare columns without a name",
      "\(spare)\n\(first.replacing("A1,", with: "A1,,")),,\n\(second.replacing("A2,", with: "A2,,")),,\n"),
    Untidy(
      "a header that stands twice",
      "\(header),Overall Grade\n\(first),Inadequate\n\(second),Inadequate\n"),
  ]

  private static let spellings = [
    Untidy(
      "headers in other case, with spaces, hyphens and underscores",
      with(header, "AUDIT ID,Child-ID, Service ,Completed Date,overallGrade,Strengths")),
    Untidy(
      "synonyms of headers",
      with(
        header, "Audit Ref,LCS Number,Service Area,Date Completed,Overall Judgement,What has gone well")),
    Untidy("non-breaking spaces", with("A1,C1,Early Help", "A1,\u{A0}C1\u{A0},Early\u{A0}Help")),
    Untidy("spaces around cells", with("A1,C1,Early Help", " A1 , C1,  Early Help ")),
    Untidy("dates as 07/10/2025", dates("07/10/2025", "21/11/2025")),
    Untidy("dates as 10/07/2025, the month first", dates("10/07/2025", "11/21/2025")),
    Untidy("dates as 7-Oct-25", dates("7-Oct-25", "21-Nov-25")),
    Untidy("dates as 7 October 2025", dates("7 October 2025", "21 November 2025")),
    Untidy("dates with a time", dates("2025-10-07 00:00:00", "2025-11-21 00:00:00")),
    Untidy("dates as Excel serials", dates("45937", "45982")),
    Untidy("grades as RI and GOOD", with("Requires Improvement", "RI").replacing("Good", with: "GOOD ")),
    Untidy("grades abbreviated", with("Requires Improvement", "Req. Improvement")),
    Untidy("grades written out", with("Requires Improvement", "Requires improvement to be good")),
    Untidy(
      "services under other spellings",
      with("Early Help", "EH").replacing("Children in Care", with: "children in care")),
    Untidy("ids with a leading apostrophe", with("A1,C1", "'A1,'C1")),
  ]

  @Test("is read, and every row accounted for", arguments: encodings + divisions + rows + spellings)
  func untidiness(_ untidy: Untidy) throws {
    for readSize in [1, 7, 1 << 18] {
      let disk = TemporaryWorkspace(["audits.csv": untidy.bytes])
      let dataset = try disk.read(readSize: readSize)
      let table = try #require(dataset.audits)
      let names = dataset.names
      #expect((0..<table.count).map { table.id[$0].map(names.audits.name) } == ["A1", "A2"])
      #expect((0..<table.count).map { table.child[$0].map(names.children.name) } == ["C1", "C2"])
      #expect(
        (0..<table.count).map { dataset.service(table.service[$0]) } == ["Early Help", "Children in Care"])
      #expect((0..<table.count).map { table.completed[$0]?.iso } == ["2025-10-07", "2025-11-21"])
      #expect((0..<table.count).map { table.overall[$0]?.rank } == [1, 2])
      let texts = (0..<table.count).map {
        dataset.text.string(at: table.strengths.at[$0], length: table.strengths.length[$0])
      }
      #expect(texts == ["café – so, fine", "he said \"yes\"\nand left"])
      let account = dataset.reconciliation[0]
      #expect(account.used == 2)
      #expect(account.notDataTotal == untidy.notData)
      #expect(account.setAsideTotal == 0)
      #expect(account.balances)
    }
  }
}
