import Glibc
import QAModel
import Render
import Testing

@Suite("The workbook")
struct XLSXWorkbookTests {
  /// Where `QAREPORT_SAMPLES` names a folder, the sample's workbook is left there for the independent checks.
  @Test func theSampleIsRendered() throws {
    let folder = try TemporaryFolder()
    let kept = getenv("QAREPORT_SAMPLES").map { String(cString: $0) + "/sample.xlsx" }
    try WorkbookRenderer(temporaryFolder: folder.path).render(
      SampleDocument.make(), to: kept ?? folder.path + "/sample.xlsx")
  }
}
