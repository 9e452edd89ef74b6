import QAModel
import Testing

@testable import Ingest

@Suite("Rows that are not data")
struct CSVRowTests {
  struct Case: Sendable {
    var row: String
    var kind: Reconciliation.NotData?
  }

  static let rows: [Case] = [
    Case(row: "", kind: .blank), Case(row: ",,", kind: .blank), Case(row: " ,\u{A0},", kind: .blank),
    Case(row: "\"\",,", kind: .blank), Case(row: ",,,,,", kind: .blank),
    Case(row: "Id,Service,Grade", kind: .header), Case(row: "Id,Service,", kind: .header),
    Case(row: "Total,,45", kind: .total), Case(row: ",Grand Total,45", kind: .total),
    Case(row: "Sub-total:,12,33", kind: .total), Case(row: "TOTALS,,", kind: .total),
    Case(row: "Source: case system,,", kind: .footnote), Case(row: "* provisional,,", kind: .footnote),
    Case(row: "Note,figures are provisional,", kind: .footnote),
    Case(row: "End of report,,", kind: .footnote),
    Case(row: "Exported by a.b on 13/10/2025,,", kind: .footnote),
    Case(row: ",,These figures exclude Youth Justice.", kind: .footnote),
    Case(row: "ID,SERVICE,GRADE", kind: .header), Case(row: "id , service,Grade", kind: .header),
    Case(row: "Total audits,120,", kind: .total), Case(row: "Average,3,", kind: .total),
    Case(row: "Count,6,", kind: .total), Case(row: "Mean grade,,2.4", kind: .total),
    Case(row: "TOTAL (n=15),,", kind: .total), Case(row: "Sub-total of North,\"1,240\",87%", kind: .total),
    Case(row: "Average,n/a,", kind: .total), Case(row: "Key,blue is good,", kind: .footnote),
    Case(row: "Page 1 of 2,3,", kind: .footnote), Case(row: "Source: case system,2025,", kind: .footnote),
    Case(row: "Run by A. Bell,13/10/2025,", kind: .footnote), Case(row: "Records,120,", kind: .footnote),
    Case(row: "Key worker allocated,91,", kind: nil), Case(row: "Key-worker allocated,91,", kind: nil),
    Case(row: "\"Page, Ann\",Director,", kind: nil), Case(row: "\"Key, Tom\",Assistant Director,", kind: nil),
    Case(row: "Records updated in 24 hours,88,", kind: nil),
    Case(row: "\"Total, Bob\",Practitioner,1", kind: nil), Case(row: "Meaney,12,", kind: nil),
    Case(row: "Count,13/10/2025,", kind: nil), Case(row: "A1,Early Help,Good", kind: nil),
    Case(row: "A1,,", kind: nil),
    Case(row: "Total visits,EH,Good", kind: nil),
    Case(row: "Notes from visit,EH,Good", kind: nil), Case(row: "Id,EH,Good", kind: nil),
    Case(row: "A1,Service,Good", kind: nil),
  ]

  @Test("are told from data and counted by kind", arguments: rows, [1, 3, 1 << 18])
  func kinds(_ test: Case, readSize: Int) throws {
    let read = try table("Id,Service,Grade\nA0,EH,Good\n\(test.row)\nA9,EH,Good\n", readSize: readSize)
    #expect(read.account.notData == (test.kind.map { [$0: 1] } ?? [:]))
    #expect(read.rows.count == (test.kind == nil ? 3 : 2))
    #expect(read.rows.first?.first == "A0")
    #expect(read.rows.last?.first == "A9")
    #expect(read.lines.last == 4)
  }

  @Test("are not what bears a name that begins as a total's does, where rows have names")
  func namedRows() throws {
    let read = try table(
      "Indicator,Apr-25,May-25\nAverage caseload,15,16\nTotal referrals,120,\nTotal,135,16\n",
      rowsAreNamed: true)
    #expect(read.rows.map(\.[0]) == ["Average caseload", "Total referrals"])
    #expect(read.account.notData == [.total: 1])
  }

  @Test("short rows are filled up, long ones noticed")
  func lengths() throws {
    let read = try table("a,b,c\n1\n1,2,3,4\n1,2,3,,\n1,2,3\n")
    #expect(read.rows == [["1", "", ""], ["1", "2", "3"], ["1", "2", "3"], ["1", "2", "3"]])
    #expect(read.account.surplusRows == [1])
    #expect(read.account.shortRows == 1)
  }
}
