import CXlsxWriter
import Glibc
import QAModel

/// A sheet being filled. Rows and columns are counted from 0, as libxlsxwriter does.
struct Worksheet {
  let name: String
  let handle: UnsafeMutablePointer<lxw_worksheet>

  /// Excel's limit for the text of a cell, in UTF-16 units.
  static let longestText = 32_767

  // MARK: Cells

  /// Writes text as text, whatever it begins with: never a formula, a number or a link.
  func write(_ text: String, row: Int, column: Int = 0, _ format: CellFormats.Handle?) throws(WorkbookError) {
    let fitting =
      text.utf8.count <= Self.longestText ? text : WorkbookNames.cut(text, toUTF16: Self.longestText)
    try check(
      worksheet_write_string(handle, lxw_row_t(row), lxw_col_t(column), Self.escaped(fitting), format),
      "writing to \(name)")
  }

  func write(_ number: Double, row: Int, column: Int, _ format: CellFormats.Handle?) throws(WorkbookError) {
    try check(
      worksheet_write_number(handle, lxw_row_t(row), lxw_col_t(column), number, format), "writing to \(name)")
  }

  /// Writes a link to the first cell of another sheet of this workbook.
  func writeLink(
    to sheet: String, text: String, row: Int, column: Int = 0, _ format: CellFormats.Handle?
  ) throws(WorkbookError) {
    try check(
      worksheet_write_url_opt(
        handle, lxw_row_t(row), lxw_col_t(column), "internal:'\(sheet)'!A1", format, text, nil),
      "linking from \(name) to \(sheet)")
  }

  /// The text as a workbook spells it: there `_x0041_` means the letter A, so the underscore of what looks like that
  /// is itself spelt `_x005F_` (ECMA-376 part 1, 22.9.2.19).
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(0x5F) else { return text }
    let bytes = Array(text.utf8)
    func isEscape(at start: Int) -> Bool {
      guard start + 6 < bytes.count, bytes[start] == 0x5F, bytes[start + 1] == 0x78, bytes[start + 6] == 0x5F
      else { return false }
      return bytes[start + 2..<start + 6].allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
      }
    }
    guard bytes.indices.contains(where: isEscape) else { return text }
    var spelt: [UInt8] = []
    for (position, byte) in bytes.enumerated() {
      if isEscape(at: position) { spelt += Array("_x005F".utf8) }
      spelt.append(byte)
    }
    return String(decoding: spelt, as: UTF8.self)
  }

  /// `'3 Grades by service'!$B$7`.
  func reference(row: Int, column: Int) -> String {
    "'\(name)'!$\(WorkbookNames.column(column))$\(row + 1)"
  }

  // MARK: Layout

  func setWidth(_ width: Double, column: Int) throws(WorkbookError) {
    try check(
      worksheet_set_column(
        handle, lxw_col_t(column), lxw_col_t(column), min(width, CellMeasure.widestColumn), nil),
      "setting column widths of \(name)")
  }

  func setHeight(_ points: Double, row: Int) throws(WorkbookError) {
    try check(worksheet_set_row(handle, lxw_row_t(row), points, nil), "setting row heights of \(name)")
  }

  /// A4, as wide as one page, as many pages long as it takes.
  func setPage(landscape: Bool, repeatingRow row: Int? = nil) throws(WorkbookError) {
    if landscape { worksheet_set_landscape(handle) }
    worksheet_set_paper(handle, 9)
    worksheet_fit_to_pages(handle, 1, 0)
    worksheet_set_margins(handle, 0.5, 0.5, 0.6, 0.6)
    if let row {
      try check(
        worksheet_repeat_rows(handle, lxw_row_t(row), lxw_row_t(row)), "setting print titles of \(name)")
    }
  }

  func hideGridlines() { worksheet_gridlines(handle, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue)) }

  func setTab(colour: UInt32) { worksheet_set_tab_color(handle, colour) }

  // MARK: Tables

  /// Marks cells as an Excel table, and writes its header row. The cells below are written apart.
  ///
  /// - Parameters:
  ///   - rows: the rows under the header, at least one.
  ///   - columns: the header of each, and its look.
  func addTable(
    _ tableName: String, headerRow: Int, rows: Int, columns: [(header: String, format: CellFormats.Handle?)]
  ) throws(WorkbookError) {
    let headers = columns.map { strdup(Self.escaped($0.header)) }
    defer { for header in headers { free(header) } }
    var entries = zip(headers, columns).map { header, column in
      var entry = lxw_table_column()
      entry.header = header
      entry.header_format = column.format
      return entry
    }
    let code = withNullTerminatedPointers(to: &entries) { pointers in
      tableName.withCString { tableName in
        var options = lxw_table_options()
        options.name = UnsafeMutablePointer(mutating: tableName)
        options.no_autofilter = 1
        options.no_banded_rows = 1
        options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
        options.style_type_number = 1
        options.columns = pointers
        return worksheet_add_table(
          handle, lxw_row_t(headerRow), 0, lxw_row_t(headerRow + rows), lxw_col_t(columns.count - 1), &options
        )
      }
    }
    try check(code, "marking the table \(tableName) of \(name)")
  }
}
