import QAModel
import Testing

@testable import Render

@Suite("Names in the workbook")
struct XLSXNamesTests {
  @Test(
    "a sheet is named by its number and the start of its title",
    arguments: [
      ("Audit grades by service, quarter 3 of 2025-26", "7 Audit grades by service"),
      ("Early Help: activity undertaken", "7 Early Help"),
      ("What the evidence says together, by service", "7 What the evidence says"),
      ("Assessments completed within 45 days", "7 Assessments completed"),
      ("A/B [C] *D* ?E \\ 'F' \"G\" <H>", "7 A B C D E F G H"),
      ("", "7 Table"), ("???", "7 Table"), (", by service", "7 by service"),
      ("=cmd()", "7 cmd()"), ("History", "7 History"),
      ("Llanfairpwllgwyngyllgogerychwyrndrobwll", "7 Llanfairpwllgwyngyllgogerychw"),
      ("Family 👩‍👩‍👧 café 東京", "7 Family café 東京"), ("Right\u{202E}tfel", "7 Righttfel"),
    ])
  func sheetNames(title: String, name: String) {
    #expect(WorkbookNames.sheet(7, title: title) == name)
    #expect(WorkbookNames.sheet(7, title: title).utf16.count <= WorkbookNames.longestSheetName)
  }

  @Test(
    "a table's name is no cell's",
    arguments: [
      ("good-or-better", "good_or_better"), ("q3", "data_q3"), ("abc12", "data_abc12"), ("abcd12", "abcd12"),
      ("r1c1", "data_r1c1"), ("r", "data_r"), ("table-1", "data_table_1"), ("2025-26", "data_2025_26"),
      ("a-b", "a_b"),
    ])
  func tableNames(id: String, name: String) {
    var taken: Set<String> = []
    #expect(WorkbookNames.table(id, taken: &taken) == name)
    #expect(WorkbookNames.table(id, taken: &taken) == name + "_2")
  }

  @Test("headers are never empty and never twice, whatever the case")
  func headers() {
    #expect(
      WorkbookNames.headers(["Service", "", "service", " Due ", "SERVICE"]) == [
        "Service", "Column 2 of the table", "service (2)", "Due", "SERVICE (3)",
      ])
    let long = WorkbookNames.headers([String(repeating: "a", count: 300), String(repeating: "a", count: 299)])
    #expect(long.allSatisfy { $0.utf16.count <= 255 } && long[0] != long[1])
  }

  @Test(
    "letters of columns", arguments: [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (701, "ZZ"), (702, "AAA")])
  func columns(position: Int, letters: String) {
    #expect(WorkbookNames.column(position) == letters)
  }

  @Test("text is cut between characters")
  func cut() {
    #expect(WorkbookNames.cut("ab👩‍👩‍👧c", toUTF16: 5) == "ab")
    #expect(WorkbookNames.cut("abc", toUTF16: 3) == "abc")
  }

  @Test(
    "lines that text takes",
    arguments: [
      ("", 10.0, 1), ("one two", 10, 1), ("one two three", 7, 3), ("one two three", 8, 2),
      ("aaaaaaaaaaaaaaaaaaaaaaaaa", 10, 3),
      ("aa aaaaaaaaaaaaaaaaaaaaaaaaa b", 10, 4),
    ])
  func lines(text: String, width: Double, lines: Int) {
    #expect(CellMeasure.lines(text, in: width) == lines)
  }
}
