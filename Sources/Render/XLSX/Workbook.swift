import CStreams
import CXlsxWriter
import Glibc
import QAModel

/// An open workbook of libxlsxwriter's: the one owner of its memory.
///
/// Nothing is written until `close()`. A workbook that is never closed leaves no file, and its memory is freed with
/// the object.
final class Workbook {
  let handle: UnsafeMutablePointer<lxw_workbook>
  private var isOpen = true
  let formats: CellFormats

  /// - Parameters:
  ///   - path: where `close()` writes it; what is there is replaced.
  ///   - temporaryFolder: where libxlsxwriter keeps the sheets while it packs them. It must exist.
  ///   - accent: the colour of titles, headers and links; Excel's dark blue unless given.
  init(path: String, temporaryFolder: String, accent: Colour? = nil) throws(WorkbookError) {
    let handle = temporaryFolder.withCString { folder in
      var options = lxw_workbook_options()
      options.tmpdir = UnsafeMutablePointer(mutating: folder)
      return workbook_new_opt(path, &options)
    }
    guard let handle else { throw Self.noMemory("opening it") }
    self.handle = handle
    formats = CellFormats(handle, accent: accent?.number ?? CellFormat.Colour.accent.rawValue)
  }

  deinit {
    if isOpen { lxw_workbook_free(handle) }
  }

  /// Writes the file and frees the workbook, also where writing fails: libxlsxwriter closes a workbook only once.
  func close() throws(WorkbookError) {
    isOpen = false
    _ = qareport_stream_failure()
    let code = workbook_close(handle)
    let failure = qareport_stream_failure()
    try check(code, "writing the file")
    // libxlsxwriter does not look whether the sheets it packed were whole.
    if failure != 0 { throw .temporaryFile(reason: String(cString: strerror(failure))) }
  }

  /// What Excel shows under *File, Info*. The date comes from the report, so that a second run gives the same bytes.
  func setProperties(
    title: String, subject: String, author: String, created: CalendarDate
  ) throws(WorkbookError) {
    let copies = [title, subject, author].map { (text: String) in strdup(text) }
    defer { for copy in copies { free(copy) } }
    var properties = lxw_doc_properties()
    properties.title = copies[0]
    properties.subject = copies[1]
    properties.author = copies[2]
    properties.company = copies[2]
    properties.created = Int(created.dayNumber) * 86_400
    try check(workbook_set_properties(handle, &properties), "setting the document's properties")
  }

  /// Adds a sheet at the end. The name must be one that `WorkbookNames` made.
  func addSheet(_ name: String) throws(WorkbookError) -> Worksheet {
    try check(workbook_validate_sheet_name(handle, name), "naming the sheet \(name)")
    guard let sheet = workbook_add_worksheet(handle, name) else {
      throw Self.noMemory("adding the sheet \(name)")
    }
    return Worksheet(name: name, handle: sheet)
  }

  /// Names a cell for formulas. The name must be one that `WorkbookNames` made.
  func define(_ name: String, as reference: String) throws(WorkbookError) {
    try check(workbook_define_name(handle, name, "=" + reference), "naming the cell \(name)")
  }

  func addChart(_ type: lxw_chart_type) throws(WorkbookError) -> UnsafeMutablePointer<lxw_chart> {
    guard let chart = workbook_add_chart(handle, UInt8(type.rawValue)) else {
      throw Self.noMemory("adding a chart")
    }
    return chart
  }

  static func noMemory(_ doing: String) -> WorkbookError {
    WorkbookError.library(code: LXW_ERROR_MEMORY_MALLOC_FAILED.rawValue, message: "no memory", doing: doing)
  }
}

/// Turns libxlsxwriter's return code into an error that says what was being done.
func check(_ code: lxw_error, _ doing: @autoclosure () -> String) throws(WorkbookError) {
  guard code != LXW_NO_ERROR else { return }
  let message = lxw_strerror(code).map { String(cString: $0) } ?? "no reason given"
  throw WorkbookError.library(code: code.rawValue, message: message, doing: doing())
}
