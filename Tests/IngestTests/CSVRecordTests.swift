import QAModel
import Testing

@testable import Ingest

@Suite("Records of a CSV file")
struct CSVRecordTests {
  struct Case: Sendable {
    var name: String
    var text: String
    var cells: [[String]]
    var lines: [Int]
  }

  static let wellFormed: [Case] = [
    Case(name: "line feeds", text: "a,b\n1,2\n", cells: [["a", "b"], ["1", "2"]], lines: [1, 2]),
    Case(name: "CR LF", text: "a,b\r\n1,2\r\n", cells: [["a", "b"], ["1", "2"]], lines: [1, 2]),
    Case(name: "CR alone", text: "a,b\r1,2\r", cells: [["a", "b"], ["1", "2"]], lines: [1, 2]),
    Case(
      name: "mixed", text: "a\r\nb\nc\rd\n\re", cells: [["a"], ["b"], ["c"], ["d"], [], ["e"]],
      lines: [1, 2, 3, 4, 5, 6]),
    Case(
      name: "no line end after the last", text: "a,b\n1,2", cells: [["a", "b"], ["1", "2"]], lines: [1, 2]),
    Case(
      name: "blank lines are records", text: "a\n\n\r\nb", cells: [["a"], [], [], ["b"]], lines: [1, 2, 3, 4]),
    Case(name: "blank CR LF lines", text: "a\r\n\r\nb\r\n", cells: [["a"], [], ["b"]], lines: [1, 2, 3]),
    Case(
      name: "line breaks in quotes", text: "a,\"1\n2\r\n3\r4\"\nb,5",
      cells: [["a", "1\n2\r\n3\r4"], ["b", "5"]],
      lines: [1, 5]),
    Case(
      name: "a line feed in the first cell", text: "\"x\ny\",1\nz,2", cells: [["x\ny", "1"], ["z", "2"]],
      lines: [1, 3]),
    Case(
      name: "quotes in quotes", text: "\"say \"\"yes\"\"\",\"\"\"\",\"\"\n",
      cells: [["say \"yes\"", "\"", ""]], lines: [1]),
    Case(name: "delimiters in quotes", text: "\"a,b\",c", cells: [["a,b", "c"]], lines: [1]),
    Case(name: "spaces are kept", text: " a , b,\"  c \"\n", cells: [[" a ", " b", "  c "]], lines: [1]),
    Case(name: "empty cells", text: ",,\n\"\",,x\n", cells: [["", "", ""], ["", "", "x"]], lines: [1, 2]),
    Case(
      name: "rows of all lengths", text: "a,b,c\n1\n1,2,3,4",
      cells: [["a", "b", "c"], ["1"], ["1", "2", "3", "4"]], lines: [1, 2, 3]),
  ]

  @Test("are divided as RFC 4180 says, with the line each began on", arguments: wellFormed, readSizes)
  func reads(_ test: Case, readSize: Int) throws {
    let read = try records(test.text, readSize: readSize)
    #expect(read == ReadRecords(cells: test.cells, lines: test.lines, broken: []))
  }

  @Test("by any delimiter", arguments: [",", ";", "\t", "|"] as [Character])
  func delimiters(_ delimiter: Character) throws {
    let read = try records("a\(delimiter)b\n\"1\(delimiter)\"\(delimiter)2", delimiter: delimiter)
    #expect(read.cells == [["a", "b"], ["1\(delimiter)", "2"]])
  }

  struct BrokenCase: Sendable {
    var name: String
    var text: String
    var cells: [[String]]
    var lines: [Int]
    var broken: [BrokenRecord]
  }

  static let broken: [BrokenCase] = [
    BrokenCase(
      name: "a quote opened and never closed", text: "h,t\n1,\"oops\n2,b\n3,c\n",
      cells: [["h", "t"], ["2", "b"], ["3", "c"]], lines: [1, 3, 4],
      broken: [BrokenRecord(line: 2, openedOn: 2, field: 1, isUnclosed: true, isLast: false)]),
    BrokenCase(
      name: "closed by the next quote", text: "h,t\n1,\"oops\n2,\"b, c\"\n3,c\n",
      cells: [["h", "t"], ["2", "b, c"], ["3", "c"]], lines: [1, 3, 4],
      broken: [BrokenRecord(line: 2, openedOn: 2, field: 1, isUnclosed: false, isLast: false)]),
    BrokenCase(
      name: "a quote in the middle of a cell", text: "h,t\n1,a 6\" rule\n2,b\n",
      cells: [["h", "t"], ["2", "b"]],
      lines: [1, 3], broken: [BrokenRecord(line: 2, openedOn: 2, field: 1, isUnclosed: false, isLast: false)]),
    BrokenCase(
      name: "letters after a closing quote", text: "h,t\n1,\"a\"b\r\n2,c\r\n",
      cells: [["h", "t"], ["2", "c"]],
      lines: [1, 3], broken: [BrokenRecord(line: 2, openedOn: 2, field: 1, isUnclosed: false, isLast: false)]),
    BrokenCase(
      name: "after a cell over several lines", text: "h,t,u\n1,\"a\nb\",\"oops\n2,b,c\n",
      cells: [["h", "t", "u"], ["2", "b", "c"]], lines: [1, 4],
      broken: [BrokenRecord(line: 2, openedOn: 3, field: 2, isUnclosed: true, isLast: false)]),
    BrokenCase(
      name: "several in one file", text: "h,t\n1,\"x\n2,b\n3,\"y\n4,d\n5,\"z\n6,f\n",
      cells: [["h", "t"], ["2", "b"], ["4", "d"], ["6", "f"]], lines: [1, 3, 5, 7],
      broken: [
        BrokenRecord(line: 2, openedOn: 2, field: 1, isUnclosed: false, isLast: false),
        BrokenRecord(line: 4, openedOn: 4, field: 1, isUnclosed: false, isLast: false),
        BrokenRecord(line: 6, openedOn: 6, field: 1, isUnclosed: true, isLast: false),
      ]),
    BrokenCase(
      name: "in CR files", text: "h,t\r1,\"oops\r2,b\r", cells: [["h", "t"], ["2", "b"]], lines: [1, 3],
      broken: [BrokenRecord(line: 2, openedOn: 2, field: 1, isUnclosed: true, isLast: false)]),
    BrokenCase(
      name: "in CR LF files", text: "h,t\r\n1,\"oops\r\n2,b\r\n", cells: [["h", "t"], ["2", "b"]],
      lines: [1, 3],
      broken: [BrokenRecord(line: 2, openedOn: 2, field: 1, isUnclosed: true, isLast: false)]),
    BrokenCase(
      name: "cut off in a cell", text: "h,t\n1,a\n2,\"cut o", cells: [["h", "t"], ["1", "a"]], lines: [1, 2],
      broken: [BrokenRecord(line: 3, openedOn: 3, field: 1, isUnclosed: true, isLast: true)]),
    BrokenCase(
      name: "in the first cell of the file", text: "\"h,t\n1,a\n", cells: [["1", "a"]], lines: [2],
      broken: [BrokenRecord(line: 1, openedOn: 1, field: 0, isUnclosed: true, isLast: false)]),
    BrokenCase(
      name: "after blank lines", text: "h,t\n\n\n1,\"oops\n\n2,b\n",
      cells: [["h", "t"], [], [], [], ["2", "b"]],
      lines: [1, 2, 3, 5, 6],
      broken: [BrokenRecord(line: 4, openedOn: 4, field: 1, isUnclosed: true, isLast: false)]),
  ]

  @Test("a stray quote costs the record it opened", arguments: broken, readSizes)
  func strayQuotes(_ test: BrokenCase, readSize: Int) throws {
    let read = try records(test.text, readSize: readSize)
    #expect(read == ReadRecords(cells: test.cells, lines: test.lines, broken: test.broken))
  }

  @Test("lines of stray quotes cost no more than themselves", arguments: [7, 1 << 18])
  func manyStrayQuotes(readSize: Int) throws {
    let text = "h,t\n" + String(repeating: "1,\"oops\n2,b\n", count: 500)
    let read = try table(text, readSize: readSize)
    #expect(read.rows.count == 500)
    #expect(read.rows.allSatisfy { $0 == ["2", "b"] })
    #expect(read.broken.count == 500)
    #expect(read.lines.last == 1001)
  }
}
