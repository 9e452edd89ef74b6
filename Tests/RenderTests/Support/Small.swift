import QAModel

/// Documents of a section or two, for tests of one thing.
enum Small {
  static func document(_ sections: [Section]) -> ReportDocument {
    ReportDocument(
      title: "T", subtitle: "S", organisation: "O", audience: .internal, marking: nil,
      asAt: SampleDocument.day(2025, 12, 31), facts: [], sections: sections, notes: [])
  }

  static func table(_ id: String, values: [Value] = [.count(1)], figure: FigureID? = nil) -> Table {
    Table(
      id: id, title: "Table \(id)", source: "None", columns: [.init("Name"), .init("Value", .count)],
      rows: values.enumerated().map { [.text("row \($0)"), Cell($1, figure: figure)] })
  }

  static func chart(
    table: String = "a", series: [Int] = [1], lower: Int? = nil, upper: Int? = nil, rows: [Int]? = nil
  ) -> Chart {
    Chart(
      id: "c", title: "Chart", kind: .bars, table: table, series: series, lower: lower, upper: upper,
      rows: rows,
      valueTitle: "Value", categoryTitle: "Name", alternativeText: "A chart of values by name.",
      caption: Sentence([.text("Caption.")]))
  }

  static func paragraph(_ text: String) -> Paragraph { Paragraph([Sentence([.text(text)])]) }

  static func said(_ text: String) -> Block { .paragraph(paragraph(text)) }
}
