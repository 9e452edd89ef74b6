import QAModel
import Testing

@Suite("The sample document")
struct XLSXSampleTests {
  @Test func rowsAreAsLongAsColumns() {
    for table in SampleDocument.make().tables {
      #expect(table.rows.allSatisfy { $0.count == table.columns.count }, "\(table.id)")
    }
  }
}
