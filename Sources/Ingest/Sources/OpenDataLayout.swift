import QAModel

/// A column a figure, as in the Department for Education's open data: `time_period`, `time_identifier`,
/// `geographic_level`, filters, and then the figures. Which columns make an indicator of the framework, the
/// workspace says. Other tables with a column a figure are read likewise, with a period of their own.
struct OpenDataLayout {
  private let export: RawExport
  private let settings: DatasetSettings
  /// The indicators that this file has columns for.
  private let indicators: [DatasetSettings.OpenDataIndicator]
  private let periods: RawTable

  static func isOpenData(_ header: FoundHeader) -> Bool {
    ["time_period", "geographic_level"].allSatisfy { header.position(of: $0) != nil }
  }

  /// Whether a header has the columns of an indicator.
  static func holds(_ indicator: DatasetSettings.OpenDataIndicator, _ header: FoundHeader) -> Bool {
    let columns = [indicator.numerator, indicator.denominator, indicator.value].compactMap(\.self)
    return !columns.isEmpty
      && (columns + indicator.rows.keys).allSatisfy { header.position(of: $0) != nil }
  }

  /// The headers whose cells are needed beside the dataset's own columns.
  static func headers(_ settings: DatasetSettings) -> [String] {
    settings.openData.flatMap { indicator in
      [indicator.numerator, indicator.denominator, indicator.value].compactMap(\.self) + indicator.rows.keys
    } + (settings.openData.isEmpty ? [] : ["time_period", "time_identifier"] + OpenDataAreas.headers)
  }

  /// Whether a file is read in this layout.
  static func applies(_ header: FoundHeader, _ settings: DatasetSettings) -> Bool {
    !settings.openData.isEmpty && (settings.layout == .openData || isOpenData(header))
  }

  init?(_ export: RawExport, _ settings: DatasetSettings) {
    guard Self.applies(export.header, settings) else { return nil }
    self.export = export
    self.settings = settings
    indicators = settings.openData.filter { Self.holds($0, export.header) }
    periods = Self.periods(of: export)
  }

  var layout: VariantLayout {
    let scopes = indicators.map { indicator in
      indicator.rows.compactMap { header, value in CellScope(header, [value], in: export) }
    }
    func columns(_ header: (DatasetSettings.OpenDataIndicator) -> String?) -> ColumnInput {
      .columns(indicators.map { header($0).flatMap(export.position) }, of: export.table)
    }
    var inputs: [String: ColumnInput] = [
      "indicator": .headers(indicators.map(\.indicator)),
      "numerator": columns(\.numerator), "denominator": columns(\.denominator), "value": columns(\.value),
    ]
    if Self.isOpenData(export.header) {
      inputs["period"] = .column(0, of: periods)
    }
    return VariantLayout(
      count: indicators.count, inputs: inputs,
      ownColumns: ["numerator", "denominator", "value"],
      holds: { row, variant in scopes[variant].allSatisfy { $0.contains(row) } }, isOpenData: true)
  }

  /// The period of each row in words that are read like any other period's.
  private static func periods(of export: RawExport) -> RawTable {
    let table = RawTable(headers: [("period", .coded)])
    guard let period = export.position(ofHeader: "time_period") else { return table }
    let identifier = export.position(ofHeader: "time_identifier")
    for row in 0..<export.table.rowCount {
      let words = identifier.map { export.table.cell(row, $0) } ?? ""
      table.append(
        [OpenDataPeriod.words(export.table.cell(row, period), words)], line: export.table.lines[row])
    }
    return table
  }
}

/// The rows of an export that have one of some values in a column.
struct CellScope {
  private let codes: [Bool]
  private let table: RawTable
  private let position: Int

  /// `nil` where the export has no such column.
  init?(_ header: String, _ values: [String], in export: RawExport) {
    guard let position = export.position(ofHeader: header) else { return nil }
    self.position = position
    table = export.table
    let wanted = Set(values.map(Fold.cell))
    let spellings = table.columns[position].spellings
    codes = (0..<spellings.count).map {
      wanted.contains(Fold.cell(String(decoding: spellings.spelling(UInt32($0)), as: UTF8.self)))
    }
  }

  func contains(_ row: Int) -> Bool { codes[Int(table.columns[position].codes[row])] }
}
