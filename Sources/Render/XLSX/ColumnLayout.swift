import QAModel

/// How a column of a table is set: its header as Excel takes it, its width and its alignment.
struct ColumnLayout {
  var header: String
  /// In Excel's unit: digits of the body face.
  var width: Double
  /// Numbers stand right, under a header that does. A column of numbers that holds none is set as words, and so are
  /// dates. Words after numbers stand a little off.
  var side: CellFormat.Side
  var headerLines: Int

  var isRight: Bool { side == .right }

  /// The lines a cell takes here.
  func lines(of cell: Cell) -> Int {
    if cell.value.excelNumber != nil { return 1 }
    return CellMeasure.lines(
      cell.value.excelText, in: width - (side == .indented ? 2.5 : 1), bold: cell.tone != nil)
  }

  static func columns(of table: Table) -> [ColumnLayout] {
    let headers = WorkbookNames.headers(table.columns.map(\.header))
    let wordColumns = table.columns.count { $0.kind == .text }
    let areRight = table.columns.indices.map { position in
      table.columns[position].isNumeric && table.rows.contains { $0[position].value.excelNumber != nil }
    }
    return table.columns.indices.map { position in
      let cells = table.rows.lazy.map { $0[position] }
      let isIndented = position > 0 && areRight[position - 1] && !areRight[position]
      let isText = table.columns[position].kind == .text
      var natural = 0.0
      var longestWord = 0.0
      for cell in cells {
        let text = cell.value.excelText
        let width = CellMeasure.width(text, bold: cell.tone != nil)
        natural = max(natural, width)
        if width > longestWord {
          longestWord = max(
            longestWord, isText ? CellMeasure.longestWord(text, bold: cell.tone != nil) : width)
        }
      }
      let widest = wordColumns <= 3 ? 54.0 : position == 0 ? 44 : 26
      let least =
        max(longestWord, CellMeasure.longestWord(headers[position], bold: true)) + (isIndented ? 4 : 2)
      var width = max(11, least, min(natural + (isIndented ? 4 : 2), widest))
      // A short header stands on one line; a longer one may widen its column rather than stand many lines high.
      let header = CellMeasure.width(headers[position], bold: true) + 2
      if header <= 16 { width = max(width, header) }
      while width < 24, CellMeasure.lines(headers[position], in: width - 1, bold: true) > 2 { width += 1 }
      return ColumnLayout(
        header: headers[position], width: width,
        side: areRight[position] ? .right : isIndented ? .indented : .left,
        headerLines: CellMeasure.lines(headers[position], in: width - 1, bold: true))
    }
  }
}

extension Value {
  /// The number Excel keeps and the format that shows it as `shown` does; `nil` for what is written as words.
  ///
  /// Dates before March 1900 are words: Excel counts a 29 February that was not.
  var excelNumber: (number: Double, format: String)? {
    switch self {
    case .count(let count): (Double(count), "#,##0")
    case .share(let part, let whole): whole == 0 ? nil : (Double(part) / Double(whole), "0%")
    case .proportion(let proportion): proportion.isFinite ? (proportion, "0%") : nil
    case .number(let number, let places):
      number.isFinite
        ? (number, places > 0 ? "#,##0." + String(repeating: "0", count: places) : "#,##0") : nil
    case .date(let date):
      // 25,569 days lie between Excel's day 0 and 1 January 1970.
      date.dayNumber + 25_569 > 60 ? (Double(date.dayNumber + 25_569), "d mmm yyyy") : nil
    case .text, .suppressed, .insufficient, .notAvailable, .notApplicable, .roundsToZero: nil
    }
  }

  /// The words of a cell without `excelNumber`. What is not a number at all is not available.
  var excelText: String {
    switch self {
    case .number(let number, _), .proportion(let number):
      number.isFinite ? displayed : Shorthand.notAvailable.rawValue
    default: displayed
    }
  }
}
