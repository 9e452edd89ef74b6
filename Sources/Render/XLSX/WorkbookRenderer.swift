import Glibc
public import QAModel

/// Writes a report as an Excel workbook: a cover, contents, notes, and each table on a sheet of its own with its
/// charts, laid out as the Analysis Function's *Making spreadsheets accessible* asks.
///
/// The same document gives the same bytes. The workbook holds no formula, macro, connection, filter or link out.
public struct WorkbookRenderer: Sendable {
  private let temporaryFolder: String

  /// - Parameter temporaryFolder: where parts of the workbook are kept while it is packed. It must exist and should
  ///   be private: the parts hold what the report holds.
  public init(temporaryFolder: String) {
    self.temporaryFolder = temporaryFolder
  }

  /// Writes the workbook to `path`, in the place of what is there.
  ///
  /// - Throws: `WorkbookError`. Nothing stands at `path` then.
  public func render(_ document: ReportDocument, to path: String) throws(WorkbookError) {
    let plan = try WorkbookPlan(document)
    try checkFolders(path)
    do {
      try write(plan, to: path)
    } catch {
      unlink(path)
      throw error
    }
  }

  /// libxlsxwriter would say it on standard error, in its own words.
  private func checkFolders(_ path: String) throws(WorkbookError) {
    guard access(temporaryFolder, W_OK | X_OK) == 0 else {
      throw WorkbookError.notWritable(path: temporaryFolder, reason: String(cString: strerror(errno)))
    }
    guard let file = fopen(path, "wb") else {
      throw WorkbookError.notWritable(path: path, reason: String(cString: strerror(errno)))
    }
    fclose(file)
  }

  private func write(_ plan: WorkbookPlan, to path: String) throws(WorkbookError) {
    let document = plan.document
    let workbook = try Workbook(
      path: path, temporaryFolder: temporaryFolder, accent: document.branding.accent)
    try workbook.setProperties(
      title: DisplayText.clean(document.title), subject: DisplayText.clean(document.subtitle),
      author: DisplayText.clean(document.organisation), created: document.asAt)
    try writeCover(plan, in: workbook)
    try writeContents(plan, in: workbook)
    try writeText(plan, in: workbook)
    try writeNotes(plan, in: workbook)
    for sheet in plan.sheets {
      try TableSheetWriter(sheet, notes: document.notes, workbook: workbook).write()
    }
    try plan.chartValues.write(in: workbook)
    try workbook.close()
  }

  static let coverName = "Cover"
  static let contentsName = "Contents"
  static let textName = "About this report"
  static let notesName = "Notes"
}
