import QAModel

/// How many records tell a theme, and which way; and how many have any text, to set them against.
///
/// By the record's own day. A record that tells a theme both ways counts under each polarity and once in the theme.
struct ThemeRecords: Measure {
  /// The rows counted are records, of several tables: `CommentReadings.records` says of which.
  let readings: CommentReadings
  let index: PeriodIndex
  let serviceCount: Int

  var dataset: DatasetKind { .audits }
  var isSupplied: Bool { true }
  var rowCount: Int { readings.records.count }

  var grids: [GridShape] {
    let themes = GridShape.Breakdown.axis(.theme, places: readings.taxonomy.themes.count)
    return [
      GridShape(measure: .themeTexts),
      GridShape(measure: .themeRecords, first: themes),
      GridShape(
        measure: .themeRecords, first: themes, second: .axis(.polarity, places: Polarity.allCases.count)),
    ]
  }

  func mark<Sink: MarkSink>(_ row: Int, into sink: inout Sink) {
    let record = readings.records[row]
    guard let period = index.position(happened: record.date) else { return }
    let service = record.service.map(Int.init) ?? serviceCount
    sink.mark(0, period: period, service: service)
    var told: Set<Int> = []
    for label in record.labels {
      if told.insert(label.theme).inserted {
        sink.mark(1, period: period, service: service, place: label.theme)
      }
      let place = label.theme * Polarity.allCases.count + Int(label.polarity.rawValue)
      sink.mark(2, period: period, service: service, place: place)
    }
  }

  /// The rows of the exports that the records stand for, a table after the other.
  func traced(_ records: [TracedRows.Row]) -> TracedRows {
    let tables = Dictionary(grouping: records) { readings.records[$0.row].dataset }
    let parts = DatasetKind.allCases.compactMap { kind in
      tables[kind].map { rows in
        TracedRows(
          dataset: kind,
          rows: rows.map { .init(row: readings.records[$0.row].row, inNumerator: $0.inNumerator) }
            .sorted { $0.row < $1.row })
      }
    }
    guard var first = parts.first else { return TracedRows(dataset: dataset, rows: []) }
    first.others = Array(parts.dropFirst())
    return first
  }
}
