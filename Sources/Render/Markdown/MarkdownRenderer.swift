public import QAModel

/// Renders a report as Markdown, with its charts as SVG files beside it.
public struct MarkdownRenderer: Sendable {
  public init() {}

  /// `report.md` and `charts/ID.svg`.
  public func render(_ document: ReportDocument) -> [PackFile] {
    let index = DocumentIndex(document)
    var files: [PackFile] = []
    for section in document.sections { Self.collect(section, index, &files) }
    return files
  }

  private static func collect(_ section: Section, _ index: DocumentIndex, _ files: inout [PackFile]) {
    for case .chart(let chart) in section.blocks {
      if let entry = index[table: chart.table], let drawing = ChartDrawing(chart, table: entry.table) {
        files.append(PackFile(path: "charts/\(chart.id).svg", bytes: drawing.file))
      }
    }
    for child in section.sections { collect(child, index, &files) }
  }
}
