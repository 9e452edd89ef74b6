import QAModel

/// How a column of a table is set: its header as Excel takes it, its width and its alignment.
struct ColumnLayout {
  var header: String
  /// In Excel's unit: digits of the body face.
  var width: Double
  /// Numbers stand right, under a header that does. A column of numbers that holds none is set as words.
  var isRight: Bool
  var headerLines: Int

  static func columns(of table: Table) -> [ColumnLayout] {
    let headers = WorkbookNames.headers(table.columns.map(\.header))
    let wordColumns = table.columns.count { $0.kind == .text }
    return table.columns.indices.map { position in
      let cells = table.rows.lazy.map { $0[position] }
      let isRight = table.columns[position].isNumeric && cells.contains { $0.value.excelNumber != nil }
      let isText = table.columns[position].kind == .text
      var natural = 0.0
      var longestWord = 0.0
      for cell in cells {
        let text = cell.value.displayed
        let width = TextMeasure.width(text, bold: cell.tone != nil)
        natural = max(natural, width)
        if width > longestWord {
          longestWord = max(
            longestWord, isText ? TextMeasure.longestWord(text, bold: cell.tone != nil) : width)
        }
      }
      let widest = wordColumns <= 3 ? 54.0 : 32.0
      let least = max(longestWord, TextMeasure.longestWord(headers[position], bold: true)) + 2
      var width = max(11, least, min(natural + 2, widest))
      // A header of many words may make its column a little wider rather than stand many lines high.
      while width < 24, TextMeasure.lines(headers[position], in: width - 1, bold: true) > 2 { width += 1 }
      return ColumnLayout(
        header: headers[position], width: width, isRight: isRight,
        headerLines: TextMeasure.lines(headers[position], in: width - 1, bold: true))
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
}
