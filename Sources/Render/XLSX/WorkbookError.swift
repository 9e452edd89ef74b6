/// Why a workbook could not be made.
public enum WorkbookError: Error, Sendable, Equatable {
  /// libxlsxwriter refused: its number, its own words, and what was being done.
  case library(code: UInt32, message: String, doing: String)
  /// The file, or the temporary folder, cannot be written to: the path, and the system's reason.
  case notWritable(path: String, reason: String)
  /// A sheet could not be written aside, or read back, before it was packed: the system's reason.
  case temporaryFile(reason: String)
  /// The report has too many tables for a workbook that people can find their way in.
  case tooManySheets(Int, limit: Int)
  /// The chart's table is not in the report, or has no such column or row.
  case chartOutsideTable(chart: String, table: String)
}

extension WorkbookError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .library(let code, let message, let doing):
      "the workbook could not be made: while \(doing), libxlsxwriter said \"\(message)\" (its error \(code)); "
        + "check that the disk has room"
    case .notWritable(let path, let reason):
      "the workbook could not be made: \(path) cannot be written to (\(reason)); check that the folder is there, that "
        + "it is yours, and that the disk has room"
    case .temporaryFile(let reason):
      "the workbook could not be made: a sheet could not be written or read back while it was packed (\(reason)); "
        + "check that the disk has room"
    case .tooManySheets(let sheets, let limit):
      "the workbook would need \(sheets) sheets, and \(limit) is the limit: leave out sections, or report on fewer "
        + "services at a time"
    case .chartOutsideTable(let chart, let table):
      "the chart \(chart) draws rows or columns that the table \(table) of this report does not have"
    }
  }
}
