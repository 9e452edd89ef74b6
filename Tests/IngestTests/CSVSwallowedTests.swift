import Testing

@testable import Ingest

@Suite("A stray quote that a later quote closes")
struct CSVSwallowedTests {
  struct Case: Sendable {
    var name: String
    var text: String
    /// The first cells of the rows that are read.
    var rows: [String]
    /// The lines of the cells that are broken.
    var broken: [UInt32] = []
  }

  static let audits = "audit_id,child_id,service,completed_date,grade,strengths,planning\n"

  static func audit(_ number: Int, _ strengths: String) -> String {
    "A\(number),C\(number),Early Help,\(number)/10/2025,Good,\(strengths),Good\n"
  }

  static let feedback = "id,date,source,rating,comment\n"

  static let strayQuotes: [Case] = [
    Case(
      name: "in the middle of the record",
      text: audits + audit(1, "fine") + audit(2, "\"Mum said") + audit(3, "fine") + audit(4, "fine")
        + audit(5, "doing fine\"") + audit(6, "fine"),
      rows: ["A1", "A3", "A4", "A6"], broken: [3, 6]),
    Case(
      name: "by the quote that opens a text over several lines",
      text: audits + audit(1, "\"Mum said") + audit(2, "fine") + audit(3, "\"\nFirst.\nSecond.\"")
        + audit(4, "fine"),
      rows: ["A2", "A3", "A4"], broken: [2]),
    Case(
      name: "by the quote that opens a text beginning with a comma",
      text: audits + audit(1, "\"Mum said") + audit(2, "fine") + audit(3, "\", she said\"")
        + audit(4, "fine"),
      rows: ["A2", "A3", "A4"], broken: [2]),
    Case(
      name: "on the next line",
      text: audits + audit(1, "\"Mum said") + audit(2, "doing fine\"") + audit(3, "fine"),
      rows: ["A3"], broken: [2, 3]),
    Case(
      name: "on the next line, in another column",
      text: audits + audit(1, "\"Mum said")
        + "A2,C2,\",EH\",12/10/2025,Good,fine,Good\n" + audit(3, "fine"),
      rows: ["A2", "A3"], broken: [2]),
    Case(
      name: "in the last column",
      text: feedback
        + "1,13/11/2025,child,Agree,\"She listens\n2,13/11/2025,child,Disagree,ok\n3,13/11/2025,child,Agree,thanks\"\n4,14/11/2025,child,Agree,ok\n",
      rows: ["2", "4"], broken: [2, 4]),
    Case(
      name: "in lines ending in CR LF",
      text: (audits + audit(1, "\"Mum said") + audit(2, "fine") + audit(3, "doing fine\"") + audit(4, "fine"))
        .replacing("\n", with: "\r\n"),
      rows: ["A2", "A4"], broken: [2, 4]),
    Case(
      name: "in lines ending in CR",
      text: (audits + audit(1, "\"Mum said") + audit(2, "fine") + audit(3, "doing fine\"") + audit(4, "fine"))
        .replacing("\n", with: "\r"),
      rows: ["A2", "A4"], broken: [2, 4]),
    Case(
      name: "with records of words alone",
      text:
        "worker,role,service\n\"Ann,Social worker,EH\nBen,Manager,EH\nCal,Manager,EH\nDee\",Manager,EH\nEve,Director,EH\n",
      rows: ["Ben", "Cal", "Eve"], broken: [2, 5]),
    Case(
      name: "twice in one file",
      text: audits + audit(1, "\"One") + audit(2, "fine") + audit(3, "two\"") + audit(4, "\"Three")
        + audit(5, "fine") + audit(6, "four\"") + audit(7, "fine"),
      rows: ["A2", "A5", "A7"], broken: [2, 4, 5, 7]),
  ]

  static let texts: [Case] = [
    Case(
      name: "paragraphs with commas",
      text: audits
        + audit(
          1,
          "\"Mum, dad and I met.\n\nThey said, more than once, that it was, all in all, good, kind, warm.\nYes, no, yes, no, yes, no, yes.\""
        )
        + audit(2, "fine"), rows: ["A1", "A2"]),
    Case(
      name: "lines with as many commas as records",
      text: audits + audit(1, "\"Seen:\none,two,three,four,five,six,seven\n1, 2, 3, 4, 5, 6, 7\nend\"")
        + audit(2, "fine"),
      rows: ["A1", "A2"]),
    Case(
      name: "a line that begins with the id of another record",
      text: audits
        + audit(
          1,
          "\"Seen with\nA3,safe in 2025,school,dad Mum,and, the,alone\nA2,the sister,met,twice,more,in,all\"")
        + audit(2, "fine"), rows: ["A1", "A2"]),
    Case(
      name: "a list of numbers and days",
      text: feedback
        + "1,13/11/2025,child,Agree,\"Visits\n1, 13/11/2025, home, seen, alone\n2, 14/11/2025\"\n2,13/11/2025,child,Agree,ok\n",
      rows: ["1", "2"]),
    Case(
      name: "in a column before the last, where the first line is short",
      text: "id,text,grade\n1,\"a table:\n9,x,Good\n9,y,Good\n\",Good\n2,b,Poor\n", rows: ["1", "2"]),
    Case(
      name: "of two columns", text: "id,text\n1,\"one\n2,two\n3,three\"\n4,four\n", rows: ["1", "4"]),
    Case(
      name: "a sentence with commas in the last column",
      text: "service,grade,comment\nEarly Help,Good,\"nice\nMum, dad, child\"\nFostering,Good,ok\n",
      rows: ["Early Help", "Fostering"]),
    Case(
      name: "in quoted cells throughout",
      text: "\"id\",\"text\",\"grade\"\n\"1\",\"one\ntwo, three, four\",\"Good\"\n\"2\",\"b\",\"Poor\"\n",
      rows: ["1", "2"]),
  ]

  @Test("costs the record it opened and names its line", arguments: strayQuotes, readSizes)
  func stray(_ test: Case, readSize: Int) throws {
    let read = try table(test.text, readSize: readSize)
    #expect(read.rows.map(\.[0]) == test.rows)
    #expect(read.broken.map(\.openedOn) == test.broken)
    #expect(read.broken.first?.heldRecords == true)
    #expect(read.broken.allSatisfy { !$0.isUnclosed })
  }

  @Test("is not seen in texts over several lines", arguments: texts, readSizes)
  func legitimate(_ test: Case, readSize: Int) throws {
    let read = try table(test.text, readSize: readSize)
    #expect(read.rows.map(\.[0]) == test.rows)
    #expect(read.broken == [])
  }

  @Test("costs the same wherever the file is divided", arguments: strayQuotes)
  func parts(_ test: Case) throws {
    let memory = MemoryBytes(Array(test.text.utf8))
    let names = try records(test.text).cells[0]
    let reader = TableReader(
      bytes: memory, finding: try FileSurvey(of: memory).finding.get(), size: test.text.utf8.count,
      delimiter: UInt8(ascii: ","), headers: names.enumerated().map { ($1, $0 == 0 ? .coded : .text) },
      recordsToSkip: 1)
    let whole = CSVPartTests.Outcome(try reader.read(seams: []))
    for seam in 1..<reader.size {
      #expect(CSVPartTests.Outcome(try reader.read(seams: [seam])) == whole, "divided at byte \(seam)")
    }
  }

  @Test("costs no more than the text where there are many", arguments: [64, 1 << 18])
  func many(readSize: Int) throws {
    let block = Self.audit(1, "\"One") + Self.audit(2, "fine") + Self.audit(3, "two\"")
    let read = try table(Self.audits + String(repeating: block, count: 100), readSize: readSize)
    #expect(read.rows.count == 100)
    #expect(read.broken.count == 200)
  }
}
