import QAModel
import Render

/// The files of a report in the formats that are wanted, made beside one another and written in a fixed order.
struct ReportFiles {
  private let document: ReportDocument
  private let formats: Set<ReportFormat>
  private let page: Background<[UInt8]>?
  private let markdown: Background<[PackFile]>?
  private let figures: Background<FigureFiles.Both>?

  /// Begins to make them; the workbook, which is written as it is made, comes with `write`.
  ///
  /// - Parameter figures: the sets whose figures the files of figures hold.
  init(
    _ document: ReportDocument, figures: [FigureSet], page template: PageTemplate, formats: Set<ReportFormat>
  ) {
    self.document = document
    self.formats = formats
    self.figures =
      formats.contains(.data)
      ? Background { FigureFiles.both(figures, sections: document.sectionsOfFigures) } : nil
    page = formats.contains(.html) ? Background { PageRenderer(template: template).render(document) } : nil
    markdown = formats.contains(.md) ? Background { MarkdownRenderer().render(document) } : nil
  }

  func write(to folder: PackFolder) throws {
    if formats.contains(.xlsx) {
      try folder.write("report.xlsx") { path in
        try WorkbookRenderer(temporaryFolder: folder.partial).render(document, to: path)
      }
    }
    if let page { try folder.write(page.value(), to: "report.html") }
    if let markdown {
      for file in markdown.value() { try folder.write(file.bytes, to: file.path) }
    }
    if let figures = figures?.value() {
      try folder.write(figures.csv, to: "figures.csv")
      try folder.write(figures.json, to: "figures.json")
    }
  }
}
