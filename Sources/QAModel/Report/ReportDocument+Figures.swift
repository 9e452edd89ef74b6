extension ReportDocument {
  /// The section that shows each figure first, by the section's id.
  public var sectionsOfFigures: [FigureID: String] {
    var places: [FigureID: String] = [:]
    for section in sections { section.collectFigures(into: &places) }
    return places
  }
}

extension Section {
  fileprivate func collectFigures(into places: inout [FigureID: String]) {
    for block in blocks {
      switch block {
      case .table(let table):
        for cell in table.rows.joined() {
          if let figure = cell.figure, places[figure] == nil { places[figure] = id }
        }
      case .paragraph(let paragraph):
        for figure in paragraph.sentences.flatMap(\.cites) where places[figure] == nil { places[figure] = id }
      case .list(let items):
        for figure in items.flatMap(\.sentences).flatMap(\.cites) where places[figure] == nil {
          places[figure] = id
        }
      case .chart: break
      }
    }
    for section in sections { section.collectFigures(into: &places) }
  }
}
