import Foundation
import QAModel
import Render
import Testing

/// The page and the Markdown of the sample, and where to look at them.
enum Rendered {
  enum Report: String, CaseIterable {
    case sample, authority

    var document: ReportDocument {
      switch self {
      case .sample: SampleDocument.make()
      case .authority: AuthorityDocument.make(services: 12, quarters: 8)
      }
    }
  }

  static func template() throws -> PageTemplate {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../templates/html")
    return try PageTemplate(
      mustache: String(contentsOf: folder.appending(path: "page.mustache"), encoding: .utf8),
      style: String(contentsOf: folder.appending(path: "style.css"), encoding: .utf8))
  }

  static func page(_ document: ReportDocument) throws -> [UInt8] {
    try PageRenderer(template: template()).render(document)
  }

  static func markdown(_ document: ReportDocument) -> String {
    MarkdownRenderer().render(document).first { $0.path == "report.md" }.map {
      String(decoding: $0.bytes, as: UTF8.self)
    }
      ?? ""
  }
}

/// Writes the sample and a report of real size into the folder that QAREPORT_SAMPLE_OUT names, for the checkers and
/// the eye.
@Test(
  .enabled(if: ProcessInfo.processInfo.environment["QAREPORT_SAMPLE_OUT"] != nil),
  arguments: Rendered.Report.allCases)
func writeSample(report: Rendered.Report) throws {
  let folder = URL(filePath: ProcessInfo.processInfo.environment["QAREPORT_SAMPLE_OUT"] ?? "").appending(
    path: report.rawValue)
  try FileManager.default.createDirectory(
    at: folder.appending(path: "charts"), withIntermediateDirectories: true)
  try Data(Rendered.page(report.document)).write(to: folder.appending(path: "report.html"))
  for file in MarkdownRenderer().render(report.document) {
    try Data(file.bytes).write(to: folder.appending(path: file.path))
  }
}
